// Every signature scheme against Node's own in both directions, and what each must refuse.

import { constants, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concat, fromHex, fromText, toHex } from '../../../src/bytes/index.ts';
import {
  type Bytes,
  bitLength,
  fromInteger,
  generateKey,
  type KeyKind,
  type PrivateKey,
  publicOf,
  type Scheme,
  schemeNamed,
  schemes,
  seededEnv,
  sha256,
  sha384,
  sha512,
  toInteger,
  verifyEcdsa,
} from '../../../src/crypto/index.ts';
import { withByte } from './with-byte.ts';

const env = seededEnv('schemes', 0);
const keys = new Map<KeyKind, PrivateKey>(
  (['RSA', 'RSA-PSS', 'P-256', 'P-384', 'P-521', 'Ed25519'] as const).map((kind) => [kind, generateKey(kind, env)]),
);
const data = fromText('what is signed');

const algorithm = (kind: KeyKind): string => (kind.startsWith('P-') ? 'ECDSA' : kind);

function keyFor(kind: KeyKind): PrivateKey {
  return keys.get(kind) ?? generateKey(kind, env);
}

describe.each([...schemes])('$name', (scheme) => {
  const key = keyFor(scheme.keyKind);
  const publicKey = publicOf(key);
  const node = nodeKey(key);

  it('makes signatures that OpenSSL takes', () => {
    for (let i = 0; i < 10; i++) {
      const text = fromText(`message ${i}`);
      const signature = scheme.sign(key, text, env);
      expect(verify(nodeHash(scheme), text, nodeOptions(scheme, createPublicKey(node)), signature)).toBe(true);
    }
  });

  it('takes the signatures that OpenSSL makes, also with a high s', () => {
    for (let i = 0; i < 20; i++) {
      const text = fromText(`message ${i}`);
      const signature = sign(nodeHash(scheme), text, nodeOptions(scheme, node));
      expect(scheme.verify(publicKey, text, signature)).toBe(true);
    }
  });

  it('repeats itself in an equal environment', () => {
    expect(scheme.sign(key, data, seededEnv('s', 0))).toEqual(scheme.sign(key, data, seededEnv('s', 0)));
  });

  it('refuses other data, other keys and altered or malformed signatures', () => {
    const signature = scheme.sign(key, data, env);
    expect(scheme.verify(publicKey, data, signature)).toBe(true);
    expect(scheme.verify(publicKey, fromText('what is signet'), signature)).toBe(false);
    expect(scheme.verify(publicOf(generateKey(scheme.keyKind, seededEnv('other', 0))), data, signature)).toBe(false);
    for (let at = 0; at < signature.length; at += 7) {
      expect(scheme.verify(publicKey, data, withByte(signature, at, (signature[at] ?? 0) ^ 1))).toBe(false);
    }
    for (const length of [0, 1, 8, 32, 64, signature.length - 1]) {
      expect(scheme.verify(publicKey, data, signature.slice(0, length % signature.length))).toBe(false);
    }
    expect(scheme.verify(publicKey, data, concat(signature, Uint8Array.of(0)))).toBe(false);
    expect(scheme.verify(publicKey, data, concat(Uint8Array.of(0), signature))).toBe(false);
  });

  it('goes with one algorithm of keys only', () => {
    const signature = scheme.sign(key, data, env);
    for (const [kind, other] of keys) {
      if (algorithm(kind) === algorithm(scheme.keyKind)) continue;
      expect(scheme.verify(publicOf(other), data, signature)).toBe(false);
      expect(() => scheme.sign(other, data, env)).toThrow(RangeError);
    }
  });

  it('is found by its name', () => {
    expect(schemeNamed(scheme.name)).toBe(scheme);
  });
});

describe('ECDSA', () => {
  // RFC 5246 7.4.1.4.1: before TLS 1.3, a scheme is ECDSA with a hash, on any curve.
  const crossed = [
    ['ecdsa_secp256r1_sha256', 'P-384'],
    ['ecdsa_secp384r1_sha384', 'P-256'],
  ] as const;
  it.each(crossed)('%s with a %s key: OpenSSL takes our signatures, and we take OpenSSL’s', (name, kind) => {
    const scheme = schemeNamed(name);
    const key = keyFor(kind);
    const node = nodeKey(key);
    expect(verify(nodeHash(scheme), data, createPublicKey(node), scheme.sign(key, data, env))).toBe(true);
    const signature = sign(nodeHash(scheme), data, node);
    expect(scheme.verify(publicOf(key), data, signature)).toBe(true);
    expect(scheme.verify(publicOf(key), fromText('what is signet'), signature)).toBe(false);
    expect(scheme.verify(publicOf(keyFor(scheme.keyKind)), data, signature)).toBe(false);
  });

  it('gives the signature of RFC 6979 A.2.5 for P-256, SHA-256 and "sample", high s and all', () => {
    const key = {
      kind: 'P-256',
      d: fromHex('c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721'),
    } as const;
    const signature = schemeNamed('ecdsa_secp256r1_sha256').sign(key, fromText('sample'), env);
    expect(toHex(signature)).toBe(
      '3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
    );
  });

  it.each(['P-256', 'P-384'] as const)('verifies %s with any hash', (kind) => {
    const key = keyFor(kind);
    for (const hash of [sha256, sha384, sha512]) {
      const signature = sign(hash.name.replace('-', '').toLowerCase(), data, nodeKey(key));
      expect(verifyEcdsa(publicOf(key), hash, data, signature)).toBe(true);
      expect(verifyEcdsa(publicOf(key), hash === sha256 ? sha384 : sha256, data, signature)).toBe(false);
    }
  });

  it('refuses keys that are no uncompressed point on their curve', () => {
    const key = keyFor('P-256');
    const signature = schemeNamed('ecdsa_secp256r1_sha256').sign(key, data, env);
    const { point } = publicOf(key) as { point: Bytes };
    const compressed = Uint8Array.of(2 + ((point[64] ?? 0) & 1), ...point.slice(1, 33));
    for (const bad of [point.slice(1), compressed, withByte(point, 64, (point[64] ?? 0) ^ 1), new Uint8Array(65)]) {
      expect(verifyEcdsa({ kind: 'P-256', point: bad }, sha256, data, signature)).toBe(false);
    }
    expect(verifyEcdsa({ kind: 'P-384', point }, sha256, data, signature)).toBe(false);
    expect(verifyEcdsa(publicOf(keyFor('RSA')), sha256, data, signature)).toBe(false);
  });
});

describe('ed25519', () => {
  it('gives the signature of RFC 8032 7.1, test 2', () => {
    const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    expect(toHex(schemeNamed('ed25519').sign({ kind: 'Ed25519', seed }, Uint8Array.of(0x72), env))).toBe(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
  });
});

/** The key as Node knows it, by way of a JSON Web Key. */
function nodeKey(key: PrivateKey): KeyObject {
  const text = (bytes: Bytes): string => Buffer.from(bytes).toString('base64url');
  const number = (value: bigint): string => text(fromInteger(value, Math.ceil(bitLength(value) / 8)));
  const publicKey = publicOf(key);
  if ('n' in key) {
    const { n, e, d, p, q, dp, dq, qi } = key;
    const numbers = Object.entries({ n, e, d, p, q, dp, dq, qi }).map(([name, value]) => [name, number(value)]);
    return createPrivateKey({ format: 'jwk', key: { kty: 'RSA', ...Object.fromEntries(numbers) } });
  }
  const { point } = publicKey as { point: Bytes };
  if (key.kind === 'Ed25519') {
    return createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', d: text(key.seed), x: text(point) } });
  }
  const half = (point.length - 1) / 2;
  const [x, y] = [text(point.slice(1, 1 + half)), text(point.slice(1 + half))];
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: key.kind, d: text(key.d), x, y } });
}

function nodeHash(scheme: Scheme): string | null {
  return scheme.hash ? scheme.hash.name.replace('-', '').toLowerCase() : null;
}

function nodeOptions(scheme: Scheme, key: KeyObject) {
  if (!scheme.name.startsWith('rsa_pss')) return key;
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.hash?.length ?? 0 };
}

describe('integers', () => {
  it('go to bytes and back', () => {
    expect(toHex(fromInteger(0x1_00n, 4))).toBe('00000100');
    expect(toInteger(fromHex('0000 0100'))).toBe(256n);
    expect(toInteger(new Uint8Array(0))).toBe(0n);
    expect(() => fromInteger(256n, 1)).toThrow(RangeError);
    expect(() => fromInteger(-1n, 1)).toThrow(RangeError);
  });
});
