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
  return {
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
}
