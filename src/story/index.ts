// The story's small part: the picture's model, the header line, labels, the sentences for screen readers.
// Long prose is in explain/, bytes and their explanations are in fields/; a page may load both later.

export { accountOf, type InsightOf, peerOf, versionOf } from './account.ts';
export { phaseName } from './bands.ts';
export { headOf, standingOf } from './heads.ts';
export type { Lens } from './lenses.ts';
export { type ModelOptions, rowOfStep, toModel } from './model.ts';
export { seenOnWire } from './record-rows.ts';
export { plain, type Rich, rich, textOf } from './rich.ts';
export { spoken } from './spoken.ts';
export { stepLabel, summary, tellsFailure } from './summary.ts';
