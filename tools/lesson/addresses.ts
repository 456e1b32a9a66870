// Whether the moments of a lesson are there: each address is read as the page would. It plays nothing.

import { type ExhibitView, fromLink } from '../../src/lab/index.ts';
import type { Part } from '../../src/lesson/format/index.ts';
import { noSetup, usualView } from '../../src/store/index.ts';
import type { LessonFlaw } from '../../src/words/lessons/index.ts';
import { wrongWithLink } from '../../src/words/links.ts';

/** How a part may have its moment looked at. */
const looks = [...Object.keys({ ...usualView, ...noSetup }), 'beside'] as readonly (keyof ExhibitView | 'beside')[];

/** What of the addresses can't be followed, with the lines on which they stand. @param text of the lesson */
export async function addressFlaws(text: string, parts: readonly Part[]): Promise<readonly LessonFlaw[]> {
  const lines = text.split(/\r\n?|\n/);
  const flaws: LessonFlaw[] = [];
  let line = 0;
  for (const { link } of parts) {
    // Parts are in the order of their lines.
    line = lines.findIndex((each, at) => at >= line && each.includes(link)) + 1;
    const sentences = wrongWithLink(await fromLink(link, looks));
    if (sentences.length > 0) flaws.push({ line, cause: { what: 'address', sentences } });
  }
  return flaws;
}
