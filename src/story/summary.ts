// Short words around the picture: the line in the header, the label of a step, the story for screen readers.
// Its words come from words/telling.ts.

import type { Scenario, Step, Timeline } from '../lab/index.ts';
import { stepAt, toldIn } from './account.ts';
import { titleOf } from './arrows.ts';
import { captionOf } from './captions.ts';
import { type Rich, rich } from './rich.ts';
import { summaryWords } from './words/summary.ts';
import { saidSentence, startSentence, toldSentence } from './words/telling.ts';

/** The scenario in one line. */
export function summary(scenario: Scenario): Rich {
  return rich(summaryWords(scenario));
}

/** `CertificateRequest`, `Certificate of the client`, `alert unknown_ca`. */
export function stepLabel(timeline: Timeline, step: Step): string {
  const twice = timeline.steps.some((other) => other.name === step.name && other.from !== step.from);
  if (step.kind === 'change_cipher_spec') return titleOf(timeline, step);
  return twice && step.kind === 'message' ? `${step.name} (${step.from})` : step.name;
}

/** A step of the story in plain sentences. */
export interface Spoken {
  /** 0: before the first step. */
  readonly step: number;
  readonly text: string;
}

/** The story up to the cursor for those who listen: one entry for each step, the current one last. */
export function spoken(timeline: Timeline, cursor: number): readonly Spoken[] {
  const current = stepAt(timeline, cursor)?.number ?? 0;
  const start: Spoken = { step: 0, text: startSentence };
  return [start, ...tellings(timeline).slice(0, current)];
}

function tellings(timeline: Timeline): readonly Spoken[] {
  return timeline.steps.map((step) => {
    const said = saidSentence(step, titleOf(timeline, step), captionOf(timeline, step));
    const told = toldIn(timeline, step).flatMap(({ who, insight }) => toldSentence(who, insight) ?? []);
    return { step: step.number, text: [said, ...new Set(told)].join(' ') };
  });
}
