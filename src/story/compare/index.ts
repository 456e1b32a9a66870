// Two runs beside each other: which step stands beside which, and what differs. Comes when two are compared.

export { type Comparison, compared } from './compared.ts';
export { type Aspect, aspectsOf } from './likeness.ts';
export { matched, type Pair } from './match.ts';
export { missingIn } from './missing.ts';
export type { Differing } from './runs.ts';
