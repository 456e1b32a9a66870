// Looking at a run through the eyes of one party: what it can't know is not there. It must not know how rows are drawn.

import type { Actor, Row } from '../diagram/index.ts';
import type { Timeline } from '../lab/index.ts';
import type { Role } from '../tls/index.ts';
import { peerOf } from './account.ts';
import { arrowId, sides } from './arrows.ts';

/** Whose eyes: everybody's at once, one side's, or those of somebody who listens on the wire and has no keys. */
export type Lens = 'everything' | 'client' | 'server' | 'wire';

/** The rows that can be seen through a lens, as they look from there. */
export function throughLens(timeline: Timeline, rows: readonly Row[], lens: Lens): readonly Row[] {
  if (lens === 'everything') return rows;
  if (lens === 'wire') return rows.filter((row) => row.kind === 'message' && !row.ghost);
  const unheard = new Set(
    timeline.steps
      .filter(({ from, heard }) => from !== lens && heard === undefined)
      .map((step) => arrowId(timeline.steps, step)),
  );
  return rows.flatMap((row): Row[] => {
    if (row.kind !== 'message') return row.at === sides[lens] ? [row] : [];
    if (row.ghost || unheard.has(row.id)) return row.ghost ? [row] : [];
    // What somebody did on the way, a side can't see; it only sees what comes of it.
    const { interference: _, lost: __, ...seen } = row;
    return [seen];
  });
}

/** The head of a lifeline through a lens: nobody looks into another's head. */
export function headThrough(head: Actor, who: Role, lens: Lens): Actor {
  const hidden = lens === 'wire' || lens === peerOf(who);
  if (!hidden) return head;
  return { title: head.title, state: '', tone: 'calm', knows: '', checks: '', opaque: true, dimmed: lens !== 'wire' };
}
