// Two runs beside each other: which step stands beside which, and what differs. Comes when two are compared.

export { type Comparison, compared } from './compared.ts';
export { aspectsOf } from './likeness.ts';
export { matched, type Pair } from './match.ts';
export { missingIn } from './missing.ts';
export { type Plates, platesOf } from './plates.ts';
export { besideCursor, rowAtStep, stepAtRow } from './playhead.ts';
