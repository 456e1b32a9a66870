// What a scenario has fetched, in a laboratory that has nothing yet: that, and nothing else, is enough to play it.

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultScenario, type Scenario } from '../../../src/lab/index.ts';

/** A laboratory of its own, with a shelf that nobody has taken anything from. */
async function freshLab() {
  vi.resetModules();
  const lab = await import('../../../src/lab/index.ts');
  const { primitives } = await import('../../../src/crypto/index.ts');
  const atHand = () => [
    ...lab.labParts.names.filter((name) => lab.labParts.has(name)),
    ...primitives.names.filter((name) => primitives.has(name)),
  ];
  return { ...lab, atHand };
}

let lab: Awaited<ReturnType<typeof freshLab>>;

beforeEach(async () => {
  lab = await freshLab();
});

const cases: readonly (readonly [what: string, patch: Partial<Scenario>, parts: readonly string[]])[] = [
  ['nothing special', {}, []],
  ['a mishap with a switch', { mischief: [{ id: 'bad-signature' }] }, []],
  ['P-384', { keys: 'P-384' }, ['p384', 'sha512']],
  ['secp384r1', { group: 'secp384r1' }, ['p384']],
  ['secp384r1 at the second try', { group: 'secp384r1', retry: true }, ['p384']],
  ['AES-256', { suite: 'TLS_AES_256_GCM_SHA384' }, ['sha512']],
  ['RSA', { keys: 'RSA' }, ['rsa']],
  ['Ed25519', { keys: 'Ed25519' }, ['ed25519']],
  ['ChaCha20', { suite: 'TLS_CHACHA20_POLY1305_SHA256' }, ['chacha20']],
  ['TLS 1.2', { version: '1.2' }, ['tls12']],
  ['static RSA', { version: '1.2', keys: 'RSA', keyExchange: 'static' }, ['tls12', 'rsa']],
  ['HTTP/2', { alpn: 'h2' }, ['http2']],
  [
    'what goes wrong',
    { mischief: [{ id: 'downgrade' }] },
    ['tls12', 'http2', 'mischief', 'chacha20', 'p384', 'sha512'],
  ],
  [
    'a weak digest',
    { mischief: [{ id: 'client-weak-digest' }] },
    ['tls12', 'http2', 'mischief', 'chacha20', 'p384', 'sha512'],
  ],
  [
    'a short key',
    { mischief: [{ id: 'client-weak-key' }] },
    ['tls12', 'http2', 'mischief', 'rsa', 'chacha20', 'p384', 'sha512'],
  ],
];

describe('a scenario', () => {
  it.each(cases)('with %s fetches what it needs', async (_, patch, parts) => {
    const scenario = { ...defaultScenario, ...patch };
    expect(lab.atHand()).toEqual([]);
    const timeline = await lab.runSupplied(scenario);
    expect(lab.atHand()).toEqual(parts);
    // Whoever tells of a run looks at how it would have gone, too.
    expect(timeline.honest?.steps.length).toBeGreaterThan(0);
  });

  it('in which anything goes wrong needs no more, unless its keys do', async () => {
    await lab.supply({ ...defaultScenario, mischief: [{ id: 'flip' }] });
    // An attacker swaps this suite for another one, whose cipher has to be there.
    const scenario: Scenario = { ...defaultScenario, suite: 'TLS_AES_256_GCM_SHA384' };
    const leading = lab.catalogue().filter(({ topic }) => topic === 'attack' || topic === 'negotiation');
    for (const entry of leading.filter(({ takes }) => takes?.at !== 'any record'))
      for (const version of ['1.3', '1.2'] as const) lab.play(lab.staged(entry, scenario, undefined, version));
    expect(lab.atHand()).toEqual(['tls12', 'http2', 'mischief', 'chacha20', 'p384', 'sha512']);
  });
});

describe('what an entry would need', () => {
  it.each(cases)('is known before anything is fetched for the choice of %s', async (_, patch) => {
    await lab.labParts.need('mischief');
    for (const at of [defaultScenario.at, Date.UTC(2050, 0)])
      for (const entry of lab.catalogue())
        if (entry.takes?.at !== 'any record')
          expect(() => lab.demandsOf(entry, { ...defaultScenario, at, ...patch })).not.toThrow();
  });
});

describe('the demo PKI', () => {
  it('is dated alike for all kinds of keys', async () => {
    await lab.supply();
    const { demoPki } = await import('../../../src/pki/index.ts');
    const dates = (kind: Scenario['keys']) => {
      const { server, client, serverRoot, clientRoot } = demoPki(kind, defaultScenario.at);
      const all = [...server.chain, ...client.chain, serverRoot, clientRoot];
      return all.map(({ notBefore, notAfter }) => [notBefore, notAfter]);
    };
    for (const kind of ['P-384', 'RSA', 'Ed25519'] as const) expect(dates(kind)).toEqual(dates('P-256'));
  });
});
