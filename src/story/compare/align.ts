// Which items of one list stand beside which of another, so that as much as possible is matched and both keep their order. It must not know
// what the items are.

/** An item of each list, or one that only one list has. At least one is there. */
export interface Aligned<Item> {
  readonly a?: Item;
  readonly b?: Item;
}

interface Ways<Item> {
  /** How well two items go together; 0: not at all. */
  readonly likeness: (one: Item, other: Item) => number;
  /** Whether the first has to come after the second where neither has a match; left out: never. */
  readonly later?: (one: Item, other: Item) => boolean;
}

/** By the best sum of likenesses from every place to the end of both, as for any two sequences (Needleman and Wunsch, 1970). */
export function aligned<Item extends object>(
  one: readonly Item[],
  other: readonly Item[],
  { likeness, later = () => false }: Ways<Item>,
): readonly Aligned<Item>[] {
  const best = one.map(() => other.map(() => 0));
  const from = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const together = (i: number, j: number): number => {
    const [a, b] = [one[i], other[j]];
    const like = a && b ? likeness(a, b) : 0;
    return like > 0 ? like + from(i + 1, j + 1) : 0;
  };
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      (best[i] as number[])[j] = Math.max(together(i, j), from(i + 1, j), from(i, j + 1));
  const pairs: Aligned<Item>[] = [];
  for (let [i, j] = [0, 0]; i < one.length || j < other.length; ) {
    const [a, b] = [one[i], other[j]];
    const whole = from(i, j);
    if (a && b && whole > 0 && whole === together(i, j)) {
      pairs.push({ a, b });
      i++;
      j++;
    } else if (a && (!b || (whole === from(i + 1, j) && (whole !== from(i, j + 1) || !later(a, b))))) {
      pairs.push({ a });
      i++;
    } else if (b) {
      pairs.push({ b });
      j++;
    }
  }
  return pairs;
}
