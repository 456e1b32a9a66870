// Whether the words of a scene keep clear of each other and stay inside it.

import { type Scene, type Shape, tableMeasure } from '../../../src/diagram/index.ts';

type Text = Extract<Shape, { kind: 'text' }>;

interface Box {
  readonly id: string;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export const texts = (scene: Scene): Text[] => scene.shapes.filter((shape): shape is Text => shape.kind === 'text');

/** What a text's letters cover. */
export function textBox({ id, x, y, text, font, anchor, turn }: Text): Box {
  const width = tableMeasure(text, font);
  const start = { start: 0, middle: width / 2, end: width }[anchor];
  const rise = font.size * 0.74;
  const fall = font.size * 0.2;
  if (turn === undefined) return { id, x0: x - start, x1: x - start + width, y0: y - rise, y1: y + fall };
  return { id, x0: x - rise, x1: x + fall, y0: y - width / 2, y1: y + width / 2 };
}

/** The pairs of texts that share ink, and those of a text and somebody else’s pill. */
export function collisions(scene: Scene): string[] {
  const words = texts(scene);
  const around = words.filter((text) => text.role !== 'line');
  return [...overlaps(words.map(textBox)), ...overlaps([...pillBoxes(scene), ...around.map(textBox)])];
}

/** The texts that leave the picture. */
export function outside(scene: Scene): string[] {
  return texts(scene)
    .map(textBox)
    .filter(({ x0, x1, y0, y1 }) => x0 < -0.5 || x1 > scene.width + 0.5 || y0 < 0 || y1 > scene.height)
    .map(({ id }) => id);
}

function pillBoxes(scene: Scene): Box[] {
  return scene.shapes.flatMap((shape) =>
    shape.kind === 'rect' && shape.role.startsWith('pill')
      ? [{ id: shape.id, x0: shape.x, x1: shape.x + shape.width, y0: shape.y, y1: shape.y + shape.height }]
      : [],
  );
}

function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5 && a.y0 < b.y1 - 0.5 && b.y0 < a.y1 - 0.5)
      .map((b) => `${a.id} × ${b.id}`),
  );
}
