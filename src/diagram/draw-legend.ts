// One line below the rows: what the lifelines' colours and strokes mean. It must not know the playhead.

import { slimWeight, strokeWeight } from './draw-lifelines.ts';
import type { Frame } from './frame.ts';
import { ascent, lineHeight } from './metrics.ts';
import type { Legend, Model } from './model.ts';
import type { Line, Shape } from './scene.ts';

/** Of a stroke beside its words, and of the gaps after it and after the words, in px at scale 1. */
const stroke = 22;
const after = 7;
const between = 24;
/** A padlock with the room that it takes. */
const lock = 16;

/** How much of the height it takes, in px; none in a narrow picture. */
export function legendHeight(model: Model, frame: Frame): number {
  if (frame.narrow || !model.legend) return 0;
  return lineHeight(frame.metrics.fonts.note) + 8 * frame.metrics.scale;
}

/** Draws it below `top`, in the middle; what doesn't fit is left out from its end. */
export function drawLegend(model: Model, frame: Frame, top: number): readonly Shape[] {
  if (legendHeight(model, frame) === 0 || !model.legend) return [];
  const { metrics: m, width, measure } = frame;
  const entries = entriesOf(model.legend);
  const sizes = entries.map(
    ({ text, sign }) => (stroke + after + (sign ? lock : 0)) * m.scale + measure(text, m.fonts.note),
  );
  const total = (count: number): number =>
    sizes.slice(0, count).reduce((sum, size) => sum + size, (count - 1) * between * m.scale);
  let count = entries.length;
  while (count > 0 && total(count) > width - 2 * m.margin) count--;
  let x = (width - total(count)) / 2;
  return entries.slice(0, count).flatMap((entry, index) => {
    const shapes = drawEntry(entry, x, top, frame);
    x += (sizes[index] ?? 0) + between * m.scale;
    return shapes;
  });
}

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly sign?: 'lockOutlined' | 'lockSolid';
  /** From the middle of the line, in px at scale 1. */
  readonly strokes: readonly (Required<Pick<Line['paint'], 'stroke' | 'weight'>> & { readonly away: number })[];
}

function entriesOf({ epochs, slim }: Legend): readonly Entry[] {
  const signs = { cleartext: {}, handshake: { sign: 'lockOutlined' }, application: { sign: 'lockSolid' } } as const;
  const entries = epochs.map(
    ({ epoch, text }): Entry => ({
      id: epoch,
      text,
      ...signs[epoch],
      strokes: [{ stroke: epoch, weight: strokeWeight[epoch], away: 0 }],
    }),
  );
  const [firm, thin] = epochs.slice(-2).map(({ epoch }) => epoch);
  if (slim === undefined || !firm || !thin) return entries;
  const strokes: Entry['strokes'] = [
    { stroke: firm, weight: strokeWeight[firm], away: -2 },
    { stroke: thin, weight: slimWeight, away: 4 },
  ];
  return [...entries, { id: 'slim', text: slim, strokes }];
}

function drawEntry({ id, text, sign, strokes }: Entry, x: number, top: number, frame: Frame): Shape[] {
  const { scale, fonts } = frame.metrics;
  const baseline = top + 4 * scale + ascent(fonts.note);
  const middle = baseline - 4.5 * scale;
  const words = x + (stroke + after + (sign ? lock : 0)) * scale;
  const lines = strokes.map(({ stroke: ink, weight, away }, index): Shape => {
    const y = middle + away * scale;
    const paint = { stroke: ink, weight: weight * scale };
    return {
      kind: 'line',
      id: `legend${index}:${id}`,
      role: 'legend',
      x1: x,
      y1: y,
      x2: x + stroke * scale,
      y2: y,
      paint,
    };
  });
  const ink = strokes[0]?.stroke ?? 'muted';
  const at = { x: x + (stroke + after + lock / 2 - 2) * scale, y: middle };
  const locks: Shape[] = sign
    ? [{ kind: 'glyph', id: `legendlock:${id}`, role: 'legend', glyph: sign, ...at, size: scale, paint: { fill: ink } }]
    : [];
  const label: Shape = {
    kind: 'text',
    id: `legendtext:${id}`,
    role: 'legend',
    x: words,
    y: baseline,
    text,
    font: fonts.note,
    anchor: 'start',
    paint: { fill: 'muted' },
  };
  return [...lines, ...locks, label];
}
