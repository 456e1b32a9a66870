// The styles of a part that comes late, which come with it: those of the page are in one file, which everybody waits for.
// It must not know what they look like.

import { useInsertionEffect } from 'react';

const adopted = new Set<string>();

/** Has the document wear a stylesheet, once. @param text as `import … from './x.css?inline'` gives it */
export function useLateStyles(text: string): void {
  useInsertionEffect(() => {
    if (adopted.has(text)) return;
    adopted.add(text);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, [text]);
}
