// Has everything fetched that the page may still need, when the first picture is there and the browser has nothing else to do: then the
// network may go. It must not know what there is to fetch.

import { fetchAll } from '../../shelf/index.ts';
import { idle } from './idle.ts';

/**
 * Begins with it, and again when the network comes back. A reader who saves data gets what they ask for, when they do.
 * @param then done after the first round
 */
export function stockUp(then: () => void): void {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  // One round at a time: only then everything is at hand when a round ends well.
  let round: Promise<void> = Promise.resolve();
  const fetch = (): void => {
    round = round.then(async () => {
      if (await fetchAll(idle)) performance.mark('countersign:stocked');
    });
  };
  fetch();
  void round.then(then);
  window.addEventListener('online', fetch);
}
