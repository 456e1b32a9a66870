// Hashes under the names that password-based standards give them, the broken ones that old files use included. Not for TLS.

import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import type { CHash } from '@noble/hashes/utils.js';
import { type Bytes, concat, EMPTY } from '../../bytes/index.ts';

export type DigestName = 'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** The functions behind the names; nobody needs them outside this folder. */
export const digests: Readonly<Record<DigestName, CHash>> = {
  MD5: md5,
  'SHA-1': sha1,
  'SHA-224': sha224,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
};

/** The digest of the parts, one after the other. */
export function digestOf(name: DigestName, ...parts: readonly Bytes[]): Bytes {
  return digests[name](concat(...parts));
}

/** The digest of a digest of a digest …, each with `after` behind it, in place. One state serves all rounds: less than half the time. */
export function digestAgain(name: DigestName, value: Bytes, rounds: number, after: Bytes = EMPTY): void {
  const fresh = digests[name].create();
  let state = fresh.clone();
  for (let i = 0; i < rounds; i++) {
    state = fresh._cloneInto(state);
    state.update(value).update(after).digestInto(value);
  }
}

/** HMAC (RFC 2104) of the data. */
export function macOf(name: DigestName, key: Bytes, data: Bytes): Bytes {
  return hmac(digests[name], key, data);
}
