// Where signature keys come from: fresh ones, and the public half of a private one. Knows nothing of their DER, nor of what they sign.

import { curveOf } from './curve.ts';
import type { Env } from './env.ts';
import { secretScalar } from './group.ts';
import { bitLength } from './integer.ts';
import type { KeyKind, PrivateKey, PublicKey } from './key.ts';
import { primitives } from './primitives.ts';

/**
 * A fresh key; an RSA key has 2048 bits and the public exponent 65537.
 * @throws RangeError for RSA, P-384 and P-521 when the primitive is not at hand
 */
export function generateKey(kind: KeyKind, env: Env): PrivateKey {
  switch (kind) {
    case 'RSA':
      return primitives.take('rsa').generateRsaKey(env);
    case 'P-256':
    case 'P-384':
    case 'P-521':
      return { kind, d: secretScalar(curveOf(kind), env) };
    case 'RSA-PSS':
      return { ...primitives.take('rsa').generateRsaKey(env), kind, parameters: undefined };
    case 'Ed25519':
      return { kind, seed: env.random(32) };
  }
}

/** The public half of a private key. @throws RangeError for Ed25519, P-384 and P-521 when the primitive is not at hand */
export function publicOf(key: PrivateKey): PublicKey {
  switch (key.kind) {
    case 'RSA':
      return { kind: 'RSA', n: key.n, e: key.e, bits: bitLength(key.n) };
    case 'RSA-PSS':
      return { kind: key.kind, n: key.n, e: key.e, bits: bitLength(key.n), parameters: key.parameters };
    case 'P-256':
    case 'P-384':
    case 'P-521':
      return { kind: key.kind, point: curveOf(key.kind).getPublicKey(key.d, false) };
    case 'Ed25519':
      return { kind: key.kind, point: primitives.take('ed25519').pointOf(key.seed) };
  }
}
