// What looks like chance and is none: the same run gives the same order, everywhere. It must not know what is put in order.

import { remembered, type Timeline, toLink } from '../../lab/index.ts';

/** What decides everything of a run that might as well be otherwise: the link to it. */
export const seedOf: (timeline: Timeline) => string = remembered(({ scenario }) =>
  scenario ? toLink({ scenario }) : '',
);

/** The 32-bit FNV-1a hash of a text, whose bits look as if they had nothing to do with it. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The same items in an order that a seed decides. @param name tells items apart */
export function shuffled<T>(items: readonly T[], seed: string, name: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, rank: hashOf(`${seed} ${name(item)}`) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
