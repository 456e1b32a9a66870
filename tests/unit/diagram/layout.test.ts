// The layout's promises, over widths, font scales and captions: words never collide, nothing leaves the width, time runs down.

import { describe, expect, it } from 'vitest';
import { layout, type Model, type Scene, type Shape, tableMeasure } from '../../../src/diagram/index.ts';
import { complete, disturbed, refused } from '../../golden/models.ts';

type Text = Extract<Shape, { kind: 'text' }>;
type Box = { id: string; x0: number; x1: number; y0: number; y1: number };

const models = { complete, refused, disturbed };
const widths = [360, 390, 480, 560, 640, 730, 820, 900];
const cases = Object.entries(models).flatMap(([name, model]) =>
  [true, false].flatMap((captions) => [undefined, 740].map((height) => ({ name, model, captions, height }))),
);

const draw = (model: Model, options = {}) =>
  layout(model, tableMeasure, { width: 730, captions: true, fontScale: 1, ...options });

const texts = (scene: Scene) => scene.shapes.filter((shape): shape is Text => shape.kind === 'text');

function textBox({ id, x, y, text, font, anchor, turn }: Text): Box {
  const width = tableMeasure(text, font);
  const start = { start: 0, middle: width / 2, end: width }[anchor];
  const rise = font.size * 0.74;
  const fall = font.size * 0.2;
  if (turn === undefined) return { id, x0: x - start, x1: x - start + width, y0: y - rise, y1: y + fall };
  return { id, x0: x - rise, x1: x + fall, y0: y - width / 2, y1: y + width / 2 };
}

function pillBoxes(scene: Scene): Box[] {
  return scene.shapes.flatMap((shape) =>
    shape.kind === 'rect' && shape.role.startsWith('pill')
      ? [{ id: shape.id, x0: shape.x, x1: shape.x + shape.width, y0: shape.y, y1: shape.y + shape.height }]
      : [],
  );
}

function collisions(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5 && a.y0 < b.y1 - 0.5 && b.y0 < a.y1 - 0.5)
      .map((b) => `${a.id} × ${b.id}`),
  );
}

const wireY = (scene: Scene, id: string) => {
  const wire = scene.shapes.find((shape) => shape.id === `wire:${id}` || shape.id === `ghost:${id}`);
  return wire?.kind === 'line' ? wire.y1 : undefined;
};

describe('layout', () => {
  it.each(cases)(
    'keeps words apart and inside: $name, captions $captions, height $height',
    ({ model, captions, height }) => {
      for (const width of widths) {
        for (const fontScale of [1, 1.25, 1.5, 2]) {
          const scene = draw({ ...model, playhead: 14 }, { width, fontScale, captions, ...(height ? { height } : {}) });
          const words = texts(scene).map(textBox);
          const around = texts(scene).filter((text) => text.role !== 'line');
          const where = `width ${width}, font scale ${fontScale}`;
          expect(collisions(words), where).toEqual([]);
          expect(collisions([...pillBoxes(scene), ...around.map(textBox)]), where).toEqual([]);
          expect(
            words.filter((box) => box.x0 < -0.5 || box.x1 > width + 0.5),
            where,
          ).toEqual([]);
          expect(
            words.filter((box) => box.y0 < 0 || box.y1 > scene.height),
            where,
          ).toEqual([]);
        }
      }
    },
  );

  it.each(widths)('keeps every shape inside a width of %i', (width) => {
    for (const shape of draw(refused, { width }).shapes) {
      const xs = { line: 'x2', rect: 'x', circle: 'cx', glyph: 'x', text: 'x' } as const;
      const x = (shape as unknown as Record<string, number>)[xs[shape.kind]] ?? Number.NaN;
      expect(x, shape.id).toBeGreaterThanOrEqual(0);
      expect(x + (shape.kind === 'rect' ? shape.width : 0), shape.id).toBeLessThanOrEqual(width);
    }
  });

  it('lets time run down', () => {
    for (const options of [{}, { width: 390 }, { height: 740 }, { height: 560, captions: false }]) {
      const scene = draw(complete, options);
      const ys = complete.rows.flatMap((row) => (row.kind === 'message' ? [wireY(scene, row.id) ?? Number.NaN] : []));
      expect(ys).toEqual([...ys].sort((a, b) => a - b));
      expect(new Set(ys).size).toBe(14);
    }
  });

  it('fits a whole mutual handshake into the pane of a laptop, with text of 12.5 px and more', () => {
    for (const model of [complete, refused]) {
      const scene = draw(model, { height: 740 });
      expect(scene.height).toBeLessThanOrEqual(740);
      const body = texts(scene).filter((text) => !text.role.startsWith('strandname'));
      expect(Math.min(...body.map((text) => text.font.size))).toBeGreaterThanOrEqual(12.5);
      expect(texts(scene).filter((text) => text.text.endsWith('…'))).toEqual([]);
    }
  });

  it('is as high as is comfortable where the height cannot be met', () => {
    expect(draw(complete, { height: 200 }).height).toBe(draw(complete).height);
  });

  it('moves no row while stepping', () => {
    const end = draw(complete);
    for (let playhead = 0; playhead < 14; playhead += 0.7) {
      const scene = draw({ ...complete, playhead }, {});
      expect(scene.height).toBe(end.height);
      const places = (of: Scene) => of.shapes.filter((shape) => shape.role === 'hit');
      expect(places(scene)).toEqual(places(end));
    }
  });

  it('gives each row an area of at least 24 px for the pointer', () => {
    for (const options of [{ height: 740 }, { width: 390 }]) {
      const hits = draw(refused, options).shapes.filter((shape) => shape.kind === 'rect' && shape.hit !== undefined);
      expect(hits.map((shape) => shape.id)).toEqual(refused.rows.map((row) => `hit:${row.id}`));
      for (const hit of hits)
        if (hit.kind === 'rect') expect(Math.min(hit.width, hit.height)).toBeGreaterThanOrEqual(24);
    }
  });

  it('gives every shape an id of its own', () => {
    const ids = draw(refused).shapes.map((shape) => shape.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refuses two rows of one id', () => {
    const [hello] = complete.rows;
    expect(() => draw({ ...complete, rows: hello ? [hello, hello] : [] })).toThrow(
      'Two rows of the diagram have the id "ch"',
    );
  });

  it('shortens a name only where it must, and keeps it whole in a title', () => {
    const long = 'a name that no wire of this width will ever be long enough to carry';
    const rows = complete.rows.map((row) =>
      row.id === 'ch' && row.kind === 'message' ? { ...row, title: long } : row,
    );
    const scene = draw({ ...complete, rows }, { width: 390 });
    expect(texts(scene).find((text) => text.id === 'name:ch')?.text).toMatch(/^a name .*…$/);
    expect(scene.shapes.find((shape) => shape.id === 'hit:ch')?.title).toContain(long);
  });

  it('leaves captions out when they are off, but never what was done on the wire', () => {
    const said = texts(draw(disturbed, { captions: false })).map((text) => text.text);
    expect(said).toContain('one bit flipped');
    expect(said).not.toContain('who are you');
  });

  it('lays out a thousand rows quickly', () => {
    const rows = Array.from({ length: 1000 }, (_, index) => ({
      kind: 'message' as const,
      id: `m${index}`,
      step: index + 1,
      from: index % 2 ? ('left' as const) : ('right' as const),
      title: `message ${index}`,
      epoch: 'application' as const,
    }));
    const big: Model = { ...complete, rows, bands: [], brackets: [], playhead: 1000 };
    draw(big);
    const start = performance.now();
    draw(big);
    expect(performance.now() - start).toBeLessThan(250);
  });
});

describe('lifelines', () => {
  const strands = (scene: Scene, side: string, direction: string) =>
    scene.shapes.flatMap((shape) =>
      shape.id.startsWith(`strand:${side}:${direction}:`) ? [shape.role.split(' ')[2]] : [],
    );

  it('change where keys are installed, each direction for itself', () => {
    const scene = draw({ ...complete, playhead: 7 });
    expect(strands(scene, 'right', 'write')).toEqual(['cleartext', 'handshake', 'application']);
    expect(strands(scene, 'right', 'read')).toEqual(['cleartext', 'handshake']);
    expect(strands(scene, 'left', 'read')).toEqual(['cleartext', 'handshake']);
  });

  it('repeat in weight and dash what the colour says', () => {
    const paints = draw(complete)
      .shapes.filter((shape) => shape.id.startsWith('strand:left:read'))
      .map((shape) => shape.paint);
    expect(new Set(paints.map((paint) => paint.weight)).size).toBe(3);
    expect(new Set(paints.map((paint) => paint.dash)).size).toBe(3);
  });

  it('are dotted once a side is over, and not before', () => {
    const dotted = (playhead: number) =>
      draw({ ...refused, playhead }).shapes.some((shape) => shape.id === 'after:right');
    expect(dotted(11)).toBe(true);
    expect(dotted(10.9)).toBe(false);
  });
});
