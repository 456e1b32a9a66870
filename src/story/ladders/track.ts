// The states that a side went through by the cursor, each with the step in which it came there. It must not know words.

import { type Station, type Step, stationsOf, type Timeline } from '../../lab/index.ts';
import type { Role } from '../../tls/index.ts';
import { toldBy } from '../account.ts';

/** A state that a side came to. */
export interface Visit extends Station {
  /** Number of the step in which it came there; 0: from the start. */
  readonly step: Step['number'];
}

/** The states that a side came to by the cursor, in their order. */
export function visitsOf(timeline: Timeline, of: Role, cursor: number): readonly Visit[] {
  const told = toldBy(timeline, of, cursor);
  const steps = told.flatMap(({ insight, step }) => (insight.kind === 'state' ? [step] : []));
  return stationsOf(told.map(({ insight }) => insight)).map((state, index) => ({ ...state, step: steps[index] ?? 0 }));
}
