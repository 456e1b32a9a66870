// Which rows share a height: what one side does by itself at one time stands side by side. It must not know pixels.

import type { Keys, Mark, Row, Work } from './model.ts';

type Local = Work | Keys | Mark;

/** Rows at one height: an arrow alone, or what one side does, of each kind one. */
export type Slot = readonly Row[];

/** All rows in slots, in time order. @param narrow pills and labels stand on the same side of a lifeline, and can't share */
export function slotsOf(rows: readonly Row[], narrow: boolean): readonly Slot[] {
  const slots: Row[][] = [];
  let open: Local[][] = [];
  for (const row of rows) {
    if (row.kind === 'message') {
      slots.push([row]);
      open = [];
      continue;
    }
    const shared = open.find((slot) => takes(slot, row, narrow));
    if (shared) shared.push(row);
    else {
      const slot = [row];
      slots.push(slot);
      open.push(slot);
    }
  }
  return slots;
}

/** Whether a slot is what one side does by itself. */
export function isLocal(slot: Slot): slot is readonly Local[] {
  return slot.every(({ kind }) => kind !== 'message');
}

function takes(slot: readonly Local[], row: Local, narrow: boolean): boolean {
  return slot.every(
    (other) =>
      other.at === row.at &&
      other.step === row.step &&
      other.kind !== row.kind &&
      !(narrow && (other.kind === 'work' || row.kind === 'work')) &&
      !refuses(other) &&
      !refuses(row),
  );
}

/** A refusal stands alone: it is where the eye lands. */
function refuses(row: Local): boolean {
  return row.kind === 'work' && row.outcome === 'failed';
}
