// What comes of somebody's own certificates, in sentences: whether it would work, why not, and what to change.

export { answerWords } from './answer.ts';
export { placeNames, placeReason } from './places.ts';
export { warningSentence } from './warnings.ts';
