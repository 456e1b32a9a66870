// What comes of somebody's own certificates, in sentences: whether it would work, why not, and what to change.

export { answerWords, unshownSentences } from './answer.ts';
export { answerPaneWords, changedFileLine } from './answer-pane.ts';
export { changeSentence } from './changes.ts';
export { differenceSentence, mixedPair, unmeasured } from './differences.ts';
export { journalLines } from './journals.ts';
export {
  bytesNote,
  certificateLine,
  elsewhereLine,
  keyLine,
  layerLine,
  listLine,
  lockedLine,
  newsSentences,
  otherLine,
  ownWords,
  suppliedSentence,
  unreadableLine,
} from './pane.ts';
export { placeNames, placeReason } from './places.ts';
export { warningSentence } from './warnings.ts';
