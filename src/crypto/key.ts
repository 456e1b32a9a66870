// Signature keys of the kinds that our certificates carry, as values. Knows neither their DER nor where they come from.

import { type Bytes, equal } from '../bytes/index.ts';

/** Kinds that ECDSA signs with. */
export type CurveKind = 'P-256' | 'P-384' | 'P-521';

export type KeyKind = CurveKind | 'RSA' | 'RSA-PSS' | 'Ed25519';

export interface RsaPublicKey {
  readonly kind: 'RSA';
  readonly n: bigint;
  readonly e: bigint;
  /** Bit length of n. */
  readonly bits: number;
}

/** A key for RSASSA-PSS alone (RFC 4055 1.2). */
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

/** The same for RSASSA-PSS alone. */
export interface RsaPssPrivateKey extends Omit<RsaPrivateKey, 'kind'> {
  readonly kind: 'RSA-PSS';
  /** As in the public key. */
  readonly parameters: Bytes | undefined;
}

/** A point on a curve of NIST is uncompressed: 04, x, y. */
export type PublicKey =
  | RsaPublicKey
  | RsaPssPublicKey
  | { readonly kind: CurveKind; readonly point: Bytes }
  | { readonly kind: 'Ed25519'; readonly point: Bytes };

/** `d` is as long as the curve's order (32, 48 or 66 bytes); the seed of Ed25519 has 32 bytes. */
export type PrivateKey =
  | RsaPrivateKey
  | RsaPssPrivateKey
  | { readonly kind: CurveKind; readonly d: Bytes }
  | { readonly kind: 'Ed25519'; readonly seed: Bytes };

/** Whether two public keys are of one kind and have the same value. */
export function samePublicKey(a: PublicKey, b: PublicKey): boolean {
  if ('n' in a || 'n' in b) return 'n' in a && 'n' in b && a.kind === b.kind && a.n === b.n && a.e === b.e;
  return a.kind === b.kind && equal(a.point, b.point);
}
