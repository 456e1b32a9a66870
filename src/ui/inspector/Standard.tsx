// A link to a standard, in a new tab.

import type { Reference } from '../../story/explain/index.ts';
import { explainWords } from '../../words/ui/index.ts';

export function Standard({ reference: { text, url } }: { readonly reference: Reference }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text}
      <span className="visually-hidden"> {explainWords.newTab}</span>
    </a>
  );
}
