// What is loaded late, by name: asked whether it is at hand, fetched, taken. It must not know what the parts are, nor who wants them.

/** A part that could not be fetched: it can be asked for again. */
export class MissingPart extends Error {
  override readonly name = 'MissingPart';
}

export interface Shelf<Parts> {
  readonly names: readonly (keyof Parts & string)[];
  /** Whether all of these are at hand. */
  has(...names: readonly (keyof Parts)[]): boolean;
  /** Fetches what of these is not at hand yet. @throws MissingPart when one can't be had; asking again fetches it anew */
  need(...names: readonly (keyof Parts)[]): Promise<void>;
  /** A part that is at hand. @throws RangeError when nobody has fetched it */
  take<Name extends keyof Parts>(name: Name): Parts[Name];
}

/** What fetches each part that nobody has fetched for later yet, the nearest to the reader last. */
const later: (() => Promise<void>)[] = [];

/**
 * Fetches the parts of all shelves, one after the other: what was put up last comes first, for that is nearest to the reader. A part that can't
 * be had stays where it is, to be asked for again.
 * @param turn awaited before each part, so that whoever calls can choose the moment
 * @returns whether all of them are at hand
 */
export async function fetchAll(turn: () => Promise<unknown>): Promise<boolean> {
  const missing: typeof later = [];
  for (let fetch = later.pop(); fetch; fetch = later.pop()) {
    await turn();
    await fetch().catch(() => missing.push(fetch));
  }
  later.push(...missing);
  return missing.length === 0;
}

/** A shelf of parts, all of them still to be fetched. @param sources what fetches each, such as an `import()` */
export function shelf<Parts extends object>(
  sources: {
    readonly [Name in keyof Parts]: () => Promise<Parts[Name]>;
  },
): Shelf<Parts> {
  const here = new Map<keyof Parts, Parts[keyof Parts]>();
  const coming = new Map<keyof Parts, Promise<void>>();
  const fetched = async (name: keyof Parts): Promise<void> => {
    try {
      here.set(name, await sources[name]());
    } catch (cause) {
      coming.delete(name);
      throw new MissingPart(`the part ${String(name)} could not be loaded`, { cause });
    }
  };
  const put: Shelf<Parts> = {
    names: Object.keys(sources) as (keyof Parts & string)[],
    has: (...names) => names.every((name) => here.has(name)),
    async need(...names) {
      await Promise.all(
        names.map((name) => {
          const known = coming.get(name) ?? fetched(name);
          coming.set(name, known);
          return known;
        }),
      );
    },
    take<Name extends keyof Parts>(name: Name) {
      if (!here.has(name)) throw new RangeError(`${String(name)} is not at hand: it has to be needed first`);
      return here.get(name) as Parts[Name];
    },
  };
  later.push(...[...put.names].reverse().map((name) => () => put.need(name)));
  return put;
}
