// Bytes that are spoilt in one place.

import type { Bytes } from '../../../src/bytes/index.ts';

/** A copy with another byte at one place. */
export function withByte(bytes: Bytes, place: number, value: number): Bytes {
  return Uint8Array.from(bytes, (byte, at) => (at === place ? value : byte));
}
