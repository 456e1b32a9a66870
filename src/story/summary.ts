// Short words around the picture: the line in the header, the label of a step, the story for screen readers.
// Its words come from words/summary.ts and words/telling.ts.

import { entryNamed, type Mischief, type Scenario, type Step, stepAt, type Timeline, unusualIn } from '../lab/index.ts';
import type { Role } from '../tls/index.ts';
import { listed } from '../words/grammar.ts';
import { summaryWords } from '../words/summary.ts';
import { named, nothingNew, saidSentence, startSentence, toldSentence } from '../words/telling.ts';
import { titleAtHand } from '../words/titles.ts';
import { allOf, type Told, toldIn } from './account.ts';
import { sides, titleOf } from './arrows.ts';
import { captionOf } from './captions.ts';
import type { Lens } from './lenses.ts';
import { seenOnWire } from './record-rows.ts';
import { type Rich, rich } from './rich.ts';

/** The scenario in one line, and with its run that of what goes wrong which came to nothing. */
export function summary(scenario: Scenario, run?: Timeline): Rich {
  const called = (mischief: Mischief): string => {
    const missed = run !== undefined && entryNamed(mischief.id)?.missed?.(mischief, run) === true;
    return titleAtHand(mischief, !missed);
  };
  return rich(summaryWords(scenario, unusualIn(scenario), called));
}

/** `CertificateRequest`, `Certificate (client)`, `alert unknown_ca`; through the eyes of the wire `application_data (record 3, 47 bytes)`. */
export function stepLabel(timeline: Timeline, step: Step, lens: Lens = 'everything'): string {
  if (lens === 'wire') {
    const names = seenOnWire(timeline, step.number).map(({ title, caption }) => named(title, caption));
    return listed(names) || nothingNew;
  }
  const twice = timeline.steps.some((other) => other.name === step.name && other.from !== step.from);
  const name = step.kind === 'change_cipher_spec' ? titleOf(timeline, step) : step.name;
  return twice && (step.kind === 'message' || step.kind === 'change_cipher_spec') ? `${name} (${step.from})` : name;
}

/** Whether the news of a failure that a step carries can be seen through a lens: on the wire, only where an alert is in the clear. */
export function tellsFailure(timeline: Timeline, step: number, lens: Lens): boolean {
  return lens !== 'wire' || seenOnWire(timeline, step).some(({ alert }) => alert);
}

/** A step of the story in plain sentences. */
export interface Spoken {
  /** 0: before the first step. */
  readonly step: number;
  readonly text: string;
}

/** The story up to the cursor for those who listen: one entry for each step, the current one last. On the wire it is that of the records. */
export function spoken(timeline: Timeline, cursor: number, lens: Lens = 'everything'): readonly Spoken[] {
  const current = stepAt(timeline, cursor)?.number ?? 0;
  const start: Spoken = { step: 0, text: startSentence };
  const told = lens === 'wire' ? wireTellings(timeline) : tellings(timeline);
  return [start, ...told.slice(0, current)];
}

/** What both sides do by themselves, nobody on the wire knows. */
function wireTellings(timeline: Timeline): readonly Spoken[] {
  return timeline.steps.map(({ number }) => {
    const sentences = seenOnWire(timeline, number).map(({ from, title, caption }) =>
      saidSentence(from === sides.client ? 'client' : 'server', title, caption),
    );
    return { step: number, text: sentences.join(' ') || `${nothingNew}.` };
  });
}

function tellings(timeline: Timeline): readonly Spoken[] {
  return timeline.steps.map((step) => {
    const said = saidSentence(step.from, titleOf(timeline, step), captionOf(timeline, step));
    const all = toldIn(timeline, step);
    const told = all.flatMap(({ who, insight }) => toldSentence(who, insight, bothWays(all, who)) ?? []);
    return { step: step.number, text: [said, ...new Set(told)].join(' ') };
  });
}

/** Whether a side installs keys for reading and for writing here. */
function bothWays(told: readonly Told[], who: Role): boolean {
  const own = told.filter((each) => each.who === who);
  return new Set(allOf(own, 'keys').map(({ direction }) => direction)).size > 1;
}
