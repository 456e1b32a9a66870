// A cursor that writes bytes and names what it writes. The counterpart of Reader.

import type { Bytes } from './bytes.ts';
import type { Field } from './field.ts';
import type { Codec, Target } from './notation.ts';
import { Outline } from './outline.ts';

/** A growing buffer that keeps the tree of everything that was written into it. */
export class Writer implements Target {
  readonly #outline = new Outline();
  #buffer = new Uint8Array(512);
  #at = 0;

  get at(): number {
    return this.#at;
  }

  /** The outermost field written so far. */
  get root(): Field {
    return this.#outline.root;
  }

  /** Everything written so far, as an array of its own. */
  get bytes(): Bytes {
    return this.#buffer.slice(0, this.#at);
  }

  put(bytes: Bytes): void {
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  uint(value: number, length: number): void {
    this.#reserve(length);
    this.#poke(value, this.#at, length);
    this.#at += length;
  }

  field<T>(name: string, codec: Codec<T>, value: T): void {
    const draft = this.#outline.open(codec.label?.(value) ?? name, codec.type, this.#at);
    codec.write(this, value);
    const text = codec.text?.(value);
    if (text !== undefined) draft.text = text;
    this.#outline.close(this.#at);
  }

  prefixed(prefix: number, body: () => void): void {
    const at = this.#at;
    const draft = this.#outline.open('length', `uint${8 * prefix}`, at);
    this.uint(0, prefix);
    this.#outline.close(this.#at);
    body();
    const length = this.#at - at - prefix;
    this.#poke(length, at, prefix);
    draft.text = String(length);
  }

  #poke(value: number, at: number, length: number): void {
    if (value < 0 || value >= 256 ** length || !Number.isInteger(value)) {
      throw new RangeError(`${value} does not fit into ${length} bytes`);
    }
    let rest = value;
    for (let i = length - 1; i >= 0; i--) {
      this.#buffer[at + i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#buffer.length, this.#at + length));
    larger.set(this.#buffer);
    this.#buffer = larger;
  }
}

/** The bytes of a value, and the tree that names them. */
export interface Encoded {
  readonly bytes: Bytes;
  readonly field: Field;
}

/**
 * Writes a value.
 * @param name the name of the outermost field
 * @throws RangeError when the value does not fit its type: a mistake of the caller
 */
export function encode<T>(codec: Codec<T>, value: T, name: string = codec.type): Encoded {
  const writer = new Writer();
  writer.field(name, codec, value);
  return { bytes: writer.bytes, field: writer.root };
}
