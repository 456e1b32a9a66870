// How a shape is written as SVG: a tag and attributes. Both renderers go through here, so there is one picture.
// It must not know which renderer asks, nor which colours an ink stands for.

import { glyphs } from './glyphs.ts';
import type { Glyph, Paint, Shape, Text } from './scene.ts';
import type { Ink } from './themes.ts';

export interface Element {
  readonly tag: 'line' | 'rect' | 'circle' | 'path' | 'text';
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string | undefined;
  readonly title: string | undefined;
}

/** @param color what to write for an ink: `var(--alert)` on the page, a hex value in a file */
export function toElement(shape: Shape, color: (ink: Ink) => string): Element {
  const attributes: Record<string, string> = { class: shape.role };
  place(shape, attributes);
  ink(shape.paint, color, attributes);
  if (shape.opacity !== undefined && shape.opacity < 1) attributes.opacity = round(shape.opacity);
  const tag = shape.kind === 'glyph' ? 'path' : shape.kind;
  const text = shape.kind === 'text' ? shape.text : undefined;
  return { tag, attributes, text, title: shape.title };
}

/** The same shape as it is while it enters or leaves. */
export function entering(shape: Shape): Shape {
  return { ...shape, ...shape.entry };
}

function place(shape: Shape, to: Record<string, string>): void {
  switch (shape.kind) {
    case 'line':
      to.x1 = round(shape.x1);
      to.y1 = round(shape.y1);
      to.x2 = round(shape.x2);
      to.y2 = round(shape.y2);
      return;
    case 'rect':
      to.x = round(shape.x);
      to.y = round(shape.y);
      to.width = round(shape.width);
      to.height = round(shape.height);
      if (shape.radius !== undefined) to.rx = round(shape.radius);
      return;
    case 'circle':
      to.cx = round(shape.cx);
      to.cy = round(shape.cy);
      to.r = round(shape.r);
      return;
    case 'glyph':
      placeGlyph(shape, to);
      return;
    case 'text':
      placeText(shape, to);
  }
}

function placeGlyph({ glyph, x, y, size, paint }: Glyph, to: Record<string, string>): void {
  to.d = glyphs[glyph];
  to.transform = `translate(${round(x)},${round(y)})${size === 1 ? '' : ` scale(${round(size)})`}`;
  if (paint.stroke) to['stroke-linecap'] = to['stroke-linejoin'] = 'round';
  if (glyph === 'lockOutlined') to['fill-rule'] = 'evenodd';
}

function placeText({ x, y, anchor, font, turn }: Text, to: Record<string, string>): void {
  to.x = round(x);
  to.y = round(y);
  if (anchor !== 'start') to['text-anchor'] = anchor;
  to['font-size'] = round(font.size);
  to['font-weight'] = round(font.weight);
  if (turn !== undefined) to.transform = `rotate(${round(turn)},${round(x)},${round(y)})`;
}

function ink({ fill, stroke, weight, dash }: Paint, color: (ink: Ink) => string, to: Record<string, string>): void {
  to.fill = fill ? color(fill) : 'none';
  if (stroke) {
    to.stroke = color(stroke);
    to['stroke-width'] = round(weight ?? 1);
  }
  if (dash) to['stroke-dasharray'] = dash;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
