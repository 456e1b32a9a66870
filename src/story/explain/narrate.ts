// Tells the step under the cursor: what happened, why, what was checked.
// It must not know who draws it.

import type { Timeline } from '../../lab/index.ts';
import { stepAt } from '../account.ts';
import { titleOf } from '../arrows.ts';
import type { Narration } from './narration.ts';

/** What there is to say at `cursor` (in steps; 0: before anything). */
export function narrate(timeline: Timeline, cursor: number): Narration {
  const step = stepAt(timeline, cursor);
  return {
    title: step ? titleOf(timeline, step) : 'Before the first message',
    lead: [],
    checks: [],
    facts: [],
    references: [],
  };
}
