// Certificates that somebody brought: what they are good for, and whether a handshake with them would work.

export { type Answer, answerOf, failedCheckOf, unstarted, type Warning, type Why } from './answer.ts';
export {
  certificatesIn,
  listsIn,
  materialsOf,
  owns,
  shownFrom,
} from './materials.ts';
export type { Obstacle } from './obstacle.ts';
export type { Own, OwnSide } from './own.ts';
export { hostIn, matched, unstartedWith } from './question.ts';
export { ownFrom, type Place, type PlaceReason, placed } from './roles.ts';
