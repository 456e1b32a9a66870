// What makes the questions on paper. It comes when somebody wants them.

export { posing } from './posing.ts';
