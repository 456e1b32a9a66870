// The shape of bytes by name: a tree of named ranges that tiles a buffer without gap or overlap.
// It knows nothing of TLS or X.509; codecs and the DER reader build it, the inspector walks it.

import type { FlawCause } from './flaw.ts';
import type { TagName } from './tag.ts';

/** Values that words are made of, each by what it is; a layer above adds its own. */
export interface FieldValues {
  tag: { readonly tag: TagName };
  /** In bytes. */
  length: { readonly bytes: number };
}

/** A value as the standard writes it, `TLS_AES_128_GCM_SHA256 (0x1301)`, `api.example`; or one that is told in words. */
export type FieldText =
  | string
  | { readonly [W in keyof FieldValues]: { readonly what: W } & FieldValues[W] }[keyof FieldValues];

/** A named range of a buffer. Children, where there are any, tile the range exactly. */
export interface Field {
  /** The standard's own name (`legacy_version`), or an index in brackets (`[0]`) inside a list. */
  readonly name: string;
  /** The type in the standard's notation: `uint16`, `opaque<0..255>`, `Extension`, `SEQUENCE`; or the number of a tag without a name. */
  readonly type: TagName;
  /** Offset of the first byte, from the start of the layer's buffer. */
  readonly start: number;
  /** Offset after the last byte. */
  readonly end: number;
  /** The value, where there is one to be told. */
  readonly text?: FieldText;
  /** What is wrong with these bytes; present only at the place where decoding had to stop. */
  readonly flaw?: FlawCause;
  readonly children: readonly Field[];
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
