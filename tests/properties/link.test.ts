// What holds for every link: what it was made for can be read from it, and whatever can be read can be made.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  catalogue,
  type Demands,
  defaultScenario,
  type Exhibit,
  type ExhibitView,
  type FromLink,
  fromLink,
  type Mischief,
  run,
  type Scenario,
  toLink,
} from '../../src/lab/index.ts';
import { writeLink } from '../../src/lab/link/extras.ts';
import { ways } from '../../src/lab/proxied/index.ts';
import { linkSentence } from '../../src/words/links.ts';
import { elsewhere, scenarios } from './scenarios.ts';

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

/** All choices at once, at any time, with whatever goes wrong; as far as it can be played. */
const wholeScenarios = fc
  .tuple(elsewhere, fc.oneof(fc.constant([]), mischiefs))
  .map(([scenario, mischief]): Scenario => ({ ...scenario, mischief: [...mischief] }))
  .filter(isPlayable);

/** How an exhibit may be looked at, but for what is usual: no link says that. */
const names = fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { minLength: 1, maxLength: 4 });
const step = fc.nat(999_999);
const views: fc.Arbitrary<ExhibitView> = partly({
  lens: fc.constantFrom('client', 'server', 'wire'),
  unit: fc.constant('records'),
  captions: fc.constant(false),
  tab: fc.constantFrom('bytes', 'keys', 'certificates', 'state'),
  depth: fc.constantFrom('sentence', 'details'),
  theme: fc.constantFrom('light', 'dark', 'projector'),
  show: names,
  lock: names,
  from: step,
  to: step,
  auto: fc.constant(true),
  loop: fc.constant(true),
  fit: fc.constant('scroll'),
  present: fc.constant(true),
  predict: fc.constant(true),
  lesson: fc.oneof(
    fc.stringMatching(/^[a-z0-9-]{1,12}$/),
    fc.stringMatching(/^~[\w-]{1,12}$/),
    fc.stringMatching(/^(\w[\w.-]{0,5}\/){0,2}\w[\w-]{0,8}\.md$/),
  ),
  proxy: fc.constantFrom(...ways),
  passage: step,
});
const demands: fc.Arbitrary<Demands> = partly({
  verifyDepth: step,
  profile: fc.constantFrom('rfc5280', 'webpki'),
  crl: names,
});
const singles: fc.Arbitrary<Omit<Exhibit, 'beside'>> = fc
  .tuple(wholeScenarios, partly({ step: fc.nat(20), view: views, demands }))
  .map(([scenario, { step, view = {}, demands = {} }]) => ({
    scenario,
    ...(step !== undefined && { step: Math.min(step, run(scenario).steps.length) }),
    ...(Object.keys(view).length > 0 && { view }),
    ...(Object.keys(demands).length > 0 && { demands }),
  }));

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

  it('leads back to an exhibit, and to what stands beside it', async () => {
    await fc.assert(
      fc.asyncProperty(singles, fc.option(singles, { nil: undefined }), async (single, beside) => {
        const exhibit: Exhibit = { ...single, ...(beside && { beside }) };
        const link = writeLink(exhibit);
        expect(link).toMatch(/^#1[\x21-\x7e]*$/);
        expect(exhibitIn(await fromLink(link))).toEqual(exhibit);
      }),
      { numRuns: 40 },
    );
  });

  it('that can be read can be made, and reads the same again', async () => {
    const plain = [
      'lens=wire',
      'lens=everything',
      'lens=x',
      'captions=on',
      'captions=%6fff',
      'auto',
      'loop=',
      'auto=1',
      'from=007',
    ].concat([
      'show=a%2Cb',
      'show=',
      'theme',
      'profile=usual',
      'profile=webpki',
      'crl=a,a',
      'crl=A',
      'verify-depth=03',
      'x=y',
      'proxy=header',
      'passage=7',
      'proxy=elsewhere',
    ]);
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
      fc.constantFrom(...plain),
      fc
        .constantFrom('1/off?lens=client&seed=a b', '#1?break=flip@01&beside=1', '1?lens=wire', '2', '')
        .chain((second) => fc.constantFrom(second, encodeURIComponent(second)).map((text) => `beside=${text}`)),
    );
    const links = fc.tuple(fc.constantFrom('1', '01', '1/off', '1/tls12'), fc.array(extra, { maxLength: 3 }));
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(links, async ([start, extras]) => {
        const read = await fromLink(`#${start}?${extras.join('&')}`);
        if (!read.ok) return;
        followed++;
        const exhibit = exhibitIn(read);
        expect(exhibitIn(await fromLink(writeLink(exhibit)))).toEqual(exhibit);
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
          expect(linkSentence(read)).toMatch(/^(This|The) .*\.$/s);
          expect(read.scenario).toEqual(defaultScenario);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

/** What a link led to, without what is said about it. */
function exhibitIn(read: FromLink): Exhibit {
  if (!read.ok) throw new Error(linkSentence(read));
  const { ok: _, leftOut: __, flaws: ___, ...exhibit } = read;
  return exhibit;
}

/** Some of the values, or none. */
function partly<T extends object>(
  model: { readonly [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> },
): fc.Arbitrary<T> {
  return fc.record(model, { requiredKeys: [], noNullPrototype: true }) as fc.Arbitrary<T>;
}

function isPlayable(scenario: Scenario): boolean {
  try {
    return toLink({ scenario }) !== '';
  } catch {
    return false;
  }
}
