// What is said about everything that can go wrong, by its id. A test holds that everything of the catalogue is here.

import { attackEntries } from './attacks.ts';
import { certificateEntries } from './certificates.ts';
import type { EntryWords } from './entry-words.ts';
import { flowEntries } from './flow.ts';
import { negotiationEntries } from './negotiation.ts';
import { possessionEntries } from './possession.ts';
import { protectionEntries } from './protection.ts';

/** By id. */
export const entries: Readonly<Record<string, EntryWords>> = {
  ...certificateEntries,
  ...possessionEntries,
  ...negotiationEntries,
  ...protectionEntries,
  ...attackEntries,
  ...flowEntries,
};

/** What is said about an entry; of one that nobody has words for, its id. */
export function entryWords(id: string): EntryWords {
  return entries[id] ?? { title: id, story: '' };
}
