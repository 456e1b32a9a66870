// What an audience sees of a picture: nothing of what is still to come, in columns that leave room for large type.

import { describe, expect, it } from 'vitest';
import { layout, type Model, tableMeasure } from '../../../src/diagram/index.ts';
import { complete, disturbed, refused } from '../../golden/models.ts';
import { collisions, outside } from './apart.ts';

const models = { complete, refused, disturbed };
/** The room on a projector of 1280 × 720 px, shown 1.6 times as large, beside the sentence and above it. */
const rooms = [
  { width: 585, height: 421 },
  { width: 800, height: 375 },
];

const draw = (model: Model, room = rooms[0]) =>
  layout(model, tableMeasure, { width: 585, ...room, captions: true, fontScale: 1 });

const lastStep = (model: Model): number => Math.max(...model.rows.map(({ step }) => step));

describe.each(Object.entries(models))('the picture up to a horizon: %s', (_, model) => {
  it('shows no row, no title and no arrow of a later step, and keeps every other in its place', () => {
    const whole = draw({ ...model, playhead: Infinity });
    for (let horizon = 0; horizon <= lastStep(model); horizon++) {
      const scene = draw({ ...model, playhead: horizon, horizon });
      const later = model.rows.filter(({ step }) => step > horizon).map(({ id }) => id);
      const bands = model.bands.filter(({ from }) => later.includes(from)).map(({ id }) => id);
      const ids = scene.shapes.map(({ id }) => id);
      for (const id of [...later, ...bands]) expect(ids.filter((shape) => shape.endsWith(`:${id}`))).toEqual([]);
      expect(scene.areas.map(({ row }) => row)).toEqual(
        model.rows.filter(({ id }) => !later.includes(id)).map(({ id }) => id),
      );
      if (horizon === 1) expect(ids).toEqual(expect.arrayContaining(['ahead:left', 'ahead:right']));
      expect(scene.height).toBe(whole.height);
      for (const area of scene.areas) expect(whole.areas).toContainEqual(area);
    }
  });

  it.each(rooms)('is laid out in columns beside the lifelines, apart and inside: $width × $height', (room) => {
    const scene = draw({ ...model, playhead: lastStep(model), compact: true }, room);
    expect(collisions(scene)).toEqual([]);
    expect(outside(scene)).toEqual([]);
    const titles = scene.shapes.filter(({ role }) => role === 'band');
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(title).toMatchObject({ x: 14, anchor: 'start' });
  });
});
