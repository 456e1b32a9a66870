// Keys: repeatable, well made, and RSA's arithmetic at its edges.

import { constants, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fromText, toHex } from '../../../src/bytes/index.ts';
import {
  bitLength,
  fromInteger,
  generateKey,
  type PrivateKey,
  type PublicKey,
  publicOf,
  samePublicKey,
  schemeNamed,
  seededEnv,
  sha256,
  toInteger,
} from '../../../src/crypto/index.ts';

type Rsa = Extract<PrivateKey, { kind: 'RSA' }>;

const data = fromText('what is signed');

describe.each(['RSA', 'P-256', 'P-384', 'Ed25519'] as const)('generateKey %s', (kind) => {
  it('gives the same key for the same environment, and another for another', () => {
    const one = publicOf(generateKey(kind, seededEnv('one', 0)));
    expect(one.kind).toBe(kind);
    expect(samePublicKey(publicOf(generateKey(kind, seededEnv('one', 0))), one)).toBe(true);
    expect(samePublicKey(publicOf(generateKey(kind, seededEnv('two', 0))), one)).toBe(false);
  });
});

describe('an RSA key', () => {
  it('has the numbers that belong together', () => {
    for (const seed of ['a', 'b', 'c']) {
      const { n, e, d, p, q, dp, dq, qi } = generateKey('RSA', seededEnv(seed, 0)) as Rsa;
      expect(bitLength(n)).toBe(2048);
      expect([n === p * q, p > q, e]).toEqual([true, true, 65537n]);
      expect((d * e) % ((p - 1n) * (q - 1n))).toBe(1n);
      expect([dp === d % (p - 1n), dq === d % (q - 1n), (qi * q) % p]).toEqual([true, true, 1n]);
    }
  });

  it('is this one for this seed: links to handshakes depend on it', () => {
    const { n } = generateKey('RSA', seededEnv('countersign', 0)) as Rsa;
    expect(toHex(sha256.digest(fromText(n.toString(16))))).toBe(
      'c320564065c99f7dc469bad7b2c47259e2003852cad26b32a8175836953d44ef',
    );
  });

  it('is refused for signing when a number in it is wrong', () => {
    const key = generateKey('RSA', seededEnv('a', 0)) as Rsa;
    const sign = (bad: Rsa) => () => schemeNamed('rsa_pkcs1_sha256').sign(bad, data, seededEnv('', 0));
    expect(sign(key)).not.toThrow();
    expect(sign({ ...key, dp: key.dp + 2n })).toThrow(RangeError);
    expect(sign({ ...key, qi: key.qi + 1n })).toThrow(RangeError);
  });
});

describe('RSA verification', () => {
  const pss = schemeNamed('rsa_pss_rsae_sha256');
  const pkcs1 = schemeNamed('rsa_pkcs1_sha256');
  const pssOptions = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };

  // 1025, 1030 and 1032 bits put the encoded message of PSS at each place against the byte boundary.
  it.each([1024, 1025, 1030, 1031, 1032, 3072, 4096])('works with %i bits', (bits) => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
    const key = rsaPublicKey(publicKey.export({ format: 'jwk' }));
    expect(key.bits).toBe(bits);
    expect(pss.verify(key, data, sign('sha256', data, { key: privateKey, ...pssOptions }))).toBe(true);
    expect(pkcs1.verify(key, data, sign('sha256', data, privateKey))).toBe(true);
    expect(pss.verify(key, data, sign('sha256', data, { key: privateKey, ...pssOptions, saltLength: 31 }))).toBe(false);
    expect(pss.verify(key, data, sign('sha256', data, privateKey))).toBe(false);
  });

  it('refuses keys that are too small, and exponents and moduli that no one should have', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1016 });
    const small = rsaPublicKey(publicKey.export({ format: 'jwk' }));
    expect(pkcs1.verify(small, data, sign('sha256', data, privateKey))).toBe(false);
    const key = publicOf(generateKey('RSA', seededEnv('a', 0))) as Extract<PublicKey, { kind: 'RSA' }>;
    const one = new Uint8Array(256).fill(0, 0, 255).fill(1, 255);
    for (const e of [0n, 1n, 2n, 65536n, (1n << 33n) + 1n]) expect(pkcs1.verify({ ...key, e }, data, one)).toBe(false);
    expect(pkcs1.verify({ ...key, n: key.n + 1n }, data, one)).toBe(false);
    expect(pkcs1.verify({ ...key, n: 0n }, data, new Uint8Array(0))).toBe(false);
    const huge = { ...key, n: (1n << 16384n) + 1n };
    expect(pkcs1.verify(huge, data, new Uint8Array(2049))).toBe(false);
  });

  it('refuses a signature that is right only modulo n', () => {
    const key = generateKey('RSA', seededEnv('a', 0)) as Rsa;
    // Data whose signature is so small that adding n doesn't make it longer.
    for (let i = 0; ; i++) {
      const text = fromText(`message ${i}`);
      const signature = pkcs1.sign(key, text, seededEnv('', 0));
      const raised = toInteger(signature) + key.n;
      if (bitLength(raised) > 2048) continue;
      expect(pkcs1.verify(publicOf(key), text, signature)).toBe(true);
      expect(pkcs1.verify(publicOf(key), text, fromInteger(raised, 256))).toBe(false);
      break;
    }
  });

  it('has no room for SHA-512 with PSS in 1024 bits, and says so', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const scheme = schemeNamed('rsa_pss_rsae_sha512');
    const key = rsaPrivateKey(privateKey.export({ format: 'jwk' }));
    expect(() => scheme.sign(key, data, seededEnv('', 0))).toThrow('too small');
    expect(scheme.verify(publicOf(key), data, new Uint8Array(128))).toBe(false);
  });
});

type Jwk = Readonly<Record<string, unknown>>;

function jwkNumber(jwk: Jwk, name: string): bigint {
  return toInteger(Buffer.from(String(jwk[name]), 'base64url'));
}

function rsaPublicKey(jwk: Jwk): Extract<PublicKey, { kind: 'RSA' }> {
  const n = jwkNumber(jwk, 'n');
  return { kind: 'RSA', n, e: jwkNumber(jwk, 'e'), bits: bitLength(n) };
}

function rsaPrivateKey(jwk: Jwk): Rsa {
  const number = (name: string): bigint => jwkNumber(jwk, name);
  const [n, e, d, p, q] = [number('n'), number('e'), number('d'), number('p'), number('q')];
  return { kind: 'RSA', n, e, d, p, q, dp: number('dp'), dq: number('dq'), qi: number('qi') };
}
