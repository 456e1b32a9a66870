// Divides the width among three lifelines: labels of the outer ones stand outside, those of the one in the middle beside it. It must not
// know the playhead.

import { type Frame, frame, type Options } from '../frame.ts';
import type { Model, Row } from '../model.ts';
import type { Measure } from '../scene.ts';
import { inner, type Span, type SpannedRow } from './model.ts';

/** From the middle of the lifeline in the middle to each of its faces, in px at scale 1. */
const half = 8;

/** In a narrow picture, from the edge to a lifeline, in px. */
const edge = 16;

/** How much wider than a half a pair is with its outer column, in px at scale 1. */
const column = 170;

/** A frame of three lifelines. */
export interface Threefold extends Frame {
  /** The x of the middle. */
  readonly middle: number;
  readonly spans: Readonly<Record<Span, Frame>>;
}

/** Divides the width so that both wires are equally long. Outside there is what two lifelines would have there, of which one pair has half. */
export function threeColumns(model: Model, measure: Measure, options: Options): Threefold {
  const { width, fontScale } = options;
  const outer = model.rows.filter(isOuter);
  const pair = frame({ ...model, rows: outer }, measure, { ...options, width: width / 2 + column * fontScale });
  const { narrow, titles, metrics: m, captions } = pair;
  const x = narrow
    ? { left: edge, right: width - edge }
    : { left: pair.x.left, right: width - pair.width + pair.x.right };
  const middle = Math.round((x.left + x.right) / 2);
  const common = { width, titles, compact: pair.compact, metrics: m, measure, captions };
  const spans: Threefold['spans'] = {
    near: { ...common, narrow, x: { left: x.left, right: middle - half * m.scale } },
    far: { ...common, narrow, x: { left: middle + half * m.scale, right: x.right } },
  };
  const inside = {
    near: { ...spans.near, narrow: true },
    far: { ...spans.far, narrow: true },
  };
  const of = (row: SpannedRow): Frame => {
    if (row.span === undefined) return whole;
    return isInner(row, row.span) ? inside[row.span] : spans[row.span];
  };
  const whole = { ...common, narrow, x };
  return { ...whole, middle, spans, of };
}

/** Whether nothing of a row may stand outside its span. */
function isInner(row: Row, span: Span): boolean {
  return row.kind === 'message' ? span === 'near' : row.at === inner[span];
}

/** Whether a row is on one of the outer lifelines. */
function isOuter(row: SpannedRow): boolean {
  return row.kind !== 'message' && (row.span === undefined || row.at !== inner[row.span]);
}
