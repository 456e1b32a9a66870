// Private keys as OpenSSL encrypted them before PKCS#8: two headers in the PEM block, and a key from one round of MD5.

import { type Bytes, concat, fromHex } from '../../bytes/index.ts';
import { aesCbc } from '../../crypto/passwords/index.ts';
import { desCbc } from './des.ts';
import type { Encryption, Password } from './encryption.ts';
import { FileFault } from './flaw.ts';

interface Cipher {
  readonly keyBytes: number;
  decrypt(key: Bytes, iv: Bytes, data: Bytes): Bytes;
}

const CIPHERS: Readonly<Record<string, Cipher>> = {
  'AES-128-CBC': { keyBytes: 16, decrypt: aesCbc.decrypt },
  'AES-192-CBC': { keyBytes: 24, decrypt: aesCbc.decrypt },
  'AES-256-CBC': { keyBytes: 32, decrypt: aesCbc.decrypt },
  'DES-EDE3-CBC': { keyBytes: 24, decrypt: desCbc },
};

/**
 * The encryption that a DEK-Info header (RFC 1421) names.
 * @param iv in hex; its first eight bytes salt the key
 * @throws FileFault for ciphers that aren't undone here
 */
export function traditional(name: string, iv: string): Encryption {
  const cipher = CIPHERS[name];
  if (!cipher || !/^([0-9A-F]{2})+$/i.test(iv))
    throw new FileFault({ what: 'cipher', name: name.replace(/-CBC$/, ''), weak: name.startsWith('DES') });
  const start = fromHex(iv);
  return {
    name: `DEK-Info, ${name}`,
    work: 1,
    async decrypt({ plain: password }: Password, data, derive) {
      const salt = start.subarray(0, 8);
      const key = await derive({ kind: 'EVP_BytesToKey', password, salt, length: cipher.keyBytes });
      return cipher.decrypt(concat(key), start, data);
    },
  };
}
