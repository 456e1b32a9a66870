// Diffie-Hellman groups under their TLS names (RFC 9846 4.3.7 and 7.4.2). Public values are as they stand in a
// key_share: 32 raw bytes, or an uncompressed point. Knows no message.

import type { ECDSA } from '@noble/curves/abstract/weierstrass.js';
import type { Bytes } from '../bytes/index.ts';
import { curveOf, x25519 as nobleX25519 } from './curve.ts';
import type { Env } from './env.ts';

/** One side's ephemeral key. */
export interface KeyShare {
  readonly private: Bytes;
  readonly public: Bytes;
}

/** What a side answers a share with, and what both then have in common. */
export interface Answer {
  readonly own: KeyShare;
  readonly secret: Bytes;
}

/**
 * A group for the key exchange, in the three steps that it takes: one side makes a share, the other answers it with its own and has the
 * secret, the first one finishes. Nobody has to know how the secret comes about. It is undefined for a peer's value that TLS must
 * refuse: of a wrong length, not uncompressed, not on the curve, or leading to an all-zero secret.
 */
export interface Group {
  readonly name: 'x25519' | 'secp256r1' | 'secp384r1';
  /** A fresh key, whose public half is for the peer. */
  share(env: Env): KeyShare;
  /** A fresh key in answer to the peer's share, and the secret: the x coordinate. */
  answer(env: Env, theirs: Bytes): Answer | undefined;
  /**
   * The secret, from the private half of a share and the peer's answer to it.
   * @throws RangeError when the private key has another length than it must
   */
  finish(privateKey: Bytes, theirs: Bytes): Bytes | undefined;
}

export const x25519: Group = diffieHellman({
  name: 'x25519',
  share(env) {
    const privateKey = env.random(32);
    return { private: privateKey, public: nobleX25519.getPublicKey(privateKey) };
  },
  finish(privateKey, theirs) {
    demandLength('x25519', privateKey, 32);
    if (theirs.length !== 32) return undefined;
    try {
      return nobleX25519.getSharedSecret(privateKey, theirs);
    } catch {
      // RFC 7748 6.1: with both lengths in order, only a value of small order is refused; its secret is all zero.
      return undefined;
    }
  },
});

export const secp256r1: Group = primeGroup('secp256r1', 'P-256');
export const secp384r1: Group = primeGroup('secp384r1', 'P-384');

export const groups: readonly Group[] = [x25519, secp256r1, secp384r1];

function primeGroup(name: Group['name'], kind: 'P-256' | 'P-384'): Group {
  return diffieHellman({
    name,
    share(env) {
      const curve = curveOf(kind);
      const privateKey = secretScalar(curve, env);
      return { private: privateKey, public: curve.getPublicKey(privateKey, false) };
    },
    finish(privateKey, theirs) {
      const curve = curveOf(kind);
      demandLength(name, privateKey, curve.Point.Fn.BYTES);
      // RFC 9846 4.3.8.2: only uncompressed points on the curve; this also looks at length and first byte.
      if (!curve.utils.isValidPublicKey(theirs, false)) return undefined;
      return curve.getSharedSecret(privateKey, theirs, true).slice(1);
    },
  });
}

/** A fresh private key on a curve. FIPS 186-5 A.2.1: half as many bits again, reduced, leave no bias worth the name. */
export function secretScalar(curve: ECDSA, env: Env): Bytes {
  return curve.utils.randomSecretKey(env.random(1.5 * curve.Point.Fn.BYTES));
}

/** Who answers does what who begins does, and finishes at once. */
function diffieHellman(steps: Omit<Group, 'answer'>): Group {
  const answer = (env: Env, theirs: Bytes): Answer | undefined => {
    const own = steps.share(env);
    const secret = steps.finish(own.private, theirs);
    return secret && { own, secret };
  };
  return { ...steps, answer };
}

function demandLength(name: Group['name'], privateKey: Bytes, length: number): void {
  if (privateKey.length !== length) {
    throw new RangeError(`a private key of ${name} has ${length} bytes, not ${privateKey.length}`);
  }
}
