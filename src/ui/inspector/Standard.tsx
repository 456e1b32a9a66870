// A link to a standard, in a new tab.

import type { Reference } from '../../story/explain/index.ts';
import { words } from '../words.ts';

export function Standard({ reference: { text, url } }: { readonly reference: Reference }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text}
      <span className="visually-hidden"> {words.explain.newTab}</span>
    </a>
  );
}
