import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deriveBy } from '../../../src/crypto/passwords/index.ts';
import { openFile } from '../../../src/pki/containers/index.ts';
import { flawSentence } from '../../../src/words/containers.ts';

const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(`../../corpus/files/${file}`, import.meta.url)));

/** Opens a file and counts what was derived for it. */
async function opened(file: string, passwords: readonly string[], guesses?: number) {
  let derivations = 0;
  const derive = deriveBy(webcrypto.subtle);
  const found = await openFile(bytesOf(file), {
    passwords,
    ...(guesses !== undefined && { guesses }),
    derive: (wanted) => {
      derivations++;
      return derive(wanted);
    },
  });
  return { ...found, derivations };
}

describe('before anybody has typed a password', () => {
  it('nothing is hashed where that takes long, and the reader is told that the empty one is still to be tried', async () => {
    const { flaws, derivations } = await opened('p12-nss-pk12util.p12', [], 60_000);
    expect(derivations).toBe(0);
    expect(flaws).toEqual([{ what: 'locked', given: false, checked: true, unguessed: true }]);
    expect(flaws.map(flawSentence).join()).toContain('leave the field empty');
  });

  it('a file under the empty password or none opens by itself where that is cheap', async () => {
    for (const file of ['p12-empty-password.p12', 'p12-empty-password-3des.p12']) {
      const { items, flaws } = await opened(file, [], 60_000);
      expect(flaws).toEqual([]);
      expect(items.length).toBeGreaterThan(1);
    }
  });

  it('one that takes longer opens when the field is left empty', async () => {
    expect((await opened('p12-empty-password.p12', [], 1)).items).toEqual([]);
    const { items, flaws } = await opened('p12-empty-password.p12', [''], 1);
    expect(flaws).toEqual([]);
    expect(items.length).toBeGreaterThan(1);
  });

  it('a wrong password is not followed by guesses where those take longer', async () => {
    const alone = await opened('p12-3des-ec.p12', ['wrong'], 1);
    const guessed = await opened('p12-3des-ec.p12', ['wrong']);
    expect(alone.flaws).toMatchObject([{ what: 'locked', given: true }]);
    expect(guessed.derivations).toBeGreaterThan(2 * alone.derivations);
  });
});
