// Has everything fetched that the page may still need, when the first picture is there and the browser has nothing else to do: then the
// network may go. It must not know what there is to fetch.

import { fetchAll } from '../../shelf/index.ts';
import { idle } from './idle.ts';

/** Begins with it, and again when the network comes back. A reader who saves data gets what they ask for, when they do. */
export function stockUp(): void {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return;
  const fetch = async (): Promise<void> => {
    if (await fetchAll(idle)) performance.mark('countersign:stocked');
  };
  void fetch();
  window.addEventListener('online', fetch);
}
