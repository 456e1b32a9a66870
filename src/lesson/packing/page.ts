// The page that holds everything, with a lesson in it. Its policy stays as it is: a block of data needs none. It must not know what a lesson is
// made of.

import { dataOf, type Enclosed, enclosedId } from '../platform/index.ts';

/** What stands once in that page, before any script that looks for a lesson. */
const place = '<script type="text/plain" id="licences">';
const root = '<html lang="en" data-whole="page"';

/** Puts a lesson into the page that holds everything. @throws RangeError when the page is another one */
export function withLesson(page: string, enclosed: Enclosed): string {
  for (const mark of [root, place])
    if (page.split(mark).length !== 2) throw new RangeError(`the page has not just one ${mark}`);
  const block = `<script type="application/json" id="${enclosedId}">${dataOf(enclosed)}</script>`;
  // What is drawn ahead is no lesson.
  return page.replace(root, () => `${root} data-elsewhere=""`).replace(place, () => `${block}\n${place}`);
}
