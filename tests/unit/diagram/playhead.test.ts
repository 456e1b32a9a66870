// The playhead: what has happened, and how far, as a function of one number.

import { describe, expect, it } from 'vitest';
import { layout, type Model, tableMeasure } from '../../../src/diagram/index.ts';
import { complete, disturbed, refused } from '../../golden/models.ts';

const draw = (model: Model, playhead: number) =>
  layout({ ...model, playhead }, tableMeasure, { width: 730, captions: true, fontScale: 1 });
const shape = (model: Model, playhead: number, id: string) =>
  draw(model, playhead).shapes.find((each) => each.id === id);
const tip = (playhead: number) => {
  const wire = shape(complete, playhead, 'wire:s-cert');
  return wire?.kind === 'line' ? { length: Math.abs(wire.x2 - wire.x1), from: wire.x1 } : undefined;
};

describe('playhead', () => {
  it('shows of what is ahead only a hairline', () => {
    expect(shape(complete, 0, 'ahead:ch')).toBeDefined();
    expect(shape(complete, 0, 'wire:ch')).toBeUndefined();
    expect(shape(complete, 0, 'name:ch')).toBeUndefined();
    expect(shape(complete, 0, 'pill:c-chain')).toBeUndefined();
  });

  it('lets a message travel in proportion', () => {
    expect(tip(4)).toBeUndefined();
    const lengths = [4.2, 4.4, 4.8].map((playhead) => tip(playhead)?.length ?? Number.NaN);
    expect(lengths[1]).toBeCloseTo(2 * (lengths[0] ?? 0), 6);
    expect(lengths[2]).toBeCloseTo(4 * (lengths[0] ?? 0), 6);
    expect(shape(complete, 4.4, 'token:s-cert')).toBeDefined();
    expect(shape(complete, 5, 'token:s-cert')).toBeUndefined();
    expect(shape(complete, 5, 'head:s-cert')).toBeDefined();
  });

  it('resolves a check when the message before it in the step has arrived', () => {
    expect(shape(complete, 4.9, 'pill:c-chain')).toBeUndefined();
    expect(shape(complete, 5, 'pill:c-chain')).toBeDefined();
  });

  it('lets work before a message happen as the step begins, and work alone half way', () => {
    const work = { kind: 'work', id: 'w', at: 'left', text: 'thinks', outcome: 'done' } as const;
    const [hello] = complete.rows;
    const before: Model = { ...complete, bands: [], rows: hello ? [{ ...work, step: 1 }, hello] : [] };
    expect(shape(before, 0, 'pill:w')).toBeUndefined();
    expect(shape(before, 0.1, 'pill:w')).toBeDefined();
    const alone: Model = { ...complete, bands: [], rows: [{ ...work, step: 1 }] };
    expect(shape(alone, 0.4, 'pill:w')).toBeUndefined();
    expect(shape(alone, 0.5, 'pill:w')).toBeDefined();
  });

  it('lights the lifelines further down with every bit of time', () => {
    let before = 0;
    for (let playhead = 0; playhead <= 14; playhead += 0.25) {
      const ends = draw(complete, playhead).shapes.flatMap((each) =>
        each.kind === 'line' && each.id.startsWith('strand:left:write') ? [each.y2] : [],
      );
      const now = Math.max(0, ...ends);
      expect(now).toBeGreaterThanOrEqual(before);
      before = now;
    }
  });

  it('shows ghosts when their step is over', () => {
    expect(shape(refused, 10.9, 'name:get')).toBeUndefined();
    expect(shape(refused, 11, 'name:get')).toBeDefined();
    expect(shape(refused, 11, 'note0:get')).toMatchObject({ text: expect.stringContaining('what would') });
  });

  it('never lets a lost message arrive', () => {
    expect(shape(disturbed, 14, 'head:ee')).toBeUndefined();
    expect(shape(disturbed, 14, 'lost:ee')).toBeDefined();
  });
});
