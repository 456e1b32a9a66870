// Where time stands: how far each row has happened, and how far down the lifelines are lit.
// Playing, stepping and scrubbing are this one function of a number. It must not know shapes.

import type { Row } from './model.ts';

/** For each row 0 (ahead), 1 (happened) or, for a message, the part of its way it has gone. */
export function progress(rows: readonly Row[], playhead: number): number[] {
  const firstMessage = new Map<number, number>();
  rows.forEach((row, index) => {
    if (isMessage(row) && !firstMessage.has(row.step)) firstMessage.set(row.step, index);
  });
  return rows.map((row, index) => {
    const part = clamp(playhead - (row.step - 1));
    if (isMessage(row)) return part;
    const message = firstMessage.get(row.step);
    if (row.kind === 'message') return part >= 1 ? 1 : 0;
    if (message === undefined) return part >= 0.5 ? 1 : 0;
    return (index < message ? part > 0 : part >= 1) ? 1 : 0;
  });
}

/**
 * The y that time has reached: it moves to a step's message as the step begins and to the step's last row as it ends.
 * @param ys the y of each row
 * @param top where the lifelines begin
 */
export function nowY(rows: readonly Row[], ys: readonly number[], playhead: number, top: number): number {
  let now = top;
  const steps = new Map<number, { message: number; last: number }>();
  rows.forEach((row, index) => {
    const y = ys[index] ?? top;
    if (row.kind === 'message' && row.ghost) return;
    const known = steps.get(row.step);
    if (!known) steps.set(row.step, { message: y, last: y });
    else steps.set(row.step, { message: isMessage(row) ? y : known.message, last: Math.max(known.last, y) });
  });
  for (const [step, { message, last }] of steps) {
    const part = clamp(playhead - (step - 1));
    if (part === 0) continue;
    const before = now;
    now = before + (message - before) * clamp(part * 5) + (last - message) * clamp(part * 5 - 4);
  }
  return now;
}

function isMessage(row: Row): boolean {
  return row.kind === 'message' && !row.ghost && !row.absent;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
