// Encrypting with a password: PBES2 with AES (RFC 8018), and PKCS#12's own way with 3DES (RFC 7292), which old systems read.
// The same salts give the same bytes. It must not know what is encrypted.

import { type Bytes, der } from '../../bytes/index.ts';
import { aesCbc, type Derive } from '../../crypto/passwords/index.ts';
import { desCbcEncrypted } from '../containers/des.ts';
import { type Password, passwordOf } from '../containers/encryption.ts';
import { AES_256_CBC, HMAC_SHA256, PBES2, PBKDF2, TRIPLE_DES } from '../containers/numbers.ts';

/** `AES`: AES-256-CBC and HMAC-SHA-256. `3DES`: with SHA-1, for systems from before 2020. */
export type Strength = 'AES' | '3DES';

/** What writing under a password takes from outside. */
export interface Means {
  /** So many fresh bytes, for salts. */
  random(length: number): Bytes;
  readonly derive: Derive;
}

/** What stands in place of something encrypted: how, and its bytes. */
export interface Encrypted {
  /** DER of the AlgorithmIdentifier. */
  readonly algorithm: Bytes;
  readonly data: Bytes;
}

/** How often a password is hashed: as often as OpenSSL does by itself. */
export const ITERATIONS = 2048;
export const SALT_BYTES = 16;

/** Encrypts under a password; for 3DES it is encoded as BMPString, else as UTF-8. */
export function encrypted(data: Bytes, password: string, strength: Strength, means: Means): Promise<Encrypted> {
  const encoded = passwordOf(password);
  return strength === 'AES' ? withAes(data, encoded, means) : withTripleDes(data, encoded, means);
}

async function withAes(data: Bytes, { plain }: Password, { random, derive }: Means): Promise<Encrypted> {
  const salt = random(SALT_BYTES);
  const iv = random(16);
  const key = await derive({
    kind: 'PBKDF2',
    digest: 'SHA-256',
    password: plain,
    salt,
    iterations: ITERATIONS,
    length: 32,
  });
  const prf = der.sequence(der.oid(HMAC_SHA256), der.write(der.NULL));
  const derivation = der.sequence(der.write(der.OCTET_STRING, salt), der.integer(ITERATIONS), prf);
  return {
    algorithm: der.sequence(
      der.oid(PBES2),
      der.sequence(
        der.sequence(der.oid(PBKDF2), derivation),
        der.sequence(der.oid(AES_256_CBC), der.write(der.OCTET_STRING, iv)),
      ),
    ),
    data: aesCbc.encrypt(key, iv, data),
  };
}

async function withTripleDes(data: Bytes, { wide: password }: Password, { random, derive }: Means): Promise<Encrypted> {
  const salt = random(SALT_BYTES);
  const wanted = { kind: 'PKCS#12', digest: 'SHA-1', password, salt, iterations: ITERATIONS } as const;
  const [key, iv] = await Promise.all([
    derive({ ...wanted, purpose: 1, length: 24 }),
    derive({ ...wanted, purpose: 2, length: 8 }),
  ]);
  const parameters = der.sequence(der.write(der.OCTET_STRING, salt), der.integer(ITERATIONS));
  return { algorithm: der.sequence(der.oid(TRIPLE_DES), parameters), data: desCbcEncrypted(key, iv, data) };
}
