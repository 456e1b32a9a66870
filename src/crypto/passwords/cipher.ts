// AES in CBC mode and RC4, as files that are protected by a password use them. Not for TLS.

import { cbc } from '@noble/ciphers/aes.js';
import type { Bytes } from '../../bytes/index.ts';

/** AES-CBC (NIST SP 800-38A) with the padding of PKCS#7; the key has 16, 24 or 32 bytes, the iv 16. */
export const aesCbc = {
  /** @throws Error when the padding does not fit, as with a wrong key */
  decrypt(key: Bytes, iv: Bytes, data: Bytes): Bytes {
    return cbc(key, iv).decrypt(data);
  },
  encrypt(key: Bytes, iv: Bytes, data: Bytes): Bytes {
    return cbc(key, iv).encrypt(data);
  },
};

/** RC4: the same operation in both directions. No well-kept package has it any more. */
export function rc4(key: Bytes, data: Bytes): Bytes {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    [state[i], state[j]] = [state[j] as number, state[i] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  });
}
