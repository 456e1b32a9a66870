import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { soon } from '../../../src/ui/frames/soon.ts';

describe('what is asked for soon', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is not done in the task that asks for it', () => {
    const act = vi.fn();
    soon(act)(1);
    expect(act).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(act.mock.calls).toEqual([[1]]);
  });

  it('is done once, with what was asked for last', () => {
    const act = vi.fn();
    const ask = soon(act);
    for (const value of [1, 2, 3]) ask(value);
    vi.runAllTimers();
    expect(act.mock.calls).toEqual([[3]]);
  });

  it('can be asked for again while it is done', () => {
    const done: number[] = [];
    const ask = soon((value: number) => {
      done.push(value);
      if (value < 3) ask(value + 1);
    });
    ask(1);
    vi.runAllTimers();
    expect(done).toEqual([1, 2, 3]);
  });
});
