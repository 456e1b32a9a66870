// The key exchange, against Node's own in both directions, and what TLS must refuse.

import { createECDH, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EMPTY, fromHex, toHex } from '../../../src/bytes/index.ts';
import { type Bytes, groups, secp256r1, secp384r1, seededEnv, x25519 } from '../../../src/crypto/index.ts';
import { withByte } from './with-byte.ts';

describe.each([...groups])('$name', (group) => {
  const env = seededEnv(group.name, 0);
  const ours = group.generate(env);

  it('generates what it says, the same for the same environment', () => {
    expect(ours.public).toHaveLength(group.publicLength);
    expect(ours.private).toHaveLength(group.privateLength);
    expect(group.publicOf(ours.private)).toEqual(ours.public);
    expect(group.generate(seededEnv(group.name, 0))).toEqual(ours);
    expect(group.generate(env)).not.toEqual(ours);
  });

  it('agrees with another of its kind', () => {
    const theirs = group.generate(env);
    const secret = group.shared(ours.private, theirs.public);
    expect(secret).toHaveLength(group.privateLength);
    expect(group.shared(theirs.private, ours.public)).toEqual(secret);
  });

  it('refuses a public value of any other length', () => {
    expect(group.shared(ours.private, EMPTY)).toBeUndefined();
    expect(group.shared(ours.private, ours.public.slice(1))).toBeUndefined();
    expect(group.shared(ours.private, Uint8Array.of(...ours.public, 0))).toBeUndefined();
  });

  it('says so when a private key has a wrong length', () => {
    expect(() => group.publicOf(ours.private.slice(1))).toThrow(RangeError);
    expect(() => group.shared(ours.private.slice(1), ours.public)).toThrow(RangeError);
  });
});

describe.each([
  [secp256r1, 'prime256v1'],
  [secp384r1, 'secp384r1'],
] as const)('$name and OpenSSL', (group, curve) => {
  const ours = group.generate(seededEnv('ecdh', 0));

  it('compute the same secret', () => {
    const node = createECDH(curve);
    const theirs = node.generateKeys();
    expect(toHex(group.shared(ours.private, theirs) ?? EMPTY)).toBe(node.computeSecret(ours.public).toString('hex'));
  });

  it('takes no point but an uncompressed one on the curve', () => {
    const half = group.privateLength;
    const y = ours.public.at(-1) ?? 0;
    const compressed = Uint8Array.of(2 + (y & 1), ...ours.public.slice(1, 1 + half));
    const hybrid = withByte(ours.public, 0, 6 + (y & 1));
    const offCurve = withByte(ours.public, 2 * half, y ^ 1);
    const beyondField = Uint8Array.of(4, ...new Uint8Array(2 * half).fill(0xff));
    for (const bad of [compressed, hybrid, offCurve, beyondField, Uint8Array.of(0), new Uint8Array(1 + 2 * half)]) {
      expect(group.shared(ours.private, bad)).toBeUndefined();
    }
  });
});

describe('x25519', () => {
  it('gives the secret of RFC 7748 6.1', () => {
    const alice = fromHex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
    const bob = fromHex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
    expect(toHex(x25519.shared(alice, bob) ?? EMPTY)).toBe(
      '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    );
  });

  it('computes the same secret as OpenSSL', () => {
    const env = seededEnv('x', 0);
    const [ours, theirs] = [x25519.generate(env), x25519.generate(env)];
    const pkcs8 = (key: Bytes) => Buffer.concat([fromHex('302e020100300506032b656e04220420'), key]);
    const spki = (key: Bytes) => Buffer.concat([fromHex('302a300506032b656e032100'), key]);
    const expected = diffieHellman({
      privateKey: createPrivateKey({ key: pkcs8(theirs.private), format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: spki(ours.public), format: 'der', type: 'spki' }),
    });
    expect(toHex(x25519.shared(ours.private, theirs.public) ?? EMPTY)).toBe(expected.toString('hex'));
  });

  it('refuses values of small order, whose secret is zero (RFC 7748 6.1)', () => {
    const { private: key } = x25519.generate(seededEnv('x', 0));
    expect(x25519.shared(key, new Uint8Array(32))).toBeUndefined();
    expect(x25519.shared(key, Uint8Array.of(1, ...new Uint8Array(31)))).toBeUndefined();
  });
});
