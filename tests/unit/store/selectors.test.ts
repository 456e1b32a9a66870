import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../../../src/lab/index.ts';
import { chapters, currentStep, failed, landing, stepNumber } from '../../../src/store/index.ts';
import { fakeRun } from './runs.ts';

const good = fakeRun(defaultScenario);
const bad = fakeRun({ ...defaultScenario, mischief: [{ id: 'untrusted-ca' }] });

describe('the current step', () => {
  it('is the one under way, or the one just finished', () => {
    expect([0, 0.1, 1, 2.4, 3].map((cursor) => stepNumber({ cursor }))).toEqual([0, 1, 1, 3, 3]);
    expect(currentStep({ cursor: 2.4, timeline: good })?.name).toBe('Certificate');
    expect(currentStep({ cursor: 0, timeline: good })).toBeUndefined();
  });

  it('forgives what adding fractions loses', () => {
    expect(stepNumber({ cursor: 3 + 1e-9 })).toBe(3);
  });
});

describe('chapters', () => {
  it('cover the run without gap, in order', () => {
    expect(chapters(good)).toEqual([
      { phase: 'negotiation', start: 1, end: 2 },
      { phase: 'server authentication', start: 3, end: 4 },
      { phase: 'client authentication', start: 5, end: 5 },
      { phase: 'application data', start: 6, end: 6 },
    ]);
  });

  it('leave out what was not reached, and are computed once', () => {
    expect(chapters(bad).map(({ phase }) => phase)).not.toContain('application data');
    expect(chapters(bad)).toBe(chapters(bad));
  });
});

describe('landing', () => {
  it('is the end of a good run and the alert of a bad one', () => {
    expect(landing(good)).toBe(6);
    expect(bad.steps[landing(bad) - 1]?.kind).toBe('alert');
    expect([failed(good), failed(bad)]).toEqual([false, true]);
  });

  it('is where the fault was found when no alert follows', () => {
    const silent = { ...bad, steps: bad.steps.slice(0, 5) };
    expect(landing(silent)).toBe(5);
  });
});
