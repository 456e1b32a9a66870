// What a picture of three lifelines is made of: a pair at the left and a pair at the right that share the one in the middle. Plain data; it
// must not know who the three are.

import type { Actor, Model, Row, Side } from '../model.ts';

/** Which two of three lifelines: the left one and the middle one, or that and the right one. */
export type Span = 'near' | 'far';

/** A row of a picture with three lifelines; its sides are those of its span. Without one it goes from the first to the last. */
export type SpannedRow = Row & { readonly span?: Span };

/** One of the two faces of the lifeline in the middle, as the end of a pair. */
export type Face = Pick<Actor, 'endsAt' | 'opaque' | 'dimmed'>;

export interface ThreefoldModel extends Omit<Model, 'brackets' | 'levels'> {
  readonly middle: Actor;
  /** How it ends each pair; absent: it ends none, and everything passes through it. */
  readonly faces?: Readonly<Record<Span, Face>>;
  readonly rows: readonly SpannedRow[];
}

/** The side of a span at which the middle stands. */
export const inner: Readonly<Record<Span, Side>> = { near: 'right', far: 'left' };
