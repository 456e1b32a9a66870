// A private key under a password: EncryptedPrivateKeyInfo (RFC 5958).

import { type Bytes, der } from '../../bytes/index.ts';
import type { PrivateKey } from '../../crypto/index.ts';
import { writePkcs8 } from '../private-key.ts';
import { encrypted, type Means, type Strength } from './encrypting.ts';

/** DER of a private key, encrypted under a password; in PEM its label is ENCRYPTED PRIVATE KEY. */
export async function writeEncryptedKey(
  key: PrivateKey,
  password: string,
  strength: Strength,
  means: Means,
): Promise<Bytes> {
  const { algorithm, data } = await encrypted(writePkcs8(key), password, strength, means);
  return der.sequence(algorithm, der.write(der.OCTET_STRING, data));
}
