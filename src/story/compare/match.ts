// Which step of one run stands beside which of another. It goes by what steps are, not by what is in them: it must not know contents, words
// or pictures.

import { phases, type Step, type Timeline } from '../../lab/index.ts';

/** One row for both runs: the same step in each, or a step that only one has. At least one is there. */
export interface Pair {
  readonly a?: Step;
  readonly b?: Step;
}

/**
 * The steps of two runs beside each other, in an order that keeps both runs': of all ways to do so, one in which most is matched, best by
 * sender, kind, name and phase. No step is lost. With the runs exchanged it is the same, exchanged.
 */
export function matched(a: Pick<Timeline, 'steps'>, b: Pick<Timeline, 'steps'>): readonly Pair[] {
  // Of equally good ways the one is taken that doesn’t depend on who comes first.
  return textOf(a.steps) <= textOf(b.steps) ? aligned(a.steps, b.steps) : aligned(b.steps, a.steps).map(exchanged);
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

/** By the best sum of likenesses from every place to the end of both, as for any two sequences (Needleman and Wunsch, 1970). */
function aligned(one: readonly Step[], other: readonly Step[]): readonly Pair[] {
  const best = one.map(() => other.map(() => 0));
  const from = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const together = (i: number, j: number): number => {
    const [a, b] = [one[i], other[j]];
    const like = a && b ? likeness(a, b) : 0;
    return like > 0 ? like + from(i + 1, j + 1) : 0;
  };
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      (best[i] as number[])[j] = Math.max(together(i, j), from(i + 1, j), from(i, j + 1));
  const pairs: Pair[] = [];
  for (let [i, j] = [0, 0]; i < one.length || j < other.length; ) {
    const [a, b] = [one[i], other[j]];
    const whole = from(i, j);
    if (a && b && whole > 0 && whole === together(i, j)) {
      pairs.push({ a, b });
      i++;
      j++;
    } else if (a && (!b || (whole === from(i + 1, j) && (whole !== from(i, j + 1) || !later(a, b))))) {
      pairs.push({ a });
      i++;
    } else if (b) {
      pairs.push({ b });
      j++;
    }
  }
  return pairs;
}

/** Whether a step belongs to a later phase than another, so that a phase stays together where neither has a match. */
function later(one: Step, other: Step): boolean {
  return phases.indexOf(one.phase) > phases.indexOf(other.phase);
}
