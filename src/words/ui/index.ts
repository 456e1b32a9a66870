// The words of the page’s controls, headings and notices, by where they stand.

export { byteWords } from './bytes.ts';
export { catalogueWords, findingSentence, outcome, sweepWords } from './catalogue.ts';
export { choiceWords } from './choices.ts';
export { embeddingWords, embedWords } from './embed.ts';
export { beyondWords, explainWords, printWords, questionWords, rowWords } from './explain.ts';
export { helpWords } from './help.ts';
export { keyWords } from './keys.ts';
export { lockWords } from './lock.ts';
export { words } from './page.ts';
export { viewWords } from './view.ts';
