import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { supply } from '../../../src/lab/index.ts';
import { createLab } from '../../../src/store/index.ts';
import { atRest, settleAtRest } from '../../../src/ui/frames/rest.ts';
import { fakeRun } from '../store/runs.ts';

await supply();

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what moves', () => {
  it('has come to rest once, when it has not moved for a while', () => {
    const then = vi.fn();
    const { moved } = atRest(100, then);
    for (let times = 0; times < 5; times++) {
      moved();
      vi.advanceTimersByTime(80);
    }
    expect(then).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(then).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not come to rest when that was stopped, and can move again', () => {
    const then = vi.fn();
    const { moved, stop } = atRest(100, then);
    moved();
    stop();
    vi.advanceTimersByTime(1000);
    expect(then).not.toHaveBeenCalled();
    moved();
    vi.advanceTimersByTime(1000);
    expect(then).toHaveBeenCalledTimes(1);
  });
});

describe('a lab', () => {
  function mounted() {
    const lab = createLab(fakeRun, { step: 1 });
    const leave = settleAtRest(lab);
    const told: number[] = [];
    lab.subscribe(({ settled }, before) => settled !== before.settled && told.push(settled));
    return { seek: lab.getState().seek, leave, told };
  }

  it('settles in none of the steps that a hand only crosses, and in the one where it rests', () => {
    const { seek, told } = mounted();
    for (const place of [1.7, 3, 4.3, 4.6]) {
      seek(place, 'hand');
      vi.advanceTimersByTime(50);
    }
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([5]);
  });

  it('settles in each step that it plays, when it rests there', () => {
    const { seek, told } = mounted();
    for (let step = 1; step < 4; step++) {
      for (let frame = 1; frame <= 30; frame++) {
        seek(step + frame / 30, 'play');
        vi.advanceTimersByTime(16);
        if (frame < 30) expect(told.at(-1) ?? 1).toBe(step);
      }
      vi.advanceTimersByTime(1000);
    }
    expect(told).toEqual([2, 3, 4]);
  });

  it('settles nowhere when the playhead comes back, or the page is gone', () => {
    const { seek, leave, told } = mounted();
    seek(1.2, 'hand');
    seek(0.8, 'hand');
    vi.advanceTimersByTime(1000);
    seek(3.5, 'hand');
    leave();
    vi.advanceTimersByTime(1000);
    expect(told).toEqual([]);
  });
});
