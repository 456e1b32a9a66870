// How a shape is written as SVG: a tag and attributes. Both renderers go through here, so there is one picture.
// It must not know which renderer asks, nor which colours an ink stands for.

import { glyphs } from './glyphs.ts';
import type { Paint, Shape } from './scene.ts';
import type { Ink } from './themes.ts';

export interface Element {
  readonly tag: 'line' | 'rect' | 'circle' | 'path' | 'text';
  readonly attributes: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly title?: string;
}

/** @param color what to write for an ink: `var(--alert)` on the page, a hex value in a file */
export function toElement(shape: Shape, color: (ink: Ink) => string): Element {
  const attributes: Record<string, string> = { class: shape.role, ...geometry(shape), ...inked(shape.paint, color) };
  if (shape.opacity !== undefined && shape.opacity < 1) attributes.opacity = round(shape.opacity);
  if (shape.kind === 'rect' && shape.hit !== undefined)
    Object.assign(attributes, { 'data-id': shape.hit, 'pointer-events': 'all', cursor: 'pointer' });
  const title = shape.title === undefined ? {} : { title: shape.title };
  if (shape.kind === 'text') return { tag: 'text', attributes, text: shape.text, ...title };
  return { tag: shape.kind === 'glyph' ? 'path' : shape.kind, attributes, ...title };
}

/** The same shape as it is while it enters or leaves. */
export function entering(shape: Shape): Shape {
  return { ...shape, ...shape.entry };
}

function geometry(shape: Shape): Record<string, string> {
  switch (shape.kind) {
    case 'line':
      return { x1: round(shape.x1), y1: round(shape.y1), x2: round(shape.x2), y2: round(shape.y2) };
    case 'rect': {
      const corners = shape.radius === undefined ? {} : { rx: round(shape.radius) };
      return {
        x: round(shape.x),
        y: round(shape.y),
        width: round(shape.width),
        height: round(shape.height),
        ...corners,
      };
    }
    case 'circle':
      return { cx: round(shape.cx), cy: round(shape.cy), r: round(shape.r) };
    case 'glyph': {
      const size = shape.size === 1 ? '' : ` scale(${round(shape.size)})`;
      const strokes = shape.paint.stroke ? { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } : {};
      const holes = shape.glyph === 'lockOutlined' ? { 'fill-rule': 'evenodd' } : {};
      return {
        d: glyphs[shape.glyph],
        transform: `translate(${round(shape.x)},${round(shape.y)})${size}`,
        ...strokes,
        ...holes,
      };
    }
    case 'text': {
      const turned =
        shape.turn === undefined
          ? {}
          : { transform: `rotate(${round(shape.turn)},${round(shape.x)},${round(shape.y)})` };
      const anchor = shape.anchor === 'start' ? {} : { 'text-anchor': shape.anchor };
      const font = { 'font-size': round(shape.font.size), 'font-weight': round(shape.font.weight) };
      return { x: round(shape.x), y: round(shape.y), ...anchor, ...font, ...turned };
    }
  }
}

function inked({ fill, stroke, weight, dash }: Paint, color: (ink: Ink) => string): Record<string, string> {
  const attributes: Record<string, string> = { fill: fill ? color(fill) : 'none' };
  if (stroke) Object.assign(attributes, { stroke: color(stroke), 'stroke-width': round(weight ?? 1) });
  if (dash) attributes['stroke-dasharray'] = dash;
  return attributes;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
