// Results that are remembered, the ones asked for last: for what is pure, costs more than a look, and is asked for again.
// It must not know what is computed.

/** The result that goes by a name: the one before, as long as it is remembered, or else the one that is made now. */
export type Memo<Result> = (name: string, make: () => Result) => Result;

/** @param most so many results are remembered; the one that was not asked for the longest gives way */
export function memo<Result>(most: number): Memo<Result> {
  const known = new Map<string, { readonly result: Result }>();
  return (name, make) => {
    const found = known.get(name) ?? { result: make() };
    // A Map keeps the order of insertion: what is asked for becomes its youngest entry.
    known.delete(name);
    known.set(name, found);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return found.result;
  };
}
