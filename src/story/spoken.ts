// The story for those who listen: one or two plain sentences for each step. It comes with the prose that it is read beside.

import { stepNumberAt, type Timeline, toldUpTo } from '../lab/index.ts';
import type { Role } from '../tls/index.ts';
import { nothingNew } from '../words/summary.ts';
import { overviewSentence, saidSentence, toldSentence } from '../words/telling.ts';
import { allOf, type Told, toldIn } from './account.ts';
import { sides, titleOf } from './arrows.ts';
import { captionOf } from './captions.ts';
import type { Lens } from './lenses.ts';
import { seenOnWire } from './record-rows.ts';

/** A step of the story in plain sentences. */
export interface Spoken {
  /** 0: the run as a whole. */
  readonly step: number;
  readonly text: string;
}

/**
 * The story up to the cursor for those who listen: one entry for each step, the current one last; at the overview all of them. On the wire
 * it is that of the records.
 */
export function spoken(timeline: Timeline, cursor: number, lens: Lens = 'everything'): readonly Spoken[] {
  const start: Spoken = { step: 0, text: overviewSentence(timeline.steps.length) };
  const told = lens === 'wire' ? wireTellings(timeline) : tellings(timeline, lens);
  return [start, ...told.slice(0, stepNumberAt(toldUpTo(timeline, cursor)))];
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

function tellings(timeline: Timeline, lens: Lens): readonly Spoken[] {
  return timeline.steps.map((step) => {
    const said = saidSentence(step.from, titleOf(timeline, step), captionOf(timeline, step, lens));
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
