// The manners of other programs that either side of a run can take on.

export type { Manner } from './manner.ts';
export { openssl } from './openssl.ts';
