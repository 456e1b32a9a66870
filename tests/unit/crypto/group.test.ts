// The key exchange, against Node's own in both directions, and what TLS must refuse.

import { createECDH, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EMPTY, fromHex, toHex } from '../../../src/bytes/index.ts';
import { type Bytes, groups, secp256r1, secp384r1, seededEnv, x25519 } from '../../../src/crypto/index.ts';
import { withByte } from './with-byte.ts';

const lengths = {
  x25519: { public: 32, private: 32 },
  secp256r1: { public: 65, private: 32 },
  secp384r1: { public: 97, private: 48 },
};

describe.each([...groups])('$name', (group) => {
  const env = seededEnv(group.name, 0);
  const ours = group.share(env);

  it('makes shares as long as they must be, the same for the same environment', () => {
    expect(ours.public).toHaveLength(lengths[group.name].public);
    expect(ours.private).toHaveLength(lengths[group.name].private);
    expect(group.share(seededEnv(group.name, 0))).toEqual(ours);
    expect(group.share(env)).not.toEqual(ours);
  });

  it('gives both sides the same secret', () => {
    const answer = group.answer(env, ours.public);
    expect(answer?.secret).toHaveLength(lengths[group.name].private);
    expect(answer?.own.public).toHaveLength(lengths[group.name].public);
    expect(group.finish(ours.private, answer?.own.public ?? EMPTY)).toEqual(answer?.secret);
  });

  it('refuses a public value of any other length', () => {
    for (const bad of [EMPTY, ours.public.slice(1), Uint8Array.of(...ours.public, 0)]) {
      expect(group.finish(ours.private, bad)).toBeUndefined();
      expect(group.answer(env, bad)).toBeUndefined();
    }
  });

  it('says so when a private key has a wrong length', () => {
    expect(() => group.finish(ours.private.slice(1), ours.public)).toThrow(RangeError);
  });
});

describe.each([
  [secp256r1, 'prime256v1'],
  [secp384r1, 'secp384r1'],
] as const)('$name and OpenSSL', (group, curve) => {
  const ours = group.share(seededEnv('ecdh', 0));

  it('compute the same secret', () => {
    const node = createECDH(curve);
    const theirs = node.generateKeys();
    expect(toHex(group.finish(ours.private, theirs) ?? EMPTY)).toBe(node.computeSecret(ours.public).toString('hex'));
  });

  it('takes no point but an uncompressed one on the curve', () => {
    const half = lengths[group.name].private;
    const y = ours.public.at(-1) ?? 0;
    const compressed = Uint8Array.of(2 + (y & 1), ...ours.public.slice(1, 1 + half));
    const hybrid = withByte(ours.public, 0, 6 + (y & 1));
    const offCurve = withByte(ours.public, 2 * half, y ^ 1);
    const beyondField = Uint8Array.of(4, ...new Uint8Array(2 * half).fill(0xff));
    for (const bad of [compressed, hybrid, offCurve, beyondField, Uint8Array.of(0), new Uint8Array(1 + 2 * half)]) {
      expect(group.finish(ours.private, bad)).toBeUndefined();
    }
  });
});

describe('x25519', () => {
  it('gives the secret of RFC 7748 6.1', () => {
    const alice = fromHex('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
    const bob = fromHex('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
    expect(toHex(x25519.finish(alice, bob) ?? EMPTY)).toBe(
      '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    );
  });

  it('computes the same secret as OpenSSL', () => {
    const env = seededEnv('x', 0);
    const [ours, theirs] = [x25519.share(env), x25519.share(env)];
    const pkcs8 = (key: Bytes) => Buffer.concat([fromHex('302e020100300506032b656e04220420'), key]);
    const spki = (key: Bytes) => Buffer.concat([fromHex('302a300506032b656e032100'), key]);
    const expected = diffieHellman({
      privateKey: createPrivateKey({ key: pkcs8(theirs.private), format: 'der', type: 'pkcs8' }),
      publicKey: createPublicKey({ key: spki(ours.public), format: 'der', type: 'spki' }),
    });
    expect(toHex(x25519.finish(ours.private, theirs.public) ?? EMPTY)).toBe(expected.toString('hex'));
  });

  it('refuses values of small order, whose secret is zero (RFC 7748 6.1)', () => {
    const { private: key } = x25519.share(seededEnv('x', 0));
    expect(x25519.finish(key, new Uint8Array(32))).toBeUndefined();
    expect(x25519.finish(key, Uint8Array.of(1, ...new Uint8Array(31)))).toBeUndefined();
  });
});
