// Everything on all shelves, fetched ahead: in which order, and what becomes of a part that can't be had.

import { expect, it } from 'vitest';
import { fetchAll, shelf } from '../../../src/shelf/index.ts';

it('fetches what was put up last first, each part in its turn, and what could not be had the next time', async () => {
  const happened: string[] = [];
  let network = false;
  const turn = async () => void happened.push('turn');
  shelf({ far: async () => void happened.push('far') });
  const near = shelf({
    near: async () => {
      happened.push('near');
      shelf({ nearest: async () => void happened.push('nearest') });
    },
    lost: async () => {
      happened.push('lost');
      if (!network) throw new TypeError('no network');
    },
  });
  expect(await fetchAll(turn)).toBe(false);
  expect(happened.slice(0, 8)).toEqual(['turn', 'near', 'turn', 'nearest', 'turn', 'lost', 'turn', 'far']);
  expect(near.has('near')).toBe(true);
  expect(near.has('lost')).toBe(false);
  happened.length = 0;
  network = true;
  expect(await fetchAll(turn)).toBe(true);
  expect(happened).toEqual(['turn', 'lost']);
  expect(near.has('lost')).toBe(true);
});
