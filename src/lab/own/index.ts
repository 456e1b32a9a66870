// Certificates that somebody brought: what they are good for, and whether a handshake with them would work.

export { type Answer, answerOf, failedCheckOf, unstarted, type Warning, type Why } from './answer.ts';
export type { ListTrouble, OwnCause, Which } from './cause.ts';
export type { Change, ChangeShown, Situation, Source } from './change.ts';
export { type ChangedFile, changedFiles } from './changed-files.ts';
export { causeOf } from './diagnosis.ts';
export { type Asked, asking, type Difference, differencesFrom } from './differences.ts';
export { halved } from './halves.ts';
export type { Materials } from './materials.ts';
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
export { searching, type Trial, trialsOf } from './trials.ts';
export { unshownIn } from './unshown.ts';
