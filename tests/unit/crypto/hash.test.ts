// Hashes and what is built on them, against the numbers in the RFCs and Node's own.

import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EMPTY, fromHex, fromText, toHex } from '../../../src/bytes/index.ts';
import { hkdfExpand, hkdfExtract, hmac, prf12, sha1, sha256, sha384, sha512 } from '../../../src/crypto/index.ts';

const counting = (from: number, to: number) => Uint8Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe.each([sha1, sha256, sha384, sha512])('$name', (hash) => {
  const nodeName = hash.name.replace('-', '').toLowerCase();

  it('digests parts as if they were one', () => {
    const expected = createHash(nodeName).update('abc').digest('hex');
    expect(toHex(hash.digest(fromText('abc')))).toBe(expected);
    expect(toHex(hash.digest(fromText('a'), EMPTY, fromText('bc')))).toBe(expected);
    expect(hash.digest()).toHaveLength(hash.length);
  });

  it.each([0, 1, 63, 64, 65, 127, 128, 129, 300])('makes the HMAC with a key of %i bytes', (length) => {
    const key = new Uint8Array(length).fill(0xa7);
    const expected = createHmac(nodeName, key).update('what is sent').digest('hex');
    expect(toHex(hmac(hash, key, fromText('what '), fromText('is sent')))).toBe(expected);
  });
});

describe('HKDF (RFC 5869 appendix A)', () => {
  const cases = [
    {
      name: 'A.1 basic',
      hash: sha256,
      ikm: new Uint8Array(22).fill(0x0b),
      salt: counting(0, 0x0c),
      info: counting(0xf0, 0xf9),
      prk: '077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5',
      okm: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      name: 'A.2 longer inputs and outputs',
      hash: sha256,
      ikm: counting(0x00, 0x4f),
      salt: counting(0x60, 0xaf),
      info: counting(0xb0, 0xff),
      prk: '06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244',
      okm: 'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
    },
    {
      name: 'A.3 no salt, no info',
      hash: sha256,
      ikm: new Uint8Array(22).fill(0x0b),
      salt: EMPTY,
      info: EMPTY,
      prk: '19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04',
      okm: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
    {
      name: 'A.4 SHA-1',
      hash: sha1,
      ikm: new Uint8Array(11).fill(0x0b),
      salt: counting(0, 0x0c),
      info: counting(0xf0, 0xf9),
      prk: '9b6c18c432a7bf8f0e71c8eb88f4b30baa2ba243',
      okm: '085a01ea1b10f36933068b56efa5ad81a4f14b822f5b091568a9cdd4f155fda2c22e422478d305f3f896',
    },
  ];

  it.each(cases)('$name', ({ hash, ikm, salt, info, prk, okm }) => {
    const extracted = hkdfExtract(hash, salt, ikm);
    expect(toHex(extracted)).toBe(prk);
    expect(toHex(hkdfExpand(hash, extracted, info, okm.length / 2))).toBe(okm);
  });

  it('gives at most 255 blocks', () => {
    const prk = sha256.digest();
    expect(hkdfExpand(sha256, prk, EMPTY, 255 * 32)).toHaveLength(255 * 32);
    expect(() => hkdfExpand(sha256, prk, EMPTY, 255 * 32 + 1)).toThrow('255');
    expect(hkdfExpand(sha256, prk, EMPTY, 0)).toHaveLength(0);
  });
});

describe('prf12 (RFC 5246 5)', () => {
  // Published to the IETF's TLS mailing list as test vectors of the PRF with each hash.
  it('gives the known 100 bytes with SHA-256', () => {
    const secret = fromHex('9bbe436ba940f017b17652849a71db35');
    const seed = fromHex('a0ba9f936cda311827a6f796ffd5198c');
    expect(toHex(prf12(sha256, secret, 'test label', seed, 100))).toBe(
      'e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e14baf9af0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5a72e5a5110fff70187347b66',
    );
  });

  it('gives the known 148 bytes with SHA-384', () => {
    const secret = fromHex('b80b733d6ceefcdc71566ea48e5567df');
    const seed = fromHex('cd665cf6a8447dd6ff8b27555edb7465');
    expect(toHex(prf12(sha384, secret, 'test label', seed, 148))).toBe(
      '7b0c18e9ced410ed1804f2cfa34a336a1c14dffb4900bb5fd7942107e81c83cde9ca0faa60be9fe34f82b1233c9146a0e534cb400fed2700884f9dc236f80edd8bfa961144c9e8d792eca722a7b32fc3d416d473ebc2c5fd4abfdad05d9184259b5bf8cd4d90fa0d31e2dec479e4f1a26066f2eea9a69236a3e52655c9e9aee691c8f3a26854308d5eaa3be85e0990703d73e56f',
    );
  });
});
