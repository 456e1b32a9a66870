// Signature keys of the kinds that our certificates carry, as values. Knows neither their DER nor where they come from.

import { type Bytes, equal } from '../bytes/index.ts';

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

/** Whether two public keys are of one kind and have the same value. */
export function samePublicKey(a: PublicKey, b: PublicKey): boolean {
  if ('n' in a || 'n' in b) return 'n' in a && 'n' in b && a.kind === b.kind && a.n === b.n && a.e === b.e;
  return a.kind === b.kind && equal(a.point, b.point);
}
