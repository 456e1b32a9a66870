// Cipher suites: what a name stands for (RFC 9846 appendix B.4; RFC 5288, RFC 5289 and RFC 7905 for TLS 1.2).

import { type Aead, aes128gcm, aes256gcm, chacha20poly1305, type Hash, sha256, sha384 } from '../../crypto/index.ts';
import { suites } from '../wire/iana.ts';

export interface Suite {
  readonly name: string;
  readonly code: number;
  readonly aead: Aead;
  readonly hash: Hash;
}

/** How TLS 1.2 agrees on the premaster secret, and with which kind of key the server shows that it is the one. */
export type KeyExchange = 'ECDHE_ECDSA' | 'ECDHE_RSA' | 'RSA';

export interface Suite12 extends Suite {
  readonly kx: KeyExchange;
  /** Bytes of the nonce that come from the key block: all, or all but the eight that each record carries. */
  readonly fixedIv: 4 | 12;
}

type SuiteName = keyof typeof suites.codes;

const row = (name: SuiteName, aead: Aead, hash: Hash): Suite => ({ name, code: suites.codes[name], aead, hash });

/** The suites of TLS 1.3 that this engine speaks. */
export const suites13: readonly Suite[] = [
  row('TLS_AES_128_GCM_SHA256', aes128gcm, sha256),
  row('TLS_AES_256_GCM_SHA384', aes256gcm, sha384),
  row('TLS_CHACHA20_POLY1305_SHA256', chacha20poly1305, sha256),
];

const row12 = (name: SuiteName, kx: KeyExchange, aead: Aead, hash: Hash): Suite12 => ({
  ...row(name, aead, hash),
  kx,
  fixedIv: aead === chacha20poly1305 ? 12 : 4,
});

/** The suites of TLS 1.2 that this engine speaks. */
export const suites12: readonly Suite12[] = [
  row12('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE_ECDSA', aes128gcm, sha256),
  row12('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'ECDHE_RSA', aes128gcm, sha256),
  row12('TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'ECDHE_ECDSA', aes256gcm, sha384),
  row12('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'ECDHE_RSA', aes256gcm, sha384),
  row12('TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE_ECDSA', chacha20poly1305, sha256),
  row12('TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE_RSA', chacha20poly1305, sha256),
  row12('TLS_RSA_WITH_AES_128_GCM_SHA256', 'RSA', aes128gcm, sha256),
];

/** The suite of TLS 1.3 with this code point, if this engine speaks it. */
export function suite13(code: number): Suite | undefined {
  return suites13.find((candidate) => candidate.code === code);
}

/** The suite of TLS 1.2 with this code point, if this engine speaks it. */
export function suite12(code: number): Suite12 | undefined {
  return suites12.find((candidate) => candidate.code === code);
}
