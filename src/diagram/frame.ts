// Where the columns stand: the two lifelines, the wire between them and what is left outside, for a given width.
// It must not know rows' heights nor time.

import { type Metrics, metrics } from './metrics.ts';
import type { Model, Row, Side } from './model.ts';
import type { Measure } from './scene.ts';
import { halvedWidth, widestWord } from './words.ts';

/** How the picture shall be laid out. */
export interface Options {
  /** In px. Nothing is drawn outside it. */
  readonly width: number;
  /** In px. The rows stand closer, or wider, to fill it; if they cannot fit, the scene is higher, and scrolls. */
  readonly height?: number;
  /** Draw the plain line under each message. */
  readonly captions: boolean;
  /** 1 for text of 13 px and more. */
  readonly fontScale: number;
}

/** The least room for titles, in px at scale 1: not every word gets a line of its own. */
const shortest = 80;

/** Between titles and labels, in px at scale 1. */
export const columnGap = 2;

/** What an arrow has at least, and what leaves its words some air, in px at scale 1. */
const leastWire = 280;
const comfortable = 380;

/** In a narrow picture, from its edge to a lifeline. */
const edge = 30;

export interface Frame {
  readonly width: number;
  /** Too narrow for columns outside the lifelines: titles become headings, labels stand inside. */
  readonly narrow: boolean;
  /** The x of each lifeline. */
  readonly x: Readonly<Record<Side, number>>;
  /** Room for the bands' titles, in px. */
  readonly titles: number;
  /** Left of the lifelines titles and labels stand in one column, one below the other. */
  readonly compact: boolean;
  readonly metrics: Metrics;
  readonly measure: Measure;
  readonly captions: boolean;
  /** In a picture of more than two lifelines: what a row has of it, which is between two of them. */
  of?(row: Row): Frame;
}

/** How a picture's width is divided. */
export type Columns = typeof frame;

/** What of a frame a row has. */
export const partOf = (frame: Frame, row: Row): Frame => frame.of?.(row) ?? frame;

/** Outward from a lifeline: -1 at the left one, 1 at the right one. */
export const outward = (side: Side): -1 | 1 => (side === 'left' ? -1 : 1);

export const opposite = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/**
 * Divides the width. Outer columns are as wide as their labels need in two lines each, or, where that takes too much from the wire, as their
 * longest words need.
 */
export function frame(model: Model, measure: Measure, options: Options): Frame {
  const { width, captions } = options;
  const { compact = false } = model;
  const m = metrics(options.fontScale);
  const words = (texts: readonly string[], font: 'band' | 'verdict' | 'note') =>
    Math.max(0, ...texts.map((text) => widestWord(text, m.fonts[font], measure)));
  const titles = Math.max(
    words(
      model.bands.map(({ title }) => title),
      'band',
    ),
    words(
      model.bands.map(({ note }) => note ?? ''),
      'note',
    ),
    shortest * m.scale,
  );
  const notes = [...(model.brackets ?? []).map((bracket) => bracket.text), model.ghostNote ?? ''];
  const noted = words(notes, 'note') + m.beside + 10 * m.scale;
  const outside = (least: typeof widestWord) => {
    const labels = (side: Side) => {
      const widths = model.rows.map((row) =>
        (row.kind === 'keys' || row.kind === 'mark') && row.at === side ? least(row.text, m.fonts.verdict, measure) : 0,
      );
      return Math.ceil(Math.max(0, ...widths)) + m.beside + 1;
    };
    const left =
      m.margin +
      (compact ? Math.max(titles + m.beside, labels('left')) : titles + columnGap * m.scale + labels('left'));
    const right = m.margin + Math.max(labels('right'), noted);
    return { left, right, wire: width - left - right };
  };
  const roomy = outside(halvedWidth);
  const { left, right, wire } =
    roomy.wire >= (compact ? leastWire : comfortable) * m.scale ? roomy : outside(widestWord);
  const narrow = wire < leastWire * m.scale;
  // Of what a comfortable wire leaves over, the outer columns get the larger part.
  const spare = Math.max(0, wire - comfortable * m.scale) * 0.35;
  const x = narrow ? { left: edge, right: width - edge } : { left: left + spare, right: width - right - spare };
  const column = compact && !narrow ? x.left - m.margin - m.beside : titles;
  return { width, narrow, x, titles: column, compact, metrics: m, measure, captions };
}
