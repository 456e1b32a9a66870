// A finished picture as plain data: shapes in drawing order, in px, each with a stable id. Two renderers read it.
// It must not know the DOM, nor what the shapes stand for.

import type { GlyphName } from './glyphs.ts';
import type { Ink } from './themes.ts';

/** Size in px and weight 100–900, of the one typeface. */
export interface Font {
  readonly size: number;
  readonly weight: number;
}

/** The width in px of a text in a font. Injected, so that layout needs no screen. */
export type Measure = (text: string, font: Font) => number;

/** How a shape is inked; what is left out is not drawn. `weight` is the stroke's width in px, `dash` as in SVG. */
export interface Paint {
  readonly fill?: Ink;
  readonly stroke?: Ink;
  readonly weight?: number;
  readonly dash?: string;
}

/** What differs while a shape enters or leaves; it moves from here to its place. */
export interface Entry {
  readonly x?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly r?: number;
  readonly size?: number;
  readonly opacity?: number;
}

/**
 * What a page may draw apart, so that what changes in every frame has nothing else painted again: from below, the lines along which things
 * move, the signs and words of the rows, and the heads, which may stay in sight while the rest scrolls.
 */
export type Plane = 'lines' | 'rows' | 'heads';

interface ShapeBase {
  /** Stable between two scenes of one run, unique within a scene. */
  readonly id: string;
  /** What it is, for stylesheets and tests: 'wire', 'pill', 'strand'. */
  readonly role: string;
  readonly paint: Paint;
  readonly opacity?: number;
  /** The full text, where the picture had to shorten it. */
  readonly title?: string;
  readonly entry?: Entry;
  /** Enters only when the others have arrived. */
  readonly late?: boolean;
  /** Where it is drawn; without one, with the rows. */
  readonly plane?: Plane;
}

export interface Line extends ShapeBase {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Rect extends ShapeBase {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

export interface Circle extends ShapeBase {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

/** A drawn sign, centred on (x, y); arrowheads have their tip there. `size` 1 is natural size. */
export interface Glyph extends ShapeBase {
  readonly kind: 'glyph';
  readonly glyph: GlyphName;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** One line of text; (x, y) is on its baseline. `turn` is in degrees, clockwise. */
export interface Text extends ShapeBase {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly font: Font;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly turn?: number;
}

export type Shape = Line | Rect | Circle | Glyph | Text;

/** Where the pointer means a row, in px. Of two that lie over each other the later one counts. */
export interface Area {
  /** The row's id. */
  readonly row: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** How far down the heads reach, in px: nothing of them stands below, nothing else above. */
  readonly heads: number;
  readonly shapes: readonly Shape[];
  /** One for each row. */
  readonly areas: readonly Area[];
}
