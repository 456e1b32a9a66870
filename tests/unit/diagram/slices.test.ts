// A picture that is cut for paper: all of it is there, and nothing is cut through.

import { describe, expect, it } from 'vitest';
import { type Scene, type Shape, sceneIn, slicesOf } from '../../../src/diagram/index.ts';
import { catalogue, defaultScenario, run, type Scenario, supply } from '../../../src/lab/index.ts';
import { toModel } from '../../../src/story/index.ts';

await supply();

const sceneOf = (patch: Partial<Scenario>, width = 680): Scene =>
  sceneIn({ width, height: 640 }, toModel(run({ ...defaultScenario, ...patch }), Infinity, { unit: 'records' }), {
    captions: true,
  });

/** Whether a line from side to side goes through a word. */
const cutsWord = (shape: Shape, y: number) =>
  shape.kind === 'text' && shape.turn === undefined && shape.y - shape.font.size / 2 < y && y < shape.y;

describe('a picture that is cut for paper', () => {
  it('is one piece where it fits', () => {
    const scene = sceneOf({});
    expect(slicesOf(scene, scene.height)).toEqual([{ top: 0, bottom: scene.height }]);
  });

  const runs: readonly (readonly [string, Partial<Scenario>])[] = [
    ['honest', {}],
    ['one by one', { compatibility: true, retry: true, alpn: 'h2' }],
    // Some of each file of the catalogue.
    ...catalogue()
      .filter((_, at) => at % 12 === 0)
      .map(({ id, expect: expected }) => {
        const version = expected['1.3'] ? '1.3' : '1.2';
        return [id, { version, mischief: [{ id }] }] as const;
      }),
  ];

  it.each(runs)('%s: has all of it, in pieces of the size, and no row and no word is cut', (_, patch) => {
    const scene = sceneOf(patch);
    const most = 300;
    const slices = slicesOf(scene, most);
    expect(slices[0]?.top).toBe(0);
    expect(slices.at(-1)?.bottom).toBe(scene.height);
    for (const [index, { top, bottom }] of slices.entries()) {
      expect(bottom).toBeGreaterThan(top);
      expect(bottom - top).toBeLessThanOrEqual(most);
      if (index > 0) expect(top).toBe(slices[index - 1]?.bottom);
    }
    const cuts = slices.slice(1).map(({ top }) => top);
    for (const cut of cuts) {
      const rows = scene.areas.filter(({ y, height }) => y < cut && cut < y + height);
      const words = scene.shapes.filter((shape) => cutsWord(shape, cut));
      expect([rows, words]).toEqual([[], []]);
    }
  });
});
