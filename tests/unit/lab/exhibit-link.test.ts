// Links that say more than where somebody is: how to look at it, what is insisted on, and what stands beside it.

import { describe, expect, it } from 'vitest';
import { defaultScenario, type Exhibit, fromLink } from '../../../src/lab/index.ts';
import { writeLink } from '../../../src/lab/link/extras.ts';
import { usualView } from '../../../src/store/index.ts';
import { linkSentence } from '../../../src/words/links.ts';

const scenario = defaultScenario;
const other = { ...defaultScenario, clientAuthentication: 'off' } as const;

/** Each extra, as a link says it. */
const said: readonly (readonly [string, Omit<Exhibit, 'scenario'>])[] = [
  ['lens=client', { view: { lens: 'client' } }],
  ['unit=records', { view: { unit: 'records' } }],
  ['captions=off', { view: { captions: false } }],
  ['tab=bytes', { view: { tab: 'bytes' } }],
  ['depth=sentence', { view: { depth: 'sentence' } }],
  ['theme=dark', { view: { theme: 'dark' } }],
  ['show=picture,playbar', { view: { show: ['picture', 'playbar'] } }],
  ['lock=lens', { view: { lock: ['lens'] } }],
  ['from=3', { view: { from: 3 } }],
  ['to=0', { view: { to: 0 } }],
  ['auto', { view: { auto: true } }],
  ['loop', { view: { loop: true } }],
  ['fit=scroll', { view: { fit: 'scroll' } }],
  ['present', { view: { present: true } }],
  ['predict', { view: { predict: true } }],
  ['lesson=the-first-minute', { view: { lesson: 'the-first-minute' } }],
  ['lesson=week-1/First.lesson.md', { view: { lesson: 'week-1/First.lesson.md' } }],
  ['lesson=~A_-z9', { view: { lesson: '~A_-z9' } }],
  ['verify-depth=0', { demands: { verifyDepth: 0 } }],
  ['profile=webpki', { demands: { profile: 'webpki' } }],
  ['crl=leaf,hard', { demands: { crl: ['leaf', 'hard'] } }],
  ['beside=1%2Foff%3Fstep%3D3%26lens%3Dwire', { beside: { scenario: other, step: 3, view: { lens: 'wire' } } }],
];

describe('a link to an exhibit', () => {
  it.each(said)('says %s', async (extra, rest) => {
    expect(writeLink({ scenario, ...rest })).toBe(`#1?${extra}`);
    const read = await fromLink(`#1?${extra}`);
    expect(read).toEqual({ ok: true, scenario, ...rest, leftOut: expect.arrayContaining([{ text: extra }]) });
  });

  it('says all at once, after where somebody is, in one order', async () => {
    const { beside } = said.at(-1)?.[1] ?? {};
    const exhibit = {
      ...(beside && { beside }),
      demands: { profile: 'rfc5280' },
      view: { depth: 'details', auto: true, lens: 'server' },
      step: 2,
      scenario: { ...other, seed: 'x', first: 'client' },
    } as const;
    expect(writeLink(exhibit)).toBe(
      '#1/off?seed=x&first=client&step=2&lens=server&depth=details&auto&profile=rfc5280&beside=1%2Foff%3Fstep%3D3%26lens%3Dwire',
    );
  });

  it('leaves out what is as usual, and may spell it out', async () => {
    const usual =
      'lens=everything&unit=messages&captions=on&tab=explain&depth=paragraph&theme=system&fit=scale&profile=usual&first=server';
    const view = {
      ...usualView,
      theme: 'system',
      show: [],
      lock: [],
      auto: false,
      loop: false,
      fit: 'scale',
      present: false,
      predict: false,
    } as const;
    expect(writeLink({ scenario, view, demands: { profile: 'usual', crl: [] } })).toBe('#1');
    expect(await fromLink(`#1?${usual}`)).toEqual({ ok: true, scenario, leftOut: expect.any(Array) });
  });

  it('may be written in other ways', async () => {
    const view = { show: ['a', 'b'], from: 7, auto: true };
    expect(await fromLink('#1?auto=&from=007&show=%61%2Cb')).toMatchObject({ ok: true, scenario, view });
    const beside = { scenario: other };
    for (const second of ['1/off', '#1/off', '%231%2foff']) {
      expect(await fromLink(`#1?beside=${second}`)).toMatchObject({ ok: true, scenario, beside });
    }
  });

  it.each<Omit<Exhibit, 'scenario'>>([
    { step: -1 },
    { view: { from: 0.5 } },
    { view: { from: 1e6 } },
    { view: { show: ['a,b'] } },
    { view: { show: [''] } },
    ...[
      'Über',
      '/a.md',
      '../a.md',
      'a/../b.md',
      './a.md',
      '//a.md',
      'https://b.example/a.md',
      'a.md?b',
      '~',
      '~a==',
    ].map((lesson) => ({ view: { lesson } })),
    { demands: { verifyDepth: -1 } },
    { beside: { scenario, step: Number.NaN } },
  ])('is refused when nobody could read it: %j', (rest) => {
    expect(() => writeLink({ scenario, ...rest })).toThrow(RangeError);
  });
});

describe('what a link says of how to look', () => {
  it('is not told as left out by who acts on it', async () => {
    const read = await fromLink('#1?lens=wire&step=2&tab=keys', ['lens', 'tab']);
    expect(read).toEqual({ ok: true, scenario, step: 2, view: { lens: 'wire', tab: 'keys' } });
    expect(linkSentence(await fromLink('#1?lens=wire&theme=dark', ['lens']))).toMatch(
      /^This link says “theme=dark”, which this page doesn’t understand\. Here is/,
    );
  });

  it.each([
    ['lens=sideways', '“lens” can be everything, client, server or wire.'],
    ['captions=perhaps', '“captions” can be on or off.'],
    ['show=A', '“show” is a list of names'],
    ['from=-1', '“from” is a number of at most six digits.'],
    ['auto=yes', '“auto” stands alone, without a value.'],
    ['lesson=%zz', '“lesson” is the name of a lesson, a file beside the page'],
    ['beside=2', '“beside” is another link, escaped.'],
    ['beside=1%3Fstep%3D99', '“beside” is another link, escaped.'],
    ['beside=%zz', '“beside” is another link, escaped.'],
  ])('is left out when it can’t be read, and what could stand there is told: %s', async (extra, hint) => {
    const read = await fromLink(`#1/off?${extra}&step=3`, [
      'lens',
      'captions',
      'show',
      'from',
      'auto',
      'lesson',
      'beside',
    ]);
    expect(read).toEqual({ ok: true, scenario: other, step: 3, leftOut: expect.any(Array) });
    expect(linkSentence(read)).toContain(`This link says “${extra}”, which this page doesn’t understand. ${hint}`);
  });

  it('counts once when it is said twice, and that is told', async () => {
    const read = await fromLink('#1?lens=wire&lens=client', ['lens']);
    expect(read).toMatchObject({ ok: true, view: { lens: 'wire' } });
    expect(linkSentence(read)).toBe(
      'This link says “lens=client”, which this page doesn’t understand. Here is the rest of what it says.',
    );
  });
});

describe('what a link says of what is insisted on', () => {
  it.each([
    ['profile=lax', '“profile” can be usual, rfc5280 or webpki.'],
    ['verify-depth=few', '“verify-depth” is a number'],
    ['crl=', '“crl” is a list'],
    ['first=both', '“first” can be client or server.'],
  ])('is left out when it can’t be read: %s', async (extra, hint) => {
    const read = await fromLink(`#1/off?${extra}`);
    expect(read).toMatchObject({ ok: true, scenario: { ...defaultScenario, clientAuthentication: 'off' } });
    expect(read).not.toHaveProperty('demands');
    expect(linkSentence(read)).toContain(`This link says “${extra}”, which can’t be read. ${hint}`);
  });

  it('counts once when it is said twice', async () => {
    const read = await fromLink('#1?profile=usual&profile=webpki');
    expect(linkSentence(read)).toContain('says “profile” twice');
  });
});

describe('a link beside another', () => {
  it('has none beside itself', async () => {
    const inside = encodeURIComponent(`1/off?beside=${encodeURIComponent('1?step=2')}`);
    const read = await fromLink(`#1?beside=${inside}`, ['beside']);
    expect(read).toEqual({
      ok: true,
      scenario,
      beside: { scenario: other },
      leftOut: expect.any(Array),
    });
    expect(linkSentence(read)).toContain('says “beside=1%3Fstep%3D2”, which');
  });

  it('is not followed when there is more in it than in a link when it is escaped', async () => {
    const read = await fromLink(`#1?beside=1?show=${'a,'.repeat(3000)}a`);
    expect(linkSentence(read)).toMatch(/Escaped as it should be, this link is \d+ letters long/);
  });
});
