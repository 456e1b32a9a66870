// DER (X.690): a strict reader whose elements keep their offsets, and a writer. It knows no ASN.1 module;
// what an element means is said by the layer that reads it. Field trees over DER are in shape.ts.

import { type Bytes, concat, toHex, toText } from './bytes.ts';
import { Flaw } from './flaw.ts';
import {
  BIT_STRING,
  BMP_STRING,
  BOOLEAN,
  IA5_STRING,
  INTEGER,
  OBJECT_IDENTIFIER,
  PRINTABLE_STRING,
  SEQUENCE,
  TELETEX_STRING,
  tagName,
  UNIVERSAL_STRING,
  UTF8_STRING,
} from './tag.ts';

export * from './tag.ts';

/** One element: identifier, length and contents, as offsets into a buffer. */
export interface Tlv {
  readonly bytes: Bytes;
  /** The identifier byte, class and constructed bit included. */
  readonly tag: number;
  readonly start: number;
  /** Offset of the first byte of contents. */
  readonly contents: number;
  readonly end: number;
}

/**
 * Reads identifier and length at `start`; the end that they claim may lie beyond `limit`.
 * @throws Flaw for what DER forbids: indefinite and needlessly long lengths; and for tag numbers above 30
 */
export function readHeader(bytes: Bytes, start: number, limit: number = bytes.length): Tlv {
  const tag = start < limit ? bytes[start] : undefined;
  const first = start + 1 < limit ? bytes[start + 1] : undefined;
  if (tag === undefined || first === undefined) throw new Flaw({ what: 'no header' }, start);
  if ((tag & 0x1f) === 0x1f) throw new Flaw({ what: 'long tag' }, start);
  if (first < 0x80) return { bytes, tag, start, contents: start + 2, end: start + 2 + first };
  const count = first & 0x7f;
  if (count === 0) throw new Flaw({ what: 'indefinite length' }, start + 1);
  if (count > 4) throw new Flaw({ what: 'length of a length', bytes: count }, start + 1);
  const contents = start + 2 + count;
  if (contents > limit) throw new Flaw({ what: 'length cut off' }, start + 1);
  let length = 0;
  for (let at = start + 2; at < contents; at++) length = length * 256 + (bytes[at] as number);
  if (length < 0x80 || length < 256 ** (count - 1)) throw new Flaw({ what: 'long form of a length' }, start + 1);
  return { bytes, tag, start, contents, end: contents + length };
}

/** Reads the element at `start`. @throws Flaw when it isn't DER or doesn't fit before `limit` */
export function read(bytes: Bytes, start = 0, limit: number = bytes.length): Tlv {
  const tlv = readHeader(bytes, start, limit);
  if (tlv.end > limit) throw new Flaw({ what: 'larger than its holder', bytes: tlv.end - limit }, start);
  return tlv;
}

/** Reads the one element that `bytes` consists of. @throws Flaw also when something follows it */
export function readOnly(bytes: Bytes, start = 0, limit: number = bytes.length): Tlv {
  const tlv = read(bytes, start, limit);
  if (tlv.end !== limit) throw new Flaw({ what: 'bytes after the end', bytes: limit - tlv.end }, tlv.end);
  return tlv;
}

/** The contents of an element. */
export function contentsOf(tlv: Tlv): Bytes {
  return tlv.bytes.subarray(tlv.contents, tlv.end);
}

/** An element with its identifier and length. */
export function bytesOf(tlv: Tlv): Bytes {
  return tlv.bytes.subarray(tlv.start, tlv.end);
}

/** Takes the elements inside a constructed one, in order. */
export class Elements {
  #at: number;

  /**
   * @param of the standard's name of the element
   * @throws Flaw when it has another tag than `tag`
   */
  constructor(
    readonly outer: Tlv,
    tag: number,
    of: string,
  ) {
    expect(outer, tag, of);
    this.#at = outer.contents;
  }

  get more(): boolean {
    return this.#at < this.outer.end;
  }

  /** The next element, whatever its tag. @throws Flaw when there is none */
  any(of: string): Tlv {
    if (!this.more) throw new Flaw({ what: 'element missing', of }, this.outer.start);
    const tlv = read(this.outer.bytes, this.#at, this.outer.end);
    this.#at = tlv.end;
    return tlv;
  }

  /** The next element, which must have this tag. */
  take(tag: number, of: string): Tlv {
    const tlv = this.any(of);
    expect(tlv, tag, of);
    return tlv;
  }

  /** The next element if it has this tag. */
  maybe(tag: number): Tlv | undefined {
    return this.more && this.outer.bytes[this.#at] === tag ? this.any('element') : undefined;
  }

  /** All that remain. */
  rest(): readonly Tlv[] {
    const all: Tlv[] = [];
    while (this.more) all.push(this.any('element'));
    return all;
  }

  /** @throws Flaw when something remains */
  done(): void {
    if (this.more) throw new Flaw({ what: 'element out of place' }, this.#at);
  }
}

/** @throws Flaw when an element hasn't the tag it must have */
export function expect(tlv: Tlv, tag: number, of: string): void {
  if (tlv.tag !== tag)
    throw new Flaw({ what: 'other tag', of, wanted: tagName(tag), found: tagName(tlv.tag) }, tlv.start);
}

/** UUIDs make the longest arcs that exist (X.667). */
const MOST_ARC_BITS = 128n;

/** Dotted text of an OBJECT IDENTIFIER's contents (X.690 8.19), whatever its tag. */
export function readOid(tlv: Tlv): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  let open = false;
  for (const byte of contentsOf(tlv)) {
    if (!open && byte === 0x80) throw new Flaw({ what: 'arc with a zero' }, tlv.start);
    if (arc >> MOST_ARC_BITS !== 0n) throw new Flaw({ what: 'arc too large' }, tlv.start);
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    open = byte >= 0x80;
    if (open) continue;
    if (arcs.length === 0) arcs.push(arc < 80n ? arc / 40n : 2n, arc < 80n ? arc % 40n : arc - 80n);
    else arcs.push(arc);
    arc = 0n;
  }
  if (open || arcs.length === 0) throw new Flaw({ what: 'arc cut off' }, tlv.start);
  return arcs.join('.');
}

/** A BOOLEAN: DER knows 00 and FF only. */
export function readBoolean(tlv: Tlv): boolean {
  const value = tlv.bytes[tlv.contents];
  if (tlv.end - tlv.contents !== 1 || (value !== 0 && value !== 0xff))
    throw new Flaw({ what: 'no boolean' }, tlv.start);
  return value === 0xff;
}

/** The contents of an INTEGER, two's complement, once they are known to be in their shortest form. */
export function readInteger(tlv: Tlv): Bytes {
  const value = contentsOf(tlv);
  const [first, second] = value;
  if (first === undefined) throw new Flaw({ what: 'empty integer' }, tlv.start);
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw new Flaw({ what: 'long form of an integer' }, tlv.start);
  return value;
}

/** A non-negative INTEGER of any size. */
export function readUnsigned(tlv: Tlv): bigint {
  const value = readInteger(tlv);
  if ((value[0] as number) >= 0x80) throw new Flaw({ what: 'negative integer' }, tlv.start);
  return BigInt(`0x${toHex(value)}`);
}

/** The bits of a BIT STRING and how many of the last byte are unused, which must be zero. */
export function readBits(tlv: Tlv): { readonly bits: Bytes; readonly unused: number } {
  const unused = tlv.bytes[tlv.contents];
  const bits = tlv.bytes.subarray(Math.min(tlv.contents + 1, tlv.end), tlv.end);
  if (tlv.end === tlv.contents || unused === undefined || unused > 7 || (bits.length === 0 && unused > 0))
    throw new Flaw({ what: 'count of unused bits' }, tlv.start);
  if (((bits.at(-1) ?? 0) & ((1 << unused) - 1)) !== 0) throw new Flaw({ what: 'unused bits set' }, tlv.start);
  return { bits, unused };
}

/** A BIT STRING of whole bytes. */
export function readBitBytes(tlv: Tlv): Bytes {
  const { bits, unused } = readBits(tlv);
  if (unused !== 0) throw new Flaw({ what: 'bits of no byte' }, tlv.start);
  return bits;
}

/** The text of a string type; undefined when the tag isn't one. */
export function readText(tlv: Tlv): string | undefined {
  const value = contentsOf(tlv);
  if (tlv.tag === BMP_STRING || tlv.tag === UNIVERSAL_STRING) {
    const width = tlv.tag === BMP_STRING ? 2 : 4;
    let text = '';
    for (let at = 0; at + width <= value.length; at += width)
      text += String.fromCodePoint(Number.parseInt(toHex(value.subarray(at, at + width)), 16) % 0x110000);
    return text;
  }
  if (tlv.tag === UTF8_STRING) return toText(value);
  const singleByte = tlv.tag === PRINTABLE_STRING || tlv.tag === IA5_STRING || tlv.tag === TELETEX_STRING;
  return singleByte ? latin(value) : undefined;
}

/** Text of bytes that stand for one character each. */
export function latin(value: Bytes): string {
  return Array.from(value, (byte) => String.fromCharCode(byte)).join('');
}

/** Writes an element around its contents. */
export function write(tag: number, ...contents: readonly Bytes[]): Bytes {
  const inside = contents.length === 1 ? (contents[0] as Bytes) : concat(...contents);
  const length: number[] = [];
  for (let rest = inside.length; rest > 0; rest = Math.floor(rest / 256)) length.unshift(rest % 256);
  const prefix = inside.length < 0x80 ? [inside.length] : [0x80 | length.length, ...length];
  return concat(Uint8Array.of(tag, ...prefix), inside);
}

/** A SEQUENCE of elements. */
export function sequence(...elements: readonly Bytes[]): Bytes {
  return write(SEQUENCE, ...elements);
}

/** An INTEGER from a whole number that isn't negative, or from its big-endian bytes. */
export function integer(value: number | bigint | Bytes): Bytes {
  let bytes = typeof value === 'object' ? value : unsignedBytes(BigInt(value));
  while (bytes.length > 1 && bytes[0] === 0) bytes = bytes.subarray(1);
  return (bytes[0] ?? 0x80) >= 0x80 ? write(INTEGER, Uint8Array.of(0), bytes) : write(INTEGER, bytes);
}

function unsignedBytes(value: bigint): Bytes {
  const digits = value.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Uint8Array.from({ length: even.length / 2 }, (_, i) => Number.parseInt(even.slice(2 * i, 2 * i + 2), 16));
}

/** An OBJECT IDENTIFIER from its dotted text. */
export function oid(dotted: string): Bytes {
  const [first = 0n, second = 0n, ...more] = dotted.split('.').map(BigInt);
  const bytes = [first * 40n + second, ...more].flatMap((arc) => {
    const groups = [Number(arc & 0x7fn)];
    for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) groups.unshift(Number(rest & 0x7fn) | 0x80);
    return groups;
  });
  return write(OBJECT_IDENTIFIER, Uint8Array.from(bytes));
}

/** A BOOLEAN. */
export function boolean(value: boolean): Bytes {
  return write(BOOLEAN, Uint8Array.of(value ? 0xff : 0));
}

/** A BIT STRING; `unused` bits at its end don't count. */
export function bitString(bits: Bytes, unused = 0): Bytes {
  return write(BIT_STRING, Uint8Array.of(unused), bits);
}
