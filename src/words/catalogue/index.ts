// The words of the catalogue: what each entry is called and about, and why nobody notices some. They come with its entries.

export { entries, entryTitle, entryWords } from './entries.ts';
export { reasonSentence, whenWords } from './reasons.ts';
