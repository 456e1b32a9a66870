// The short key of the catalogue: made again it is the same, and short it is; and it comes along only where it is asked for.

import { expect, it } from 'vitest';
import { toHex } from '../../../src/bytes/index.ts';
import {
  bitLength,
  fromInteger,
  primitives,
  publicOf,
  samePublicKey,
  seededEnv,
  sha256,
} from '../../../src/crypto/index.ts';
import { weakClient, weakKey } from '../../../src/lab/mischief/weak-key.ts';
import { demoPki } from '../../../src/pki/index.ts';

await primitives.need('rsa');

it('has 1024 bits, and is the same whenever it is made again', () => {
  const key = weakKey();
  expect(bitLength(key.n)).toBe(1024);
  const again = primitives.take('rsa').generateRsaKey(seededEnv('countersign weak key 21', 0), 1024);
  expect(again).toEqual(key);
  const modulus = sha256.digest(fromInteger(key.n, 128));
  expect(toHex(modulus)).toBe('aa3b9b2a2c1d66e6e7924e48a85b4a9f0e2ef51d6cba036521e4751ca4deb515');
});

it('is certified like the honest client’s, by the same CA', () => {
  const pki = demoPki('P-256', Date.UTC(2026, 10, 23, 12));
  const { chain } = weakClient(pki);
  const [leaf, ...above] = chain;
  const [honest, ...usual] = pki.client.chain;
  expect(leaf?.publicKey && samePublicKey(leaf.publicKey, publicOf(weakKey()))).toBe(true);
  const looks = (each: typeof leaf) =>
    each && [each.subject.text, each.issuer.text, each.notAfter, each.extendedKeyUsage, each.keyUsage];
  expect(looks(leaf)).toEqual(looks(honest));
  expect(above).toEqual(usual);
  expect(weakClient(pki).chain[0]).toBe(leaf);
});
