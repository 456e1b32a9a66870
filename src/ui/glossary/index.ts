// The words of the glossary, explained where they are used, and as a list. It comes late.

import type { Rich } from '../../story/index.ts';
import { terms } from '../../words/glossary/index.ts';
import { finderOf, type Marks, marksIn } from './marks.ts';

export { Explained } from './Explained.tsx';
export { WordList } from './WordList.tsx';

const finder = finderOf(terms);

/** The texts, in the order in which they are read, with every word of the glossary marked where it stands first. */
export function marked(texts: readonly Rich[]): Marks {
  return marksIn(texts, finder);
}
