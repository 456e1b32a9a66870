// Families for practice as the tests make them: with seeded randomness, and RSA keys from Node’s WebCrypto.

import { primitives, seededEnv } from '../../../../src/crypto/index.ts';
import { type Family, makePractice, type Wish, type WishedKey } from '../../../../src/lab/practice/index.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);

export const WISHED_KEYS: readonly WishedKey[] = ['P-256', 'P-384', 'P-521', 'RSA 2048', 'RSA 3072', 'Ed25519'];

export const wish: Wish = {
  keys: 'P-256',
  intermediate: true,
  days: 90,
  server: { names: ['api.example', 'localhost', '127.0.0.1', '2001:db8::1'], purposes: ['serverAuth'] },
  client: { names: ['client.example'], purposes: ['clientAuth'] },
};

/** @param now when it is made */
export function practice(change: Partial<Wish> = {}, now = NOW, seed = 'practice'): Promise<Family> {
  return makePractice(
    { ...wish, ...change },
    {
      env: seededEnv(seed, now),
      rsaKey: (bits) => primitives.take('rsa').rsaKeyBy(globalThis.crypto.subtle, bits),
    },
  );
}
