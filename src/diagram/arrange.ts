// Gives every row its y: each as high as the rows above leave room, in time order, close enough to fit the height.
// It must not know the playhead: stepping moves nothing.

import { type Frame, type Options, partOf } from './frame.ts';
import { ascent, descent, lineHeight } from './metrics.ts';
import type { Band, Model, Row } from './model.ts';
import type { Box, Closeness, Plan } from './plan.ts';
import { planLocal } from './plan-local.ts';
import { planMessage } from './plan-message.ts';
import { isLocal, type Slot, slotsOf } from './slots.ts';
import { typeset } from './words.ts';

/** A band's place: its rule (none above the first), and its title's lines. */
export interface PlacedBand {
  readonly id: string;
  readonly rule?: number;
  readonly lines: readonly { readonly text: string; readonly font: 'band' | 'note' }[];
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
  { closeness: 'inline', least: 0.1 },
  { closeness: 'tight', least: 0 },
] as const;

/** What can't fit is scrolled: close enough to see much of it at once. */
export const scrolled = 0.5;
/** Of large type there is never enough in sight. */
const scrolledCompact = 0.1;

/** Arranges the rows below `top`, where the lifelines begin. */
export function arrange(model: Model, frame: Frame, options: Options, top: number): Arrangement {
  const { height } = options;
  const slots = slotsOf(model.rows, frame.narrow || frame.of !== undefined);
  const planned = (closeness: Closeness) => planAll(model, slots, frame, closeness);
  const pack = (plans: readonly Plan[], ease: number) => new Packing(model, frame, top, ease).pack(plans, slots);
  if (model.levels) return pack(planned('inline'), scrolled);
  if (height === undefined) return pack(planned('inline'), 1);
  for (const { closeness, least } of leastHeight(model, frame) > height ? [] : ways) {
    const plans = planned(closeness);
    if (pack(plans, least).bottom > height) continue;
    return pack(
      plans,
      largest(least, widest, (ease) => pack(plans, ease).bottom <= height),
    );
  }
  return pack(planned('inline'), frame.compact ? scrolledCompact : scrolled);
}

/** No way of packing needs less, in px: arrows don't share a height. It spares a long picture three plans in vain. */
function leastHeight({ rows }: Model, { metrics }: Frame): number {
  return rows.filter((row) => row.kind === 'message').length * 2 * metrics.wire;
}

function planAll(model: Model, slots: readonly Slot[], frame: Frame, closeness: Closeness): Plan[] {
  const ghosts = model.rows.filter((row) => row.kind === 'message' && row.ghost);
  const noted = frame.narrow ? ghosts.at(-1) : ghosts[0];
  const plans = new Map<Row, Plan>();
  for (const slot of slots) {
    const own = slot[0] ? partOf(frame, slot[0]) : frame;
    const made = isLocal(slot)
      ? planLocal(slot, own)
      : slot.flatMap((row) =>
          row.kind === 'message' ? [planMessage(row, own, closeness, row === noted ? model.ghostNote : undefined)] : [],
        );
    for (const plan of made) plans.set(plan.row, plan);
  }
  return model.rows.flatMap((row) => plans.get(row) ?? []);
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

/** Puts rows below each other that have been planned. */
export class Packing {
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
    this.deepest = top + 4 * scale;
    this.taken = new Float64Array(Math.ceil(frame.width / strip)).fill(this.deepest);
    this.gap = (1 + 10 * ease) * scale;
    this.bandGap = (5 + 6 * ease) * scale;
    this.nudge = 4 * ease * scale;
  }

  pack(plans: readonly Plan[], slots: readonly Slot[]): Arrangement {
    const starts = new Map(this.model.bands.map((band) => [band.from, band]));
    const planOf = new Map(plans.map((plan) => [plan.row, plan]));
    const bands: PlacedBand[] = [];
    const ys = new Map<Row, number>();
    let before: Slot | undefined;
    let last = 0;
    for (const slot of slots) {
      const band = slot.map(({ id }) => starts.get(id)).find((found) => found !== undefined);
      if (band) bands.push(this.open(band, bands.length > 0));
      const boxes = slot.flatMap((row) => planOf.get(row)?.boxes ?? []);
      let y = before === undefined ? 0 : last + this.stride(before, slot);
      for (const box of boxes) y = Math.max(y, this.lowest(box) + this.gap - box.y0);
      for (const { id } of slot) y = Math.max(y, this.model.levels?.get(id) ?? 0);
      for (const box of boxes) this.take(box, y);
      for (const row of slot) ys.set(row, y);
      before = slot;
      last = y;
    }
    const bottom = this.deepest + this.frame.metrics.tail + this.gap;
    return { plans, ys: plans.map(({ row }) => ys.get(row) ?? 0), bands, bottom };
  }

  /** How far below a slot the next one stands at least: what happens at once may share a height, but a milestone comes before what follows. */
  private stride(before: Slot, next: Slot): number {
    if (before[0]?.step !== next[0]?.step) return this.nudge;
    return before.some(({ kind }) => kind === 'mark') ? this.frame.metrics.pill : 0;
  }

  /** Begins a band under everything above it. */
  private open(band: Band, ruled: boolean): PlacedBand {
    const { metrics: m, narrow, x, titles } = this.frame;
    const { fonts } = m;
    const above = this.deepest;
    const top = ruled ? above + 2 * this.bandGap : above;
    const rule = above + this.bandGap;
    this.level(top);
    const start = narrow ? x.left + m.beside : m.margin;
    const room = narrow ? x.right - m.beside - start : titles;
    const { lines, cut } = this.titleOf(band, room);
    const baseline = (narrow ? top : top + this.gap / 2) + ascent(fonts.band);
    const bottom = baseline + (lines.length - 1) * lineHeight(fonts.band) + descent(fonts.band);
    const box: Box = { x0: start, x1: start + room, y0: baseline - ascent(fonts.band), y1: bottom };
    this.take(box, 0);
    if (narrow) this.level(bottom);
    return { id: band.id, lines, baseline, box, ...(ruled ? { rule } : {}), ...(cut ? { title: band.title } : {}) };
  }

  /** A narrow picture has no height for what else a band holds. */
  private titleOf({ title, note = '' }: Band, room: number): Pick<PlacedBand, 'lines'> & { readonly cut: boolean } {
    const { metrics: m, narrow, measure } = this.frame;
    const set = (text: string, font: 'band' | 'note', most: number) =>
      typeset(text, m.fonts[font], Math.ceil(room), most, measure);
    const named = set(title, 'band', narrow ? 1 : 4);
    const noted = set(narrow ? '' : note, 'note', 4);
    const lines = [
      ...named.lines.map((text) => ({ text, font: 'band' as const })),
      ...noted.lines.map((text) => ({ text, font: 'note' as const })),
    ];
    return { lines, cut: named.cut };
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
