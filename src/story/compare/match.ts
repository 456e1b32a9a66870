// Which step of one run stands beside which of another. It goes by what steps are, not by what is in them: it must not know contents, words
// or pictures.

import { phases, type Step, type Timeline } from '../../lab/index.ts';
import { type Aligned, aligned } from './align.ts';

/** One row for both runs: the same step in each, or a step that only one has. At least one is there. */
export type Pair = Aligned<Step>;

/**
 * The steps of two runs beside each other, in an order that keeps both runs': of all ways to do so, one in which most is matched, best by
 * sender, kind, name and phase. No step is lost. With the runs exchanged it is the same, exchanged.
 */
export function matched(a: Pick<Timeline, 'steps'>, b: Pick<Timeline, 'steps'>): readonly Pair[] {
  // Of equally good ways the one is taken that doesn’t depend on who comes first.
  const ways = { likeness, later };
  return textOf(a.steps) <= textOf(b.steps)
    ? aligned(a.steps, b.steps, ways)
    : aligned(b.steps, a.steps, ways).map(exchanged);
}

function textOf(steps: readonly Step[]): string {
  return steps.map(({ kind, name, from, phase }) => `${kind} ${name} ${from} ${phase}`).join('\n');
}

function exchanged({ a, b }: Pair): Pair {
  return { ...(b && { a: b }), ...(a && { b: a }) };
}

/** How well two steps go together; 0: not at all. A refusal is one, whatever its name. */
function likeness(one: Step, other: Step): number {
  if (one.from !== other.from || one.kind !== other.kind) return 0;
  if (one.name === other.name) return one.phase === other.phase ? 4 : 3;
  return refuses(one) && refuses(other) ? 2 : 0;
}

function refuses({ kind, name }: Step): boolean {
  return kind === 'alert' && name !== 'alert close_notify';
}

/** Whether a step belongs to a later phase than another, so that a phase stays together where neither has a match. */
function later(one: Step, other: Step): boolean {
  return phases.indexOf(one.phase) > phases.indexOf(other.phase);
}
