// Tells a row of the picture that is no message: a pill, keys, a milestone; and of the arrows, those of what did not happen.
// It must not know where rows stand or how they are drawn.

import type { Message, Row } from '../../diagram/index.ts';
import { remembered, type Timeline } from '../../lab/index.ts';
import { ghost } from '../../words/locals/index.ts';
import { versionOf } from '../account.ts';
import type { Chapter } from '../explain/chapter.ts';
import type { Parts } from '../explain/narrate.ts';
import type { Narration } from '../explain/narration.ts';
import { rowsOf } from '../rows.ts';
import { keysChapter } from './keys.ts';
import { markChapter } from './mark.ts';
import { narratePill } from './pill.ts';

/**
 * What there is to say about a row, by its id; undefined for the arrow of a message, which its step tells, and for what is not there.
 * @param parts with `refusals`, where the row is a check that failed
 */
export function narrateRow(timeline: Timeline, id: string, parts: Parts): Chapter | Narration | undefined {
  const rows = allRows(timeline);
  const row = rows.find((each) => each.id === id);
  switch (row?.kind) {
    case 'work':
      return narratePill(timeline, row, rows, parts);
    case 'keys':
      return keysChapter(timeline, row);
    case 'mark':
      return markChapter(timeline, row);
    case 'message':
      return row.ghost ? ghostChapter(timeline, row) : undefined;
    default:
      return undefined;
  }
}

const allRows: (timeline: Timeline) => readonly Row[] = remembered((timeline) => rowsOf(timeline, false));

function ghostChapter(timeline: Timeline, { title, from }: Message): Chapter {
  const who = from === 'left' ? 'client' : 'server';
  const prose = ghost({ who, name: title.replace('alert: ', ''), count: timeline.ghosts.length });
  return { prose, facts: [], sections: [versionOf(timeline) === '1.2' ? 'overview12' : 'overview'] };
}
