import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { supply } from '../../../src/lab/index.ts';
import { createLab } from '../../../src/store/index.ts';
import { followerOf } from '../../../src/ui/inspector/follow.ts';
import { fakeRun } from '../store/runs.ts';

await supply();

describe('the step to tell of', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function following() {
    const lab = createLab(fakeRun, { step: 1 });
    const follower = followerOf(lab);
    const changed = vi.fn();
    const leave = follower.subscribe(changed);
    return { lab, follower, changed, leave, seek: (cursor: number) => lab.getState().seek(cursor) };
  }

  it('is the one where the playhead comes to rest, at once', () => {
    const { follower, changed, seek } = following();
    seek(4);
    expect(follower.step()).toBe(4);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('is the one that the playhead moves in, once it stands still', () => {
    const { follower, changed, seek } = following();
    for (const cursor of [1.1, 1.3, 1.5]) {
      seek(cursor);
      vi.advanceTimersByTime(100);
      expect(follower.step()).toBe(1);
    }
    vi.advanceTimersByTime(30);
    expect(follower.step()).toBe(2);
    seek(2);
    vi.advanceTimersByTime(1000);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('is the one that the playhead moves in, after a while, even if it never stands still', () => {
    const { follower, seek } = following();
    for (let time = 0; time < 500; time += 16) {
      seek(1.1 + time / 1000);
      vi.advanceTimersByTime(16);
      expect(follower.step()).toBe(1);
    }
    for (let time = 500; time < 650; time += 16) {
      seek(1.1 + time / 1000);
      vi.advanceTimersByTime(16);
    }
    expect(follower.step()).toBe(2);
  });

  it('is none that a hand drags the playhead through, wherever the moves of the hand end', () => {
    const { changed, seek } = following();
    for (const cursor of [1.7, 3, 4.3, 5]) {
      seek(cursor);
      vi.advanceTimersByTime(50);
    }
    expect(changed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('is none of those that are only crossed', () => {
    const { follower, changed, seek } = following();
    for (const cursor of [1.5, 2.5, 3.5, 4.5]) {
      seek(cursor);
      vi.advanceTimersByTime(100);
    }
    expect(changed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(follower.step()).toBe(5);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('stays where the playhead leaves and comes back', () => {
    const { follower, changed, seek } = following();
    seek(1.2);
    seek(0.8);
    vi.advanceTimersByTime(1000);
    expect(follower.step()).toBe(1);
    expect(changed).not.toHaveBeenCalled();
  });

  it('belongs to the run that is shown', () => {
    const { lab, follower, seek } = following();
    seek(5.5);
    lab.getState().change({ mischief: [{ id: 'bad-signature' }] });
    expect(follower.step()).toBe(Math.ceil(lab.getState().cursor));
  });

  it('is up to date for whoever begins to listen, and leaves nothing behind', () => {
    const { lab, follower, changed, leave, seek } = following();
    seek(2.5);
    leave();
    vi.advanceTimersByTime(1000);
    expect(changed).not.toHaveBeenCalled();
    expect(followerOf(lab)).toBe(follower);
    expect(follower.step()).toBe(3);
    seek(4);
    follower.subscribe(changed);
    expect(follower.step()).toBe(4);
  });
});
