// Certificates for practice, and those of the demo, as something to take along: a small PKI and the files that programs want of it.

export { demoFamily } from './demo.ts';
export type { Family, Holder, Trusted } from './family.ts';
export { holders } from './family.ts';
export { makePractice } from './make.ts';
export { needsPassword, type Paper, papersFor, papersOf } from './paper.ts';
export { type Leaf, type Purpose, type Shortcoming, shortcomingOf, type Wish, type WishedKey } from './wish.ts';
export { written } from './write.ts';
