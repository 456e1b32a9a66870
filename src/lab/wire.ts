// The wire between the two, and the seam where it may be tapped: who sits there sees bytes only. It must not know keys,
// messages or endpoints.

import type { Carriage } from './timeline.ts';

/** The connection is cut here: nothing more passes in either direction. */
export const CUT = 'cut';

/**
 * What becomes of a record on its way: the carriages that take its place, in order. What is dropped is handed on with that fate, so
 * that the picture can show it; what is injected has no `ordinal`. `record` is numbered afresh behind the tap. `CUT` ends it all.
 */
export type Tap = (carriage: Carriage) => readonly (Carriage | typeof CUT)[];

/** A wire that does what wires should. */
export const honestWire: Tap = (carriage) => [carriage];
