// What things that go wrong are called in the header. They are fetched by themselves when a run has one of them.

import { entryWords } from './entries.ts';

export { broken } from './broken.ts';

/** What those are called that came to nothing in a run. */
const missed: Readonly<Record<string, string>> = { flip: 'A flip that meets no byte' };

/** What an entry is called. @param came whether anything came of it */
export function entryTitle(id: string, came: boolean): string {
  return (came ? undefined : missed[id]) ?? entryWords(id).title;
}
