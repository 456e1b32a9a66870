import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alarm } from '../../../src/ui/frames/alarm.ts';

describe('an alarm', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function waiting() {
    const ring = vi.fn();
    let due = performance.now() + 100;
    const put = (ms: number): void => {
      due = performance.now() + ms;
    };
    return { ring, put, ...alarm(() => due, ring) };
  }

  it('rings once, when its time has come', () => {
    const { ring, set } = waiting();
    set();
    set();
    vi.advanceTimersByTime(99);
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('waits on where its time was put off, without being set again', () => {
    const { ring, set, put } = waiting();
    set();
    for (let times = 0; times < 5; times++) {
      vi.advanceTimersByTime(80);
      put(100);
    }
    expect(ring).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(ring).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not ring when it was stopped, and can be set again', () => {
    const { ring, set, stop, put } = waiting();
    set();
    stop();
    vi.advanceTimersByTime(1000);
    expect(ring).not.toHaveBeenCalled();
    put(10);
    set();
    vi.advanceTimersByTime(20);
    expect(ring).toHaveBeenCalledTimes(1);
  });
});
