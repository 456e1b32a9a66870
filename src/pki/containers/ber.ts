// BER (X.690) made DER as far as containers need it: definite lengths in their shortest form, and strings in one piece. Certificates are
// never passed through here, since their signatures cover the bytes as they stand.

import { type Bytes, concat, der, Flaw } from '../../bytes/index.ts';
import { FileFault } from './flaw.ts';

const DEEPEST = 64;
const CONSTRUCTED = 0x20;

/** An element of BER with its contents, and where it ends. */
interface Element {
  readonly tag: number;
  readonly contents: Bytes;
  readonly end: number;
}

/**
 * The first element of some bytes, as DER, and how many bytes it took.
 * @throws Flaw when it isn't BER
 * @throws FileFault when it is nested beyond all reason
 */
export function fromBer(bytes: Bytes): { readonly der: Bytes; readonly end: number } {
  const element = read(bytes, 0, bytes.length, 0);
  return { der: der.write(element.tag, element.contents), end: element.end };
}

function read(bytes: Bytes, start: number, limit: number, depth: number): Element {
  if (depth > DEEPEST) throw new FileFault({ what: 'nested too deeply' });
  const { tag, contents, length } = header(bytes, start, limit);
  if (length !== undefined && (tag & CONSTRUCTED) === 0)
    return { tag, contents: bytes.subarray(contents, contents + length), end: contents + length };
  const [children, end] = inside(bytes, contents, length === undefined ? limit : contents + length, length, depth);
  // A string in pieces: X.690 8.7.3.
  if (tag === (der.OCTET_STRING | CONSTRUCTED))
    return { tag: der.OCTET_STRING, contents: concat(...children.map((child) => child.contents)), end };
  return { tag, contents: concat(...children.map((child) => der.write(child.tag, child.contents))), end };
}

function inside(
  bytes: Bytes,
  start: number,
  limit: number,
  length: number | undefined,
  depth: number,
): [readonly Element[], number] {
  const children: Element[] = [];
  let at = start;
  while (length === undefined ? !(bytes[at] === 0 && bytes[at + 1] === 0) : at < limit) {
    const child = read(bytes, at, limit, depth + 1);
    children.push(child);
    at = child.end;
  }
  return [children, length === undefined ? at + 2 : at];
}

/** `length` is undefined where an end-of-contents mark ends the element. */
function header(bytes: Bytes, start: number, limit: number) {
  const [tag, first] = [bytes[start], bytes[start + 1]];
  if (tag === undefined || first === undefined || start + 2 > limit) throw new Flaw({ what: 'no header' }, start);
  if ((tag & 0x1f) === 0x1f) throw new Flaw({ what: 'long tag' }, start);
  if (first === 0x80 && (tag & CONSTRUCTED) !== 0) return { tag, contents: start + 2, length: undefined };
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || count > 8) throw new Flaw({ what: 'length of a length', bytes: count }, start + 1);
  const contents = start + 2 + count;
  let length = count === 0 ? first : 0;
  for (let at = start + 2; at < contents; at++) length = length * 256 + (bytes[at] ?? 0);
  const excess = contents + length - limit;
  if (excess > 0) throw new Flaw({ what: 'larger than its holder', bytes: excess }, start);
  return { tag, contents, length };
}

/**
 * The element that bytes begin with: as it stands where it is DER, and made DER where it is BER.
 * @throws Flaw when it is neither
 * @throws FileFault when it is cut off, or nested beyond all reason
 */
export function wholeElement(bytes: Bytes): Bytes {
  try {
    const { end } = der.readHeader(bytes, 0);
    if (end > bytes.length) throw new FileFault({ what: 'cut off' });
    if (end <= bytes.length && inDer(bytes.subarray(0, end))) return bytes.subarray(0, end);
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
  }
  return fromBer(bytes).der;
}

/** Whether all that must be read to know what something is, is DER. */
function inDer(bytes: Bytes): boolean {
  try {
    const check = (tlv: der.Tlv, depth: number): void => {
      if (depth > 6 || (tlv.tag & 0x20) === 0) return;
      for (let at = tlv.contents; at < tlv.end; ) {
        const inside = der.read(bytes, at, tlv.end);
        check(inside, depth + 1);
        at = inside.end;
      }
    };
    check(der.readOnly(bytes), 0);
    return true;
  } catch (error) {
    if (error instanceof Flaw) return false;
    throw error;
  }
}
