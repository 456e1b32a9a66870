// Everything that prose is told with, at once.

import type { Timeline } from '../../../src/lab/index.ts';
import { type Narration, narrate, type Teller, type TellerName, tellerOf } from '../../../src/story/explain/index.ts';
import type { Lens } from '../../../src/story/index.ts';
import { narrateRow } from '../../../src/story/locals/index.ts';
import { chapterOf13 } from '../../../src/story/messages/index.ts';
import { tellThrough } from '../../../src/story/onlooker/index.ts';
import { failedCheckOf, refusalOf } from '../../../src/story/refusals/index.ts';
import { chapterOf12 } from '../../../src/story/tls12/index.ts';

const tellers: Readonly<Record<TellerName, Teller>> = {
  message: chapterOf13,
  message12: chapterOf12,
  refusal: (scene) => refusalOf(scene),
  failedCheck: failedCheckOf,
  local: narrateRow,
  onlooker: tellThrough,
};

/** What is said at a step, or of a row. */
export function narrated(timeline: Timeline, cursor: number, row: string | null = null, lens?: Lens): Narration {
  const name = tellerOf(timeline, cursor, row, lens);
  return narrate(timeline, cursor, name && tellers[name], row, lens);
}
