// Everything that prose is told with, at once.

import type { Parts } from '../../../src/story/explain/index.ts';
import { narrateRow } from '../../../src/story/locals/index.ts';
import { chapterOf13 } from '../../../src/story/messages/index.ts';
import { refusalOf } from '../../../src/story/refusals/index.ts';
import { chapterOf12 } from '../../../src/story/tls12/index.ts';

export const parts: Parts = { messages: chapterOf13, tls12: chapterOf12, refusals: refusalOf, locals: narrateRow };
