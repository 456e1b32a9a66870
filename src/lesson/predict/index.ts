// What comes next? Questions that the machines ask about a run and answer themselves, the run as far as it may be seen by then, and what answers
// count. Apart from the rest, so that a page can load it when somebody wants to be asked.

export { explanationOf, remarkOn } from './answering.ts';
export { candidatesAt, questionAt, questionsOf } from './asking.ts';
export { upTo } from './horizon.ts';
export { score } from './score.ts';
