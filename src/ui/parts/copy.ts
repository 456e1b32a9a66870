// Copying text, and telling the reader whether it worked. It must not know what is copied.

import { useLab, useLabStore } from '../context.ts';

/** How long good news stays, in ms. */
const praise = 6000;

/** Copies a text and says so, or says that the browser did not allow it. */
export function useCopy(): (text: string, news: { readonly done: string; readonly failed: string }) => Promise<void> {
  const store = useLabStore();
  const arrange = useLab((lab) => lab.arrange);
  return async (text, { done, failed }) => {
    try {
      await navigator.clipboard.writeText(text);
      arrange({ notice: done });
      setTimeout(() => store.getState().panes.notice === done && arrange({ notice: null }), praise);
    } catch {
      arrange({ notice: failed });
    }
  };
}
