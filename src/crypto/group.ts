// Diffie-Hellman groups under their TLS names (RFC 9846 4.3.7 and 7.4.2). Public values are as they stand in a
// key_share: 32 raw bytes, or an uncompressed point. Knows no message.

import type { Bytes } from '../bytes/index.ts';
import { x25519 as nobleX25519, p256, p384 } from './curve.ts';
import type { Env } from './env.ts';

/** One side's ephemeral key. */
export interface KeyShare {
  readonly private: Bytes;
  readonly public: Bytes;
}

/** A group for the key exchange. Lengths are in bytes. */
export interface Group {
  readonly name: 'x25519' | 'secp256r1' | 'secp384r1';
  readonly publicLength: number;
  readonly privateLength: number;
  /** A fresh key. */
  generate(env: Env): KeyShare;
  /**
   * The public value of a private key.
   * @throws RangeError when the private key has another length than it must
   */
  publicOf(privateKey: Bytes): Bytes;
  /**
   * The shared secret: the x coordinate. Undefined for a peer's value that TLS must refuse: of a wrong length, not
   * uncompressed, not on the curve, or leading to an all-zero secret.
   * @throws RangeError when the private key has another length than it must
   */
  shared(privateKey: Bytes, peerPublic: Bytes): Bytes | undefined;
}

export const x25519: Group = {
  name: 'x25519',
  publicLength: 32,
  privateLength: 32,
  generate(env) {
    const privateKey = env.random(32);
    return { private: privateKey, public: nobleX25519.getPublicKey(privateKey) };
  },
  publicOf(privateKey) {
    demandLength('x25519', privateKey, 32);
    return nobleX25519.getPublicKey(privateKey);
  },
  shared(privateKey, peerPublic) {
    demandLength('x25519', privateKey, 32);
    if (peerPublic.length !== 32) return undefined;
    try {
      return nobleX25519.getSharedSecret(privateKey, peerPublic);
    } catch {
      // RFC 7748 6.1: with both lengths in order, only a value of small order is refused; its secret is all zero.
      return undefined;
    }
  },
};

export const secp256r1: Group = primeGroup('secp256r1', p256);
export const secp384r1: Group = primeGroup('secp384r1', p384);

export const groups: readonly Group[] = [x25519, secp256r1, secp384r1];

function primeGroup(name: Group['name'], curve: typeof p256): Group {
  const privateLength = curve.Point.Fn.BYTES;
  const publicLength = 1 + 2 * privateLength;
  const publicOf = (privateKey: Bytes): Bytes => {
    demandLength(name, privateKey, privateLength);
    return curve.getPublicKey(privateKey, false);
  };
  return {
    name,
    publicLength,
    privateLength,
    generate(env) {
      // FIPS 186-5 A.2.1: half as many bits again, reduced, leave no bias worth the name.
      const privateKey = curve.utils.randomSecretKey(env.random(privateLength + privateLength / 2));
      return { private: privateKey, public: publicOf(privateKey) };
    },
    publicOf,
    shared(privateKey, peerPublic) {
      demandLength(name, privateKey, privateLength);
      // RFC 9846 4.3.8.2: only uncompressed points on the curve; this also looks at length and first byte.
      if (!curve.utils.isValidPublicKey(peerPublic, false)) return undefined;
      return curve.getSharedSecret(privateKey, peerPublic, true).slice(1);
    },
  };
}

function demandLength(name: Group['name'], privateKey: Bytes, length: number): void {
  if (privateKey.length !== length) {
    throw new RangeError(`a private key of ${name} has ${length} bytes, not ${privateKey.length}`);
  }
}
