// Choices that go together, and those that give way to a new one.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreeing,
  catalogue,
  conflictOf,
  defaultScenario,
  expectationOf,
  type Scenario,
  staged,
  suiteOf,
  supply,
} from '../../../src/lab/index.ts';

await supply();

const choices: fc.Arbitrary<Partial<Scenario>> = fc.record(
  {
    version: fc.constantFrom('1.2', '1.3'),
    keys: fc.constantFrom('P-256', 'P-384', 'RSA', 'Ed25519'),
    suite: fc.constantFrom('TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'),
    keyExchange: fc.constantFrom('ephemeral', 'static'),
    retry: fc.boolean(),
    compatibility: fc.boolean(),
    alpn: fc.constantFrom('http/1.1', 'h2', 'h2 declined', 'unanswered', 'none'),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const single = choices.chain((all) => {
  const entries = Object.entries(all);
  return entries.length === 0
    ? fc.constant({})
    : fc.constantFrom(...entries).map(([name, value]) => ({ [name]: value }));
});

describe('a scenario', () => {
  it('always has choices that go together, and the one just made stands', () => {
    fc.assert(
      fc.property(fc.array(single, { maxLength: 6 }), (made: readonly Partial<Scenario>[]) => {
        let scenario = defaultScenario;
        for (const choice of made) {
          scenario = agreeing(scenario, choice);
          expect(conflictOf(scenario)).toBeUndefined();
          expect(scenario).toMatchObject(choice);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what need not change', () => {
    const old = { ...defaultScenario, version: '1.2', keys: 'RSA', keyExchange: 'static' } as const;
    expect(agreeing(old, { clientAuthentication: 'off' })).toEqual({ ...old, clientAuthentication: 'off' });
    expect(agreeing(old, { version: '1.3' })).toEqual({ ...old, version: '1.3', keyExchange: 'ephemeral' });
    const disguised = { ...defaultScenario, retry: true, compatibility: true };
    expect(agreeing(disguised, { version: '1.2' })).toEqual({ ...defaultScenario, version: '1.2' });
    expect(agreeing(disguised, { keyExchange: 'static' })).toEqual({ ...old, retry: false, compatibility: false });
  });

  it('speaks no HTTP/2 over static RSA: whichever was chosen last stands', () => {
    const older = { ...defaultScenario, version: '1.2', keys: 'RSA' } as const;
    const fixed = { ...older, keyExchange: 'static', alpn: 'h2 declined' } as const;
    expect(agreeing({ ...older, alpn: 'h2' }, { keyExchange: 'static' })).toEqual(fixed);
    expect(agreeing({ ...defaultScenario, alpn: 'h2' }, { keyExchange: 'static' })).toEqual(fixed);
    expect(agreeing(fixed, { alpn: 'h2' })).toEqual({ ...older, alpn: 'h2' });
    expect(agreeing(fixed, { alpn: 'none' })).toEqual({ ...fixed, alpn: 'none' });
  });

  it('gets a protocol inside where something is to go wrong with it', () => {
    const silent = { ...defaultScenario, alpn: 'none' } as const;
    const needy = catalogue().filter((entry) => {
      const expected = expectationOf(entry, silent, { id: entry.id });
      return expected?.noticed === false && staged(entry, silent).alpn !== 'none';
    });
    expect(needy.map(({ id }) => id).sort()).toEqual([
      'alpn-stripped',
      'no-common-protocol',
      'server-duplicate-extension',
    ]);
    for (const entry of needy) expect(staged(entry, silent)).toMatchObject({ alpn: 'http/1.1' });
  });

  it('has a suite that fits its keys', () => {
    expect(suiteOf(defaultScenario)).toBe('TLS_AES_128_GCM_SHA256');
    expect(suiteOf({ ...defaultScenario, version: '1.2' })).toBe('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256');
    expect(suiteOf({ ...defaultScenario, version: '1.2', keys: 'Ed25519' })).toMatch(/^TLS_ECDHE_ECDSA_WITH_/);
    expect(suiteOf({ ...defaultScenario, version: '1.2', keys: 'RSA', suite: 'TLS_AES_256_GCM_SHA384' })).toBe(
      'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    );
    const fixed = { version: '1.2', keys: 'RSA', keyExchange: 'static' } as const;
    expect(suiteOf({ ...defaultScenario, ...fixed })).toBe('TLS_RSA_WITH_AES_128_GCM_SHA256');
  });
});
