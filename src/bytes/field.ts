// The shape of bytes in words: a tree of named ranges that tiles a buffer without gap or overlap.
// It knows nothing of TLS or X.509; codecs and the DER reader build it, the inspector walks it.

/** A named range of a buffer. Children, where there are any, tile the range exactly. */
export interface Field {
  /** The standard's own name (`legacy_version`), or an index in brackets (`[0]`) inside a list. */
  readonly name: string;
  /** The type in the standard's notation: `uint16`, `opaque<0..255>`, `Extension`, `SEQUENCE`. */
  readonly type: string;
  /** Offset of the first byte, from the start of the layer's buffer. */
  readonly start: number;
  /** Offset after the last byte. */
  readonly end: number;
  /** The value in words, where it has one: `TLS_AES_128_GCM_SHA256 (0x1301)`, `api.example`. */
  readonly text?: string;
  /** What is wrong with these bytes; present only at the place where decoding had to stop. */
  readonly flaw?: string;
  readonly children: readonly Field[];
}

/** Thrown by codecs when bytes can't be what they claim to be. Decoding turns it into a marked field. */
export class Flaw extends Error {
  /**
   * @param message what is wrong, in one clause without a full stop
   * @param offset where, counted from the start of the buffer
   */
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
    this.name = 'Flaw';
  }
}

/** Visits a field and all its descendants, outermost first, with the path of names that leads to each. */
export function* walk(
  field: Field,
  path: readonly string[] = [],
): Generator<{ field: Field; path: readonly string[] }> {
  const here = [...path, field.name];
  yield { field, path: here };
  for (const child of field.children) yield* walk(child, here);
}

/** The chain of fields from the outermost to the innermost one that covers the byte at `offset`. */
export function fieldsAt(field: Field, offset: number): readonly Field[] {
  if (offset < field.start || offset >= field.end) return [];
  const inner = field.children.find((child) => offset >= child.start && offset < child.end);
  return inner ? [field, ...fieldsAt(inner, offset)] : [field];
}

/** The same tree with all offsets moved by `by` bytes, for laying one buffer's tree over a larger buffer. */
export function shift(field: Field, by: number): Field {
  if (by === 0) return field;
  return {
    ...field,
    start: field.start + by,
    end: field.end + by,
    children: field.children.map((child) => shift(child, by)),
  };
}
