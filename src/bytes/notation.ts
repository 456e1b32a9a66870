// What a codec is, and what it reads from and writes to: the contract between types and cursors over bytes. Types only; it knows
// neither single types nor how a cursor works.

import type { Bytes } from './bytes.ts';

/** How a type is read and written. */
export interface Codec<T> {
  /** The type's name in the standard's notation. */
  readonly type: string;
  /** @throws Flaw when the bytes can't be this type */
  read(source: Source): T;
  /** @throws RangeError when the value doesn't fit */
  write(target: Target, value: T): void;
  /** The value in words. */
  text?(value: T): string | undefined;
  /** A better name for the field, known only with the value: an extension's, say. */
  label?(value: T): string | undefined;
  /** Whether `read` and `write` make fields of their own inside. */
  readonly composite?: boolean;
}

/** What a codec reads. */
export type Value<C> = C extends Codec<infer T> ? T : never;

/** A cursor that is read from. */
export interface Source {
  /** The whole buffer. */
  readonly bytes: Bytes;
  /** Offset of the next byte, from the start of the buffer. */
  readonly at: number;
  /** How many bytes are left inside the innermost length prefix. */
  readonly remaining: number;
  /**
   * The next `length` bytes (a view, not a copy).
   * @throws Flaw when fewer are left
   */
  take(length: number): Bytes;
  /** The next `length` (1 to 6) bytes as a whole number, big-endian. @throws Flaw when fewer are left */
  uint(length: number): number;
  /** Reads one value as a field of its own. @throws Flaw as its codec does */
  field<T>(name: string, codec: Codec<T>): T;
  /**
   * Runs `body` with only the next `length` bytes in sight.
   * @throws Flaw when they aren't there, or when `body` leaves some of them unread
   */
  within<T>(length: number, body: () => T): T;
}

/** A cursor that is written to. */
export interface Target {
  put(bytes: Bytes): void;
  /**
   * A whole number in `length` bytes, big-endian.
   * @throws RangeError when it doesn't fit
   */
  uint(value: number, length: number): void;
  /** Writes one value as a field of its own. @throws RangeError when it doesn't fit */
  field<T>(name: string, codec: Codec<T>, value: T): void;
  /** Writes a length prefix of `prefix` bytes as the field `length`, then `body`, whose length it counts. */
  prefixed(prefix: number, body: () => void): void;
}
