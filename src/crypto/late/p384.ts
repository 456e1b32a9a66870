// The curve P-384 (SEC 2, 2.5.1). A file of its own, so that it can be loaded by itself.

import { type ECDSA, ecdsa, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { sha384 } from '@noble/hashes/sha2.js';
import { noRandomness } from '../no-randomness.ts';

const p384Point = /* @__PURE__ */ weierstrass(
  {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    h: 1n,
    a: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000fffffffcn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    Gx: 0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
    Gy: 0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5fn,
  },
  noRandomness,
);

// As small a table as that of P-256, for the same reason.
p384Point.BASE.precompute(4);

/** Keys, ECDH and ECDSA on P-384; the hash is the one inside RFC 6979. */
export const p384: ECDSA = /* @__PURE__ */ ecdsa(p384Point, sha384, noRandomness);
