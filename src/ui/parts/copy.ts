// Copying text, and telling the reader whether it worked. It must not know what is copied, nor where that is told.

import { useRef } from 'react';

/** How long good news stays, in ms. */
const praise = 6000;

/** Copies a text and says so, or says that it could not be copied: the browser did not allow it, or there is no such text. */
export type Copy = (text: () => string, news: { readonly done: string; readonly failed: string }) => Promise<void>;

/** @param tell tells a sentence, or takes away the one that it was told */
export function useCopy(tell: (sentence: string | null) => void): Copy {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return async (text, { done, failed }) => {
    clearTimeout(timer.current);
    try {
      await navigator.clipboard.writeText(text());
      tell(done);
      timer.current = setTimeout(() => tell(null), praise);
    } catch {
      tell(failed);
    }
  };
}
