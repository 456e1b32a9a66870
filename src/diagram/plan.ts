// What a row puts on the page, relative to the row's own y: lines of text, and the boxes nothing else may enter.
// It must not know the playhead, nor where the row will stand.

import type { Frame } from './frame.ts';
import { ascent, descent, type FontName } from './metrics.ts';
import type { Row, Side } from './model.ts';
import type { Ink } from './themes.ts';

/** An area in px; in a plan its y is relative to the row's. */
export interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** One line of text; `dy` is its baseline relative to the row's y. */
export interface Label {
  readonly part: string;
  readonly x: number;
  readonly dy: number;
  readonly text: string;
  readonly font: FontName;
  readonly ink: Ink;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Plan<R extends Row = Row> {
  readonly row: R;
  readonly labels: readonly Label[];
  readonly boxes: readonly Box[];
  /** Where the pointer means the row. */
  readonly hit: Box;
  /** All words of the row, where some are cut or left out. */
  readonly title?: string;
  /** Of a message with a padlock: where its centre stands. */
  readonly lock?: number;
  /** Of a pill: its outline. */
  readonly pill?: Box;
  /** The sign on the lifeline is that of another row at the same height. */
  readonly shared?: boolean;
}

/** How close things may come: captions beside the name where they fit; or always there, cut if need be, and pills beside names too. */
export type Closeness = 'inline' | 'tight';

/** The box of a line of text. */
export function labelBox(label: Label, frame: Frame): Box {
  const font = frame.metrics.fonts[label.font];
  const width = frame.measure(label.text, font);
  const x0 = label.x - (label.anchor === 'start' ? 0 : label.anchor === 'end' ? width : width / 2);
  return { x0, x1: x0 + width, y0: label.dy - ascent(font), y1: label.dy + descent(font) };
}

/** The ink of a tone. */
export const toneInk = { calm: 'muted', good: 'application', bad: 'alert' } as const satisfies Record<string, Ink>;

/** What a sign on a lifeline takes. */
export function lifelineBox(side: Side, frame: Frame): Box {
  const { metrics: m, x } = frame;
  const half = m.disc + 2;
  return { x0: x[side] - half, x1: x[side] + half, y0: -half, y1: half };
}

/** The area around boxes, large enough for a finger. */
export function hitOf(boxes: readonly Box[], frame: Frame): Box {
  const y0 = Math.min(...boxes.map((box) => box.y0));
  const y1 = Math.max(...boxes.map((box) => box.y1));
  const x0 = Math.min(...boxes.map((box) => box.x0));
  const x1 = Math.max(...boxes.map((box) => box.x1));
  const grow = (size: number): number => Math.max(0, frame.metrics.target - size) / 2;
  const [aside, above] = [grow(x1 - x0), grow(y1 - y0)];
  return { x0: Math.max(0, x0 - aside), x1: Math.min(frame.width, x1 + aside), y0: y0 - above, y1: y1 + above };
}
