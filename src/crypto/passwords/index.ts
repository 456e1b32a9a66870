// What files that are protected by a password are made with. Loaded by whoever opens or writes such a file.

export { aesCbc, rc4 } from './cipher.ts';
export { costOf, type Derivation, type Derive, deriveBy } from './derive.ts';
export { type DigestName, digestAgain, digestOf, macOf } from './digest.ts';
