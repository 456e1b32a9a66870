// The page that holds everything, with a lesson in it. Its policy stays as it is: a block of data needs none. It must not know what a lesson is
// made of.

import { dataOf, type Enclosed, enclosedId } from '../platform/index.ts';

/** What stands in that page before any script that looks for a lesson. */
const place = '<script type="text/plain" id="licences">';
const root = '<html lang="en" data-whole="page"';

/** In so many letters a page says what it is. */
const opening = 200;

/** Puts a lesson into the page that holds everything. @throws RangeError when the page is another one */
export function withLesson(page: string, enclosed: Enclosed): string {
  // The script of that page holds this one, and so both marks once more, behind.
  if (page.indexOf(root) > opening || !page.includes(root) || !page.includes(place))
    throw new RangeError('this is not the page that holds everything');
  const block = `<script type="application/json" id="${enclosedId}">${dataOf(enclosed)}</script>`;
  // What is drawn ahead is no lesson.
  return page.replace(root, () => `${root} data-elsewhere=""`).replace(place, () => `${block}\n${place}`);
}
