// Divides the width among three lifelines: labels of the outer ones stand outside, those of the one in the middle beside it. It must not
// know the playhead.

import { columnGap, type Frame, type Options, shortest } from '../frame.ts';
import { metrics } from '../metrics.ts';
import type { Row } from '../model.ts';
import type { Measure } from '../scene.ts';
import { widestWord } from '../words.ts';
import { inner, type Span, type SpannedRow, type ThreefoldModel } from './model.ts';

/** From the middle of the lifeline in the middle to each of its faces, in px at scale 1. */
const half = 8;

/** What a wire has at least where labels stand outside, and in a narrow picture from the edge to a lifeline, in px at scale 1. */
const leastWire = 230;
const edge = 16;

/** A frame of three lifelines. */
export interface Threefold extends Frame {
  /** The x of the middle. */
  readonly middle: number;
  readonly spans: Readonly<Record<Span, Frame>>;
}

/** Divides the width so that both wires are equally long. */
export function threeColumns(
  { bands, rows }: Pick<ThreefoldModel, 'bands' | 'rows'>,
  measure: Measure,
  { width, captions, fontScale }: Options,
): Threefold {
  const m = metrics(fontScale);
  const words = (texts: readonly string[], font: 'band' | 'verdict') =>
    Math.max(0, ...texts.map((text) => widestWord(text, m.fonts[font], measure)));
  const titles = Math.max(
    words(
      bands.map(({ title }) => title),
      'band',
    ),
    shortest * m.scale,
  );
  const labels = (span: Span) =>
    words(
      rows.flatMap((row) => outerLabel(row, span) ?? []),
      'verdict',
    ) +
    m.beside +
    1;
  const wide = {
    left: m.margin + titles + columnGap * m.scale + Math.ceil(labels('near')),
    right: width - m.margin - Math.ceil(labels('far')),
  };
  const narrow = wide.right - wide.left < 2 * leastWire * m.scale;
  const x = narrow ? { left: edge, right: width - edge } : wide;
  const middle = Math.round((x.left + x.right) / 2);
  const common = { width, titles, metrics: m, measure, captions };
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

function outerLabel(row: SpannedRow, span: Span): string | undefined {
  if (row.kind !== 'keys' && row.kind !== 'mark') return undefined;
  const outer = span === 'near' ? 'left' : 'right';
  return row.at === outer && (row.span ?? span) === span ? row.text : undefined;
}
