// RSA over BigInt (RFC 8017): signatures by PKCS#1 v1.5 and PSS, encryption by PKCS#1 v1.5. Knows no DER of keys.

import { type Bytes, concat, equal, fromHex } from '../../../bytes/index.ts';
import type { Env } from '../../env.ts';
import { type Hash, sha1, sha256, sha384, sha512 } from '../../hash.ts';
import { bitLength, fromInteger, modInverse, modPow, toInteger } from '../../integer.ts';
import type { RsaPrivateKey, RsaPssPrivateKey, RsaPublicKey } from '../../key.ts';
import { generatePrime } from './prime.ts';

type PublicNumbers = Pick<RsaPublicKey, 'n' | 'e'>;

const e = 65537n;

/** A key with e = 65537. @param bits of its modulus, a multiple of 16 */
export function generateRsaKey(env: Env, bits = 2048): RsaPrivateKey {
  return rsaKeyOf(generatePrime(bits / 2, e, env), generatePrime(bits / 2, e, env));
}

/** The key with e = 65537 whose modulus is the product of two primes. @throws Error when they are the same */
export function rsaKeyOf(one: bigint, other: bigint): RsaPrivateKey {
  const [p, q] = one > other ? [one, other] : [other, one];
  const d = modInverse(e, (p - 1n) * (q - 1n));
  const qi = modInverse(q, p);
  if (d === undefined || qi === undefined) throw new Error('the environment gave the same random bytes twice');
  return { kind: 'RSA', n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi };
}

/**
 * RSASSA-PKCS1-v1_5 (RFC 8017 8.2.1).
 * @throws RangeError when the key is too small for the hash, or its numbers don't belong together
 */
export function signPkcs1(key: RsaPrivateKey, hash: Hash, data: Bytes): Bytes {
  const encoded = encodePkcs1(hash, data, byteLength(key.n));
  if (!encoded) throw tooSmall(hash);
  return signEncoded(key, encoded);
}

/** Whether an RSASSA-PKCS1-v1_5 signature fits (RFC 8017 8.2.2); the whole encoded message is compared. */
export function verifyPkcs1(key: RsaPublicKey, hash: Hash, data: Bytes, signature: Bytes): boolean {
  const recovered = recoverEncoded(key, signature);
  const expected = encodePkcs1(hash, data, byteLength(key.n));
  return recovered !== undefined && expected !== undefined && equal(recovered, expected);
}

/**
 * RSASSA-PSS with MGF1 and the one hash for all (RFC 8017 8.1.1); the salt should be as long as the hash.
 * @throws RangeError when the key is too small for the hash, or its numbers don't belong together
 */
export function signPss(key: RsaPrivateKey | RsaPssPrivateKey, hash: Hash, data: Bytes, salt: Bytes): Bytes {
  const encodedBits = bitLength(key.n) - 1;
  const length = Math.ceil(encodedBits / 8);
  const padding = length - hash.length - salt.length - 2;
  if (padding < 0) throw tooSmall(hash);
  const h = hash.digest(new Uint8Array(8), hash.digest(data), salt);
  const masked = xor(concat(new Uint8Array(padding), Uint8Array.of(1), salt), mgf1(hash, h, length - hash.length - 1));
  masked[0] = (masked[0] ?? 0) & topMask(encodedBits);
  return signEncoded(key, concat(masked, h, Uint8Array.of(0xbc)));
}

/** Whether an RSASSA-PSS signature fits (RFC 8017 8.1.2, 9.1.2). @param saltLength in bytes; as long as the hash when absent */
export function verifyPss(
  key: PublicNumbers,
  hash: Hash,
  data: Bytes,
  signature: Bytes,
  saltLength = hash.length,
): boolean {
  const recovered = recoverEncoded(key, signature);
  if (!recovered) return false;
  const encodedBits = bitLength(key.n) - 1;
  const length = Math.ceil(encodedBits / 8);
  // With 8k + 1 bits in n, the encoded message is a byte shorter than the signature.
  if (recovered.length > length && recovered[0] !== 0) return false;
  const encoded = recovered.slice(recovered.length - length);
  const padding = length - hash.length - saltLength - 2;
  if (padding < 0 || encoded[length - 1] !== 0xbc) return false;
  const masked = encoded.slice(0, length - hash.length - 1);
  const h = encoded.slice(length - hash.length - 1, length - 1);
  if (((masked[0] ?? 0) & ~topMask(encodedBits)) !== 0) return false;
  const block = xor(masked, mgf1(hash, h, masked.length));
  block[0] = (block[0] ?? 0) & topMask(encodedBits);
  if (block.slice(0, padding).some((byte) => byte !== 0) || block[padding] !== 1) return false;
  return equal(h, hash.digest(new Uint8Array(8), hash.digest(data), block.slice(padding + 1)));
}

/**
 * RSAES-PKCS1-v1_5 (RFC 8017 7.2.1), as static RSA encrypts the premaster secret of TLS 1.2.
 * @returns undefined for a key that is not worth trusting
 * @throws RangeError when the key leaves no room for the message and eleven bytes of padding
 */
export function encryptPkcs1(key: RsaPublicKey, message: Bytes, env: Env): Bytes | undefined {
  if (!isUsable(key)) return undefined;
  const length = byteLength(key.n);
  const padding = length - message.length - 3;
  if (padding < 8)
    throw new RangeError(`the RSA key is too small to encrypt ${message.length} bytes; use a longer key`);
  const encoded = concat(Uint8Array.of(0, 2), nonZero(padding, env), Uint8Array.of(0), message);
  return fromInteger(modPow(toInteger(encoded), key.e, key.n), length);
}

/**
 * RSAES-PKCS1-v1_5 (RFC 8017 7.2.2). Whoever tells a peer that this failed, or how, becomes an oracle for its key: RFC 5246 7.4.7.1.
 * @returns the message, or undefined when the ciphertext holds no such encoding
 */
export function decryptPkcs1(key: RsaPrivateKey, ciphertext: Bytes): Bytes | undefined {
  const length = byteLength(key.n);
  const value = toInteger(ciphertext);
  if (ciphertext.length !== length || value >= key.n) return undefined;
  const encoded = fromInteger(privatePower(key, value), length);
  const end = encoded.indexOf(0, 2);
  if (encoded[0] !== 0 || encoded[1] !== 2 || end < 10) return undefined;
  return encoded.slice(end + 1);
}

/** Random bytes without a zero among them. */
function nonZero(length: number, env: Env): Bytes {
  let found: Bytes = new Uint8Array(0);
  while (found.length < length)
    found = concat(
      found,
      env.random(length).filter((byte) => byte !== 0),
    );
  return found.slice(0, length);
}

/** RSASP1 (RFC 8017 5.2.1). */
function signEncoded(key: RsaPrivateKey | RsaPssPrivateKey, encoded: Bytes): Bytes {
  const message = toInteger(encoded);
  const signature = privatePower(key, message);
  // A wrong number in the key would give away its factors with the signature.
  if (modPow(signature, key.e, key.n) !== message) throw new RangeError('the RSA key’s numbers don’t belong together');
  return fromInteger(signature, byteLength(key.n));
}

/** value ** d mod n, by the Chinese remainder theorem. */
function privatePower(key: RsaPrivateKey | RsaPssPrivateKey, value: bigint): bigint {
  const modP = modPow(value, key.dp, key.p);
  const modQ = modPow(value, key.dq, key.q);
  const difference = (((modP - modQ) % key.p) + key.p) % key.p;
  return modQ + ((difference * key.qi) % key.p) * key.q;
}

/** RSAVP1 (RFC 8017 5.2.2), for keys worth trusting: undefined for others, and for a signature out of range. */
function recoverEncoded(key: PublicNumbers, signature: Bytes): Bytes | undefined {
  if (!isUsable(key) || signature.length !== byteLength(key.n)) return undefined;
  const value = toInteger(signature);
  if (value >= key.n) return undefined;
  return fromInteger(modPow(value, key.e, key.n), signature.length);
}

/** 1024 to 8192 bits and an odd exponent from 3 to 2^33: larger numbers only serve to keep the verifier busy. */
function isUsable({ n, e }: PublicNumbers): boolean {
  const bits = bitLength(n);
  return bits >= 1024 && bits <= 8192 && n % 2n === 1n && e % 2n === 1n && e >= 3n && e < 1n << 33n;
}

/** The DER of each hash's DigestInfo, up to the digest itself (RFC 8017 9.2, note 1). SHA-1 is broken: whoever asks for it only looks at what others still take. */
const digestInfo = new Map<Hash, Bytes>([
  [sha1, fromHex('3021300906052b0e03021a05000414')],
  [sha256, fromHex('3031300d060960864801650304020105000420')],
  [sha384, fromHex('3041300d060960864801650304020205000430')],
  [sha512, fromHex('3051300d060960864801650304020305000440')],
]);

/** EMSA-PKCS1-v1_5 (RFC 8017 9.2); undefined when the length doesn't leave room for eight bytes of padding. */
function encodePkcs1(hash: Hash, data: Bytes, length: number): Bytes | undefined {
  const info = digestInfo.get(hash);
  if (!info) throw new RangeError(`${hash.name} is no hash for RSA signatures`);
  const tail = concat(info, hash.digest(data));
  const padding = length - tail.length - 3;
  if (padding < 8) return undefined;
  return concat(Uint8Array.of(0, 1), new Uint8Array(padding).fill(0xff), Uint8Array.of(0), tail);
}

/** The mask generation function (RFC 8017 B.2.1). */
function mgf1(hash: Hash, seed: Bytes, length: number): Bytes {
  const blocks: Bytes[] = [];
  for (let i = 0; i * hash.length < length; i++) blocks.push(hash.digest(seed, fromInteger(BigInt(i), 4)));
  return concat(...blocks).slice(0, length);
}

/** The bits of the first byte that belong to an encoded message of so many bits. */
function topMask(encodedBits: number): number {
  return 0xff >> ((8 - (encodedBits % 8)) % 8);
}

function xor(a: Bytes, b: Bytes): Bytes {
  return a.map((byte, i) => byte ^ (b[i] ?? 0));
}

function byteLength(n: bigint): number {
  return Math.ceil(bitLength(n) / 8);
}

function tooSmall(hash: Hash): RangeError {
  return new RangeError(
    `the RSA key is too small for a signature with ${hash.name}; use a longer key or a shorter hash`,
  );
}
