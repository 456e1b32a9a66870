// Gives every row its y: each as high as the rows above leave room, in time order, close enough to fit the height.
// It must not know the playhead: stepping moves nothing.

import type { Frame, Options } from './frame.ts';
import { ascent, descent, lineHeight } from './metrics.ts';
import type { Model, Row } from './model.ts';
import type { Box, Closeness, Plan } from './plan.ts';
import { planMilestone, planWork } from './plan-local.ts';
import { planMessage } from './plan-message.ts';
import { typeset } from './words.ts';

/** A band's place: its rule (none above the first), and its title's lines. */
export interface PlacedBand {
  readonly id: string;
  readonly rule?: number;
  readonly lines: readonly string[];
  /** Baseline of the first line. */
  readonly baseline: number;
  readonly box: Box;
  /** The whole title where it is cut. */
  readonly title?: string;
}

export interface Arrangement {
  readonly plans: readonly Plan[];
  /** The y of each row. */
  readonly ys: readonly number[];
  readonly bands: readonly PlacedBand[];
  /** Where the rows end, in px. */
  readonly bottom: number;
}

/** Distances between rows: 0 as close as is legible, 1 comfortable, up to `widest` where there is room to fill. */
const widest = 2;

/** The ways to make room, in this order; each is taken when the one before would stand closer than its least distance. */
const ways = [
  { closeness: 'roomy', least: 0.4 },
  { closeness: 'inline', least: 0.1 },
  { closeness: 'tight', least: 0 },
] as const;

/** What can't fit is scrolled: close enough to see much of it at once. Beside a name is room for a caption only where it is wide. */
const scrolled = { wide: 'inline', narrow: 'roomy', ease: 0.5 } as const;

/** Arranges the rows below `top`. */
export function arrange(model: Model, frame: Frame, options: Options, top: number): Arrangement {
  const { height } = options;
  const planned = (closeness: Closeness) => planAll(model, frame, closeness);
  const pack = (plans: readonly Plan[], ease: number) => new Packing(model, frame, top, ease).pack(plans);
  if (height === undefined) return pack(planned('roomy'), 1);
  for (const { closeness, least } of leastHeight(model, frame) > height ? [] : ways) {
    const plans = planned(closeness);
    if (pack(plans, least).bottom > height) continue;
    return pack(
      plans,
      largest(least, widest, (ease) => pack(plans, ease).bottom <= height),
    );
  }
  return pack(planned(frame.narrow ? scrolled.narrow : scrolled.wide), scrolled.ease);
}

/** No way of packing needs less, in px: arrows don't share a height. It spares a long picture three plans in vain. */
function leastHeight({ rows }: Model, { metrics }: Frame): number {
  return rows.filter((row) => row.kind === 'message').length * 2 * metrics.wire;
}

function planAll(model: Model, frame: Frame, closeness: Closeness): Plan[] {
  const ghosts = model.rows.filter((row) => row.kind === 'message' && row.ghost);
  const noted = frame.narrow ? ghosts.at(-1) : ghosts[0];
  return model.rows.map((row) => plan(row, frame, closeness, row === noted ? model.ghostNote : undefined));
}

function plan(row: Row, frame: Frame, closeness: Closeness, note?: string): Plan {
  if (row.kind === 'message') return planMessage(row, frame, closeness, note);
  return row.kind === 'work' ? planWork(row, frame) : planMilestone(row, frame);
}

/** The largest value up to `most` that fits, by halving; `least` is known to. */
function largest(least: number, most: number, fits: (value: number) => boolean): number {
  if (fits(most)) return most;
  let low = least;
  let high = most;
  for (let round = 0; round < 7; round++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Width in px of the strips in which the packing remembers how far down the page is taken. */
const strip = 4;

class Packing {
  private readonly taken: Float64Array;
  /** The lowest of all strips. */
  private deepest: number;
  private readonly gap: number;
  private readonly bandGap: number;
  private readonly nudge: number;

  constructor(
    private readonly model: Model,
    private readonly frame: Frame,
    top: number,
    ease: number,
  ) {
    const { scale } = frame.metrics;
    this.taken = new Float64Array(Math.ceil(frame.width / strip)).fill(top);
    this.deepest = top;
    this.gap = (1 + 10 * ease) * scale;
    this.bandGap = (5 + 6 * ease) * scale;
    this.nudge = 4 * ease * scale;
  }

  pack(plans: readonly Plan[]): Arrangement {
    const starts = new Map(this.model.bands.map((band) => [band.from, band]));
    const bands: PlacedBand[] = [];
    const ys: number[] = [];
    let before: Row | undefined;
    for (const each of plans) {
      const band = starts.get(each.row.id);
      if (band) bands.push(this.open(band, bands.length > 0));
      const last = ys.at(-1) ?? 0;
      const least = before === undefined ? 0 : before.step === each.row.step ? last : last + this.nudge;
      let y = least;
      for (const box of each.boxes) y = Math.max(y, this.lowest(box) + this.gap - box.y0);
      for (const box of each.boxes) this.take(box, y);
      ys.push(y);
      before = each.row;
    }
    return { plans, ys, bands, bottom: this.deepest + this.frame.metrics.tail + this.gap };
  }

  /** Begins a band under everything above it. */
  private open(band: { id: string; title: string }, ruled: boolean): PlacedBand {
    const { metrics: m, narrow, x, titles, measure } = this.frame;
    const font = m.fonts.band;
    const above = this.deepest;
    const top = ruled ? above + 2 * this.bandGap : above;
    const rule = above + this.bandGap;
    this.level(top);
    const start = narrow ? x.left + m.beside : m.margin;
    const room = narrow ? x.right - m.beside - start : titles;
    const { lines, cut } = typeset(band.title, font, Math.ceil(room), narrow ? 1 : 4, measure);
    const baseline = (narrow ? top : top + this.gap / 2) + ascent(font);
    const bottom = baseline + (lines.length - 1) * lineHeight(font) + descent(font);
    const box: Box = {
      x0: start,
      x1: start + room,
      y0: baseline - ascent(font),
      y1: bottom,
    };
    this.take(box, 0);
    if (narrow) this.level(bottom);
    return { id: band.id, lines, baseline, box, ...(ruled ? { rule } : {}), ...(cut ? { title: band.title } : {}) };
  }

  private level(y: number): void {
    this.taken.fill(y);
    this.deepest = y;
  }

  private lowest(box: Box): number {
    let low = 0;
    const [from, to] = this.strips(box);
    for (let index = from; index <= to; index++) {
      const here = this.taken[index] ?? 0;
      if (here > low) low = here;
    }
    return low;
  }

  private take(box: Box, y: number): void {
    const [from, to] = this.strips(box);
    const bottom = y + box.y1;
    for (let index = from; index <= to; index++) if ((this.taken[index] ?? 0) < bottom) this.taken[index] = bottom;
    if (bottom > this.deepest) this.deepest = bottom;
  }

  private strips({ x0, x1 }: Box): [number, number] {
    return [Math.max(0, Math.floor(x0 / strip)), Math.min(this.taken.length - 1, Math.floor(x1 / strip))];
  }
}
