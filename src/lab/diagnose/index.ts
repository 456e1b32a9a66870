// What a line of a log means: text in, ranked entries of the catalogue out. Loaded only when somebody asks.

export type { Clue, Landmark, Puzzle, Question } from './clue.ts';
export { type Diagnosis, diagnose, type Suggestion } from './diagnose.ts';
export { type Reading, readLog } from './reading.ts';
export type { Beside, Mishap, Remark, Unplayed } from './remark.ts';
export { sceneOf } from './scene.ts';
export { throughProxy } from './through.ts';
