// Small operations on byte arrays: joining, comparing, hex and text. It knows no format.

export type Bytes = Uint8Array;

export const EMPTY: Bytes = new Uint8Array(0);

/** Joins byte arrays into one new array. */
export function concat(...parts: readonly Bytes[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** Whether two arrays hold the same bytes; takes the same time for any two arrays of one length. */
export function equal(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** Lower-case hex without separators, or with `separator` between bytes. */
export function toHex(bytes: Bytes, separator = ''): string {
  return bytes.reduce((text, byte, at) => text + (at > 0 ? separator : '') + HEX[byte], '');
}

/**
 * Bytes of a hex text; white space and colons are skipped.
 * @throws RangeError when the rest isn't an even number of hex digits
 */
export function fromHex(text: string): Bytes {
  const digits = text.replace(/[\s:]/g, '');
  if (digits.length % 2 !== 0 || /[^0-9a-fA-F]/.test(digits)) throw new RangeError('not an even number of hex digits');
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

const encoder = new TextEncoder();
const lenientDecoder = new TextDecoder();

/** UTF-8 bytes of a text. */
export function fromText(text: string): Bytes {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes; what isn't UTF-8 becomes U+FFFD. */
export function toText(bytes: Bytes): string {
  return lenientDecoder.decode(bytes);
}

/** Big-endian bytes of a whole number, `length` bytes long. */
export function fromUint(value: number, length: number): Bytes {
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let i = length - 1; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}
