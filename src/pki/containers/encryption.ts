// Ways of encrypting with a password: PBES2 and PBES1 (RFC 8018), PKCS#12's (RFC 7292). From an AlgorithmIdentifier to a plan:
// which derivations it takes, and what is done with their keys.

import { type Bytes, concat, der, EMPTY, Flaw, fromText } from '../../bytes/index.ts';
import { aesCbc, costOf, type Derivation, type Derive, type DigestName, rc4 } from '../../crypto/passwords/index.ts';
import { readAlgorithm } from '../public-key.ts';
import { desCbc, rc2Cbc } from './des.ts';
import { FileFault } from './flaw.ts';
import { AES_256_CBC, HMAC_SHA256, PBES2, PBKDF2, TRIPLE_DES } from './numbers.ts';

/** How something is encrypted. */
export interface Encryption {
  /** `PBES2, PBKDF2 with SHA-256, 2048 iterations, AES-256-CBC`, for whoever looks into a file. */
  readonly name: string;
  /** About how many times a password is hashed to derive what it takes. */
  readonly work: number;
  /** @throws Error, of any kind, when the password does not fit */
  decrypt(password: Password, data: Bytes, derive: Derive): Promise<Bytes>;
}

/** A password in the two encodings that standards want. */
export interface Password {
  /** UTF-8, or what a terminal made of it: for PBKDF and scrypt. */
  readonly plain: Bytes;
  /** BMPString with its end: for PKCS#12's own derivation. */
  readonly wide: Bytes;
}

/** The password of a text; null is PKCS#12's "no password", which isn't the empty one. */
export function passwordOf(text: string | null, encode: (text: string) => Bytes = fromText): Password {
  if (text === null) return { plain: EMPTY, wide: EMPTY };
  return { plain: encode(text), wide: bmpString(`${text}\0`) };
}

/** The bytes of a BMPString: of each unit of UTF-16 the high one first, as programs write what lies beyond the BMP, too. */
export function bmpString(text: string): Bytes {
  return Uint8Array.from({ length: 2 * text.length }, (_, i) => {
    const unit = text.charCodeAt(i >> 1);
    return i % 2 === 0 ? unit >> 8 : unit & 255;
  });
}

/** What a page waits for at most: some ten seconds of hashing. */
export const MOST_WORK = 10_000_000;

/** @throws FileFault when a derivation is more work than anybody would wait for */
export function bounded(derivation: Derivation): Derivation {
  const iterations = costOf(derivation);
  if (!(iterations <= MOST_WORK)) throw new FileFault({ what: 'too much work', iterations });
  return derivation;
}

interface Cipher {
  readonly name: string;
  readonly keyBytes: number;
  readonly ivBytes: number;
  decrypt(key: Bytes, iv: Bytes, data: Bytes): Bytes;
}

const aes = (bits: number): Cipher => ({
  name: `AES-${bits}-CBC`,
  keyBytes: bits / 8,
  ivBytes: 16,
  decrypt: (key, iv, data) => aesCbc.decrypt(key, iv, data),
});
const tripleDes = (keyBytes: 16 | 24): Cipher => ({
  name: keyBytes === 24 ? '3DES-CBC' : '3DES-CBC with two keys',
  keyBytes,
  ivBytes: 8,
  decrypt: (key, iv, data) => desCbc(keyBytes === 24 ? key : concat(key, key.subarray(0, 8)), iv, data),
});
const rc2 = (bits: number): Cipher => ({
  name: `RC2-${bits}-CBC`,
  keyBytes: bits / 8,
  ivBytes: 8,
  decrypt: (key, iv, data) => rc2Cbc(key, bits, iv, data),
});
const streamed = (bits: number): Cipher => ({
  name: `RC4-${bits}`,
  keyBytes: bits / 8,
  ivBytes: 0,
  decrypt: (key, _, data) => rc4(key, data),
});

/** PKCS#12's own: pbeWithSHAAnd… */
const PKCS12: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.1.12.1.1': streamed(128),
  '1.2.840.113549.1.12.1.2': streamed(40),
  [TRIPLE_DES]: tripleDes(24),
  '1.2.840.113549.1.12.1.4': tripleDes(16),
  '1.2.840.113549.1.12.1.5': rc2(128),
  '1.2.840.113549.1.12.1.6': rc2(40),
};

/** PBES1 of PKCS#5 with RC2. */
const PKCS5: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.1.5.6': 'MD5',
  '1.2.840.113549.1.5.11': 'SHA-1',
};

/** What has a name and is not undone here. `weak`: whoever made the file should have taken something better. */
const NAMED: Readonly<Record<string, { readonly name: string; readonly weak: boolean }>> = {
  '1.2.840.113549.1.5.1': { name: 'MD2 and DES', weak: true },
  '1.2.840.113549.1.5.3': { name: 'MD5 and DES', weak: true },
  '1.2.840.113549.1.5.4': { name: 'MD2 and RC2', weak: true },
  '1.2.840.113549.1.5.10': { name: 'SHA-1 and DES', weak: true },
  '1.3.14.3.2.7': { name: 'DES', weak: true },
  '1.2.392.200011.61.1.1.1.2': { name: 'Camellia', weak: false },
  '1.2.392.200011.61.1.1.1.3': { name: 'Camellia', weak: false },
  '1.2.392.200011.61.1.1.1.4': { name: 'Camellia', weak: false },
  '1.2.410.200004.1.4': { name: 'SEED', weak: false },
  '2.16.840.1.101.3.4.1.6': { name: 'AES-GCM', weak: false },
  '2.16.840.1.101.3.4.1.26': { name: 'AES-GCM', weak: false },
  '2.16.840.1.101.3.4.1.46': { name: 'AES-GCM', weak: false },
};

const CIPHERS: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': aes(128),
  '2.16.840.1.101.3.4.1.22': aes(192),
  [AES_256_CBC]: aes(256),
  '1.2.840.113549.3.7': tripleDes(24),
};

const RC2_CBC = '1.2.840.113549.3.2';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';

const PRFS: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.8': 'SHA-224',
  [HMAC_SHA256]: 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};

/**
 * How an AlgorithmIdentifier says that something is encrypted.
 * @throws Flaw when it isn't well formed
 * @throws FileFault for what isn't undone here
 */
export function readEncryption(algorithm: der.Tlv): Encryption {
  const { oid, parameters } = readAlgorithm(algorithm);
  if (!parameters) throw new Flaw({ what: 'element missing', of: 'parameters' }, algorithm.start);
  const own = PKCS12[oid];
  if (own) return pkcs12(own, parameters);
  const digest = PKCS5[oid];
  if (digest) return pbes1(digest, parameters);
  if (oid === PBES2) return pbes2(parameters);
  throw unknown(oid);
}

function unknown(oid: string): FileFault {
  return new FileFault({ what: 'cipher', ...(NAMED[oid] ?? { name: oid, weak: false }) });
}

function pkcs12(cipher: Cipher, parameters: der.Tlv): Encryption {
  const { salt, iterations } = readSalted(parameters);
  const wanted = (purpose: 1 | 2, length: number, { wide: password }: Password) =>
    bounded({ kind: 'PKCS#12', digest: 'SHA-1', password, salt, iterations, purpose, length });
  return {
    name: `PKCS#12 with SHA-1, ${cipher.name}`,
    work: 3 * iterations,
    async decrypt(password, data, derive) {
      const [key, iv] = await Promise.all([
        derive(wanted(1, cipher.keyBytes, password)),
        cipher.ivBytes > 0 ? derive(wanted(2, cipher.ivBytes, password)) : EMPTY,
      ]);
      return cipher.decrypt(key, iv, data);
    },
  };
}

function pbes1(digest: DigestName, parameters: der.Tlv): Encryption {
  const { salt, iterations } = readSalted(parameters);
  return {
    name: `PBES1 with ${digest}, RC2-64-CBC`,
    work: iterations,
    async decrypt({ plain: password }, data, derive) {
      const bytes = await derive(bounded({ kind: 'PBKDF1', digest, password, salt, iterations, length: 16 }));
      return rc2Cbc(bytes.subarray(0, 8), 64, bytes.subarray(8), data);
    },
  };
}

/** The salt and the iterations of PBES1 and of PKCS#12's own. */
export function readSalted(parameters: der.Tlv): { readonly salt: Bytes; readonly iterations: number } {
  const members = new der.Elements(parameters, der.SEQUENCE, 'PBEParameter');
  const salt = der.contentsOf(members.take(der.OCTET_STRING, 'salt'));
  return { salt, iterations: Number(der.readUnsigned(members.take(der.INTEGER, 'iterationCount'))) };
}

function pbes2(parameters: der.Tlv): Encryption {
  const members = new der.Elements(parameters, der.SEQUENCE, 'PBES2-params');
  const derivation = readAlgorithm(members.take(der.SEQUENCE, 'keyDerivationFunc'));
  const { cipher, iv } = readCipher(readAlgorithm(members.take(der.SEQUENCE, 'encryptionScheme')));
  const { name, of } = readDerivation(derivation);
  return {
    name: `PBES2, ${name}, ${cipher.name}`,
    work: costOf(of(EMPTY, cipher.keyBytes)),
    async decrypt({ plain }, data, derive) {
      return cipher.decrypt(await derive(bounded(of(plain, cipher.keyBytes))), iv, data);
    },
  };
}

interface Algorithm {
  readonly oid: string;
  readonly parameters: der.Tlv | undefined;
}

function readCipher({ oid, parameters }: Algorithm): { readonly cipher: Cipher; readonly iv: Bytes } {
  const cipher = CIPHERS[oid];
  if (cipher && parameters?.tag === der.OCTET_STRING) return { cipher, iv: der.contentsOf(parameters) };
  if (oid !== RC2_CBC || !parameters) throw unknown(oid);
  // RFC 8018: the effective bits of the key in a code of their own.
  const members = new der.Elements(parameters, der.SEQUENCE, 'RC2-CBC-Parameter');
  const version = members.maybe(der.INTEGER);
  const code = version ? Number(der.readUnsigned(version)) : 32;
  const bits = { 160: 40, 120: 64, 58: 128 }[code] ?? code;
  return { cipher: rc2(bits), iv: der.contentsOf(members.take(der.OCTET_STRING, 'iv')) };
}

/** How a key is derived, but for the password. @throws Flaw @throws FileFault */
export function readDerivation({ oid, parameters }: Algorithm): {
  readonly name: string;
  readonly of: (password: Bytes, length: number) => Derivation;
} {
  if ((oid !== PBKDF2 && oid !== SCRYPT) || !parameters) throw unknown(oid);
  const members = new der.Elements(parameters, der.SEQUENCE, 'PBKDF2-params');
  const salt = der.contentsOf(members.take(der.OCTET_STRING, 'salt'));
  const number = (of: string) => Number(der.readUnsigned(members.take(der.INTEGER, of)));
  if (oid === SCRYPT) {
    const [cost, blockSize, parallel] = [
      number('costParameter'),
      number('blockSize'),
      number('parallelizationParameter'),
    ];
    return {
      name: `scrypt of ${cost}, ${blockSize}, ${parallel}`,
      of: (password, length) => ({ kind: 'scrypt', password, salt, cost, blockSize, parallel, length }),
    };
  }
  const iterations = number('iterationCount');
  members.maybe(der.INTEGER);
  const prf = members.maybe(der.SEQUENCE);
  const prfOid = prf ? readAlgorithm(prf).oid : '1.2.840.113549.2.7';
  const digest = PRFS[prfOid];
  if (!digest) throw unknown(prfOid);
  return {
    name: `PBKDF2 with ${digest}`,
    of: (password, length) => ({ kind: 'PBKDF2', digest, password, salt, iterations, length }),
  };
}
