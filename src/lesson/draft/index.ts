// A lesson while somebody makes it.

export * from './draft.ts';
