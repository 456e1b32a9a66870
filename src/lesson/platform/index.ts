// The door of what a lesson and those who record it say to each other: learning platforms, and pages that have ours in a frame.

export { dataOf, type Enclosed, enclosedId, enclosedIn } from './enclosed.ts';
export { openRecord } from './record.ts';
export { attempted, type Statement, statementsBetween } from './statement.ts';
