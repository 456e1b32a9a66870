// What somebody brought to one mounted lab: files, what is in them, where each thing belongs. Loaded by whoever brings something.

export type { OpenFile } from './secrets.ts';
export type { Brought, News, Offer, OwnFile, OwnLab, Put } from './state.ts';
export { createOwn, type OwnStore } from './store.ts';
