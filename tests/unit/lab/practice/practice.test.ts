// Certificates for practice: what they are like, that they are good for a handshake, and what can't be made.

import { describe, expect, it } from 'vitest';
import { seededEnv } from '../../../../src/crypto/index.ts';
import { deriveBy } from '../../../../src/crypto/passwords/index.ts';
import { materialsOf, ownFrom, placed } from '../../../../src/lab/own/index.ts';
import {
  demoFamily,
  type Family,
  holders,
  papersFor,
  papersOf,
  shortcomingOf,
  type Wish,
  written,
} from '../../../../src/lab/practice/index.ts';
import { openFile } from '../../../../src/pki/containers/index.ts';
import { verifyChain } from '../../../../src/pki/index.ts';
import { NOW, practice, wish } from './family.ts';

const DAY = 86_400_000;
const end = ({ ends }: Family, name: string) => {
  const found = ends.find(({ file }) => file === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

/** Whether the peer of a side would accept it. */
function verdict(family: Family, role: 'server' | 'client', now: number, name?: string) {
  const anchors = family.trusted.flatMap(({ authorities: [root] }) => (root ? [root.certificate] : []));
  const { certificate, issuer } = end(family, role);
  const chain = [certificate, ...(issuer?.issuer ? [issuer.certificate] : [])];
  return verifyChain({ chain, anchors, role, now, ...(name !== undefined && { name }) }).failed?.id;
}

describe('certificates for practice', () => {
  it('say so in every subject, and what they are', async () => {
    const family = await practice();
    const subjects = holders(family).map(({ certificate }) => certificate.subject.text);
    for (const subject of subjects) expect(subject).toMatch(/O=Countersign practice$/);
    expect(subjects.map((text) => text.split(',')[0])).toEqual([
      'CN=api.example',
      'CN=client.example',
      expect.stringMatching(/^CN=Practice Root [0-9A-F]{4}$/),
      expect.stringMatching(/^CN=Practice Intermediate [0-9A-F]{4}$/),
    ]);
  });

  it('are the same again from the same randomness, and others from another', async () => {
    const ders = async (seed: string) =>
      holders(await practice({}, NOW, seed)).map(({ certificate }) => certificate.der);
    expect(await ders('a')).toEqual(await ders('a'));
    expect(await ders('a')).not.toEqual(await ders('b'));
  });

  it('hold for both roles from now to the last day', async () => {
    for (const intermediate of [true, false]) {
      const family = await practice({ intermediate, days: 3 });
      for (const name of ['api.example', 'localhost', '127.0.0.1', '2001:db8::1'])
        expect(verdict(family, 'server', NOW, name)).toBeUndefined();
      expect(verdict(family, 'server', NOW, 'www.example')).toBe('name');
      expect(verdict(family, 'client', NOW + 3 * DAY)).toBeUndefined();
      expect(verdict(family, 'client', NOW + 3 * DAY + 1000)).toBe('validity');
    }
  });

  it('are for what was wished', async () => {
    const family = await practice({ client: { names: ['client.example'], purposes: ['serverAuth'] } });
    expect(verdict(family, 'client', NOW)).toBe('extended-key-usage');
    const any = await practice({ client: { names: ['Zoë'], purposes: [] } });
    expect(end(any, 'client').certificate.extendedKeyUsage).toBeUndefined();
    expect(end(any, 'client').certificate.subjectAltName).toBeUndefined();
    expect(verdict(any, 'client', NOW)).toBeUndefined();
  });

  it('leave a common name out that would be too long for one', async () => {
    const long = `${'a'.repeat(60)}.example`;
    const { certificate } = end(await practice({ server: { names: [long], purposes: [] } }), 'server');
    expect(certificate.subject.text).toBe('O=Countersign practice');
    expect(certificate.subjectAltName?.map(({ text }) => text)).toEqual([long]);
  });
});

describe('a wish', () => {
  const cases: readonly (readonly [string, Partial<Wish>, unknown])[] = [
    ['no name for the server', { server: { names: [], purposes: [] } }, { what: 'no name', of: 'server' }],
    ['no name for the client', { client: { names: [], purposes: [] } }, { what: 'no name', of: 'client' }],
    ['a server that is no host', { server: { names: ['a b'], purposes: [] } }, { what: 'not a host', name: 'a b' }],
    [
      'letters beyond ASCII',
      { server: { names: ['bücher.example'], purposes: [] } },
      { what: 'not a host', name: 'bücher.example' },
    ],
    ['no day', { days: 0 }, { what: 'days', most: 3650 }],
    ['half a day', { days: 0.5 }, { what: 'days', most: 3650 }],
    ['no number', { days: Number.NaN }, { what: 'days', most: 3650 }],
    ['a line end', { client: { names: ['a\nb'], purposes: [] } }, { what: 'unwritable', of: 'client', name: 'a\nb' }],
    [
      'a long name',
      { client: { names: ['a '.repeat(40)], purposes: [] } },
      { what: 'too long', of: 'client', name: 'a '.repeat(40) },
    ],
  ];
  it.each(cases)('that can’t be met: %s', (_, change, shortcoming) => {
    expect(shortcomingOf({ ...wish, ...change })).toEqual(shortcoming);
  });

  it('that can', () => {
    expect(shortcomingOf(wish)).toBeUndefined();
    expect(shortcomingOf({ ...wish, days: 3650, client: { names: ['Zoë O’Neill'], purposes: [] } })).toBeUndefined();
  });
});

describe('the files of a family', () => {
  it('have names of their own, and the demo’s both roots', async () => {
    for (const family of [await practice(), await demoFamily('P-256')]) {
      const papers = [
        ...holders(family).flatMap((each) => papersOf(each, family)),
        ...family.trusted.flatMap(papersFor),
      ];
      expect(new Set(papers.map(({ file }) => file)).size).toBe(papers.length);
    }
    const demo = await demoFamily('P-256');
    expect(demo.trusted.map(({ authorities }) => authorities.map(({ file }) => file))).toEqual([
      ['server-root', 'server-issuing'],
      ['client-root', 'client-issuing'],
    ]);
  });

  it('are the same with the same salts', async () => {
    const family = await practice();
    const [paper] = papersOf(end(family, 'client'), family);
    if (!paper) throw new Error('no files');
    const once = (seed: string) => {
      const env = seededEnv(seed, NOW);
      return written(paper, { password: 'x', derive: deriveBy(undefined), random: (length) => env.random(length) });
    };
    expect(await once('a')).toEqual(await once('a'));
    expect(await once('a')).not.toEqual(await once('b'));
  });
});

describe('what is made and used here', () => {
  it('is placed by itself so that the handshake works: one CA has issued for both sides', async () => {
    const family = await practice();
    const derive = deriveBy(undefined);
    const pen = { password: '', derive, random: (length: number) => new Uint8Array(length) };
    const papers = [
      ...family.ends.flatMap((each) => papersOf(each, family)).filter(({ kind }) => kind === 'all'),
      ...family.trusted.flatMap(({ authorities: [root] }) => (root ? papersOf(root, family).slice(0, 1) : [])),
    ];
    const files = await Promise.all(
      papers.map(async (paper) => {
        const { items } = await openFile(await written(paper, pen), { passwords: [], derive });
        return { file: paper.file, items };
      }),
    );
    const materials = materialsOf(files);
    const { client, server } = ownFrom(placed(materials), materials);
    for (const [shows, trusts, role] of [
      [client.shows, server.trusts, 'client'],
      [server.shows, client.trusts, 'server'],
    ] as const) {
      const [shown] = shows ?? [];
      expect(shown?.key).toBeDefined();
      const { failed } = verifyChain({ chain: shown?.chain ?? [], anchors: trusts ?? [], role, now: NOW });
      expect(failed).toBeUndefined();
      expect(shown?.chain.length).toBe(2);
    }
  });
});
