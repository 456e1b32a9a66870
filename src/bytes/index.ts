// The ground floor: bytes, and trees that name them. Everything above imports from here only.

export * from './bytes.ts';
export * from './codec.ts';
export * from './field.ts';
export { type Decoded, decode, Reader } from './reader.ts';
export { type Encoded, encode, Writer } from './writer.ts';
