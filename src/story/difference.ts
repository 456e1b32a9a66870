// What somebody did to a record's bytes, in a few words. Its words come from words/picture.ts.

import { type Bytes, equal } from '../bytes/index.ts';
import { interference } from '../words/picture.ts';

/** How the bytes differ from the sealed record that comes closest. */
export function difference(sealed: readonly Bytes[], bytes: Bytes): string {
  const original = sealed.find((each) => each.length === bytes.length && !equal(each, bytes));
  if (!original) return interference.resized;
  const flips = bytes.map((byte, at) => byte ^ (original[at] ?? 0)).filter((flip) => flip !== 0);
  const [flip = 0] = flips;
  return flips.length === 1 && (flip & (flip - 1)) === 0 ? interference.bit : interference.bytes(flips.length);
}
