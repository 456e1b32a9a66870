// What is written under any password and with any name is read again, by what reads the files that people bring.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateKey, type KeyKind, publicOf, seededEnv } from '../../src/crypto/index.ts';
import { deriveBy } from '../../src/crypto/passwords/index.ts';
import { openFile } from '../../src/pki/containers/index.ts';
import { mint, toPem } from '../../src/pki/index.ts';
import { type Strength, writeEncryptedKey, writePkcs12 } from '../../src/pki/packing/index.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const derive = deriveBy(globalThis.crypto.subtle);
// Half of a pair of surrogates is no text: no form can hand it over, and UTF-8 can't write it.
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const arbitrary = {
  seed: fc.string(),
  kind: fc.constantFrom<Exclude<KeyKind, 'RSA' | 'RSA-PSS'>>('P-256', 'P-384', 'P-521', 'Ed25519'),
  strength: fc.constantFrom<Strength>('AES', '3DES'),
  password: text,
  name: text,
  above: fc.integer({ min: 0, max: 3 }),
};

function made({ seed, kind, above }: { seed: string; kind: Exclude<KeyKind, 'RSA' | 'RSA-PSS'>; above: number }) {
  const env = seededEnv(seed, NOW);
  const key = generateKey(kind, env);
  const chain = Array.from({ length: 1 + above }, (_, i) =>
    mint({ subject: `${i}`, notBefore: NOW, notAfter: NOW + 1000 }, publicOf(key), { key }, env),
  );
  return { key, chain, means: { derive, random: (length: number) => env.random(length) } };
}

describe('what is written under a password', () => {
  it('is read again: a key with its chain', async () => {
    const wanted = fc.record(arbitrary);
    await fc.assert(
      fc.asyncProperty(wanted, async ({ strength, password, name, ...rest }) => {
        const { key, chain, means } = made(rest);
        const bytes = await writePkcs12({ name, key, chain }, password, strength, means);
        const { items, flaws, remarks } = await openFile(bytes, { passwords: [password], derive });
        expect(flaws).toEqual([]);
        expect(remarks.filter(({ what }) => what !== 'wrong order')).toEqual([]);
        expect(items.flatMap((item) => (item.kind === 'certificate' ? [item.der] : []))).toEqual(
          chain.map(({ der }) => der),
        );
        expect(items.flatMap((item) => (item.kind === 'private key' ? [item.key] : []))).toEqual([key]);
        const named = items.flatMap((item) => ('name' in item ? [item.name] : []));
        expect(named).toEqual([name, name]);
      }),
      { numRuns: 60 },
    );
  });

  it('is read again: a key by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(arbitrary), async ({ strength, password, ...rest }) => {
        const { key, means } = made(rest);
        const pem = toPem('ENCRYPTED PRIVATE KEY', await writeEncryptedKey(key, password, strength, means));
        const { items, flaws } = await openFile(new TextEncoder().encode(pem), { passwords: [password], derive });
        expect(flaws).toEqual([]);
        expect(items.flatMap((item) => (item.kind === 'private key' ? [item.key] : []))).toEqual([key]);
      }),
      { numRuns: 60 },
    );
  });

  it('is read again: certificates to trust, and says that they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(arbitrary), async ({ strength, password, name, ...rest }) => {
        const { chain, means } = made(rest);
        const trusted = chain.map((certificate) => ({ name, certificate }));
        const { items } = await openFile(await writePkcs12({ trusted }, password, strength, means), {
          passwords: [password],
          derive,
        });
        expect(items.map((item) => item.kind === 'certificate' && [item.name, item.trusted, item.der])).toEqual(
          chain.map(({ der }) => [name, true, der]),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is not read under another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(arbitrary), text, async ({ strength, password, name, ...rest }, other) => {
        fc.pre(other !== password && password !== '');
        const { key, chain, means } = made(rest);
        const bytes = await writePkcs12({ name, key, chain }, password, strength, means);
        const { items, flaws } = await openFile(bytes, { passwords: [other], derive });
        expect(items).toEqual([]);
        expect(flaws).toEqual([{ what: 'locked', given: true, checked: true }]);
      }),
      { numRuns: 30 },
    );
  });
});
