// Where a cursor stands in a run.

import { describe, expect, it } from 'vitest';
import {
  defaultScenario,
  finishedAt,
  phases,
  remembered,
  run,
  stepAt,
  stepNumberAt,
  type Timeline,
} from '../../../src/lab/index.ts';

describe('a cursor', () => {
  it.each([
    [0, 0, 0],
    [0.1, 1, 0],
    [1, 1, 1],
    [2.4, 3, 2],
    [3, 3, 3],
    // What adding fractions loses.
    [3 + 1e-9, 3, 3],
    [3 - 1e-9, 3, 3],
    [-1e-9, 0, 0],
  ])('at %d is in step %i or has just finished it, and %i is over', (cursor, step, over) => {
    expect([stepNumberAt(cursor), finishedAt(cursor)]).toEqual([step, over]);
  });

  it('before anything is in no step, and behind the last one neither', () => {
    const timeline = run(defaultScenario);
    expect(stepAt(timeline, 0)).toBeUndefined();
    expect(stepAt(timeline, 0.5)).toBe(timeline.steps[0]);
    expect(stepAt(timeline, timeline.steps.length)).toBe(timeline.steps.at(-1));
    expect(stepAt(timeline, timeline.steps.length + 1)).toBeUndefined();
  });
});

describe('phases', () => {
  it('come in the order in which a run goes through them', () => {
    const met = run(defaultScenario).steps.map(({ phase }) => phase);
    expect([...new Set(met)]).toEqual([...phases]);
  });
});

describe('what is remembered of a run', () => {
  it('is computed once for each, even if nothing comes of it', () => {
    const asked: Timeline[] = [];
    const nothing = remembered((timeline) => void asked.push(timeline));
    const [one, other] = [run(defaultScenario), { ...run(defaultScenario) }];
    for (const timeline of [one, other, one]) expect(nothing(timeline)).toBeUndefined();
    expect(asked).toEqual([one, other]);
    expect(asked[1]).toBe(other);
  });
});
