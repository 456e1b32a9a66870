// Twelve pairs of runs that people mix up or put beside each other: which sentence has to come first, and how many rows differ. Written by
// hand. And what the sentences say, found in the timelines by another way.

import { describe, expect, it } from 'vitest';
import { type Bytes, toHex } from '../../../src/bytes/index.ts';
import { defaultScenario, entryNamed, type Scenario, staged, type Timeline } from '../../../src/lab/index.ts';
import { aspectsOf, compared, missingIn } from '../../../src/story/compare/index.ts';
import {
  type Difference,
  differenceSentence,
  letters,
  missingWords,
  samenessSentence,
  versions,
} from '../../../src/words/compare/index.ts';
import { played } from './runs.ts';

const usual: Scenario = defaultScenario;
const older: Scenario = { ...usual, version: '1.2' };

function broken(id: string, scenario = usual): Scenario {
  const entry = entryNamed(id);
  if (!entry) throw new Error(`There is no ${id}.`);
  return staged(entry, scenario, undefined, scenario.version);
}

/** Rows that only one run has, and rows in which something differs. */
function unlike(a: Timeline, b: Timeline): number {
  return compared(a, b).rows.filter(
    (row) => !row.a || !row.b || aspectsOf({ timeline: a, step: row.a }, { timeline: b, step: row.b }).length > 0,
  ).length;
}

function sentences(a: Timeline, b: Timeline): readonly string[] {
  const names =
    a.circumstances.version === b.circumstances.version
      ? letters
      : versions({ a: a.circumstances.version, b: b.circumstances.version });
  return compared(a, b).differences.map(({ difference }) => differenceSentence(difference, names));
}

const asked = { clientAuthentication: 'asked' } as const;
const nothing = { mischief: [{ id: 'no-client-certificate' }] } as const;

/** Both runs, what comes first, rows that differ, rows. */
const pairs: readonly (readonly [string, Scenario, Scenario, string, number, number])[] = [
  [
    'TLS 1.2 and 1.3',
    older,
    usual,
    'In TLS 1.2 everybody on the wire reads the client’s name, client.example; in TLS 1.3 nobody does.',
    17,
    21,
  ],
  [
    'an untrusted CA in TLS 1.2 and 1.3',
    broken('untrusted-ca', older),
    broken('untrusted-ca'),
    'The client is told of the refusal during the handshake in TLS 1.2, after it counted itself as connected in TLS 1.3.',
    17,
    17,
  ],
  [
    'a good end and an untrusted CA',
    usual,
    broken('untrusted-ca'),
    'In A everything goes well; in B the server refuses the client (issuer not trusted).',
    8,
    15,
  ],
  [
    'nobody asked and somebody asked',
    { ...usual, clientAuthentication: 'off' },
    usual,
    'In B the server asks for a certificate of the client’s; in A it doesn’t.',
    7,
    14,
  ],
  [
    'asked and required',
    { ...usual, ...asked },
    usual,
    'In A the server goes on without a certificate of the client’s; in B it insists on one. CertificateRequest does not say which.',
    0,
    14,
  ],
  [
    'nothing to show where it is asked and where it is required',
    { ...usual, ...asked, ...nothing },
    broken('no-client-certificate'),
    'In A everything goes well; in B the server refuses the client (no certificate).',
    6,
    14,
  ],
  [
    'a bad signature and an untrusted CA',
    broken('bad-signature'),
    broken('untrusted-ca'),
    'In A the server refuses the client (signature does not fit); in B the server refuses the client (issuer not trusted).',
    4,
    12,
  ],
  [
    'expired and untrusted in TLS 1.2',
    broken('client-expired', older),
    broken('untrusted-ca', older),
    'In A the server refuses the client (certificate expired); in B the server refuses the client (issuer not trusted).',
    4,
    12,
  ],
  ['keys of two kinds', usual, { ...usual, keys: 'RSA' }, 'The client’s key: P-256 in A, RSA 2048 in B.', 6, 14],
  ['two protocols', usual, { ...usual, alpn: 'h2' }, 'Protocol inside: http/1.1 in A, h2 in B.', 9, 15],
  [
    'with a retry',
    usual,
    { ...usual, retry: true },
    'One round trip less in A than in B until the client can send its request.',
    8,
    16,
  ],
  [
    'nothing to show in TLS 1.2 and 1.3',
    broken('no-client-certificate', older),
    broken('no-client-certificate'),
    'Alert certificate_required (116) in TLS 1.3 in place of handshake_failure (40) in TLS 1.2.',
    16,
    16,
  ],
];

describe('of two runs', () => {
  it.each(pairs)('%s: tells the most telling first', (_, one, other, first, differ, rows) => {
    const [a, b] = [played(one), played(other)];
    expect(sentences(a, b)[0]).toBe(first);
    expect(compared(a, b).rows).toHaveLength(rows);
    expect(unlike(a, b)).toBe(differ);
  });

  it('tells what is the same', () => {
    const same = (one: Scenario, other: Scenario) => samenessSentence(compared(played(one), played(other)).same);
    expect(same(broken('untrusted-ca', older), broken('untrusted-ca'))).toBe(
      'Who refuses, and why (issuer not trusted), the alert unknown_ca (48), the client’s certificate (client.example) and the server’s certificate (api.example).',
    );
    expect(same(usual, { ...usual, ...asked })).toBe('Everything that is said, byte for byte.');
  });

  it('tells why a row is empty', () => {
    const [a, b] = [played(older), played()];
    const why = (name: string, from: string) => {
      const { rows } = compared(a, b);
      const row = rows.findIndex((each) => each.a === undefined && each.b?.name === name && each.b.from === from);
      const step = rows[row]?.b;
      const unmatched = rows.flatMap((each) => (each.a && !each.b ? [each.a] : []));
      return step && missingWords(missingIn(a, step, rows.slice(0, row).filter((each) => each.a).length, unmatched));
    };
    expect(why('EncryptedExtensions', 'server')).toBe('not in TLS 1.2');
    expect(why('CertificateVerify', 'server')).toBe('not in TLS 1.2');
    expect(why('Finished', 'server')).toBe('comes later');
    expect(why('Certificate', 'server')).toBe('came before');
  });
});

const runs: readonly Timeline[] = [...new Set(pairs.flatMap(([, one, other]) => [one, other]))].map((one) =>
  played(one),
);
const onWire = ({ moments }: Timeline): readonly Bytes[] =>
  moments.flatMap((moment) => ('carriage' in moment ? [moment.carriage.bytes] : []));
const inside = (bytes: Bytes, part: Bytes): boolean => toHex(bytes).includes(toHex(part));

describe('what the sentences say, found another way', () => {
  const found = runs.flatMap((a) => runs.flatMap((b) => compared(a, b).differences.map((each) => ({ a, b, ...each }))));
  const told = <K extends Difference['what']>(what: K) =>
    found.flatMap(({ a, b, difference }) =>
      difference.what === what ? [{ runs: { a, b }, told: difference as Extract<Difference, { what: K }> }] : [],
    );

  it('a readable name: the subject’s text stands on the wire of that run alone', () => {
    const all = told('readable name');
    expect(all.length).toBeGreaterThan(5);
    for (const {
      runs: both,
      told: { readable, name },
    } of all) {
      const text = new TextEncoder().encode(name);
      const reads = (run: Timeline) => onWire(run).some((bytes) => inside(bytes, text));
      expect([reads(both[readable]), reads(both[readable === 'a' ? 'b' : 'a'])]).toEqual([true, false]);
    }
  });

  it('an open alert: a record of seven bytes and type 21, on the wire of that run alone', () => {
    const all = told('open alert');
    expect(all.length).toBeGreaterThan(5);
    const opens = (run: Timeline) => onWire(run).some((bytes) => bytes.length === 7 && bytes[0] === 21);
    for (const {
      runs: both,
      told: { open },
    } of all)
      expect([opens(both[open]), opens(both[open === 'a' ? 'b' : 'a'])]).toEqual([true, false]);
  });

  it('bytes on the wire: those of the steps’ records', () => {
    const sum = (run: Timeline) => onWire(run).reduce((total, bytes) => total + bytes.length, 0);
    for (const {
      runs: both,
      told: { a, b },
    } of told('size'))
      expect([sum(both.a), sum(both.b)]).toEqual([a, b]);
  });

  it('asking: CertificateRequest among what the server said, in that run alone', () => {
    const asks = ({ moments }: Timeline) =>
      moments.some(
        (moment) =>
          'insight' in moment && moment.insight.kind === 'said' && moment.insight.message.name === 'CertificateRequest',
      );
    const all = told('asking');
    expect(all.length).toBeGreaterThan(5);
    for (const {
      runs: both,
      told: { side },
    } of all)
      expect([asks(both[side]), asks(both[side === 'a' ? 'b' : 'a'])]).toEqual([true, false]);
  });

  it('learning after it was connected: so many moments of that side, in that order', () => {
    const all = told('learning');
    expect(all.length).toBeGreaterThan(2);
    for (const {
      runs: both,
      told: { who, ...of },
    } of all)
      for (const side of ['a', 'b'] as const) {
        const own = both[side].moments.flatMap((moment) =>
          moment.who === who && 'insight' in moment ? [moment.insight.kind] : [],
        );
        expect(own.indexOf('connected') >= 0 && own.indexOf('connected') < own.lastIndexOf('alert')).toBe(
          of[side].connected,
        );
      }
  });

  it('an unread request: the server never opens a record of data in that run', () => {
    const all = told('unread request');
    expect(all.length).toBeGreaterThan(2);
    const gets = ({ moments }: Timeline) =>
      moments.some(
        (moment) =>
          moment.who === 'server' && moment.insight.kind === 'data' && moment.insight.direction === 'received',
      );
    for (const {
      runs: both,
      told: { side },
    } of all)
      expect(gets(both[side])).toBe(false);
  });
});
