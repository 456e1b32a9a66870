import { describe, expect, it } from 'vitest';
import { leastStay, neighbour, playheadAt, speeds, stayFor, travel } from '../../../src/ui/playbar/pace.ts';

const briefly = () => leastStay;
const whole = travel + leastStay;

describe('stayFor', () => {
  it('gives time to read two hundred words a minute, and two seconds at least', () => {
    expect(stayFor(0)).toBe(2000);
    expect(stayFor(3)).toBe(2000);
    expect(stayFor(20)).toBe(6000);
    expect(stayFor(200)).toBe(60_000);
  });
});

describe('playheadAt', () => {
  it('moves through a step, stays in it, and goes on', () => {
    expect(playheadAt(2, 0, 1, false, briefly)).toBe(2);
    expect(playheadAt(2, travel / 2, 1, false, briefly)).toBeCloseTo(2.5);
    expect(playheadAt(2, travel, 1, false, briefly)).toBe(3);
    expect(playheadAt(2, whole - 1, 1, false, briefly)).toBe(3);
    expect(playheadAt(2, whole + travel / 2, 1, false, briefly)).toBeCloseTo(3.5);
  });

  it('stays longer where there is more to read, and asks only when the step has arrived', () => {
    const asked: number[] = [];
    const stay = (step: number): number => {
      asked.push(step);
      return step === 3 ? 9000 : leastStay;
    };
    expect(playheadAt(2, travel - 1, 1, false, stay)).toBeLessThan(3);
    expect(asked).toEqual([]);
    expect(playheadAt(2, travel + 8999, 1, false, stay)).toBe(3);
    expect(asked).toEqual([3]);
    expect(playheadAt(2, travel + 9000 + travel, 1, false, stay)).toBe(4);
  });

  it('goes on from within a step', () => {
    expect(playheadAt(2.4, 0, 1, false, briefly)).toBeCloseTo(2.4);
    expect(playheadAt(2.4, travel * 0.6, 1, false, briefly)).toBeCloseTo(3);
  });

  it('never goes back, and takes half the time at double speed', () => {
    for (const speed of speeds) {
      let before = 0;
      for (let elapsed = 0; elapsed < 9000; elapsed += 16) {
        const now = playheadAt(0, elapsed, speed, false, briefly);
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
      expect(Math.ceil(before)).toBe(Math.ceil((9000 * speed) / whole));
    }
  });

  it('jumps from step to step when things shall keep still', () => {
    for (let elapsed = 0; elapsed < 6000; elapsed += 16) expect(playheadAt(1, elapsed, 1, true, briefly) % 1).toBe(0);
    expect(playheadAt(1, 1, 1, true, briefly)).toBe(2);
  });
});

describe('neighbour', () => {
  it('counts a step under way as not yet finished', () => {
    expect([neighbour(2, 1), neighbour(2, -1)]).toEqual([3, 1]);
    expect([neighbour(2.4, 1), neighbour(2.4, -1)]).toEqual([3, 2]);
  });
});
