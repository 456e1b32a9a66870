// A sweep: every byte of a handshake flipped, one at a time, and who notices. Apart from the rest, since it takes seconds and few ask for it.

export type { Finding } from './finding.ts';
export { bytesOnWire, type SweptByte, sweep, type Witness } from './sweep.ts';
export { type Group, Tally } from './tally.ts';
