// The layout's promises, over widths, font scales and captions: words never collide, nothing leaves the width, time runs down.

import { describe, expect, it } from 'vitest';
import { layout, type Model, type Row, type Scene, tableMeasure } from '../../../src/diagram/index.ts';
import { complete, disturbed, refused } from '../../golden/models.ts';
import { collisions, outside, textBox, texts } from './apart.ts';

const models = { complete, refused, disturbed };
const widths = [360, 390, 480, 560, 640, 730, 820, 900];
const cases = Object.entries(models).flatMap(([name, model]) =>
  [true, false].flatMap((captions) => [undefined, 740].map((height) => ({ name, model, captions, height }))),
);

const draw = (model: Model, options = {}) =>
  layout(model, tableMeasure, { width: 730, captions: true, fontScale: 1, ...options });

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
          const where = `width ${width}, font scale ${fontScale}`;
          expect(collisions(scene), where).toEqual([]);
          expect(outside(scene), where).toEqual([]);
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

  it('fits a whole mutual handshake into the pane of a laptop, with text of 13 px and more', () => {
    for (const model of [complete, refused]) {
      const scene = draw(model, { height: 740 });
      expect(scene.height).toBeLessThanOrEqual(740);
      expect(Math.min(...texts(scene).map((text) => text.font.size))).toBeGreaterThanOrEqual(13);
      expect(texts(scene).filter((text) => text.text.endsWith('…'))).toEqual([]);
    }
  });

  it('stands closer than with all the room, and scrolls, where the height cannot be met', () => {
    for (const width of [390, 730]) {
      const scrolled = draw(complete, { width, height: 200 });
      expect(scrolled.height).toBeGreaterThan(200);
      expect(scrolled.height).toBeLessThan(draw(complete, { width }).height);
    }
  });

  it('keeps the heads apart from all the rest, so that they may stay in sight while it scrolls', () => {
    for (const model of Object.values(models))
      for (const width of widths)
        for (const fontScale of [1, 2]) {
          const { shapes, heads } = draw(model, { width, fontScale });
          const boxes = (ofHeads: boolean) =>
            shapes.flatMap((shape) =>
              shape.kind === 'text' && (shape.plane === 'heads') === ofHeads ? [textBox(shape)] : [],
            );
          expect(Math.max(...boxes(true).map(({ y1 }) => y1))).toBeLessThanOrEqual(heads);
          expect(Math.min(...boxes(false).map(({ y0 }) => y0))).toBeGreaterThanOrEqual(heads);
          const lines = shapes.flatMap((shape) => (shape.kind === 'line' ? [shape.y1] : []));
          expect(Math.min(...lines)).toBeGreaterThanOrEqual(heads);
        }
  });

  it('moves nothing but lines while a message is under way, so that no word has to be painted again', () => {
    for (const model of Object.values(models))
      for (const row of model.rows) {
        if (row.kind !== 'message' || row.ghost) continue;
        const at = (part: number) => draw({ ...model, playhead: row.step - 1 + part }).shapes;
        const before = new Set(at(0.3));
        const moved = at(0.7).filter((shape) => !before.has(shape));
        expect(moved.map(({ id }) => id)).toContain(`wire:${row.id}`);
        for (const shape of moved) expect(shape.plane, shape.id).toBe('lines');
      }
  });

  it('lets what a side does at one time share a row: its pill inside, milestone and keys in one label outside', () => {
    const rows = complete.rows.flatMap((row): Row[] =>
      row.id === 's-ap2' ? [row, { kind: 'mark', id: 's-up', step: 10, at: 'right', text: 'up', tone: 'good' }] : [row],
    );
    const { shapes } = draw({ ...complete, rows });
    const at = (id: string) => shapes.find((shape) => shape.id === id);
    const [pill, disc] = [at('pill:s-chain'), at('disc:s-ap2')];
    if (pill?.kind !== 'rect' || disc?.kind !== 'circle') throw new Error('There are no such rows.');
    expect(pill.y + pill.height / 2).toBeCloseTo(disc.cy);
    expect(at('disc:s-up')).toBeUndefined();
    const [milestone, keys] = [at('line0:s-up'), at('line0:s-ap2')];
    if (milestone?.kind !== 'text' || keys?.kind !== 'text') throw new Error('There are no such labels.');
    expect(milestone.y).toBeLessThan(keys.y);
  });

  it('marks the row that is told of with a band from edge to edge, and with no frame', () => {
    const { shapes, areas, width } = draw({ ...complete, current: 'ee' });
    const band = shapes.find(({ role }) => role === 'current');
    const row = areas.find((area) => area.row === 'ee');
    expect(band).toMatchObject({ kind: 'rect', x: 0, width });
    expect(band?.paint).toEqual({ fill: 'wash' });
    expect(band?.kind === 'rect' && row && band.y <= row.y && band.y + band.height >= row.y + row.height).toBe(true);
    expect(draw(complete).shapes.some(({ role }) => role === 'current')).toBe(false);
  });

  it('moves no row while stepping', () => {
    const end = draw(complete);
    for (let playhead = 0; playhead < 14; playhead += 0.7) {
      const scene = draw({ ...complete, playhead }, {});
      expect(scene.height).toBe(end.height);
      expect(scene.areas).toEqual(end.areas);
    }
  });

  it('gives each row an area of at least 24 px for the pointer', () => {
    for (const options of [{ height: 740 }, { width: 390 }]) {
      const { areas } = draw(refused, options);
      expect(areas.map(({ row }) => row)).toEqual(refused.rows.map(({ id }) => id));
      for (const { width, height } of areas) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
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
    const long =
      'a name that no wire of this width will ever be long enough to carry, not even if it is broken into two lines';
    const rows = complete.rows.map((row) =>
      row.id === 'ch' && row.kind === 'message' ? { ...row, title: long } : row,
    );
    const scene = draw({ ...complete, rows }, { width: 390 });
    expect(texts(scene).find((text) => text.id === 'name1:ch')?.text).toMatch(/…$/);
    expect(scene.shapes.find((shape) => shape.id === 'name1:ch')?.title).toContain(long);
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
    expect(strands(scene, 'left', 'write')).toEqual(['cleartext', 'handshake']);
  });

  it('have a second stroke, a slim one further out, only while a side reads with other keys than it writes with', () => {
    const scene = draw({ ...complete, playhead: 7 });
    expect(strands(scene, 'right', 'read')).toEqual(['handshake']);
    expect(strands(scene, 'left', 'read')).toEqual([]);
    const at = (id: string) => scene.shapes.find((shape) => shape.id === id);
    const [firm, slim] = [at('strand:right:write:s-ap'), at('strand:right:read:s-ap')];
    if (firm?.kind !== 'line' || slim?.kind !== 'line') throw new Error('There are no such strokes.');
    expect(slim.x1).toBeGreaterThan(firm.x1);
    expect(slim.paint.weight).toBeLessThan(3);
    expect([slim.y1, slim.y2]).toEqual([firm.y1, firm.y2]);
  });

  it('repeat in weight what the colour says', () => {
    const strokes = draw(complete).shapes.filter((shape) => shape.id.startsWith('strand:left:write'));
    expect(strokes.map(({ paint }) => paint.weight)).toEqual([3, 4.5, 6]);
  });

  it('are explained in one line below the rows, but for a narrow picture', () => {
    const said = (width: number) =>
      texts(draw(complete, { width })).flatMap((text) => (text.role === 'legend' ? [text.text] : []));
    expect(said(730)).toEqual(['clear text', 'handshake keys', 'application keys', 'slim: reads with other keys']);
    expect(said(390)).toEqual([]);
  });

  it('are dotted once a side is over, and not before', () => {
    const dotted = (playhead: number) =>
      draw({ ...refused, playhead }).shapes.some((shape) => shape.id === 'after:right');
    expect(dotted(11)).toBe(true);
    expect(dotted(10.9)).toBe(false);
  });
});
