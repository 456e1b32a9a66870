// Who tells the steps and rows that the first picture does without: each comes when there is something of its kind to tell, or as soon as
// the reader touches anything, so that it is here in time. It must not know what they say.

import { useEffect } from 'react';
import type { Timeline } from '../../../lab/index.ts';
import { shelf } from '../../../shelf/index.ts';
import { narrate, type Teller, type TellerName, tellerOf } from '../../../story/explain/index.ts';
import { textOf } from '../../../story/index.ts';

export const tellers = shelf<Readonly<Record<TellerName, Teller>>>({
  local: () => import('../../../story/locals/index.ts').then(({ narrateRow }) => narrateRow),
  message: () => import('../../../story/messages/index.ts').then(({ chapterOf13 }) => chapterOf13),
  message12: () => import('../../../story/tls12/index.ts').then(({ chapterOf12 }) => chapterOf12),
  refusal: () =>
    import('../../../story/refusals/index.ts').then(
      ({ refusalOf }) =>
        (scene) =>
          refusalOf(scene),
    ),
  onlooker: () => import('../../../story/onlooker/index.ts').then(({ tellThrough }) => tellThrough),
  failedCheck: () => import('../../../story/refusals/index.ts').then(({ failedCheckOf }) => failedCheckOf),
});

/**
 * Has all tellers fetched, so that they are here when they are needed: one after the other, since they come while the reader does something.
 * A failure to fetch one is told where it is needed.
 */
export function fetchTellers(): void {
  void tellers.names.reduce<Promise<unknown>>(
    (before, name) => before.then(() => tellers.need(name).catch(() => undefined)),
    Promise.resolve(),
  );
}

/** How many words the gist of a step has; 0 as long as whoever tells it is not here. */
export function gistLength(timeline: Timeline, step: number): number {
  const name = tellerOf(timeline, step);
  if (name !== undefined && !tellers.has(name)) return 0;
  const { gist } = narrate(timeline, step, name && tellers.take(name));
  return textOf(gist).split(/\s+/).length;
}

/** Has the tellers fetched at the first touch or key, or at once where that came before. */
export function useTellersAtHand(): void {
  useEffect(() => {
    if (navigator.userActivation?.hasBeenActive) {
      fetchTellers();
      return undefined;
    }
    const gone = new AbortController();
    const fetch = (): void => {
      gone.abort();
      // What was touched comes first.
      setTimeout(fetchTellers);
    };
    for (const event of ['pointerdown', 'keydown']) window.addEventListener(event, fetch, { signal: gone.signal });
    return () => gone.abort();
  }, []);
}
