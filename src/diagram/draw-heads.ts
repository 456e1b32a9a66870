// The head of each lifeline: who this is, its state, what it knows. Its height never changes while stepping.
// It must not know rows.

import { strandSide } from './draw-lifelines.ts';
import { type Frame, outward } from './frame.ts';
import { type FontName, lineHeight } from './metrics.ts';
import type { Actor, Model, Side } from './model.ts';
import { toneInk } from './plan.ts';
import type { Shape } from './scene.ts';
import type { Ink } from './themes.ts';
import { typeset } from './words.ts';

/** How many lines there are under the title; a narrow picture gives each head half the width and may break them. */
const room = (frame: Frame) => (frame.narrow ? 4 : 3);

/** Space above the heads, in px at scale 1. */
const above = 6;

/** The height of the heads, in px. */
export function headHeight(frame: Frame): number {
  const { fonts, scale } = frame.metrics;
  return (
    (above + 8) * scale +
    lineHeight(fonts.title) +
    lineHeight(fonts.state) +
    lineHeight(fonts.knows) * (room(frame) - 1)
  );
}

/** How far down the words of the heads reach, in px; below stand the names of the strands. */
export function headsEnd(frame: Frame): number {
  return Math.floor(headHeight(frame) - 5 * frame.metrics.scale);
}

/** Draws the head of a side as its actor is now, and the names of the two strands below it. */
export function drawHead(model: Model, actor: Actor, frame: Frame, side: Side): readonly Shape[] {
  return [...drawWords(actor, frame, side), ...(actor.opaque ? [] : drawStrandNames(model, frame, side))];
}

function drawWords(actor: Actor, frame: Frame, side: Side): Shape[] {
  const { metrics: m, narrow, width, x } = frame;
  const half = Math.min(side === 'left' ? x.left - 8 : width - 8 - x.right, (x.right - x.left) / 2 - 8);
  const wide = narrow ? width / 2 - 14 : 2 * half;
  const at = narrow ? (side === 'left' ? 8 : width - 8) : x[side];
  const anchor = narrow ? (side === 'left' ? 'start' : 'end') : 'middle';
  let y = above * m.scale;
  let left = room(frame) + 1;
  const shapes: Shape[] = [];
  const say = (part: string, text: string, fontName: FontName, ink: Ink, most: number) => {
    const font = m.fonts[fontName];
    const fitted = typeset(text, font, wide, Math.min(most, left), frame.measure);
    left -= fitted.lines.length;
    fitted.lines.forEach((line, index) => {
      y += lineHeight(font);
      const title = fitted.cut ? { title: text } : {};
      const base = {
        kind: 'text',
        id: `${part}${index}:${side}`,
        role: part,
        x: at,
        y: y - 0.2 * font.size,
        font,
        anchor,
      } as const;
      shapes.push({ ...base, text: line, paint: { fill: ink }, entry: { opacity: 0 }, plane: 'heads', ...title });
    });
  };
  say('actor', actor.title, 'title', 'ink', 1);
  const most = narrow ? 2 : 1;
  say('state', actor.state, 'state', toneInk[actor.tone], narrow ? 3 : 1);
  say('knows', actor.knows, 'knows', 'muted', most);
  say('checks', actor.checks.join(' · '), 'note', 'muted', most);
  return actor.dimmed ? shapes.map((shape) => ({ ...shape, opacity: 0.35 })) : shapes;
}

/** Tiny words on both sides of a lifeline's top: which strand reads, which writes. Only where there is room. */
function drawStrandNames(model: Model, frame: Frame, side: Side): Shape[] {
  const { strands } = model;
  if (!strands || frame.narrow) return [];
  const { metrics: m, x } = frame;
  const font = m.fonts.note;
  return (['read', 'write'] as const).map((direction) => {
    const towards = strandSide(side, direction);
    const inner = towards !== outward(side);
    return {
      kind: 'text',
      id: `strandname:${side}:${direction}`,
      role: inner ? 'strandname inner' : 'strandname outer',
      x: x[side] + towards * 9 * m.scale,
      y: headHeight(frame) + 6 * m.scale,
      text: strands[direction],
      font,
      anchor: towards < 0 ? 'end' : 'start',
      paint: { fill: 'muted' },
    };
  });
}
