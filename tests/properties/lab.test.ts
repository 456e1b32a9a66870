// What holds for every scenario: it plays the same twice, its moments are in a causal order, its steps cover them, its link leads back.

import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal } from '../../src/bytes/index.ts';
import {
  agreeing,
  catalogue,
  defaultScenario,
  fromLink,
  type Mischief,
  play,
  type Scenario,
  supply,
  type Timeline,
  toLink,
} from '../../src/lab/index.ts';
import type { Role, SeenRecord } from '../../src/tls/index.ts';
import { brokenLink } from '../../src/words/causes/index.ts';

await supply();

/** Mischief that works together with any other: what one side is configured with, or says. */
const combinable = catalogue()
  .filter(({ id }) => ['bad-signature', 'untrusted-ca', 'no-client-certificate'].includes(id))
  .map(({ id }) => id);

const scenarios: fc.Arbitrary<Scenario> = fc
  .record(
    {
      version: fc.constantFrom('1.3', '1.3', '1.2'),
      clientAuthentication: fc.constantFrom('off', 'asked', 'required'),
      keys: fc.constantFrom('P-256', 'RSA', 'Ed25519'),
      suite: fc.constantFrom('TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'),
      keyExchange: fc.constantFrom('ephemeral', 'ephemeral', 'static'),
      group: fc.constantFrom('x25519', 'secp256r1', 'secp384r1'),
      retry: fc.boolean(),
      coalesced: fc.boolean(),
      compatibility: fc.boolean(),
      alpn: fc.constantFrom('http/1.1', 'h2', 'h2 declined', 'unanswered', 'none'),
      mischief: fc.subarray(combinable.map((id) => ({ id }))),
      seed: fc.oneof(fc.constant(defaultScenario.seed), fc.string({ unit: 'grapheme' })),
    },
    { noNullPrototype: true },
  )
  .map((wild) => agreeing({ ...defaultScenario, ...wild } as Scenario, { version: wild.version }));

/** The same at some other time, and with a client that asks for some other host. */
const elsewhere: fc.Arbitrary<Scenario> = fc
  .record({
    scenario: scenarios,
    at: fc.oneof(fc.constant(defaultScenario.at), fc.integer({ min: 0, max: Date.UTC(3000, 0) - 1 })),
    name: fc.oneof(fc.constant(defaultScenario.name), fc.constantFrom('www.example', 'a', '1.a-b.c3')),
  })
  .map(({ scenario, ...world }) => ({ ...scenario, ...world }));
const someRuns = { numRuns: 12 };

/** One thing that goes wrong, at any place and with any parameters that its entry declares. */
const anyMischief: fc.Arbitrary<Mischief> = fc
  .constantFrom(...catalogue().filter(({ expect, takes }) => expect['1.3'] ?? takes?.at === 'any record'))
  .chain(({ id, takes }) => {
    const spots = takes?.at === 'any record' ? undefined : takes?.at?.['1.3']?.map((spot) => spot.at);
    const place = takes?.at === 'any record' ? fc.nat(999_999_999) : fc.constantFrom(...(spots ?? [undefined]));
    const declared = Object.entries(takes?.params ?? {});
    const some = fc
      .subarray(declared)
      .chain((chosen) =>
        fc.tuple(...chosen.map(([name, range]) => fc.integer(range).map((value) => [name, value] as const))),
      );
    return fc.tuple(fc.option(place, { nil: undefined }), some).map(([at, chosen]) => ({
      id,
      ...(at !== undefined && { at }),
      ...(chosen.length > 0 && { params: Object.fromEntries(chosen) }),
    }));
  });
/** One at a time, or several flips: not all of the others go together. */
const mischiefs = fc.oneof(
  anyMischief.map((one) => [one]),
  fc.uniqueArray(
    anyMischief.filter(({ id }) => id === 'flip'),
    { maxLength: 32, selector: (one) => JSON.stringify(one) },
  ),
);

describe('every scenario', () => {
  it('plays the same twice', () => {
    fc.assert(
      fc.property(elsewhere, (scenario) => {
        expect(isDeepStrictEqual(play(structuredClone(scenario)), play(scenario))).toBe(true);
      }),
      someRuns,
    );
  });

  it('has each moment in exactly one step, and steps in the order in which they were said', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { moments, steps } = play(scenario);
        const covered = steps.flatMap((step) => step.moments);
        expect(covered.sort((a, b) => a - b)).toEqual(moments.map(({ at }) => at));
        for (const [index, step] of steps.entries()) {
          expect(step.moments).toContain(step.said);
          expect(step.said).toBeGreaterThan(steps[index - 1]?.said ?? -1);
          if (step.heard === undefined) continue;
          expect(step.moments).toContain(step.heard);
          expect(step.heard).toBeGreaterThan(step.said);
        }
      }),
      someRuns,
    );
  });

  it('carries each direction’s records in the order in which they were sealed, after that, and before they are opened', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const timeline = play(scenario);
        for (const from of ['client', 'server'] as const) expectInOrder(timeline, from);
      }),
      someRuns,
    );
  });

  it('ends for both sides', () => {
    fc.assert(
      fc.property(elsewhere, (scenario) => {
        for (const { state } of Object.values(play(scenario).ends)) expect(['closed', 'failed']).toContain(state);
      }),
      someRuns,
    );
  });
});

describe('a link', () => {
  it('leads back to where it was made', async () => {
    await fc.assert(
      fc.asyncProperty(elsewhere, async (scenario) => {
        const link = toLink({ scenario });
        expect(link).toMatch(/^#1[\x21-\x7e]*$/);
        expect(await fromLink(link)).toEqual({ ok: true, scenario });
      }),
      { numRuns: 25 },
    );
  });

  it('leads back to the step', async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, fc.nat(9), async (scenario, step) => {
        expect(await fromLink(toLink({ scenario, step }))).toEqual({ ok: true, scenario, step });
      }),
      someRuns,
    );
  });

  it('leads back to whatever goes wrong', async () => {
    await fc.assert(
      fc.asyncProperty(mischiefs, async (mischief) => {
        const scenario: Scenario = { ...defaultScenario, mischief };
        expect(await fromLink(toLink({ scenario }))).toEqual({ ok: true, scenario });
      }),
      { numRuns: 40 },
    );
  });

  it('that can be read can be made, and reads the same again', async () => {
    const id = fc.constantFrom('flip', 'flip', 'bad-signature', 'connection-cut', 'client-expired');
    const value = fc.oneof(fc.nat(300).map(String), fc.constantFrom('007', '-0', '0.5', "'a", '1e3', '', '9999999999'));
    const param = fc.tuple(fc.constantFrom('offset', 'mask', 'bit'), value).map(([name, text]) => `:${name}=${text}`);
    const one = fc
      .tuple(id, fc.constantFrom('', '', '@1', '@01', '@7', '@123456789'), fc.array(param, { maxLength: 2 }))
      .map(([name, at, params]) => [name, at, ...params].join(''));
    const extra = fc.oneof(
      fc.array(one, { minLength: 1, maxLength: 3 }).map((list) => `break=${list.join(',')}`),
      fc.string({ unit: 'binary', maxLength: 8 }).map((seed) => `seed=${seed}`),
      fc.nat(9).map((step) => `step=0${step}`),
    );
    const links = fc.tuple(fc.constantFrom('1', '01', '1/off', '1/tls12'), fc.array(extra, { maxLength: 3 }));
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(links, async ([start, extras]) => {
        const read = await fromLink(`#${start}?${extras.join('&')}`);
        if (!read.ok) return;
        followed++;
        const { leftOut: _, ...place } = read;
        expect(await fromLink(toLink(place))).toEqual(place);
      }),
      { numRuns: 150 },
    );
    expect(followed).toBeGreaterThan(15);
  });

  it('may be anything at all: it is followed, or there is a sentence', async () => {
    const pieces = fc.constantFrom(
      '#',
      '1',
      '2',
      '/',
      '?',
      '&',
      '=',
      ',',
      '@',
      ':',
      "'",
      '%',
      'off',
      'rsa',
      'retry',
      'break',
      'seed',
      'step',
      'at',
      'name',
      'bad-signature',
      '9',
    );
    const almost = fc.array(pieces).map((list) => `#1${list.join('')}`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), almost), async (hash) => {
        const read = await fromLink(hash);
        if (!read.ok) {
          expect(brokenLink(read)).toMatch(/^(This|The) .*\.$/s);
          expect(read.scenario).toEqual(defaultScenario);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** A record with the moment at which something happened to it. */
interface At {
  readonly at: number;
  readonly record: number;
  readonly bytes: Uint8Array;
}

function expectInOrder(timeline: Timeline, from: Role): void {
  const sealed = records(timeline, from, 'sealed').map(({ at, record }) => ({
    at,
    record: record.ordinal,
    bytes: record.bytes,
  }));
  const carried = timeline.moments.flatMap((moment): At[] =>
    'carriage' in moment && moment.carriage.from === from
      ? [{ at: moment.at, record: moment.carriage.ordinal ?? -1, bytes: moment.carriage.bytes }]
      : [],
  );
  const opened = records(timeline, from === 'client' ? 'server' : 'client', 'opened');
  expect(carried.map(({ record }) => record)).toEqual(sealed.map(({ record }) => record));
  for (const [index, { at, bytes }] of carried.entries()) {
    const source = sealed[index];
    expect(source && equal(source.bytes, bytes)).toBe(true);
    expect(source?.at).toBeLessThan(at);
  }
  for (const [index, { at, record }] of opened.entries()) {
    expect(record.ordinal).toBe(index);
    const way = carried[index];
    expect(way && equal(way.bytes, record.bytes)).toBe(true);
    expect(way?.at).toBeLessThan(at);
  }
}

function records(
  timeline: Timeline,
  who: Role,
  kind: 'sealed' | 'opened',
): { readonly at: number; readonly record: SeenRecord }[] {
  return timeline.moments.flatMap((moment) =>
    moment.who === who && moment.insight.kind === kind ? [{ at: moment.at, record: moment.insight.record }] : [],
  );
}
