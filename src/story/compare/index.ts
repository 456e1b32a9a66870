// Two runs beside each other: which step stands beside which, and what differs. Comes when two are compared.

export { type Comparison, compared } from './compared.ts';
export { differingFields, type FieldMarks } from './fields.ts';
export { aspectsOf } from './likeness.ts';
export type { Marks } from './marks.ts';
export { matched, type Pair } from './match.ts';
export { missingAtRow, missingIn } from './missing.ts';
export { differingCertificates, differingKeys, differingLadders, differingNarration } from './panes.ts';
export { type Plates, platesOf } from './plates.ts';
export { besideCursor, rowAtStep, stepAtRow } from './playhead.ts';
