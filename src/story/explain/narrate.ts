// Tells the step under the cursor, or what one side does by itself: what happened, why, what was checked, what breaks without it.
// It must not know who draws it.

import { stepAt, type Timeline } from '../../lab/index.ts';
import { factNames, factValues } from '../../words/explain/index.ts';
import { size } from '../../words/grammar.ts';
import { type InsightOf, versionOf } from '../account.ts';
import type { Lens } from '../lenses.ts';
import { alertIn } from '../reading.ts';
import { dataChapter, goodbyeChapter } from './afterwards.ts';
import { type Chapter, narrationOf } from './chapter.ts';
import type { Fact, Narration } from './narration.ts';
import { failingStep, overviewOf } from './overview.ts';
import { rowNamed } from './rows.ts';
import { cipherOf, type Episode, episodeOf, recordsOf, strayAlert } from './sources.ts';
import { type Teller, tellerOf } from './teller.ts';

/**
 * What there is to say at `cursor` (in steps; 0: of the run as a whole).
 * @param teller the one that `tellerOf` names
 * @param row the row of the picture that was picked, if one was
 * @param lens whose eyes it is told for
 * @throws RangeError when the teller is missing
 */
export function narrate(
  timeline: Timeline,
  cursor: number,
  teller?: Teller,
  row: string | null = null,
  lens: Lens = 'everything',
): Narration {
  const name = tellerOf(timeline, cursor, row, lens);
  if (name !== undefined && !teller) throw new RangeError(`this can’t be told without the teller “${name}”`);
  const local = rowNamed(timeline, row);
  const step = stepAt(timeline, local?.step ?? cursor);
  if (!step) return whole(timeline, teller);
  const episode = episodeOf(timeline, step, lens);
  const told = name !== undefined && teller ? teller(episode, local) : toldHere(episode);
  // An onlooker tells of himself how a step travels, as far as he sees it.
  return local || name === 'onlooker' ? narrated(told) : travelled(narrated(told), episode);
}

function narrated(told: Chapter | Narration): Narration {
  return 'prose' in told ? narrationOf(told) : told;
}

/** A narration with how its step travelled. */
export function travelled(narration: Narration, episode: Episode): Narration {
  const stray = strayAlert(episode)?.alert;
  return { ...narration, facts: [...narration.facts, ...(stray ? alertFacts(stray) : travelFacts(episode))] };
}

/** What nobody else tells: data in TLS 1.3, and the end. */
function toldHere(episode: Episode): Chapter {
  return episode.step.kind === 'alert' ? goodbyeChapter(episode) : dataChapter(episode);
}

/** The run as a whole; how it fails is told as its failing step tells it. */
function whole(timeline: Timeline, teller: Teller | undefined): Narration {
  const step = failingStep(timeline);
  const failure = step && teller?.(episodeOf(timeline, step));
  return overviewOf(timeline, failure && narrated(failure));
}

/** How the step travelled: its size, its records, its keys. */
function travelFacts(episode: Episode): readonly Fact[] {
  const { message, timeline, step } = episode;
  const { count, bytes, shared } = recordsOf(episode);
  const alert = alertIn(timeline, step);
  const epoch = alert?.epoch ?? message?.epoch ?? (step.kind === 'data' ? 'application' : 'cleartext');
  const hidden = versionOf(timeline) === '1.3' && step.kind !== 'data' && epoch !== 'cleartext';
  const records = count > 0 ? [{ name: factNames.record, value: factValues.wire(count, bytes, shared, hidden) }] : [];
  if (alert) return [...alertFacts(alert, cipherOf(episode)), ...records];
  return [
    ...(message ? [{ name: factNames.message, value: size(message.bytes.length) }] : []),
    ...records,
    { name: factNames.protection, value: factValues.protection(epoch, cipherOf(episode)) },
  ];
}

/** Its name with its number, its level, whether it is hidden. */
function alertFacts({ description, code, level, epoch }: InsightOf<'alert'>, cipher?: string): readonly Fact[] {
  return [
    { name: factNames.alert, value: `${description} (${code})` },
    { name: factNames.level, value: factValues.levels[level] },
    { name: factNames.encrypted, value: factValues.encrypted(epoch, cipher) },
  ];
}
