import { describe, expect, it } from 'vitest';
import { generateKey, publicOf, seededEnv } from '../../../src/crypto/index.ts';
import { Conversation } from '../../../src/lab/conversation.ts';
import { defaultScenario, run, supply, type Timeline } from '../../../src/lab/index.ts';
import type { Own } from '../../../src/lab/own/index.ts';
import { castOf } from '../../../src/lab/run.ts';
import { mint } from '../../../src/pki/index.ts';
import { textOf, toModel } from '../../../src/story/index.ts';
import type { Version } from '../../../src/tls/index.ts';
import { narrated } from './tellers.ts';

await supply();
const { at } = defaultScenario;
const env = seededEnv('candidates', at);
const dates = { notBefore: at - 1e10, notAfter: at + 1e10 };

/** A client’s certificate of a CA of its own. */
function family(name: string) {
  const root = generateKey('P-256', env);
  const key = generateKey('P-256', env);

  const authority = mint({ subject: `CA of ${name}`, ...dates, ca: {} }, publicOf(root), { key: root }, env);
  const own = { subject: name, ...dates, extendedKeyUsage: ['clientAuth'] };
  return { authority, shown: { chain: [mint(own, publicOf(key), { certificate: authority, key: root }, env)], key } };
}

const [one, two, three] = [family('one.example'), family('two.example'), family('three.example')];

function playedWith(names: readonly ReturnType<typeof family>[], trusted: ReturnType<typeof family>, version: Version) {
  const own: Own = { client: { shows: names.map(({ shown }) => shown) }, server: { trusts: [trusted.authority] } };
  return run({ ...defaultScenario, version }, own);
}

const rowsOf = (timeline: Timeline) => toModel(timeline, timeline.steps.length).rows;
const choiceIn = (timeline: Timeline) => rowsOf(timeline).find(({ id }) => id === 'choice:client');

describe.each(['1.3', '1.2'] as const)('a client with several certificates, in TLS %s', (version) => {
  it('picks the first that the server can use, as a row of the picture before it shows it, and says why not the others', () => {
    const timeline = playedWith([one, two, three], two, version);
    const row = choiceIn(timeline);
    expect(row).toMatchObject({ kind: 'work', at: 'left', text: '3 candidates: CN=two.example', outcome: 'done' });
    const ids = rowsOf(timeline).map((each) => each.id);
    const shows = rowsOf(timeline).findIndex(
      (each) => each.kind === 'message' && each.title === 'Certificate' && each.from === 'left',
    );
    expect(ids.indexOf('choice:client')).toBe(shows - 1);
    const told = narrated(timeline, row?.step ?? 0, 'choice:client');
    expect(textOf(told.gist)).toContain('CN=two.example');
    expect(told.facts.map(({ name, value }) => [name, value.split(':')[0]])).toEqual([
      ['CN=one.example', 'passed over'],
      ['CN=two.example', 'is shown'],
      ['CN=three.example', 'not looked at'],
    ]);
    expect(told.facts[0]?.value).toContain('no CA that the server named');
  });

  it('shows none where none matches, and sends an empty Certificate', () => {
    const timeline = playedWith([one, three], two, version);
    expect(choiceIn(timeline)).toMatchObject({ text: '2 candidates, none matches' });
    const told = narrated(timeline, choiceIn(timeline)?.step ?? 0, 'choice:client');
    expect(textOf(told.gist)).toContain('none is what the server asked for');
    expect(told.why).toBeDefined();
    expect(told.facts.every(({ value }) => value.startsWith('passed over'))).toBe(true);
  });

  it('keeps back what has expired where it is one that looks at dates, and whoever sees it all is told', () => {
    const expired = { ...defaultScenario, version, mischief: [{ id: 'client-only-expired' }] };
    const timeline = run(expired);
    expect(choiceIn(timeline)).toMatchObject({ text: '2 candidates, none matches' });
    const told = narrated(timeline, choiceIn(timeline)?.step ?? 0, 'choice:client');
    expect(textOf(told.gist)).toContain('none is still valid of those that would do');
    expect(told.facts.map(({ value }) => value)).toEqual(Array(2).fill('passed over: it would do, but has expired'));
    const refusal = (lens: 'everything' | 'server') => narrated(timeline, timeline.steps.length, null, lens);
    expect(refusal('everything').title).toBe('The client keeps back what has expired, and has nothing else');
    expect(textOf(refusal('everything').remedy?.text ?? [])).toContain('still valid');
    expect(refusal('server').title).toBe('The server insists, and the client shows nothing');
    expect(textOf(refusal('server').remedy?.text ?? [])).not.toContain('expired');
  });

  it('shows the first that is still valid, and an expired one where it does not look', () => {
    const { client, ...rest } = castOf({ ...defaultScenario, version, mischief: [{ id: 'client-only-expired' }] });
    const cast = { ...rest, client };
    const renewed = { ...client, identities: [...client.identities, cast.pki.client] };
    const shown = (config: typeof client) =>
      Conversation.of({ ...cast, client: config }).toTheEnd().ends.server.facts?.peer;
    expect(shown(renewed)).toMatch(/CN=client\.example/);
    expect(shown({ ...renewed, passesOverExpired: false })).toBeUndefined();
  });

  it('has nothing to choose with one, nor has the demo’s', () => {
    expect(choiceIn(playedWith([two], two, version))).toBeUndefined();
    expect(choiceIn(run({ ...defaultScenario, version }))).toBeUndefined();
  });
});
