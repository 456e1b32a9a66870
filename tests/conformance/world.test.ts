// The clock and the name that a scenario chooses: the demo's certificates stay as they are, and both sides judge them by what is chosen.

import { describe, expect, it } from 'vitest';
import {
  catalogue,
  defaultScenario,
  oddityOf,
  type Scenario,
  staged,
  supply,
  Unplayable,
} from '../../src/lab/index.ts';
import { run } from '../../src/lab/run.ts';
import { demoPki } from '../../src/pki/index.ts';
import { certificatesAt } from '../../src/story/certificates/index.ts';
import { summary, textOf } from '../../src/story/index.ts';
import { hurdleSentence } from '../../src/words/causes/index.ts';
import { expectAsExpected, expectUnnoticed } from './outcome.ts';

await supply();

const versions = ['1.3', '1.2'] as const;
const [leaf] = demoPki('P-256', defaultScenario.at).server.chain;
const { notBefore = 0, notAfter = 0 } = leaf ?? {};
const played = (patch: Partial<Scenario>) => run({ ...defaultScenario, ...patch });

/** Days before, within and after the time for which the demo was minted, its first and its last second among them. */
const days = {
  past: [Date.UTC(1970, 0, 1), Date.UTC(1999, 11, 31, 23, 59), Date.UTC(2020, 1, 29), notBefore - 1],
  now: [notBefore, notBefore + 1000, Date.UTC(2026, 11, 24), notAfter, notAfter + 999],
  future: [notAfter + 1000, Date.UTC(2040, 5, 1), Date.UTC(2049, 11, 31, 12), Date.UTC(2999, 11, 31, 23, 59, 59)],
};
/** Some of each, at both edges and far away. */
const some = [days.past[0], days.past[3], days.now[1], days.now[2], days.future[0], days.future[2], days.future[3]].map(
  (at = 0) => [new Date(at).toISOString(), at] as const,
);

describe.each(versions)('in TLS %s, what is wrong with dates', (version) => {
  const dated = catalogue().filter(({ anyDay }) => anyDay);

  it('is five entries', () => {
    const ids = [
      'client-expired',
      'client-not-yet-valid',
      'client-only-expired',
      'server-expired',
      'server-not-yet-valid',
    ];
    expect(dated.map(({ id }) => id).sort()).toEqual(ids);
  });

  it.each(dated.flatMap((entry) => some.map(([day, at]) => [entry.id, day, at, entry] as const)))(
    '%s comes out as expected on %s',
    (id, _, at, entry) => {
      const scenario: Scenario = { ...defaultScenario, version, at, mischief: [{ id }] };
      const expected = entry.expect[version]?.(scenario, { id });
      if (!expected) throw new Error(`${id} expects nothing in TLS ${version}`);
      expectAsExpected(run(scenario), expected);
      // That is all that is wrong; what is not shown fails no check.
      const told = certificatesAt(run(scenario), 99).presentations.flatMap(({ chain }) => chain);
      const failed = told.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'failed'));
      expect(failed).toHaveLength(id === 'client-only-expired' ? 0 : 1);
    },
  );
});

describe.each(versions)('in TLS %s, when nobody misbehaves', (version) => {
  it.each(days.now)('all goes well at %d', (at) => expectUnnoticed(played({ version, at }), []));

  it.each([
    ...days.past.map((at) => [at, 'certificate-refused', 'bad_certificate'] as const),
    ...days.future.map((at) => [at, 'certificate-expired', 'certificate_expired'] as const),
  ])('the client refuses what is not valid at %d', (at, cause, alert) => {
    const timeline = played({ version, at });
    const refused = { noticed: true, by: 'client', cause, alert, at: { from: 'server', name: 'Certificate' } } as const;
    expectAsExpected(timeline, refused);
    expect(timeline.ghosts.length).toBeGreaterThan(0);
  });

  it('the client refuses a server that is not the one it asks for', () => {
    const timeline = played({ version, name: 'www.example' });
    expectAsExpected(timeline, {
      noticed: true,
      by: 'client',
      cause: 'certificate-refused',
      alert: 'bad_certificate',
      at: { from: 'server', name: 'Certificate' },
    });
    const [{ chain } = { chain: [] }] = certificatesAt(timeline, 99).presentations;
    const failed = chain.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome === 'failed'));
    expect(failed.map(({ reason }) => reason).join()).toContain('www.example');
  });

  it('the same name in other letters is the same', () => {
    expectUnnoticed(played({ version, name: 'API.Example' }), []);
  });
});

describe('the words', () => {
  it('tell the day that the clock shows', () => {
    const timeline = played({ at: Date.UTC(2027, 0, 2, 3) });
    const { stores } = certificatesAt(timeline, 0);
    expect(stores[0]?.anchors[0]?.valid).toBe('valid on 2 January 2027');
    expect(textOf(summary({ ...defaultScenario, at: Date.UTC(2027, 0, 2, 3) }))).toMatch(/, on 2 January 2027$/);
    expect(certificatesAt(played({}), 0).stores[0]?.anchors[0]?.valid).toBe('valid on 23 November 2026');
  });

  it('tell whom the client asks for', () => {
    expect(textOf(summary({ ...defaultScenario, name: 'www.example' }))).toMatch(/, the client asks for www.example$/);
  });
});

describe('an entry that is put on the stage', () => {
  const entry = (id: string) => catalogue().find((each) => each.id === id) ?? expect.fail(`no ${id}`);
  const far = { ...defaultScenario, at: Date.UTC(2040, 0, 1), name: 'www.example' };

  it('is seen, whatever the clock said and whomever the client asked for', () => {
    expect(staged(entry('bad-signature'), far)).toMatchObject({ at: defaultScenario.at, name: defaultScenario.name });
  });

  it('leaves the clock alone where that is no matter', () => {
    expect(staged(entry('server-expired'), far)).toMatchObject({ at: far.at, name: defaultScenario.name });
    expect(staged(entry('bad-signature'), { ...far, at: defaultScenario.at + 1 }).at).toBe(defaultScenario.at + 1);
  });
});

it.each([
  [{ at: -1 }, /from 1970 to 2999/],
  [{ at: Number.NaN }, /from 1970 to 2999/],
  [{ name: '' }, /ask for a host by its name/],
])('a world that can’t be is not played: %o', (world, sentence) => {
  const hurdle = oddityOf({ ...defaultScenario, ...world });
  expect(() => played(world)).toThrow(Unplayable);
  expect(hurdle && hurdleSentence(hurdle)).toMatch(sentence);
});
