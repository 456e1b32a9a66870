// Tells a row of the picture that is no message: a pill, keys, a milestone; and of the arrows, those of what did not happen.
// It must not know where rows stand or how they are drawn.

import type { Message, Row } from '../../diagram/index.ts';
import type { Timeline } from '../../lab/index.ts';
import { ghost } from '../../words/locals/index.ts';
import { versionOf } from '../account.ts';
import { arrowId } from '../arrows.ts';
import type { Chapter } from '../explain/chapter.ts';
import type { Episode } from '../explain/sources.ts';
import { choiceChapter } from './choice.ts';
import { keysChapter } from './keys.ts';
import { markChapter } from './mark.ts';
import { passedChapter } from './pill.ts';

/**
 * What there is to say about a row that is told by itself, but for a check that failed.
 * @throws RangeError for any other
 */
export function narrateRow(episode: Episode, row?: Row): Chapter {
  const { timeline } = episode;
  switch (row?.kind) {
    case 'work':
      return row.id.startsWith('choice') ? choiceChapter(timeline) : passedChapter(episode, row);
    case 'keys':
      return keysChapter(episode, row);
    case 'mark':
      return markChapter(timeline, row);
    case 'message':
      return ghostChapter(timeline, row);
    default:
      throw new RangeError('there is no row that is told by itself');
  }
}

function ghostChapter(timeline: Timeline, { id, title, from }: Message): Chapter {
  const who = from === 'left' ? 'client' : 'server';
  const { ghosts } = timeline;
  // The arrow says what the data are.
  const data = ghosts.find((step) => step.kind === 'data' && arrowId(ghosts, step, 'ghost') === id);
  const prose = ghost({ who, name: data?.name ?? title.replace('alert: ', ''), count: ghosts.length });
  return { prose, facts: [], sections: [versionOf(timeline) === '1.2' ? 'overview12' : 'overview'] };
}
