// Any bit of any record, flipped on its way: what the page's map of a handshake plays. What comes of it depends on the place.

import { flipped } from '../catalogue/bend.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Mischief } from '../scenario.ts';
import { changed, tapped } from './tap.ts';

export const flip: Entry = {
  id: 'flip',
  title: 'A flipped bit',
  story: 'Somebody on the wire flips a bit of one record, wherever you like.',
  who: 'network',
  topic: 'attack',
  expect: {},
  takes: { at: 'any record', params: ['offset', 'mask'] },
  apply: (cast, mischief) => {
    const offset = numberIn(mischief, 'offset', 0);
    const mask = numberIn(mischief, 'mask', 1);
    return tapped(cast, (carriage) =>
      carriage.record === (mischief.at ?? 0) ? [changed(carriage, flipped(carriage.bytes, offset, mask))] : [carriage],
    );
  },
};

function numberIn({ params }: Mischief, name: string, otherwise: number): number {
  const value = params?.[name];
  return typeof value === 'number' ? value : otherwise;
}
