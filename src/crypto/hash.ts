// Hashes, and what is built on a hash alone: HMAC, HKDF, the PRF of TLS 1.2. Knows nothing of TLS 1.3's labels.

import { expand, extract } from '@noble/hashes/hkdf.js';
import { hmac as nobleHmac } from '@noble/hashes/hmac.js';
import { sha1 as nobleSha1 } from '@noble/hashes/legacy.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import { type Bytes, concat, fromText } from '../bytes/index.ts';
import { wide } from './wide.ts';

/** A hash function. */
export interface Hash {
  readonly name: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** Length of a digest, in bytes. */
  readonly length: number;
  /** What HMAC and HKDF are built on; nobody needs it outside this file. */
  readonly noble: CHash;
  /** The digest of the parts, one after the other. @throws RangeError when the hash is not at hand */
  digest(...parts: Bytes[]): Bytes;
}

/** For key identifiers in certificates (RFC 5280 4.2.1.2) only; it is broken for signatures. */
export const sha1: Hash = hash('SHA-1', 20, () => nobleSha1);
export const sha256: Hash = hash('SHA-256', 32, () => nobleSha256);
export const sha384: Hash = hash('SHA-384', 48, () => wide.take('sha512').sha384);
export const sha512: Hash = hash('SHA-512', 64, () => wide.take('sha512').sha512);

/** HMAC (RFC 2104) of the data parts, one after the other. */
export function hmac(hash: Hash, key: Bytes, ...data: Bytes[]): Bytes {
  return digestOf(nobleHmac.create(hash.noble, key), data);
}

/** HKDF-Extract (RFC 5869 2.2). An empty salt counts as a hash length of zeros. */
export function hkdfExtract(hash: Hash, salt: Bytes, ikm: Bytes): Bytes {
  return extract(hash.noble, ikm, salt);
}

/**
 * HKDF-Expand (RFC 5869 2.3).
 * @throws Error when more than 255 hash lengths are asked for, or `prk` is shorter than a digest
 */
export function hkdfExpand(hash: Hash, prk: Bytes, info: Bytes, length: number): Bytes {
  return expand(hash.noble, prk, info, length);
}

/** The PRF of TLS 1.2 (RFC 5246 5): P_hash over the ASCII label and the seed. */
export function prf12(hash: Hash, secret: Bytes, label: string, seed: Bytes, length: number): Bytes {
  const labelledSeed = concat(fromText(label), seed);
  const blocks: Bytes[] = [];
  let a: Bytes = labelledSeed;
  while (blocks.length * hash.length < length) {
    a = hmac(hash, secret, a);
    blocks.push(hmac(hash, secret, a, labelledSeed));
  }
  return concat(...blocks).slice(0, length);
}

function hash(name: Hash['name'], length: number, noble: () => CHash): Hash {
  return {
    name,
    length,
    get noble() {
      return noble();
    },
    digest: (...parts) => digestOf(noble().create(), parts),
  };
}

function digestOf(state: ReturnType<CHash['create']>, parts: readonly Bytes[]): Bytes {
  for (const part of parts) state.update(part);
  return state.digest();
}
