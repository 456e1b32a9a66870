// The time of a run, in steps: its phases, where a cursor stands in it, and what is computed from a run once. A cursor counts in
// fractions: 2.4 is in the midst of step 3, 3 is its end; 0 is the overview, all of it with nothing current. It must not know what any
// step is about.

import type { Phase, Step, Timeline } from './timeline.ts';

/** The phases in their order. */
export const phases = [
  'negotiation',
  'server authentication',
  'client authentication',
  'application data',
] as const satisfies readonly Phase[];

/** What adding fractions loses is forgiven. */
const nearly = 1e-6;

/** Whether a cursor stands at the overview of a run. */
export function isOverview(cursor: number): boolean {
  return stepNumberAt(cursor) === 0;
}

/** Up to where a run is told at a cursor: at its overview, to its end. */
export function toldUpTo({ steps }: Pick<Timeline, 'steps'>, cursor: number): number {
  return isOverview(cursor) ? steps.length : cursor;
}

/** The number of the step that the cursor is in or has just finished; 0 at the overview. */
export function stepNumberAt(cursor: number): number {
  return Math.max(0, Math.ceil(cursor - nearly));
}

/** The number of the last step that is over; 0 before the first one is. */
export function finishedAt(cursor: number): number {
  return Math.max(0, Math.floor(cursor + nearly));
}

/** The step that the cursor is in or has just finished; undefined at the overview. */
export function stepAt({ steps }: Pick<Timeline, 'steps'>, cursor: number): Step | undefined {
  return steps[stepNumberAt(cursor) - 1];
}

/** A pure function of a timeline that computes once for each. */
export function remembered<Result>(compute: (timeline: Timeline) => Result): (timeline: Timeline) => Result {
  const known = new WeakMap<Timeline, { readonly result: Result }>();
  return (timeline) => {
    const before = known.get(timeline);
    if (before) return before.result;
    const result = compute(timeline);
    known.set(timeline, { result });
    return result;
  };
}
