// The rows of the picture as they are told: found by their ids. It must not know where they stand or how they are drawn.

import type { Row, Work } from '../../diagram/index.ts';
import { remembered, type Timeline } from '../../lab/index.ts';
import { rowsOf } from '../rows.ts';

/** All rows of a run's picture. */
export const rowsIn: (timeline: Timeline) => readonly Row[] = remembered((timeline) => rowsOf(timeline, false));

/** The row with this id that is told by itself; undefined for the arrow of a message, which its step tells, and where there is none. */
export function rowNamed(timeline: Timeline, id: string | null): Row | undefined {
  // Most of what is told is a step: then nobody has to look for rows.
  const row = id === null ? undefined : rowsIn(timeline).find((each) => each.id === id);
  return row?.kind === 'message' && !row.ghost ? undefined : row;
}

/** The pills of the same side and outcome, in time order, which is that of their numbers. */
export function pillsLike(timeline: Timeline, { at, outcome }: Work): readonly Work[] {
  return rowsIn(timeline)
    .filter((row): row is Work => row.kind === 'work' && row.at === at && row.outcome === outcome)
    .sort((a, b) => Number(a.id.split(':')[2]) - Number(b.id.split(':')[2]));
}
