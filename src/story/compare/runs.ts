// Two runs, what is known of each, and where in their rows something is. It must not know what is looked for.

import type { Timeline } from '../../lab/index.ts';
import type { Difference, OfBoth, Side } from '../../words/compare/index.ts';
import type { Pair } from './match.ts';
import type { Outline } from './outline.ts';

/** One thing that differs, and the row in which it can be seen; no row where it is about everything. */
export interface Differing {
  readonly difference: Difference;
  /** An index of the rows. */
  readonly row?: number;
}

/** Both runs, and what is known of each. */
export interface Runs {
  readonly timelines: OfBoth<Timeline>;
  readonly outlines: OfBoth<Outline>;
  readonly rows: readonly Pair[];
}

/** Finds what differs in one respect. */
export type Finder = (runs: Runs) => Differing | readonly Differing[] | undefined;

/** The row of a step of one run. */
export function rowOf({ rows }: Runs, side: Side, step: number | undefined): { readonly row?: number } {
  const row = step === undefined ? -1 : rows.findIndex((pair) => pair[side]?.number === step);
  return row < 0 ? {} : { row };
}

/** Which run alone has something, if one has. */
export function onlyIn({ outlines: { a, b } }: Runs, has: (outline: Outline) => boolean): Side | undefined {
  if (has(a) === has(b)) return undefined;
  return has(a) ? 'a' : 'b';
}
