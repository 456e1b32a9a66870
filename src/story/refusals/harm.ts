// What somebody did on the wire before a refusal, and to which step. It must not know words.

import { equal } from '../../bytes/index.ts';
import type { Carriage, Moment, Step, Timeline } from '../../lab/index.ts';
import type { Harm } from '../../words/explain/index.ts';
import { arrowOf } from '../arrows.ts';
import type { Episode } from '../explain/sources.ts';
import { plain } from '../rich.ts';

type Carried = Extract<Moment, { readonly carriage: Carriage }>;

/** The first thing that somebody did on the wire up to a step. */
export function harmBefore({ timeline, step }: Episode): Harm | undefined {
  const first = carriedIn(timeline).find(({ carriage }) => carriage.fate !== 'delivered');
  const home = first && homeOf(timeline, first.at);
  if (!home || home.number > step.number) return undefined;
  const { fate, from } = first.carriage;
  if (fate === 'delivered') return undefined;
  const { epoch, title } = arrowOf(timeline, home, false);
  const deed = { fate, from, name: plain(title), step: home.number, cleartext: epoch === 'cleartext' };
  if (fate !== 'injected') return { ...deed, early: false, copy: undefined };
  const before = carriedIn(timeline).filter(({ at }) => at < first.at && home.moments.includes(at));
  return { ...deed, early: before.length === 0, copy: copied(timeline, first) };
}

function carriedIn({ moments }: Timeline): readonly Carried[] {
  return moments.filter((moment): moment is Carried => 'carriage' in moment);
}

function homeOf({ steps }: Timeline, at: number): Step | undefined {
  return steps.find(({ moments }) => moments.includes(at));
}

/** The step whose record came by before, with the same bytes and from the same side. */
function copied(timeline: Timeline, { at, carriage: { from, bytes } }: Carried): Harm['copy'] {
  const twin = carriedIn(timeline).find(
    (other) => other.at < at && other.carriage.from === from && equal(other.carriage.bytes, bytes),
  );
  const step = twin && homeOf(timeline, twin.at);
  return step && { name: plain(arrowOf(timeline, step, false).title), step: step.number };
}
