import { describe, expect, it } from 'vitest';
import { beat, neighbour, playheadAt, travel } from '../../../src/ui/playbar/pace.ts';

describe('playheadAt', () => {
  it('moves through a step and then rests at its end', () => {
    expect(playheadAt(2, 0, 1, false)).toBe(2);
    expect(playheadAt(2, travel / 2, 1, false)).toBeCloseTo(2.5);
    expect(playheadAt(2, travel, 1, false)).toBe(3);
    expect(playheadAt(2, beat - 1, 1, false)).toBe(3);
    expect(playheadAt(2, beat + travel / 2, 1, false)).toBeCloseTo(3.5);
  });

  it('goes on from the middle of a step without a jump', () => {
    expect(playheadAt(2.4, 0, 1, false)).toBeCloseTo(2.4);
    expect(playheadAt(2.4, travel * 0.6, 1, false)).toBeCloseTo(3);
  });

  it('never goes back, at any speed', () => {
    for (const speed of [0.5, 1, 2] as const) {
      let before = 0;
      for (let elapsed = 0; elapsed < 9000; elapsed += 16) {
        const now = playheadAt(0, elapsed, speed, false);
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
      expect(Math.ceil(before)).toBe(Math.ceil((9000 * speed) / beat));
    }
  });

  it('jumps from step to step when things shall keep still', () => {
    for (let elapsed = 0; elapsed < 6000; elapsed += 16) expect(playheadAt(1, elapsed, 1, true) % 1).toBe(0);
    expect(playheadAt(1, 1, 1, true)).toBe(2);
  });
});

describe('neighbour', () => {
  it('counts a step under way as not yet finished', () => {
    expect([neighbour(2, 1), neighbour(2, -1)]).toEqual([3, 1]);
    expect([neighbour(2.4, 1), neighbour(2.4, -1)]).toEqual([3, 2]);
  });
});
