// A scene painted onto a canvas: for pictures made of pixels. It draws what the SVG draws, from the same shapes. It must not know where the
// canvas comes from.

import { glyphs } from './glyphs.ts';
import type { Scene, Shape } from './scene.ts';
import { fontFamily, type Theme } from './themes.ts';

/** What is used of a canvas's context: that of an element or one off the screen. */
export type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Paints a scene on the theme's paper. @param scale so many pixels for each of the scene's */
export function paint(context: Canvas2d, { width, height, shapes }: Scene, theme: Theme, scale: number): void {
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height);
  for (const shape of shapes) {
    context.save();
    context.globalAlpha = shape.opacity ?? 1;
    if (shape.kind === 'text') write(context, shape, theme);
    else trace(context, shape, theme);
    context.restore();
  }
}

function write(context: Canvas2d, shape: Extract<Shape, { kind: 'text' }>, theme: Theme): void {
  const { x, y, text, font, anchor, turn = 0, paint: ink } = shape;
  context.translate(x, y);
  context.rotate((turn * Math.PI) / 180);
  context.font = `${font.weight} ${font.size}px ${fontFamily}`;
  context.textAlign = anchor === 'middle' ? 'center' : anchor;
  context.fillStyle = ink.fill ? theme[ink.fill] : 'transparent';
  context.fillText(text, 0, 0);
}

function trace(context: Canvas2d, shape: Exclude<Shape, { kind: 'text' }>, theme: Theme): void {
  const { fill, stroke, weight = 1, dash } = shape.paint;
  const path = pathOf(shape);
  if (shape.kind === 'glyph') {
    context.translate(shape.x, shape.y);
    context.scale(shape.size, shape.size);
    context.lineCap = context.lineJoin = 'round';
  }
  if (fill) {
    context.fillStyle = theme[fill];
    context.fill(path, shape.kind === 'glyph' && shape.glyph === 'lockOutlined' ? 'evenodd' : 'nonzero');
  }
  if (stroke) {
    context.strokeStyle = theme[stroke];
    context.lineWidth = weight;
    context.setLineDash(dash?.split(/[ ,]+/).map(Number) ?? []);
    context.stroke(path);
  }
}

function pathOf(shape: Exclude<Shape, { kind: 'text' }>): Path2D {
  if (shape.kind === 'glyph') return new Path2D(glyphs[shape.glyph]);
  const path = new Path2D();
  if (shape.kind === 'line') {
    path.moveTo(shape.x1, shape.y1);
    path.lineTo(shape.x2, shape.y2);
  } else if (shape.kind === 'rect') {
    path.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
  } else {
    path.arc(shape.cx, shape.cy, shape.r, 0, 2 * Math.PI);
  }
  return path;
}
