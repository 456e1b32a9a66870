// The head of each lifeline in three lines: who this is, what it does, what it knows. Its height never changes while stepping.
// It must not know rows.

import type { Frame } from './frame.ts';
import { type FontName, lineHeight } from './metrics.ts';
import type { Actor, Side } from './model.ts';
import { toneInk } from './plan.ts';
import type { Shape } from './scene.ts';
import type { Ink } from './themes.ts';
import { typeset } from './words.ts';

/** Space above the heads, in px at scale 1. */
const above = 4;
/** To the picture's edge and its middle, in px. */
const edge = 8;

/** The height of the heads, in px. */
export function headHeight(frame: Frame): number {
  const { fonts, scale } = frame.metrics;
  return (above + 8) * scale + lineHeight(fonts.title) + lineHeight(fonts.state) + lineHeight(fonts.knows);
}

/** How far down the words of the heads reach, in px. */
export function headsEnd(frame: Frame): number {
  return Math.floor(headHeight(frame) - 3 * frame.metrics.scale);
}

/** Draws the head of a side as its actor is now. */
export function drawHead(actor: Actor, frame: Frame, side: Side): readonly Shape[] {
  const { metrics: m, measure } = frame;
  const room = frame.width / 2 - 2 * edge;
  const state = toneInk[actor.tone];
  const all = [actor.state, actor.knows].filter((text) => text !== '').join(', ');
  // Two lines for three things: what it does and knows share one where that fits, unless it is bad news.
  const together = actor.checks !== '' && actor.tone !== 'bad' && measure(all, m.fonts.state) <= room;
  const lines: readonly (readonly [string, FontName, Ink, string])[] = [
    ['actor', 'title', 'ink', actor.title],
    ['state', 'state', state, together ? all : actor.state],
    ['knows', 'knows', 'muted', together ? actor.checks : actor.knows],
  ];
  let y = above * m.scale;
  let left = lines.length;
  const shapes = lines.flatMap(([role, fontName, ink, text]): Shape[] => {
    const font = m.fonts[fontName];
    // Where what it does takes both lines, what it knows has to wait.
    const fitted = typeset(text, font, room, Math.min(left, role === 'state' ? 2 : 1), measure);
    left -= fitted.lines.length;
    return fitted.lines.map((line, index) => {
      y += lineHeight(font);
      return {
        kind: 'text',
        id: `${role}${index}:${side}`,
        role,
        ...headPlace(fitted.width, frame, side),
        y: y - 0.2 * font.size,
        text: line,
        font,
        paint: { fill: ink },
        entry: { opacity: 0 },
        plane: 'heads',
        ...(fitted.cut ? { title: text } : {}),
      };
    });
  });
  return actor.dimmed ? shapes.map((shape) => ({ ...shape, opacity: 0.35 })) : shapes;
}

/** Over its lifeline, as far as the edge and the middle of the picture leave room; in a narrow picture at the edge. */
function headPlace(
  wide: number,
  { narrow, width, x }: Frame,
  side: Side,
): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (narrow) return side === 'left' ? { x: edge, anchor: 'start' } : { x: width - edge, anchor: 'end' };
  const [from, to] = side === 'left' ? [edge, width / 2 - edge] : [width / 2 + edge, width - edge];
  return { x: Math.min(Math.max(x[side], from + wide / 2), to - wide / 2), anchor: 'middle' };
}
