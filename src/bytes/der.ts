// DER (X.690): a strict reader whose elements keep their offsets, and a writer. It knows no ASN.1 module;
// what an element means is said by the layer that reads it. Field trees over DER are in shape.ts.

import { type Bytes, concat, toHex, toText } from './bytes.ts';
import { Flaw } from './field.ts';

export const BOOLEAN = 0x01;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const NULL = 0x05;
export const OBJECT_IDENTIFIER = 0x06;
export const UTF8_STRING = 0x0c;
export const PRINTABLE_STRING = 0x13;
export const TELETEX_STRING = 0x14;
export const IA5_STRING = 0x16;
export const UTC_TIME = 0x17;
export const GENERALIZED_TIME = 0x18;
export const UNIVERSAL_STRING = 0x1c;
export const BMP_STRING = 0x1e;
export const SEQUENCE = 0x30;
export const SET = 0x31;

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

/** The identifier byte of a context-specific element: `[number]`. */
export function context(number: number, constructed: boolean): number {
  return 0x80 | (constructed ? 0x20 : 0) | number;
}

/**
 * Reads identifier and length at `start`; the end that they claim may lie beyond `limit`.
 * @throws Flaw for what DER forbids: indefinite and needlessly long lengths; and for tag numbers above 30
 */
export function readHeader(bytes: Bytes, start: number, limit: number = bytes.length): Tlv {
  const tag = start < limit ? bytes[start] : undefined;
  const first = start + 1 < limit ? bytes[start + 1] : undefined;
  if (tag === undefined || first === undefined) throw new Flaw('the bytes end before a tag and a length', start);
  if ((tag & 0x1f) === 0x1f) throw new Flaw('a tag number above 30 does not occur here', start);
  if (first < 0x80) return { bytes, tag, start, contents: start + 2, end: start + 2 + first };
  const count = first & 0x7f;
  if (count === 0) throw new Flaw('DER forbids the indefinite length', start + 1);
  if (count > 4) throw new Flaw(`a length of ${count} bytes is beyond all reason`, start + 1);
  const contents = start + 2 + count;
  if (contents > limit) throw new Flaw('the bytes end inside a length', start + 1);
  let length = 0;
  for (let at = start + 2; at < contents; at++) length = length * 256 + (bytes[at] as number);
  if (length < 0x80 || length < 256 ** (count - 1))
    throw new Flaw('DER demands the shortest form of a length', start + 1);
  return { bytes, tag, start, contents, end: contents + length };
}

/** Reads the element at `start`. @throws Flaw when it isn't DER or doesn't fit before `limit` */
export function read(bytes: Bytes, start = 0, limit: number = bytes.length): Tlv {
  const tlv = readHeader(bytes, start, limit);
  if (tlv.end > limit) throw new Flaw(`the element is ${tlv.end - limit} bytes longer than what holds it`, start);
  return tlv;
}

/** Reads the one element that `bytes` consists of. @throws Flaw also when something follows it */
export function readOnly(bytes: Bytes, start = 0, limit: number = bytes.length): Tlv {
  const tlv = read(bytes, start, limit);
  if (tlv.end !== limit) throw new Flaw(`${limit - tlv.end} bytes follow where nothing should`, tlv.end);
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

  /** @throws Flaw when the element has another tag than `tag` */
  constructor(
    readonly outer: Tlv,
    tag: number,
    what: string,
  ) {
    expect(outer, tag, what);
    this.#at = outer.contents;
  }

  get more(): boolean {
    return this.#at < this.outer.end;
  }

  /** The next element, whatever its tag. @throws Flaw when there is none */
  any(what: string): Tlv {
    if (!this.more) throw new Flaw(`${what} is missing`, this.outer.start);
    const tlv = read(this.outer.bytes, this.#at, this.outer.end);
    this.#at = tlv.end;
    return tlv;
  }

  /** The next element, which must have this tag. */
  take(tag: number, what: string): Tlv {
    const tlv = this.any(what);
    expect(tlv, tag, what);
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
    if (this.more) throw new Flaw('an element that does not belong here', this.#at);
  }
}

/** @throws Flaw when an element hasn't the tag it must have */
export function expect(tlv: Tlv, tag: number, what: string): void {
  if (tlv.tag !== tag) throw new Flaw(`${what} should be ${tagName(tag)}, but is ${tagName(tlv.tag)}`, tlv.start);
}

/** A tag in the words of the standard: `SEQUENCE`, `[0]`. */
export function tagName(tag: number): string {
  if (tag >= 0xc0) return `[PRIVATE ${tag & 0x1f}]`;
  if (tag >= 0x80) return `[${tag & 0x1f}]`;
  return NAMES[tag] ?? `tag 0x${tag.toString(16).padStart(2, '0')}`;
}

const NAMES: Readonly<Record<number, string>> = {
  [BOOLEAN]: 'BOOLEAN',
  [INTEGER]: 'INTEGER',
  [BIT_STRING]: 'BIT STRING',
  [OCTET_STRING]: 'OCTET STRING',
  [NULL]: 'NULL',
  [OBJECT_IDENTIFIER]: 'OBJECT IDENTIFIER',
  [UTF8_STRING]: 'UTF8String',
  [PRINTABLE_STRING]: 'PrintableString',
  [TELETEX_STRING]: 'TeletexString',
  [IA5_STRING]: 'IA5String',
  [UTC_TIME]: 'UTCTime',
  [GENERALIZED_TIME]: 'GeneralizedTime',
  [UNIVERSAL_STRING]: 'UniversalString',
  [BMP_STRING]: 'BMPString',
  [SEQUENCE]: 'SEQUENCE',
  [SET]: 'SET',
};

/** UUIDs make the longest arcs that exist (X.667). */
const MOST_ARC_BITS = 128n;

/** Dotted text of an OBJECT IDENTIFIER's contents (X.690 8.19), whatever its tag. */
export function readOid(tlv: Tlv): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  let open = false;
  for (const byte of contentsOf(tlv)) {
    if (!open && byte === 0x80)
      throw new Flaw('an arc of the object identifier starts with a needless zero', tlv.start);
    if (arc >> MOST_ARC_BITS !== 0n) throw new Flaw('an arc of the object identifier is beyond all reason', tlv.start);
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    open = byte >= 0x80;
    if (open) continue;
    if (arcs.length === 0) arcs.push(arc < 80n ? arc / 40n : 2n, arc < 80n ? arc % 40n : arc - 80n);
    else arcs.push(arc);
    arc = 0n;
  }
  if (open || arcs.length === 0) throw new Flaw('the object identifier ends too early', tlv.start);
  return arcs.join('.');
}

/** A BOOLEAN: DER knows 00 and FF only. */
export function readBoolean(tlv: Tlv): boolean {
  const value = tlv.bytes[tlv.contents];
  if (tlv.end - tlv.contents !== 1 || (value !== 0 && value !== 0xff))
    throw new Flaw('a BOOLEAN in DER is one byte, 00 or FF', tlv.start);
  return value === 0xff;
}

/** The contents of an INTEGER, two's complement, once they are known to be in their shortest form. */
export function readInteger(tlv: Tlv): Bytes {
  const value = contentsOf(tlv);
  const [first, second] = value;
  if (first === undefined) throw new Flaw('an INTEGER has at least one byte', tlv.start);
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw new Flaw('DER demands the shortest form of an INTEGER', tlv.start);
  return value;
}

/** A non-negative INTEGER of any size. */
export function readUnsigned(tlv: Tlv): bigint {
  const value = readInteger(tlv);
  if ((value[0] as number) >= 0x80) throw new Flaw('the INTEGER must not be negative', tlv.start);
  return BigInt(`0x${toHex(value)}`);
}

/** The bits of a BIT STRING and how many of the last byte are unused, which must be zero. */
export function readBits(tlv: Tlv): { readonly bits: Bytes; readonly unused: number } {
  const unused = tlv.bytes[tlv.contents];
  const bits = tlv.bytes.subarray(Math.min(tlv.contents + 1, tlv.end), tlv.end);
  if (tlv.end === tlv.contents || unused === undefined || unused > 7 || (bits.length === 0 && unused > 0))
    throw new Flaw('the count of unused bits is wrong', tlv.start);
  if (((bits.at(-1) ?? 0) & ((1 << unused) - 1)) !== 0)
    throw new Flaw('DER demands that unused bits are zero', tlv.start);
  return { bits, unused };
}

/** A BIT STRING of whole bytes. */
export function readBitBytes(tlv: Tlv): Bytes {
  const { bits, unused } = readBits(tlv);
  if (unused !== 0) throw new Flaw('a whole number of bytes is expected here', tlv.start);
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
