// One playhead over both runs: where the other one stands when the first does. It goes by rows; what only the other run has happens on the
// way to the first one’s next step. It must not know pictures.

import { isOverview } from '../../lab/index.ts';
import type { Side } from '../../words/compare/index.ts';
import type { Pair } from './match.ts';

/** The least that is no overview. */
const begun = 1e-3;

/**
 * Where run B stands, in its own steps.
 * @param cursor where run A stands, in its steps
 */
export function besideCursor(rows: readonly Pair[], cursor: number): number {
  if (isOverview(cursor)) return 0;
  const before = Math.floor(cursor);
  const from = endOf(rows, before);
  const to = endOf(rows, before + 1);
  const at = from + (cursor - before) * (to - from);
  const whole = Math.floor(at);
  const steps = rows.slice(0, whole).filter(({ b }) => b !== undefined).length;
  return Math.max(begun, steps + (rows[whole]?.b ? at - whole : 0));
}

/** Behind how many rows a step of A is over, and what only B has before A’s next one; the last one takes all that is left. */
function endOf(rows: readonly Pair[], step: number): number {
  if (step === 0) return 0;
  const at = rows.findIndex(({ a }) => a?.number === step);
  const isLast = at < 0 || !rows.slice(at + 1).some(({ a }) => a !== undefined);
  return isLast ? rows.length : at + 1;
}

/** The step of A at which a row can be seen: its own, or the next one that A has, or its last. */
export function stepAtRow(rows: readonly Pair[], row: number): number {
  const next = rows.slice(row).find(({ a }) => a !== undefined)?.a;
  return next?.number ?? rows.flatMap(({ a }) => a?.number ?? []).at(-1) ?? 0;
}

/** The row of a step of one run. */
export function rowAtStep(rows: readonly Pair[], side: Side, step: number): number {
  return rows.findIndex((pair) => pair[side]?.number === step);
}
