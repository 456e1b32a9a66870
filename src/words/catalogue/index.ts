// The words of the catalogue: what each entry is called and about, and why nobody notices some. They come with its entries.

export { adviceFor, advised } from './advice.ts';
export {
  type AlertCodes,
  clueSentence,
  numbered,
  puzzleSentence,
  questions,
  readingSentence,
  unreadSentence,
} from './diagnosis.ts';
export { entries, entryWords } from './entries.ts';
export { reasonSentence, whenWords } from './reasons.ts';
export { isMishap } from './remarks.ts';
