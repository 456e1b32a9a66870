// Keys from passwords: PBKDF2 and PBKDF1 (RFC 8018), scrypt (RFC 7914), PKCS#12's own way (RFC 7292) and OpenSSL's old one.
// Each derivation is a value, so that it can be done here, by the browser, or in another thread.

import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { type Bytes, concat } from '../../bytes/index.ts';
import { type DigestName, digestAgain, digestOf, digests } from './digest.ts';

interface Salted {
  /** The password as bytes, in the encoding that the standard wants. */
  readonly password: Bytes;
  readonly salt: Bytes;
  /** How many bytes are wanted. */
  readonly length: number;
}

export type Derivation = Salted &
  (
    | { readonly kind: 'PBKDF2' | 'PBKDF1'; readonly digest: DigestName; readonly iterations: number }
    /** `purpose`: 1 for a key, 2 for an initialisation vector, 3 for a MAC. */
    | {
        readonly kind: 'PKCS#12';
        readonly digest: DigestName;
        readonly iterations: number;
        readonly purpose: 1 | 2 | 3;
      }
    | { readonly kind: 'scrypt'; readonly cost: number; readonly blockSize: number; readonly parallel: number }
    /** One round of MD5 after another: EVP_BytesToKey of OpenSSL. */
    | { readonly kind: 'EVP_BytesToKey' }
  );

/** Does a derivation, at once or later. */
export type Derive = (derivation: Derivation) => Promise<Bytes>;

/** Does a derivation here and now. */
export function derive(derivation: Derivation): Bytes {
  const { password, salt, length } = derivation;
  switch (derivation.kind) {
    case 'PBKDF2':
      return pbkdf2(digests[derivation.digest], password, salt, { c: derivation.iterations, dkLen: length });
    case 'PBKDF1': {
      let value = digestOf(derivation.digest, password, salt);
      for (let i = 1; i < derivation.iterations; i++) value = digestOf(derivation.digest, value);
      return value.subarray(0, length);
    }
    case 'PKCS#12':
      return pkcs12(derivation);
    case 'scrypt':
      return scrypt(password, salt, {
        N: derivation.cost,
        r: derivation.blockSize,
        p: derivation.parallel,
        dkLen: length,
      });
    case 'EVP_BytesToKey': {
      const blocks: Bytes[] = [];
      while (blocks.length * 16 < length) blocks.push(digestOf('MD5', ...blocks.slice(-1), password, salt));
      return concat(...blocks).subarray(0, length);
    }
  }
}

/** How much work a derivation is: about how many times it hashes a block. */
export function costOf(derivation: Derivation): number {
  switch (derivation.kind) {
    case 'scrypt':
      return derivation.cost * derivation.blockSize * derivation.parallel;
    case 'EVP_BytesToKey':
      return 1;
    default: {
      const rounds = Math.ceil(derivation.length / digests[derivation.digest].outputLen);
      return derivation.iterations * Math.max(1, rounds);
    }
  }
}

/** Whose PBKDF2 is used where there is one: it works beside the page, and many times faster. */
type Subtle = Pick<SubtleCrypto, 'importKey' | 'deriveBits'>;

const inBrowsers: readonly DigestName[] = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/**
 * Does PBKDF2 with WebCrypto, and everything else with `otherwise`.
 * @param subtle undefined where a page has none, as outside secure contexts
 */
export function deriveBy(subtle: Subtle | undefined, otherwise: Derive = async (wanted) => derive(wanted)): Derive {
  return async (wanted) => {
    if (!subtle || wanted.kind !== 'PBKDF2' || !inBrowsers.includes(wanted.digest)) return otherwise(wanted);
    const key = await subtle.importKey('raw', own(wanted.password), 'PBKDF2', false, ['deriveBits']);
    const { digest: hash, iterations } = wanted;
    const bits = await subtle.deriveBits(
      { name: 'PBKDF2', hash, salt: own(wanted.salt), iterations },
      key,
      8 * wanted.length,
    );
    return new Uint8Array(bits);
  };
}

/** WebCrypto takes bytes that own their memory. */
function own(bytes: Bytes): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

/** RFC 7292. */
function pkcs12(wanted: Extract<Derivation, { kind: 'PKCS#12' }>): Bytes {
  const { blockLen: block, outputLen: size } = digests[wanted.digest];
  const diversifier = new Uint8Array(block).fill(wanted.purpose);
  const seed = concat(stretched(wanted.salt, block), stretched(wanted.password, block));
  const blocks: Bytes[] = [];
  while (blocks.length * size < wanted.length) {
    const value = digestOf(wanted.digest, diversifier, seed);
    digestAgain(wanted.digest, value, wanted.iterations - 1);
    blocks.push(value);
    const addend = repeated(value, block);
    for (let at = 0; at < seed.length; at += block) addOneMore(seed.subarray(at, at + block), addend);
  }
  return concat(...blocks).subarray(0, wanted.length);
}

function stretched(bytes: Bytes, block: number): Bytes {
  return repeated(bytes, block * Math.ceil(bytes.length / block));
}

function repeated(bytes: Bytes, length: number): Bytes {
  return Uint8Array.from({ length }, (_, i) => bytes[i % bytes.length] as number);
}

/** `number` becomes itself and `addend` and one, as big-endian numbers; what is carried beyond them is lost. */
function addOneMore(number: Bytes, addend: Bytes): void {
  let carry = 1;
  for (let i = number.length - 1; i >= 0; i--) {
    carry += (number[i] as number) + (addend[i] as number);
    number[i] = carry & 255;
    carry >>= 8;
  }
}
