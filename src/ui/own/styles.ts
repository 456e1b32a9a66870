// The styles of this part, which come with it: those of the page are in one file, which everybody waits for.

import { useInsertionEffect } from 'react';
import text from './own.css?inline';

let adopted: CSSStyleSheet | undefined;

/** Has the document wear them. */
export function useStyles(): void {
  useInsertionEffect(() => {
    if (adopted) return;
    adopted = new CSSStyleSheet();
    adopted.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, adopted];
  }, []);
}
