// The first sentences of a part, as an audience gets to read them: whole ones, and no more than can be read at a glance.

import { expect, it } from 'vitest';
import { lettersIn } from '../../../src/lesson/format/blocks.ts';
import { openingOf, readLesson } from '../../../src/lesson/format/index.ts';
import { shipped } from '../../../src/lesson/shelf/index.ts';

const opening = (words: string) => lettersIn(openingOf(words));

it.each([
  ['One.', 'One.'],
  ['One with `v1.2` and *this*. Two!\n\nAnother paragraph.', 'One with v1.2 and this. Two!'],
  [`One. ${'Long '.repeat(50)}end.`, 'One. '],
  [`${'Long '.repeat(50)}end. Two.`, `${'Long '.repeat(50)}end. `],
  ['- a list', ''],
  ['', ''],
])('of %j', (words, first) => {
  expect(opening(words)).toBe(first);
});

it('has whole sentences of every part that came along', () => {
  for (const source of Object.values(shipped)) {
    const read = readLesson(source);
    if (!read.ok) throw new Error('It can be read.');
    for (const { words } of read.lesson.parts) expect(opening(words).trim()).toMatch(/[.?!:][”’)]?$/);
  }
});
