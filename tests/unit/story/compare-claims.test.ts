// What must not be said of two runs, since it did not happen.

import { describe, expect, it } from 'vitest';
import { defaultScenario, entryNamed, type Scenario, staged } from '../../../src/lab/index.ts';
import { certificates } from '../../../src/story/compare/certificates.ts';
import { compared, platesOf } from '../../../src/story/compare/index.ts';
import { outlineOf } from '../../../src/story/compare/outline.ts';
import { differenceSentence, letters, versions } from '../../../src/words/compare/index.ts';
import { played } from './runs.ts';

function broken(id: string, scenario: Scenario = defaultScenario): Scenario {
  const entry = entryNamed(id);
  if (!entry) throw new Error(`There is no ${id}.`);
  return staged(entry, scenario, undefined, scenario.version);
}

function sentences(one: Scenario, other: Scenario): readonly string[] {
  const names = one.version === other.version ? letters : versions({ a: one.version, b: other.version });
  return compared(played(one), played(other)).differences.map(({ difference }) =>
    differenceSentence(difference, names),
  );
}

describe('of two runs it is said apart', () => {
  const day = Date.UTC(2026, 10, 23, 12);
  const clock = (later: number) => differenceSentence({ what: 'clock', a: day, b: day + later }, letters);

  it('what the clock says, of one day with its time', () => {
    expect(clock(86_400_000)).toBe('The clock says 23 November 2026 in A and 24 November 2026 in B.');
    expect(clock(60_000)).toBe('The clock says 23 November 2026, 12:00 UTC in A and 23 November 2026, 12:01 UTC in B.');
    expect(clock(1000)).toBe(
      'The clock says 23 November 2026, 12:00:00 UTC in A and 23 November 2026, 12:00:01 UTC in B.',
    );
    expect(sentences(defaultScenario, { ...defaultScenario, at: defaultScenario.at + 60_000 }).join('\n')).toContain(
      '12:01 UTC',
    );
  });

  it('who issued a certificate, where the names have the same short name', () => {
    const timeline = played(defaultScenario);
    const outline = outlineOf(timeline);
    const { client } = outline.shown;
    if (!client?.leaf) throw new Error('no client to look at');
    const { leaf } = client;
    const issuer = { ...leaf.issuer, text: `${leaf.issuer.text}, O=Another` };
    const other = { ...client, leaf: { ...leaf, issuer, der: leaf.der.map((byte) => byte ^ 1) } };
    const found = certificates({
      timelines: { a: timeline, b: timeline },
      outlines: { a: outline, b: { ...outline, shown: { ...outline.shown, client: other } } },
      rows: [],
    });
    expect(found.map(({ difference }) => differenceSentence(difference, letters))).toEqual([
      `The client’s certificate was issued by ${leaf.issuer.text} in A, by ${issuer.text} in B.`,
    ]);
  });
});

describe('of two runs nobody says', () => {
  it('that everything is encrypted where an alert goes in the clear afterwards', () => {
    const older: Scenario = { ...defaultScenario, version: '1.2' };
    const said = sentences(broken('untrusted-ca', older), broken('untrusted-ca')).join('\n');
    expect(said).toContain('In TLS 1.2 the alert travels in the clear');
    expect(said).not.toContain('Everything is encrypted');
    expect(sentences(older, defaultScenario).join('\n')).toContain(
      'Everything is encrypted from the client’s Finished on in TLS 1.2',
    );
  });

  it('that a Certificate is empty which nobody can read', () => {
    expect(sentences(broken('client-not-der'), defaultScenario)).toContain(
      'In A the client shows what can’t be read as a certificate; in B the client shows client.example.',
    );
    expect(sentences(broken('client-not-der'), broken('no-client-certificate'))).toContain(
      'In A the client shows what can’t be read as a certificate; in B the client answers with an empty Certificate.',
    );
  });

  it('that the end came without a word where the word lies unread', () => {
    const refused = broken('untrusted-ca');
    expect(sentences(refused, { ...refused, first: 'client' })[0]).toBe(
      'In A the client is told of the refusal after it counted itself as connected; in B the client sees only that its write fails after it counted itself as connected.',
    );
  });

  it('that something came before which is said once, and stands beside its like', () => {
    const timelines = { a: played(defaultScenario), b: played({ ...defaultScenario, first: 'client' }) };
    const { rows } = compared(timelines.a, timelines.b);
    const look = { captions: true, lens: 'everything', unit: 'messages' } as const;
    const absent = platesOf(timelines, rows, look).a.rows.flatMap((row) =>
      row.kind === 'message' && row.absent ? [row.title] : [],
    );
    expect(absent).toEqual(['not said here']);
  });
});
