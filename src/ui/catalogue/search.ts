// Finds entries by words. It must not know what they do.

import type { Entry } from '../../lab/index.ts';

/** The entries that have every word somewhere in their title or story; those with all in the title first. */
export function found(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/).slice(0, 20);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const matching = entries.filter(
    ({ id, title, story, takes }) => takes?.at !== 'any record' && has(`${id} ${title} ${story}`),
  );
  return [...matching.filter(({ title }) => has(title)), ...matching.filter(({ title }) => !has(title))];
}
