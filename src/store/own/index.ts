// What somebody brought to one mounted lab: files, what is in them, where each thing belongs. Loaded by whoever brings something.

export type { Brought, News, OwnFile, OwnLab, Put } from './state.ts';
export { createOwn, type OpenFile, type OwnStore } from './store.ts';
