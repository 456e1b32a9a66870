// The words about failures: they come when there is a failure to tell, or as soon as the reader touches anything, so that they are
// here when a switch is flipped. It must not know what they say.

import { useEffect } from 'react';
import type * as Refusals from '../../story/refusals/index.ts';

let coming: Promise<typeof Refusals> | undefined;

/** The same promise each time. */
export function loadRefusals(): Promise<typeof Refusals> {
  coming ??= import('../../story/refusals/index.ts');
  return coming;
}

/** Has the words fetched at the first touch or key. A failure to fetch them is told where they are needed. */
export function useRefusalsAtHand(): void {
  useEffect(() => {
    const gone = new AbortController();
    const fetch = () => void loadRefusals().catch(() => undefined);
    for (const event of ['pointerdown', 'keydown'])
      window.addEventListener(event, fetch, { once: true, signal: gone.signal });
    return () => gone.abort();
  }, []);
}
