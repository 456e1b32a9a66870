// Any bit of any record, flipped on its way: what the page's map of a handshake plays. What comes of it depends on the place.

import { flipped } from '../catalogue/bend.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Mischief } from '../scenario.ts';
import { changed, tapped } from './tap.ts';

export const flip: Entry = {
  id: 'flip',
  who: 'network',
  topic: 'attack',
  expect: {},
  takes: { at: 'any record', params: { offset: { min: 0, max: 999_999_999 }, mask: { min: 1, max: 255 } } },
  missed: (mischief, { moments }) => {
    const { at, offset } = placeOf(mischief);
    const hit = moments.some(
      (moment) =>
        'carriage' in moment &&
        moment.carriage.record === at &&
        moment.carriage.fate === 'changed' &&
        moment.carriage.bytes.length > offset,
    );
    return !hit;
  },
  apply: (cast, mischief) => {
    const { at, offset, mask } = placeOf(mischief);
    return tapped(cast, (carriage) =>
      carriage.record === at ? [changed(carriage, flipped(carriage.bytes, offset, mask))] : [carriage],
    );
  },
};

function placeOf({ at = 0, params: { offset = 0, mask = 1 } = {} }: Mischief) {
  return { at, offset, mask };
}
