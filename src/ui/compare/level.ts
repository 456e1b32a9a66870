// Has the rows of two pictures stand level: whichever would stand higher comes down to the other. Pure, but for the measure of text. It must
// not know what the rows are.

import { heightsIn, type Look, type Model, type Size } from '../../diagram/index.ts';
import type { OfBoth } from '../../words/compare/index.ts';

export type Levels = ReadonlyMap<string, number>;

/** Rows come down one after the other; each round settles at least one more. */
const rounds = 40;

/**
 * Where the rows of both models may stand, in px by their ids.
 * @param pairs the ids of rows that belong beside each other
 */
export function levelled(
  models: OfBoth<Model>,
  sizes: OfBoth<Size>,
  look: Look,
  pairs: readonly OfBoth<string>[],
): OfBoth<Levels> {
  let levels: OfBoth<Levels> = { a: new Map(), b: new Map() };
  for (let round = 0; round < rounds; round++) {
    const heights = {
      a: heightsIn(sizes.a, { ...models.a, levels: levels.a }, look),
      b: heightsIn(sizes.b, { ...models.b, levels: levels.b }, look),
    };
    const ys = pairs.map(({ a, b }) => Math.max(heights.a.get(a) ?? 0, heights.b.get(b) ?? 0));
    if (pairs.every(({ a, b }, index) => heights.a.get(a) === ys[index] && heights.b.get(b) === ys[index])) break;
    const map = (side: 'a' | 'b') => new Map(pairs.map((pair, index) => [pair[side], ys[index] ?? 0]));
    levels = { a: map('a'), b: map('b') };
  }
  return levels;
}
