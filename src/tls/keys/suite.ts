// Cipher suites: which AEAD and which hash a name stands for (RFC 9846 appendix B.4).

import { type Aead, aes128gcm, aes256gcm, chacha20poly1305, type Hash, sha256, sha384 } from '../../crypto/index.ts';
import { suites } from '../wire/iana.ts';

export interface Suite {
  readonly name: string;
  readonly code: number;
  readonly aead: Aead;
  readonly hash: Hash;
}

const suite = (name: keyof typeof suites.codes, aead: Aead, hash: Hash): Suite => ({
  name,
  code: suites.codes[name],
  aead,
  hash,
});

/** The suites of TLS 1.3 that this engine speaks. */
export const suites13: readonly Suite[] = [
  suite('TLS_AES_128_GCM_SHA256', aes128gcm, sha256),
  suite('TLS_AES_256_GCM_SHA384', aes256gcm, sha384),
  suite('TLS_CHACHA20_POLY1305_SHA256', chacha20poly1305, sha256),
];

/** The suite with this code point, if this engine speaks it. */
export function suite13(code: number): Suite | undefined {
  return suites13.find((candidate) => candidate.code === code);
}
