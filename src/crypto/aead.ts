// The three authenticated ciphers of TLS 1.3, with the nonce and tag lengths that TLS fixes (RFC 5116, RFC 8439).
// Knows nothing of records: nonces and additional data come from above.

import { gcm } from '@noble/ciphers/aes.js';
import type { Bytes } from '../bytes/index.ts';
import { primitives } from './primitives.ts';

/** An authenticated cipher with additional data. Lengths are in bytes. */
export interface Aead {
  readonly name: 'AES-128-GCM' | 'AES-256-GCM' | 'CHACHA20-POLY1305';
  readonly keyLength: number;
  readonly nonceLength: 12;
  readonly tagLength: 16;
  /**
   * The ciphertext followed by its tag.
   * @throws RangeError when key or nonce have another length than they must
   */
  seal(key: Bytes, nonce: Bytes, aad: Bytes, plaintext: Bytes): Bytes;
  /**
   * The plaintext, or undefined when the tag doesn't fit, also when there are too few bytes for one.
   * @throws RangeError when key or nonce have another length than they must
   */
  open(key: Bytes, nonce: Bytes, aad: Bytes, sealed: Bytes): Bytes | undefined;
}

export const aes128gcm: Aead = aead('AES-128-GCM', 16, gcm);
export const aes256gcm: Aead = aead('AES-256-GCM', 32, gcm);
export const chacha20poly1305: Aead = aead('CHACHA20-POLY1305', 32, (key, nonce, aad) =>
  primitives.take('chacha20').chacha20poly1305(key, nonce, aad),
);

type Cipher = (key: Bytes, nonce: Bytes, aad: Bytes) => { encrypt(p: Bytes): Bytes; decrypt(c: Bytes): Bytes };

function aead(name: Aead['name'], keyLength: number, cipher: Cipher): Aead {
  const nonceLength = 12;
  const tagLength = 16;
  const keyed: Cipher = (key, nonce, aad) => {
    if (key.length !== keyLength) throw new RangeError(`${name} takes a key of ${keyLength} bytes, not ${key.length}`);
    if (nonce.length !== nonceLength) throw new RangeError(`${name} takes a nonce of 12 bytes, not ${nonce.length}`);
    return cipher(key, nonce, aad);
  };
  return {
    name,
    keyLength,
    nonceLength,
    tagLength,
    seal: (key, nonce, aad, plaintext) => keyed(key, nonce, aad).encrypt(plaintext),
    open(key, nonce, aad, sealed) {
      const opener = keyed(key, nonce, aad);
      if (sealed.length < tagLength) return undefined;
      try {
        return opener.decrypt(sealed);
      } catch {
        // With all lengths in order, the tag is the only thing left to refuse.
        return undefined;
      }
    },
  };
}
