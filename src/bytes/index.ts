// The ground floor: bytes, and trees that name them. Everything above imports from here only.

export * from './bytes.ts';
export * from './field.ts';
