// Lessons as text: reading them, writing them, and what their words are as data.

export { type Block, blocksOf, type Inline, inlineOf, lettersOf } from './blocks.ts';
export * from './lesson.ts';
export { openingOf } from './opening.ts';
export { packed, textIn, unpacked } from './packed.ts';
export { mostBytes, readLesson } from './reading.ts';
export { writeLesson } from './writing.ts';
