// Scenarios to try: any choices that go together, at any time, with a few things that may go wrong.

import * as fc from 'fast-check';
import { agreeing, catalogue, defaultScenario, type Scenario, supply } from '../../src/lab/index.ts';

await supply();

/** Mischief that works together with any other: what one side is configured with, or says. */
const combinable = catalogue()
  .filter(({ id }) => ['bad-signature', 'untrusted-ca', 'no-client-certificate'].includes(id))
  .map(({ id }) => id);

export const scenarios: fc.Arbitrary<Scenario> = fc
  .record(
    {
      version: fc.constantFrom('1.3', '1.3', '1.2'),
      clientAuthentication: fc.constantFrom('off', 'asked', 'required'),
      keys: fc.constantFrom('P-256', 'P-384', 'RSA', 'Ed25519'),
      suite: fc.constantFrom('TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'),
      keyExchange: fc.constantFrom('ephemeral', 'ephemeral', 'static'),
      group: fc.constantFrom('x25519', 'secp256r1', 'secp384r1'),
      retry: fc.boolean(),
      coalesced: fc.boolean(),
      compatibility: fc.boolean(),
      alpn: fc.constantFrom('http/1.1', 'h2', 'h2 declined', 'unanswered', 'none'),
      first: fc.constantFrom('server', 'client'),
      mischief: fc.subarray(combinable.map((id) => ({ id }))),
      seed: fc.oneof(fc.constant(defaultScenario.seed), fc.string({ unit: 'grapheme' })),
    },
    { noNullPrototype: true },
  )
  .map((wild) => agreeing({ ...defaultScenario, ...wild } as Scenario, { version: wild.version }));

/** The same at some other time, and with a client that asks for some other host. */
export const elsewhere: fc.Arbitrary<Scenario> = fc
  .record({
    scenario: scenarios,
    at: fc.oneof(fc.constant(defaultScenario.at), fc.integer({ min: 0, max: Date.UTC(3000, 0) - 1 })),
    name: fc.oneof(fc.constant(defaultScenario.name), fc.constantFrom('www.example', 'a', '1.a-b.c3')),
  })
  .map(({ scenario, ...world }) => ({ ...scenario, ...world }));
