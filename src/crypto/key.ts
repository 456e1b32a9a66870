// Signature keys of the kinds that our certificates carry. Knows neither their DER nor where they come from.

import { type Bytes, equal } from '../bytes/index.ts';
import { p256, p384 } from './curve.ts';
import type { Env } from './env.ts';
import { secp256r1, secp384r1 } from './group.ts';
import { bitLength } from './integer.ts';
import { late } from './supply.ts';

export type KeyKind = 'P-256' | 'P-384' | 'RSA' | 'Ed25519';

export interface RsaPublicKey {
  readonly kind: 'RSA';
  readonly n: bigint;
  readonly e: bigint;
  /** Bit length of n. */
  readonly bits: number;
}

/** A key for RSASSA-PSS alone (RFC 4055 1.2); no handshake of ours signs with one. */
export interface RsaPssPublicKey extends Omit<RsaPublicKey, 'kind'> {
  readonly kind: 'RSA-PSS';
  /** DER of the RSASSA-PSS-params that it is bound to; absent: to none. */
  readonly parameters: Bytes | undefined;
}

/** With the numbers of the Chinese remainder theorem, as in a PKCS#1 RSAPrivateKey (RFC 8017 A.1.2). */
export interface RsaPrivateKey {
  readonly kind: 'RSA';
  readonly n: bigint;
  readonly e: bigint;
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
  readonly dp: bigint;
  readonly dq: bigint;
  readonly qi: bigint;
}

/** A point on P-256 or P-384 is uncompressed: 04, x, y. */
export type PublicKey =
  | RsaPublicKey
  | RsaPssPublicKey
  | { readonly kind: 'P-256' | 'P-384'; readonly point: Bytes }
  | { readonly kind: 'Ed25519'; readonly point: Bytes };

/** `d` is as long as the curve's order (32 or 48 bytes); the seed of Ed25519 has 32 bytes. */
export type PrivateKey =
  | RsaPrivateKey
  | { readonly kind: 'P-256' | 'P-384'; readonly d: Bytes }
  | { readonly kind: 'Ed25519'; readonly seed: Bytes };

/**
 * A fresh key; an RSA key has 2048 bits and the public exponent 65537.
 * @throws RangeError for RSA before `supplyPrimitives`
 */
export function generateKey(kind: KeyKind, env: Env): PrivateKey {
  switch (kind) {
    case 'RSA':
      return late().generateRsaKey(env);
    case 'P-256':
      return { kind, d: secp256r1.generate(env).private };
    case 'P-384':
      return { kind, d: secp384r1.generate(env).private };
    case 'Ed25519':
      return { kind, seed: env.random(32) };
  }
}

/** The public half of a private key. @throws RangeError for Ed25519 before `supplyPrimitives` */
export function publicOf(key: PrivateKey): PublicKey {
  switch (key.kind) {
    case 'RSA':
      return { kind: 'RSA', n: key.n, e: key.e, bits: bitLength(key.n) };
    case 'P-256':
      return { kind: key.kind, point: p256.getPublicKey(key.d, false) };
    case 'P-384':
      return { kind: key.kind, point: p384.getPublicKey(key.d, false) };
    case 'Ed25519':
      return { kind: key.kind, point: late().pointOf(key.seed) };
  }
}

/** Whether two public keys are of one kind and have the same value. */
export function samePublicKey(a: PublicKey, b: PublicKey): boolean {
  if ('n' in a || 'n' in b) return 'n' in a && 'n' in b && a.kind === b.kind && a.n === b.n && a.e === b.e;
  return a.kind === b.kind && equal(a.point, b.point);
}
