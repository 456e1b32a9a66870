// The presentation language of the TLS RFCs as values: one codec describes a type once and works in both
// directions. `struct({ legacy_version: u16, random: opaque(32), suites: sized(2, many(suite)) })` reads like RFC 9846 section 3.
// It knows no message.

import type { Bytes } from './bytes.ts';
import { Flaw } from './flaw.ts';
import type { Codec, Value } from './notation.ts';

/** A whole number of `length` bytes; `name` puts known values into words. */
export function uint(
  length: number,
  type = `uint${8 * length}`,
  name?: (value: number) => string | undefined,
): Codec<number> {
  const digits = 2 * length;
  return {
    type,
    read: (r) => r.uint(length),
    write: (w, value) => w.uint(value, length),
    text: (value) => {
      if (!name) return String(value);
      const hex = `0x${value.toString(16).padStart(digits, '0')}`;
      const known = name(value);
      return known === undefined ? hex : `${known} (${hex})`;
    },
  };
}

export const u32 = uint(4);

/** Exactly `length` bytes. */
export function opaque(length: number, text?: (value: Bytes) => string | undefined): Codec<Bytes> {
  return {
    type: `opaque[${length}]`,
    read: (r) => r.take(length),
    write: (w, value) => {
      if (value.length !== length) throw new RangeError(`${value.length} bytes where ${length} belong`);
      w.put(value);
    },
    ...(text && { text }),
  };
}

/** All bytes up to the end of what is in sight. */
export function rest(type = 'opaque', text?: (value: Bytes) => string | undefined): Codec<Bytes> {
  return { type, read: (r) => r.take(r.remaining), write: (w, value) => w.put(value), ...(text && { text }) };
}

/** Nothing at all: the body of an empty message or extension. */
export const nothing: Codec<null> = { type: 'empty', read: () => null, write: () => undefined, composite: true };

type Members = Readonly<Record<string, Codec<never> | Codec<unknown>>>;
type StructOf<M> = { readonly [K in keyof M]: Value<M[K]> };

/** Named members one after the other. */
// biome-ignore lint/suspicious/noExplicitAny: a record of codecs of unlike types has no narrower type in TypeScript
export function struct<M extends Readonly<Record<string, Codec<any>>>>(type: string, members: M): Codec<StructOf<M>> {
  const names = Object.keys(members);
  const memberOf = (name: string): Codec<unknown> => (members as Members)[name] as Codec<unknown>;
  return {
    type,
    composite: true,
    read: (r) => {
      const value: Record<string, unknown> = {};
      for (const name of names) value[name] = r.field(name, memberOf(name));
      return value as StructOf<M>;
    },
    write: (w, value) => {
      for (const name of names) w.field(name, memberOf(name), (value as Record<string, unknown>)[name]);
    },
  };
}

/** Values of one type, as many as are in sight. */
export function many<T>(element: Codec<T>): Codec<readonly T[]> {
  return {
    type: `${element.type}[]`,
    composite: true,
    read: (r) => {
      const values: T[] = [];
      while (r.remaining > 0) values.push(r.field(`[${values.length}]`, element));
      return values;
    },
    write: (w, values) => {
      for (const [index, value] of values.entries()) w.field(`[${index}]`, element, value);
    },
    text: (values) => (values.length === 1 ? element.text?.(values[0] as T) : undefined),
  };
}

/** Bounds of a vector's length in bytes, as in `<1..2^16-1>`. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/**
 * A vector: a length prefix of `prefix` bytes, then that many bytes of `inner`.
 * A length outside the bounds is a flaw.
 */
export function sized<T>(prefix: number, inner: Codec<T>, bounds: Bounds = {}): Codec<T> {
  const { min = 0, max = 256 ** prefix - 1 } = bounds;
  const length = uint(prefix);
  return {
    type: `${inner.type.replace(/\[\]$/, '')}<${min}..${power(max)}>`,
    composite: true,
    read: (r) => {
      const at = r.at;
      const size = r.field('length', length);
      if (size < min) throw new Flaw({ what: 'length below least', length: size, least: min }, at);
      if (size > max) throw new Flaw({ what: 'length above most', length: size, most: max }, at);
      return r.within(size, () => (inner.composite ? inner.read(r) : r.field('data', inner)));
    },
    write: (w, value) => {
      w.prefixed(prefix, () => (inner.composite ? inner.write(w, value) : w.field('data', inner, value)));
    },
    ...(inner.text && { text: inner.text }),
  };
}

/** The last member of a struct, which may be left out altogether; it is read as `absent` then, and always written. */
export function omissible<T>(codec: Codec<T>, absent: T): Codec<T> {
  return { ...codec, read: (r) => (r.remaining === 0 ? absent : codec.read(r)) };
}

function power(max: number): string {
  const bits = Math.log2(max + 1);
  return bits > 8 && Number.isInteger(bits) ? `2^${bits}-1` : String(max);
}
