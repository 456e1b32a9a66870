// What a line of a log means: text in, ranked entries of the catalogue out. Loaded only when somebody asks.

export type { Clue, Puzzle } from './clue.ts';
export { diagnose } from './diagnose.ts';
export { type Reading, readLog } from './reading.ts';
