// Every entry of the catalogue against the engine: who notices, by which check, in which step, with which alert, and how both ends end.

import { describe, expect, it } from 'vitest';
import { expectedOf } from '../../src/lab/eager.ts';
import {
  catalogue,
  defaultScenario,
  expectationOf,
  type Mischief,
  type ProtocolChoice,
  type Scenario,
  supply,
} from '../../src/lab/index.ts';
import { play } from '../../src/lab/run.ts';
import type { Version } from '../../src/tls/index.ts';
import { entries, entryWords } from '../../src/words/catalogue/index.ts';
import { expectAsExpected, expectUnnoticed } from './outcome.ts';

await supply();

const versions: readonly Version[] = ['1.3', '1.2'];

/** The four kinds of keys, the three kinds of client authentication, a flight in one record, HTTP/2, and a client that writes before it reads. */
function scenarios(version: Version): readonly (readonly [title: string, scenario: Scenario])[] {
  const base: Scenario = { ...defaultScenario, version };
  const list: readonly Scenario[] = [
    base,
    { ...base, keys: 'P-384' },
    { ...base, keys: 'RSA' },
    { ...base, keys: 'Ed25519' },
    { ...base, clientAuthentication: 'asked' },
    { ...base, clientAuthentication: 'off' },
    { ...base, coalesced: true },
    { ...base, alpn: 'h2' },
    { ...base, first: 'client' },
    { ...base, first: 'client', alpn: 'h2' },
    ...(version === '1.2'
      ? [{ ...base, keys: 'RSA', keyExchange: 'static' } as const]
      : [{ ...base, retry: true, compatibility: true }]),
  ];
  return list.map((scenario) => [titleOf(scenario), scenario] as const);
}

function titleOf({
  version,
  keys,
  clientAuthentication,
  coalesced,
  keyExchange,
  retry,
  alpn,
  first,
}: Scenario): string {
  const special = [
    coalesced && 'coalesced',
    keyExchange === 'static' && 'static RSA',
    retry && 'retry',
    first === 'client' && 'the client first',
    alpn === defaultScenario.alpn ? undefined : `ALPN: ${alpn}`,
  ].filter(Boolean);
  return [`TLS ${version}`, keys, clientAuthentication, ...special].join(', ');
}

describe('nothing', () => {
  it.each(versions.flatMap(scenarios))('goes wrong: %s', (_, scenario) => {
    const timeline = play(scenario);
    expectUnnoticed(timeline, []);
    const authenticated = scenario.clientAuthentication !== 'off';
    expect(timeline.ends.server.facts?.peer ?? 'nobody').toMatch(authenticated ? /^CN=client\.example/ : /^nobody$/);
  });
});

// What depends on parameters alone has no expectation: the sweep in tests/properties takes it through every byte.
const predicted = catalogue().filter(({ expect }) => Object.keys(expect).length > 0);

describe.each(predicted.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
  for (const version of versions) {
    const spots = entry.takes?.at === 'any record' ? [] : (entry.takes?.at?.[version] ?? []);
    const all: readonly Mischief[] = spots.length === 0 ? [{ id }] : spots.map(({ at }) => ({ id, at }));
    if (!entry.expect[version]) continue;
    for (const mischief of all) {
      const where = mischief.at === undefined ? '' : ` at ${mischief.at}`;
      it.each(scenarios(version))(`%s${where}`, (_, scenario) => {
        const usual = expectationOf(entry, scenario, mischief);
        if (!usual) throw new Error('nothing is expected');
        const expected = scenario.first === 'client' ? expectedOf(usual, version) : usual;
        expectAsExpected(play({ ...scenario, mischief: [mischief] }), expected);
      });
    }
  }
});

/** What has to do with the protocol inside the connection, against each choice of it that the others have not had. */
describe.each(['h2 declined', 'unanswered', 'none'] satisfies ProtocolChoice[])('ALPN: %s', (alpn) => {
  const about = /protocol|alpn|extension/;
  for (const { id, expect } of predicted.filter((entry) => about.test(entry.id))) {
    it.each(versions.filter((version) => expect[version]))(`${id} in TLS %s`, (version) => {
      const scenario: Scenario = { ...defaultScenario, version, alpn, mischief: [{ id }] };
      const expected = expect[version]?.(scenario, { id });
      if (expected) expectAsExpected(play(scenario), expected);
    });
  }

  it.each(versions)('nothing goes wrong in TLS %s', (version) => {
    expectUnnoticed(play({ ...defaultScenario, version, alpn }), []);
  });
});

describe('the catalogue', () => {
  it('leaves nothing without an expectation but what takes any record', () => {
    const rest = catalogue().filter((entry) => !predicted.includes(entry));
    expect(rest.map(({ id, takes }) => [id, takes?.at])).toEqual([['flip', 'any record']]);
  });

  it('has unique ids that can stand in links', () => {
    const ids = catalogue().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  it('calls no two entries by the same title', () => {
    const titles = catalogue().map(({ id }) => entryWords(id).title.toLowerCase());
    expect(titles.filter((title, index) => titles.indexOf(title) < index)).toEqual([]);
  });

  it('has words for each entry, and for nothing else', () => {
    const ids = catalogue().map(({ id }) => id);
    expect(Object.keys(entries).sort()).toEqual([...ids].sort());
  });

  it('tells a story of one line about each entry', () => {
    for (const { title, story } of Object.values(entries)) {
      expect(title).not.toMatch(/\.$/);
      expect(story).toMatch(/^[^.]+\.$/);
      expect(story.length).toBeLessThan(140);
    }
  });
});
