// What can be wrong with bytes, by name and with its values. It makes no sentences, and knows no certificate: a layer above adds to
// `FlawValues` what only its own readers find.

import type { TagName } from './tag.ts';

type Nothing = Readonly<Record<never, never>>;

interface OfElement {
  /** The standard's name of an element or a member: `Certificate`, `modulus`. */
  readonly of: string;
}

/** Everything that can be wrong, with its values: lengths are in bytes, and `left` is how many there are. */
export interface FlawValues {
  // the presentation language of TLS
  'length below least': { readonly length: number; readonly least: number };
  'length above most': { readonly length: number; readonly most: number };
  'length beyond the end': { readonly length: number; readonly left: number };
  'too few bytes': { readonly needed: number; readonly left: number };
  'bytes left over': { readonly bytes: number };
  // identifiers and lengths of DER
  'no header': Nothing;
  'long tag': Nothing;
  'indefinite length': Nothing;
  'length of a length': { readonly bytes: number };
  'length cut off': Nothing;
  'long form of a length': Nothing;
  'larger than its holder': { readonly bytes: number };
  'bytes missing': { readonly bytes: number };
  'bytes after the end': { readonly bytes: number };
  // elements
  'element missing': OfElement;
  'element out of place': Nothing;
  'other tag': OfElement & { readonly wanted: TagName; readonly found: TagName };
  // values
  'arc with a zero': Nothing;
  'arc too large': Nothing;
  'arc cut off': Nothing;
  'no boolean': Nothing;
  'empty integer': Nothing;
  'long form of an integer': Nothing;
  'negative integer': Nothing;
  'count of unused bits': Nothing;
  'unused bits set': Nothing;
  'bits of no byte': Nothing;
}

/** What is wrong with bytes. */
export type FlawCause = { readonly [W in keyof FlawValues]: { readonly what: W } & FlawValues[W] }[keyof FlawValues];

/** Thrown by codecs when bytes can't be what they claim to be. Decoding turns it into a marked field. */
export class Flaw extends Error {
  override readonly name = 'Flaw';

  /** @param offset where, counted from the start of the buffer */
  constructor(
    override readonly cause: FlawCause,
    readonly offset: number,
  ) {
    super(cause.what);
  }
}
