// What stands beside the rows: the bands' rules and titles, the brackets, the marks of selection, and where the pointer means a row.
// It must not know how time passes.

import type { Arrangement } from './arrange.ts';
import { type Frame, outward } from './frame.ts';
import { ascent, descent, lineHeight } from './metrics.ts';
import type { Bracket, Row } from './model.ts';
import { type Box, labelBox, type Plan } from './plan.ts';
import type { Area, Shape, Text } from './scene.ts';
import { typeset } from './words.ts';

/** The shapes of each band, in their order. */
export function drawBands(arrangement: Arrangement, frame: Frame): readonly (readonly Shape[])[] {
  const { metrics: m, width } = frame;
  const line = lineHeight(m.fonts.band);
  return arrangement.bands.map((band) => {
    const titles: Shape[] = band.lines.map(({ text, font }, index) => ({
      kind: 'text',
      id: `band${index}:${band.id}`,
      role: 'band',
      x: band.box.x0,
      y: band.baseline + index * line,
      text,
      font: m.fonts[font],
      anchor: 'start',
      paint: { fill: 'muted' },
      ...(band.title ? { title: band.title } : {}),
    }));
    if (band.rule === undefined) return titles;
    const ends = { x1: m.margin, y1: band.rule, x2: width - m.margin, y2: band.rule };
    return [
      {
        kind: 'line',
        id: `rule:${band.id}`,
        role: 'rule',
        plane: 'lines',
        ...ends,
        paint: { stroke: 'rule', weight: 1 },
      },
      ...titles,
    ];
  });
}

/** Whether a bracket's last message has happened: only then it appears. */
export function happened(bracket: Bracket, rows: readonly Row[], parts: readonly number[]): boolean {
  return parts[spanned(bracket, rows).at(-1) ?? -1] === 1;
}

/** Draws a bracket beside its rows. */
export function drawBracket(
  bracket: Bracket,
  rows: readonly Row[],
  arrangement: Arrangement,
  frame: Frame,
): readonly Shape[] {
  const indices = spanned(bracket, rows);
  const first = indices[0];
  const last = indices.at(-1);
  if (first === undefined || last === undefined) return [];
  const row = rows[first];
  const side = row?.kind === 'message' ? row.from : 'right';
  const out = outward(side);
  const x = frame.x[side] + out * (frame.narrow ? 11 : 17 * frame.metrics.scale);
  const span = spanOf(arrangement, first, last);
  const words = frame.narrow
    ? turnedWords(bracket, frame, x, out, span)
    : bracketWords(bracket, arrangement, frame, x, out, span);
  return [...bracketLines(bracket, frame, x, out, span), ...words];
}

/** The indices of its rows. */
function spanned(bracket: Bracket, rows: readonly Row[]): readonly number[] {
  return rows.flatMap((row, index) => (bracket.rows.includes(row.id) ? [index] : []));
}

function spanOf({ plans, ys }: Arrangement, first: number, last: number): { y0: number; y1: number } {
  const y0 = (ys[first] ?? 0) + (plans[first]?.hit.y0 ?? 0);
  return { y0: y0 + 2, y1: (ys[last] ?? 0) + 3 };
}

function bracketLines(
  bracket: Bracket,
  frame: Frame,
  x: number,
  out: 1 | -1,
  span: { y0: number; y1: number },
): Shape[] {
  const { scale } = frame.metrics;
  const paint = { stroke: 'muted', weight: 1 } as const;
  const entry = { opacity: 0 };
  const side = (name: string, x1: number, y1: number, x2: number, y2: number): Shape => ({
    kind: 'line',
    id: `bracket${name}:${bracket.id}`,
    role: 'bracket',
    x1,
    y1,
    x2,
    y2,
    paint,
    entry,
  });
  const foot = x - out * 4 * scale;
  return [
    side('top', foot, span.y0, x, span.y0),
    side('side', x, span.y0, x, span.y1),
    side('foot', foot, span.y1, x, span.y1),
  ];
}

/** In a narrow picture the words run up along the bracket, if they fit there. */
function turnedWords(bracket: Bracket, frame: Frame, x: number, out: 1 | -1, span: { y0: number; y1: number }): Text[] {
  const font = frame.metrics.fonts.note;
  if (font.size > 14 || frame.measure(bracket.text, font) > span.y1 - span.y0) return [];
  const place = { x: x + (out > 0 ? ascent(font) + 3 : -descent(font) - 1), y: (span.y0 + span.y1) / 2, turn: -90 };
  const words = { role: 'bracket', text: bracket.text, font, anchor: 'middle', paint: { fill: 'muted' } } as const;
  return [{ kind: 'text', id: `brackettext0:${bracket.id}`, ...place, ...words, entry: { opacity: 0 } }];
}

/** The words stand beside the bracket, where no title and no label is; if there is no such place they are left out. */
function bracketWords(
  bracket: Bracket,
  arrangement: Arrangement,
  frame: Frame,
  x: number,
  out: 1 | -1,
  span: { y0: number; y1: number },
): Text[] {
  const { metrics: m, width, measure } = frame;
  const font = m.fonts.note;
  const near = x + out * 7 * m.scale;
  const room = out > 0 ? width - m.margin - near : near - m.margin;
  const fitted = typeset(bracket.text, font, Math.min(room, 110 * m.scale), 4, measure);
  const height = (fitted.lines.length - 1) * lineHeight(font) + ascent(font) + descent(font);
  const x0 = out > 0 ? near : near - fitted.width;
  const taken = outside(arrangement, frame);
  const free = (y0: number) =>
    !taken.some(
      (box) => box.x0 < x0 + fitted.width + 4 && box.x1 > x0 - 4 && box.y0 < y0 + height + 2 && box.y1 > y0 - 2,
    );
  const middle = (span.y0 + span.y1 - height) / 2;
  const places = [middle, ...taken.flatMap((box) => [box.y1 + 3, box.y0 - height - 3])];
  const fits = places.filter((y0) => y0 >= span.y0 - 4 && y0 + height <= span.y1 + 4 && free(y0));
  const top = fits.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (top === undefined) return [];
  return fitted.lines.map((text, index) => ({
    kind: 'text',
    id: `brackettext${index}:${bracket.id}`,
    role: 'bracket',
    x: near,
    y: top + ascent(font) + index * lineHeight(font),
    text,
    font,
    anchor: out > 0 ? 'start' : 'end',
    paint: { fill: 'muted' },
    entry: { opacity: 0 },
    ...(fitted.cut ? { title: bracket.text } : {}),
  }));
}

/** All words that stand outside the lifelines. */
function outside({ plans, ys, bands }: Arrangement, frame: Frame): Box[] {
  const words = plans.flatMap((plan, index) => {
    const y = ys[index] ?? 0;
    const boxes = plan.labels.map((label) => labelBox(label, frame));
    return boxes
      .filter((box) => box.x1 < frame.x.left || box.x0 > frame.x.right)
      .map((box) => ({ ...box, y0: box.y0 + y, y1: box.y1 + y }));
  });
  return [...words, ...bands.map((band) => band.box)];
}

/** The flat band behind the row that is told of now, from edge to edge. */
export function drawCurrent({ plans, ys }: Arrangement, index: number, frame: Frame): readonly Shape[] {
  const plan = plans[index];
  if (!plan) return [];
  const { y, height } = area(plan, ys[index] ?? 0, 0, bandAbove * frame.metrics.scale);
  return [{ ...wash, id: 'current', role: 'current', x: 0, y, width: frame.width, height }];
}

/** The plate behind the row under the pointer. */
export function drawHovered({ plans, ys }: Arrangement, index: number): readonly Shape[] {
  const plan = plans[index];
  if (!plan) return [];
  return [{ ...wash, id: 'hovered', role: 'hovered', radius: 4, ...area(plan, ys[index] ?? 0, 6, 2) }];
}

const wash = { kind: 'rect', plane: 'lines', paint: { fill: 'wash' } } as const;

/** How far the band reaches above its row and below, in px at scale 1. */
const bandAbove = 2;

/** Where the pointer means a row. */
export function areasOf({ plans, ys }: Arrangement): Area[] {
  return plans.map((plan, index) => ({ row: plan.row.id, ...area(plan, ys[index] ?? 0, 0, 0) }));
}

function area({ hit }: Plan, y: number, side: number, above: number): Omit<Area, 'row'> {
  const size = { width: hit.x1 - hit.x0 + 2 * side, height: hit.y1 - hit.y0 + 2 * above };
  return { x: hit.x0 - side, y: y + hit.y0 - above, ...size };
}
