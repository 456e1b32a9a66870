// A cursor that reads bytes and names what it reads. It knows how to count, not what the bytes mean.

import type { Bytes } from './bytes.ts';
import type { Field } from './field.ts';
import { Flaw } from './flaw.ts';
import type { Codec, Source } from './notation.ts';
import { type Draft, Outline } from './outline.ts';

/** A cursor over bytes that keeps the tree of everything it read. */
export class Reader implements Source {
  readonly #outline = new Outline();
  #at = 0;
  #limit: number;
  #flawed = false;

  constructor(readonly bytes: Bytes) {
    this.#limit = bytes.length;
  }

  get at(): number {
    return this.#at;
  }

  /** The outermost field read so far. */
  get root(): Field {
    return this.#outline.root;
  }

  get remaining(): number {
    return this.#limit - this.#at;
  }

  take(length: number): Bytes {
    const start = this.#pass(length);
    return this.bytes.subarray(start, this.#at);
  }

  uint(length: number): number {
    let value = 0;
    for (let at = this.#pass(length); at < this.#at; at++) value = value * 256 + (this.bytes[at] as number);
    return value;
  }

  field<T>(name: string, codec: Codec<T>): T {
    const draft = this.#outline.open(name, codec.type, this.#at);
    try {
      const value = codec.read(this);
      draft.name = codec.label?.(value) ?? name;
      const text = codec.text?.(value);
      if (text !== undefined) draft.text = text;
      return value;
    } catch (error) {
      if (error instanceof Flaw) this.#mark(draft, error);
      throw error;
    } finally {
      this.#outline.close(this.#at);
    }
  }

  within<T>(length: number, body: () => T): T {
    const outer = this.#limit;
    const end = this.#at + length;
    if (end > outer) throw new Flaw({ what: 'length beyond the end', length, left: this.remaining }, this.#at);
    this.#limit = end;
    try {
      const value = body();
      if (this.#at !== end) throw new Flaw({ what: 'bytes left over', bytes: end - this.#at }, this.#at);
      return value;
    } finally {
      this.#limit = outer;
    }
  }

  /** Where the next `length` bytes start, which are read now. */
  #pass(length: number): number {
    if (length > this.remaining)
      throw new Flaw({ what: 'too few bytes', needed: length, left: this.remaining }, this.#at);
    this.#at += length;
    return this.#at - length;
  }

  // The innermost field takes the flaw; it and every field around it swallow what their limits still hold,
  // so that the tree goes on tiling the bytes.
  #mark(draft: Draft, flaw: Flaw): void {
    if (!this.#flawed) {
      this.#flawed = true;
      draft.flaw = flaw.cause;
    }
    if (draft.children.length > 0 && this.#at < this.#limit) {
      this.#outline.leaf('unparsed', 'opaque', this.#at, this.#limit);
    }
    this.#at = this.#limit;
  }
}

/** What came of reading a buffer: the tree always, the value unless there was a flaw. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T; readonly field: Field }
  | { readonly ok: false; readonly flaw: Flaw; readonly field: Field };

/**
 * Reads a whole buffer as one value. Never throws for bad bytes: the tree then goes up to the flaw, which is marked.
 * @param name the name of the outermost field
 */
export function decode<T>(codec: Codec<T>, bytes: Bytes, name: string = codec.type): Decoded<T> {
  const reader = new Reader(bytes);
  const whole: Codec<T> = { ...codec, read: (r) => r.within(bytes.length, () => codec.read(r)) };
  try {
    const value = reader.field(name, whole);
    return { ok: true, value, field: reader.root };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return { ok: false, flaw: error, field: reader.root };
  }
}
