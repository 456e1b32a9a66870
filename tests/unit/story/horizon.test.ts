// What the picture tells an audience at a step: all that has come to be, and nothing of what is awaited.

import { describe, expect, it } from 'vitest';
import { defaultScenario, fromLink, landing, run, runSupplied } from '../../../src/lab/index.ts';
import { toModel } from '../../../src/story/index.ts';

const timeline = run(defaultScenario);
const steps = [0, ...timeline.steps.map(({ number }) => number)];

describe('the heads up to a horizon', () => {
  it.each(steps)('know no more than at step %i, and don’t say what they wait for', (step) => {
    const seen = toModel(timeline, step, { horizon: step });
    const plain = step === 0 ? undefined : toModel(timeline, step);
    for (const side of ['left', 'right'] as const) {
      const { state, ...head } = seen.actors[side];
      expect(state).not.toMatch(/waits for/);
      if (!plain) {
        expect(head).toMatchObject({ knows: 'knows nobody', checks: '' });
        continue;
      }
      const { state: told, ...rest } = plain.actors[side];
      expect(head).toEqual(rest);
      expect(state).toBe(told.replace(/^waits for .*/, 'waits'));
    }
    expect(seen.playhead).toBe(step);
    expect(seen.rows.map(({ id }) => id)).toEqual(toModel(timeline, step).rows.map(({ id }) => id));
  });
});

describe('the captions up to a horizon', () => {
  it('say that nobody ever read a message only when that has come out', async () => {
    const refused = await runSupplied((await fromLink('#1?break=untrusted-ca')).scenario);
    const last = landing(refused);
    const captions = (horizon: number): string => JSON.stringify(toModel(refused, horizon, { horizon }).rows);
    expect(captions(last - 1)).not.toContain('never read');
    expect(captions(last)).toContain('never read');
  });
});
