// Copying text, and telling the reader whether it worked. It must not know what is copied.

import { useLabStore } from '../context.ts';

/** How long good news stays, in ms. */
const praise = 6000;

/** Copies a text and says so, or says that it could not be copied: the browser did not allow it, or there is no such text. */
export function useCopy(): (
  text: () => string,
  news: { readonly done: string; readonly failed: string },
) => Promise<void> {
  const store = useLabStore();
  return async (text, { done, failed }) => {
    const { tell } = store.getState();
    try {
      await navigator.clipboard.writeText(text());
      const news = { kind: 'sentence', text: done } as const;
      tell(news);
      setTimeout(() => store.getState().notice === news && tell(null), praise);
    } catch {
      tell({ kind: 'sentence', text: failed });
    }
  };
}
