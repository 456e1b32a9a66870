// Every file of the corpus: whether it opens, what is in it, and that there is a sentence where something is wrong.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { report } from '../../tools/look/report.ts';

interface Held {
  readonly kind: string;
  readonly keyType?: string;
  readonly sha256?: string;
}

interface Listed {
  readonly file: string;
  readonly password: string | null;
  readonly expect: 'opens' | 'needs password' | 'unsupported' | 'broken';
  readonly holds: readonly Held[];
}

const folder = new URL('../corpus/files/', import.meta.url);
const files: readonly Listed[] = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'));

async function look(file: string, password: string | undefined) {
  const { status, text } = await report(file, readFileSync(new URL(file, folder)), password, true);
  const answer: { holds: readonly Held[]; sentence: string | null } = JSON.parse(text);
  return { status, ...answer };
}

const hashes = (holds: readonly Held[]) => holds.flatMap(({ sha256 }) => sha256 ?? []).sort();

describe('files as people have them', () => {
  it.each(files.filter(({ expect }) => expect === 'opens' || expect === 'needs password'))(
    '$file opens, and holds what its maker put in',
    async ({ file, password, holds }) => {
      const found = await look(file, password ?? undefined);
      expect(found.status, found.sentence ?? '').toBe(0);
      expect(hashes(found.holds)).toEqual(expect.arrayContaining(hashes(holds)));
      const keys = (all: readonly Held[]) => all.filter(({ kind }) => kind.endsWith('key')).length;
      expect(keys(found.holds)).toBe(keys(holds));
    },
    30_000,
  );

  it.each(files.filter(({ expect }) => expect === 'unsupported'))(
    '$file is named, with what to do',
    async ({ file, password }) => {
      const { status, sentence } = await look(file, password ?? undefined);
      expect([0, 2]).toContain(status);
      expect(sentence).toMatch(/\.$/);
    },
  );

  it.each(files.filter(({ expect }) => expect === 'broken'))(
    '$file is broken, and told so',
    async ({ file, password }) => {
      const { status, sentence } = await look(file, password ?? undefined);
      // Where only a check value fails, a wrong password and damage can't be told apart.
      expect(password === null ? [2] : [2, 3]).toContain(status);
      expect(sentence).toMatch(/\.$/);
    },
  );

  it.each(
    files.filter((listed) => listed.expect === 'needs password' && !/600000|nss|jks|jceks|keytool/.test(listed.file)),
  )('$file asks for its password, and takes no other', async ({ file }) => {
    expect(await look(file, undefined)).toMatchObject({ status: 3 });
    const wrong = await look(file, 'not this one');
    expect(wrong).toMatchObject({ status: 3 });
    expect(wrong.sentence).toContain('password is wrong');
  });
});
