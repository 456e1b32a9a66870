// @vitest-environment happy-dom
// A picture on a page: each plane has its SVG, the room follows what happens, and nothing is left behind.

import { beforeEach, describe, expect, it } from 'vitest';
import { createPicture, type Model, type Surface } from '../../../src/diagram/index.ts';
import { complete } from '../../golden/models.ts';

const look = { captions: true };
let surface: Surface;

/** A room of a size that can be changed; this DOM lays nothing out. */
function furnish(size: { width: number; height: number }): Surface {
  const room = document.createElement('section');
  const svg = () => room.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  Object.defineProperty(room, 'clientWidth', { get: () => size.width });
  Object.defineProperty(room, 'clientHeight', { get: () => size.height });
  const planes = { heads: svg(), lines: svg(), rows: svg() };
  document.body.append(room);
  return { room, ...planes };
}

const at = (playhead: number): Model => ({ ...complete, playhead });
const words = (svg: SVGSVGElement) => [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);

beforeEach(() => {
  document.body.replaceChildren();
  surface = furnish({ width: 900, height: 300 });
});

describe('a picture', () => {
  it('draws the heads apart from the rows, each as high as it needs', () => {
    createPicture(surface).update(at(14), look);
    expect(words(surface.heads)).toContain('Client');
    expect(words(surface.rows)).toContain('ClientHello');
    expect(words(surface.rows)).not.toContain('Client');
    expect(Number(surface.rows.getAttribute('height'))).toBeGreaterThan(300);
  });

  it('keeps the present step in sight, and leaves a reader alone who scrolls within a step', () => {
    const picture = createPicture(surface);
    picture.update(at(1), look);
    expect(surface.room.scrollTop).toBeLessThanOrEqual(0);
    picture.update(at(13), look);
    const far = surface.room.scrollTop;
    expect(far).toBeGreaterThan(0);
    surface.room.scrollTop = 5;
    picture.update(at(12.5), look);
    expect(surface.room.scrollTop).toBe(5);
    picture.update(at(14), look);
    expect(surface.room.scrollTop).toBeGreaterThanOrEqual(far);
    picture.update(at(0), look);
    expect(surface.room.scrollTop).toBeLessThanOrEqual(0);
  });

  it('lets the heads stay in sight only where the rest scrolls and has room beside them', () => {
    const pinned = (height: number) => {
      const place = furnish({ width: 900, height });
      createPicture(place).update(at(3), look);
      return place.room.classList.contains('pinned');
    };
    expect([pinned(80), pinned(300), pinned(3000)]).toEqual([false, true, false]);
  });

  it('leaves nothing behind', () => {
    const picture = createPicture(surface);
    picture.update(at(14), look);
    picture.destroy();
    expect(surface.room.querySelectorAll('text, line, path, rect, circle')).toHaveLength(0);
  });
});
