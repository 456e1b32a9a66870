// What the screen is like: how wide in the reader's own letters, and whether the reader wants things to keep still.
// It must not know what is shown.

import { useSyncExternalStore } from 'react';

/** Everything side by side, as on a desk. */
export const wide = '(min-width: 75em)';
/** One thing at a time, as on a phone: scenario and inspector are sheets. */
export const narrow = '(max-width: 47.49em)';
/** Enough for what is shown 1.6 times as large. */
export const hall = '(min-width: 62.5em)';

/** Whether a media query holds, now and whenever that changes. */
export function useMedia(query: string): boolean {
  const holds = (): boolean => matchMedia(query).matches;
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    holds,
    // Where the page is drawn ahead, something stands in for the screen.
    holds,
  );
}

/** Whether the reader asked for reduced motion. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
