// Finds entries by words. It must not know what they do.

import type { Entry } from '../../lab/index.ts';
import { entryWords } from '../../words/catalogue/index.ts';

/** The entries that have every word somewhere in their title or story; those with all in the title first. */
export function found(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = query.toLowerCase().split(/\s+/).slice(0, 20);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const matching = entries.filter(({ id, takes }) => {
    const { title, story } = entryWords(id);
    return takes?.at !== 'any record' && has(`${id} ${title} ${story}`);
  });
  const named = ({ id }: Entry) => has(entryWords(id).title);
  return [...matching.filter(named), ...matching.filter((entry) => !named(entry))];
}
