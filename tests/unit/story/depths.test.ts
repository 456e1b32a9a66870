import { describe, expect, it } from 'vitest';
import { catalogue, flawOf, type Timeline } from '../../../src/lab/index.ts';
import type { Narration } from '../../../src/story/explain/index.ts';
import { textOf } from '../../../src/story/index.ts';
import { alertDescriptions, alertFor, alertOfCause, type Role, type Version } from '../../../src/tls/index.ts';
import { newsOf } from '../../../src/words/explain/alerts.ts';
import { badSignature, nothingToShow, played, played12, staticRsa, stepOf, untrusted, variants } from './runs.ts';
import { narrated } from './tellers.ts';

const gistAt = (timeline: Timeline, number: number): string => textOf(narrated(timeline, number).gist);

/** Every step, and the time before them. */
const gistsOf = (timeline: Timeline): readonly string[] =>
  [0, ...timeline.steps.map(({ number }) => number)].map((number) => gistAt(timeline, number));

const oneSentence = (gist: string): void => {
  expect(gist).toMatch(/^[A-Z].{20,}[^.]\.$/);
  expect(gist).not.toMatch(/undefined|null|NaN|\[object|!|—|\*\*|`| {2}|\. [A-Z]/);
};

describe('the sentence of a step', () => {
  it.each(variants)('is one, and whole, in every step: %s', (_, patch) => {
    for (const gist of gistsOf(played(patch))) oneSentence(gist);
  });

  const plays = catalogue().flatMap(({ id }) =>
    (['1.2', '1.3'] as const).flatMap((version): [string, Version][] =>
      flawOf({ id }, { version }) === undefined ? [[id, version]] : [],
    ),
  );

  it.each(plays)('is one, and whole, whatever goes wrong: %s in TLS %s', (id, version) => {
    for (const gist of gistsOf(played({ version, mischief: [{ id }] }))) oneSentence(gist);
  });

  const gist = (timeline: Timeline, name: string, from: Role): string => gistAt(timeline, stepOf(timeline, name, from));

  it('speaks of this run', () => {
    expect(gist(played(), 'ClientHello', 'client')).toBe(
      'The client says that it speaks TLS 1.3 with 3 cipher suites, and asks for api.example.',
    );
    const other = played({ suite: 'TLS_CHACHA20_POLY1305_SHA256', group: 'secp384r1' });
    expect(gist(other, 'ServerHello', 'server')).toContain('CHACHA20-POLY1305; with its key share in secp384r1');
    expect(gist(played(), 'CertificateRequest', 'server')).toContain('and insists on one');
    expect(gist(played({ clientAuthentication: 'asked' }), 'CertificateRequest', 'server')).toContain('go on without');
    expect(gist(played12(staticRsa), 'ClientKeyExchange', 'client')).toContain('only the key of api.example can open');
  });

  it('says who is connected when', () => {
    expect(gist(played(), 'Finished', 'client')).toContain(
      'is connected, before the server has judged its certificate',
    );
    expect(gist(played12(), 'Finished', 'server')).toContain('only now is the client connected');
    const early = played({ mischief: [{ id: 'client-unexpected-message' }] });
    const told = narrated(early, 1);
    expect([told.title, ...told.lead.map(textOf), textOf(told.gist)].join('\n')).not.toContain('connected');
  });

  it('tells a refusal with its alert, to whom, and how late it comes', () => {
    expect(gistAt(played(untrusted), 12)).toBe(
      'The server sends unknown_ca (48) to a client that calls itself client.example and closes, two steps after the client believed that the handshake was over.',
    );
    expect(gistAt(played12(badSignature), 12)).toMatch(/and closes in the middle of the handshake\.$/);
    expect(gistAt(played(nothingToShow), 11)).toMatch(/^The server sends certificate_required \(116\) and closes/);
    const meddled = played12({ mischief: [{ id: 'hello-random-flipped' }] });
    expect(gistAt(meddled, meddled.steps.length)).toMatch(
      /^Somebody on the wire has changed the client’s ClientHello, so/,
    );
  });
});

describe('alerts', () => {
  it('have words for what they mean, every one of the registry', () => {
    for (const name of Object.keys(alertDescriptions.codes)) {
      const news = newsOf(name as keyof typeof alertDescriptions.codes);
      expect(news, name).toMatch(/^[a-z].{15,}[^.]$/);
    }
    const meant = Object.keys(alertDescriptions.codes).filter((name) => !/RESERVED/.test(name));
    expect(new Set(meant.map((name) => newsOf(name as keyof typeof alertDescriptions.codes))).size).toBe(meant.length);
  });

  it('say what they mean also where they do not arrive', () => {
    const timeline = played({ mischief: [{ id: 'suites-stripped' }] });
    const unread = timeline.steps
      .map(({ number }) => narrated(timeline, number).otherSide)
      .find((aside) => aside && textOf(aside.text).includes('can’t make anything of it'));
    expect(textOf(unread?.text ?? [])).toContain('It would have said: a record did not open.');
  });

  const facts = ({ facts: all }: Narration) => Object.fromEntries(all.map(({ name, value }) => [name, value]));

  it('show their number, their level, and whether they are hidden', () => {
    const goodbye = played();
    expect(facts(narrated(goodbye, goodbye.steps.length))).toMatchObject({
      Alert: 'close_notify (0)',
      Level: 'warning (1)',
      Encrypted: 'yes: application keys (AES-128-GCM)',
    });
    const open = played12(untrusted);
    expect(facts(narrated(open, open.steps.length))).toMatchObject({
      Alert: 'unknown_ca (48)',
      Level: 'fatal (2)',
      Encrypted: 'no: everybody can read it',
    });
  });

  it('know those of every cause in both versions', () => {
    for (const cause of Object.keys(alertOfCause) as (keyof typeof alertOfCause)[])
      for (const version of ['1.2', '1.3'] as const)
        expect(newsOf(alertFor(cause, version))).not.toBe(newsOf('unknown'));
  });

  it('leave the step alone that one which nobody sent comes in', () => {
    const forged = played({ mischief: [{ id: 'alert-injected' }] });
    const told = narrated(forged, 2);
    expect(told.facts.map(({ name }) => name)).toEqual(['Alert', 'Level', 'Encrypted']);
  });
});
