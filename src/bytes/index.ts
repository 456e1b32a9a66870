// The ground floor: bytes, and trees that name them. Everything above imports from here only.

export * from './bytes.ts';
export * from './codec.ts';
export * as der from './der.ts';
export * from './field.ts';
export { Flaw, type FlawCause } from './flaw.ts';
export type { Codec, Value } from './notation.ts';
export { type Decoded, decode } from './reader.ts';
export { type Shape, shaped } from './shape.ts';
export type { TagName } from './tag.ts';
export { type Encoded, encode } from './writer.ts';
