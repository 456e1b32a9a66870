// @vitest-environment happy-dom
// A finger that is drawn over a picture: sideways it brings the other one, and else nothing.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchSwipes } from '../../../src/ui/compare/swipe.ts';

const room = document.createElement('div');
const swiped = vi.fn();
let leave = watchSwipes(room, swiped);
afterEach(() => {
  leave();
  swiped.mockClear();
  leave = watchSwipes(room, swiped);
});

/** A finger goes down at one place and up at another. @param others how many more are down */
function draw(from: readonly [number, number], to: readonly [number, number], others = 0): void {
  const touch = ([clientX, clientY]: readonly [number, number]) => ({ clientX, clientY });
  const fingers = [touch(from), ...Array.from({ length: others }, () => touch([0, 0]))];
  room.dispatchEvent(Object.assign(new Event('touchstart'), { touches: fingers }));
  room.dispatchEvent(Object.assign(new Event('touchend'), { changedTouches: [touch(to)] }));
}

describe('a finger over a picture', () => {
  it('tells the way that it is drawn sideways', () => {
    draw([200, 100], [120, 110]);
    draw([120, 100], [200, 90]);
    expect(swiped.mock.calls).toEqual([['left'], ['right']]);
  });

  it.each([
    ['a tap', [100, 100], [104, 101], 0],
    ['scrolling', [100, 100], [40, 300], 0],
    ['two fingers', [200, 100], [80, 100], 1],
  ] as const)('says nothing of %s', (_, from, to, others) => {
    draw(from, to, others);
    expect(swiped).not.toHaveBeenCalled();
  });

  it('says nothing any more when nobody listens', () => {
    leave();
    draw([200, 100], [80, 100]);
    expect(swiped).not.toHaveBeenCalled();
  });
});
