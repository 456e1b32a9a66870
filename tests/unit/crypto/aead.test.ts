// The AEADs against Node's own, and what they refuse.

import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concat, EMPTY, toHex } from '../../../src/bytes/index.ts';
import { aes128gcm, aes256gcm, chacha20poly1305, seededEnv } from '../../../src/crypto/index.ts';
import { withByte } from './with-byte.ts';

const nodeNames = {
  'AES-128-GCM': 'aes-128-gcm',
  'AES-256-GCM': 'aes-256-gcm',
  'CHACHA20-POLY1305': 'chacha20-poly1305',
} as const;

describe.each([aes128gcm, aes256gcm, chacha20poly1305])('$name', (aead) => {
  const env = seededEnv(aead.name, 0);
  const [key, nonce, aad] = [env.random(aead.keyLength), env.random(aead.nonceLength), env.random(5)];

  it.each([0, 1, 15, 16, 17, 1000, 16385])('seals %i bytes as OpenSSL does, and opens them', (length) => {
    const plaintext = env.random(length);
    const cipher = createCipheriv(nodeNames[aead.name] as 'aes-128-gcm', key, nonce, { authTagLength: 16 });
    cipher.setAAD(aad, { plaintextLength: length });
    const expected = concat(cipher.update(plaintext), cipher.final(), cipher.getAuthTag());
    const sealed = aead.seal(key, nonce, aad, plaintext);
    expect(toHex(sealed)).toBe(toHex(expected));
    expect(aead.open(key, nonce, aad, sealed)).toEqual(plaintext);
  });

  it('refuses whatever was altered, and what is too short for a tag', () => {
    const sealed = aead.seal(key, nonce, aad, env.random(20));
    for (let at = 0; at < sealed.length; at++) {
      expect(aead.open(key, nonce, aad, withByte(sealed, at, (sealed[at] ?? 0) ^ 1))).toBeUndefined();
    }
    expect(aead.open(key, nonce, EMPTY, sealed)).toBeUndefined();
    expect(aead.open(key, withByte(nonce, 11, (nonce[11] ?? 0) ^ 1), aad, sealed)).toBeUndefined();
    for (let n = 0; n < 17; n++) expect(aead.open(key, nonce, aad, sealed.slice(0, n))).toBeUndefined();
  });

  it('says so when key or nonce have a wrong length', () => {
    expect(() => aead.seal(key.slice(1), nonce, aad, EMPTY)).toThrow(RangeError);
    expect(() => aead.open(key, nonce.slice(1), aad, new Uint8Array(16))).toThrow(RangeError);
  });
});
