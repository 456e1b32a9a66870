// The curves P-256 (SEC 2, 2.4.2) and X25519 (RFC 7748), put together here so that they use no random bytes but ours: the curves that
// noble has ready ask the machine for some, to blind its multiplications against timing attacks. P-384 comes late.
// Countersign's keys are on show, and its handshakes must not depend on the machine.

import { montgomery } from '@noble/curves/abstract/montgomery.js';
import { type ECDSA, ecdsa, weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../bytes/index.ts';
import { modInverse } from './integer.ts';
import type { CurveKind } from './key.ts';
import { noRandomness } from './no-randomness.ts';
import { primitives } from './primitives.ts';

const p256Point = /* @__PURE__ */ weierstrass(
  {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    h: 1n,
    a: 0xffffffff00000001000000000000000000000000fffffffffffffffffffffffcn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    Gx: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
    Gy: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  },
  noRandomness,
);

// Smaller tables of the base point's multiples than noble's usual (6): the first handshake after loading waits for
// them, and larger ones would only pay off after some forty signatures.
p256Point.BASE.precompute(4);

/** Keys, ECDH and ECDSA on P-256; the hash is the one inside RFC 6979. */
export const p256: ECDSA = /* @__PURE__ */ ecdsa(p256Point, sha256, noRandomness);

/** The curve that a key for ECDSA is on. @throws RangeError for P-384 when the primitive is not at hand */
export function curveOf(kind: CurveKind): ECDSA {
  if (kind === 'P-521') return primitives.take('p521').p521;
  return kind === 'P-256' ? p256 : primitives.take('p384').p384;
}

const p25519 = 2n ** 255n - 19n;

/** X25519 (RFC 7748 section 5). Without the tables of Ed25519, which noble's own brings along to make keys a little faster. */
export const x25519 = /* @__PURE__ */ montgomery({
  P: p25519,
  type: 'x25519',
  // x ** (p - 2) mod p, that is 1 / x, or 0 for 0.
  powPminus2: (x) => modInverse(x, p25519) ?? 0n,
  adjustScalarBytes(bytes: Bytes) {
    bytes[0] = (bytes[0] ?? 0) & 0xf8;
    bytes[31] = ((bytes[31] ?? 0) & 0x7f) | 0x40;
    return bytes;
  },
});
