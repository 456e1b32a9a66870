// Lessons as text: reading them, writing them, and what their words are as data.

export { blocksOf, inlineOf, lettersOf } from './blocks.ts';
export * from './lesson.ts';
export { mostBytes, readLesson } from './reading.ts';
export { writeLesson } from './writing.ts';
