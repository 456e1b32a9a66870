// Has the rows of two pictures stand level: whichever would stand higher comes down to the other. Pure, but for the measure of text. It must
// not know what the rows are.

import { type Heights, heightsIn } from '../../diagram/beside/index.ts';
import type { Look, Model, Size } from '../../diagram/index.ts';
import type { OfBoth } from '../../words/compare/index.ts';

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
): OfBoth<Heights> {
  const arranged = { a: heightsIn(sizes.a, models.a, look), b: heightsIn(sizes.b, models.b, look) };
  let levels: OfBoth<Heights> = { a: new Map(), b: new Map() };
  for (let round = 0; round < rounds; round++) {
    const heights = { a: arranged.a(levels.a), b: arranged.b(levels.b) };
    const ys = pairs.map(({ a, b }) => Math.max(heights.a.get(a) ?? 0, heights.b.get(b) ?? 0));
    if (pairs.every(({ a, b }, index) => heights.a.get(a) === ys[index] && heights.b.get(b) === ys[index])) break;
    const map = (side: 'a' | 'b') => new Map(pairs.map((pair, index) => [pair[side], ys[index] ?? 0]));
    levels = { a: map('a'), b: map('b') };
  }
  return levels;
}
