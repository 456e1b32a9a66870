// Links: what they look like, and what is said about those that can't be followed.

import { describe, expect, it, vi } from 'vitest';
import { defaultScenario, entryNamed, fromLink, type Mischief, type Scenario, toLink } from '../../../src/lab/index.ts';
import { linkSentence } from '../../../src/words/links.ts';

describe('a link', () => {
  it('is short, and says only what is special', () => {
    expect(toLink({ scenario: defaultScenario })).toBe('#1');
    expect(toLink({ scenario: defaultScenario, step: 14 })).toBe('#1?step=14');
    const mischief = [{ id: 'untrusted-ca' }, { id: 'bad-signature' }];
    const scenario = {
      ...defaultScenario,
      clientAuthentication: 'asked',
      keys: 'RSA',
      retry: true,
      mischief,
      seed: 'Anna & Ben',
    } as const;
    expect(toLink({ scenario, step: 3 })).toBe(
      '#1/asked/rsa/retry?break=untrusted-ca,bad-signature&seed=Anna%20%26%20Ben&step=3',
    );
  });

  it.each([
    ['P-384', '#1/p384'],
    ['RSA', '#1/rsa'],
    ['Ed25519', '#1/ed25519'],
  ] as const)('says what kind of keys the certificates have when it is not the usual one: %s', async (keys, link) => {
    const scenario = { ...defaultScenario, keys };
    expect(toLink({ scenario })).toBe(link);
    expect(await fromLink(link)).toEqual({ ok: true, scenario });
  });

  it.each([
    ['h2', '#1/h2'],
    ['h2 declined', '#1/h2-declined'],
    ['unanswered', '#1/alpn-unanswered'],
    ['none', '#1/no-alpn'],
  ] as const)('says which protocol goes inside when it is not the usual one: %s', async (alpn, link) => {
    const scenario = { ...defaultScenario, alpn };
    expect(toLink({ scenario })).toBe(link);
    expect(await fromLink(link)).toEqual({ ok: true, scenario });
    expect(toLink({ scenario: { ...scenario, version: '1.2', keys: 'RSA' } })).toBe(`#1/tls12/rsa${link.slice(2)}`);
  });

  it.each([
    [{ at: Date.UTC(2030, 0, 1) }, '#1?at=2030-01-01T00:00Z'],
    [{ at: Date.UTC(1999, 11, 31, 23, 59, 58) }, '#1?at=1999-12-31T23:59:58Z'],
    [{ at: Date.UTC(2030, 0, 1) + 7 }, '#1?at=2030-01-01T00:00:00.007Z'],
    [{ name: 'www.example' }, '#1?name=www.example'],
    [{ name: '192.0.2.1' }, '#1?name=192.0.2.1'],
    [{ at: Date.UTC(2030, 0, 1), name: 'www.example', seed: 'x' }, '#1?seed=x&at=2030-01-01T00:00Z&name=www.example'],
  ])('says what the clock shows and whom the client asks for where it is not as usual: %o', async (world, link) => {
    const scenario = { ...defaultScenario, ...world };
    expect(toLink({ scenario })).toBe(link);
    expect(await fromLink(link)).toEqual({ ok: true, scenario });
  });

  it.each([
    ['#1?at=2026-11-23T12:00Z&name=api.example', defaultScenario.at],
    ['#1?at=2026-11-23T12:00:00.000Z', defaultScenario.at],
    ['#1?at=2030-01-01', Date.UTC(2030, 0, 1)],
    ['#1?at=2030-01-01T00%3A00Z', Date.UTC(2030, 0, 1)],
  ])('may tell the time in other forms: %s', async (link, at) => {
    expect(await fromLink(link)).toEqual({ ok: true, scenario: { ...defaultScenario, at } });
  });

  it.each([
    ['at=noon', /sets the clock to “noon”/],
    ['at=2026-02-31T12:00Z', /sets the clock to/],
    ['at=2026-11-23T12:00', /sets the clock to/],
    ['at=2026-11-23T25:00Z', /sets the clock to/],
    ['at=1969-12-31T23:59Z', /from 1970 to 2999/],
    ['at=3000-01-01T00:00Z', /from 1970 to 2999/],
    ['name=', /ask for a host by its name or address/],
    ['name=%zz', /ask for a host by its name or address/],
    ['name=192.0.2.256', /ask for a host by its name or address/],
    ['name=-a.example', /ask for a host by its name or address/],
    ['name=a..example', /ask for a host by its name or address/],
    ['name=a%0d%0ab', /ask for a host by its name or address/],
    [`name=${'a.'.repeat(126)}bc`, /ask for a host by its name or address/],
    ['name=a&name=b', /says “name” twice/],
  ])('is told why it can’t be followed: %s', async (extra, sentence) => {
    const read = await fromLink(`#1/off?${extra}`);
    expect(read).toMatchObject({ ok: true, scenario: { clientAuthentication: 'off', at: defaultScenario.at } });
    expect(linkSentence(read)).toMatch(sentence);
  });

  it('may spell out what it need not', async () => {
    expect(await fromLink('#1/required/p256/x25519/aes128/no-retry/separate/plain/http1?seed=countersign')).toEqual({
      ok: true,
      scenario: defaultScenario,
    });
    expect(await fromLink('#1/secp384r1/off')).toEqual(await fromLink('#1/off/secp384r1'));
  });

  it('leads to the default scenario when there is none', async () => {
    for (const hash of ['', '#', '#1', '1'])
      expect(await fromLink(hash)).toEqual({ ok: true, scenario: defaultScenario });
  });

  it('leads to a step', async () => {
    expect(await fromLink('#1?step=0')).toEqual({ ok: true, scenario: defaultScenario, step: 0 });
    expect(await fromLink('#1?step=14')).toEqual({ ok: true, scenario: defaultScenario, step: 14 });
  });

  it('refuses to be made for a step that is none', () => {
    for (const step of [-1, 1.5, Number.NaN])
      expect(() => toLink({ scenario: defaultScenario, step })).toThrow(RangeError);
  });
});

describe('a link with something strange in it', () => {
  it.each([
    ['#1?break=untrusted-ca&theme=dark', 'says “theme=dark”, which', { mischief: [{ id: 'untrusted-ca' }] }],
    ['#1/off?utm_source=x&step=3', 'says “utm_source=x”, which', { clientAuthentication: 'off' }],
    ['#1?mood=good', 'says “mood=good”, which', {}],
    ['#1?', 'says “”, which', {}],
    ['#1?step', 'says “step”, which', {}],
    ['#1?a&b&seed=x&a', 'says “a”, “b”, “a”, which', { seed: 'x' }],
    ['#1?a&b&c&d', 'says “a”, “b”, “c” and more, which', {}],
  ] as const)('%s: is followed without it, and says so: %s', async (hash, words, patch) => {
    const read = await fromLink(hash);
    expect(read).toMatchObject({ ok: true, scenario: { ...defaultScenario, ...patch } });
    const sentence = linkSentence(read);
    expect(sentence).toContain(words);
    expect(sentence).toMatch(/doesn’t understand\. .*\.$/);
    if (read.ok && hash.includes('step=3')) expect(read.step).toBe(3);
  });

  it('is followed without what else can’t be, and tells both', async () => {
    const read = await fromLink('#1?theme=dark&break=gremlins');
    expect(read).toMatchObject({ ok: true, scenario: defaultScenario });
    expect(linkSentence(read)).toMatch(
      /no “gremlins”\. This link says “theme=dark”, .* Here is the rest of what it says\.$/,
    );
  });
});

describe('a link that cannot be followed', () => {
  it.each([
    ['#3', 'This link was made by a newer Countersign (format 3; this page reads up to 1).'],
    ['#2/quantum?entangle=all', 'This link was made by a newer Countersign (format 2; this page reads up to 1).'],
    ['#0', 'format 0, which never existed'],
    ['#top', 'behind the # stands “top”'],
  ])('%s: %s', async (hash, words) => {
    const read = await fromLink(hash);
    expect(read).toMatchObject({ ok: false, scenario: defaultScenario });
    expect(linkSentence(read)).toContain(words);
  });
});

describe('a link of which a part cannot be followed', () => {
  it.each([
    ['#1/', 'chooses “”'],
    ['#1/rsa/p256', 'twice'],
    ['#1/rsa/rsa', 'twice'],
    ['#1/static-rsa/rsa', 'choices that don’t go together. TLS 1.3 has no static RSA'],
    ['#1/tls12/retry', 'TLS 1.2 has no HelloRetryRequest'],
    ['#1/h3', 'chooses “h3”'],
    ['#1/h2/no-alpn', 'twice'],
    ['#1/tls12/rsa/static-rsa/h2', 'choices that don’t go together. HTTP/2 is not spoken over static RSA'],
    ['#1/toString', 'chooses “toString”'],
    ['#1?step=1&step=2', 'says “step” twice'],
    ['#1?step=15', 'leads to step 15, but this handshake ends with step 14'],
    ['#1/off?step=12', 'ends with step 11'],
    ['#1?step=-1', 'no number of a step'],
    ['#1?step=two', 'no number of a step'],
    ['#1?break=', 'can’t be read'],
    ['#1?break=gremlins', 'knows no “gremlins”'],
    ['#1?break=bad-signature,bad-signature', 'twice'],
    ['#1?break=bad-signature@4', '“@4” means nothing'],
    ['#1?break=bad-signature:bit=4', 'takes no “bit”'],
    ['#1?seed=%zz', 'seed'],
    ['#1?break=flip@1:offset=0.0000001', '“offset” of “flip” must be a whole number from 0 to 999999999'],
    ['#1?break=flip@1:offset=0.5', '“offset” of “flip” must be'],
    ['#1?break=flip@1:offset=-1', '“offset” of “flip” must be'],
    ['#1?break=flip@1:offset=-0', '“offset” of “flip” must be'],
    ['#1?break=flip@1:offset=1e3', '“offset” of “flip” must be'],
    ['#1?break=flip@1:offset=', '“offset” of “flip” must be'],
    ["#1?break=flip@1:offset='abc", '“offset” of “flip” must be'],
    ["#1?break=flip@1:mask='<img>", '“mask” of “flip” must be a whole number from 1 to 255'],
    ['#1?break=flip@1:mask=0', '“mask” of “flip” must be'],
    ['#1?break=flip@1:mask=256', '“mask” of “flip” must be'],
    ['#1?break=flip@1:toString=1', 'takes no “toString”'],
    ['#1?break=flip@1:mask=1:mask=2', 'can’t be read'],
    ['#1?break=flip@', 'can’t be read'],
    ['#1?break=flip@1:offset=7,flip@01:offset=07', 'to go wrong twice'],
    ['#1?break=flip@1:offset=7:mask=4,flip@1:mask=4:offset=7', 'to go wrong twice'],
  ])('%s: %s', async (hash, words) => {
    const read = await fromLink(hash);
    if (!read.ok) throw new Error(linkSentence(read));
    expect(linkSentence(read)).toContain(words);
    expect(linkSentence(read)).toMatch(/Here is the rest of what it says\.$/);
    // What is left can be said without a flaw.
    const { scenario, step } = read;
    expect(await fromLink(toLink({ scenario, ...(step !== undefined && { step }) }))).not.toHaveProperty('flaws');
  });

  const held: readonly (readonly [hash: string, patch: Partial<Scenario>, step?: number])[] = [
    [
      '#1/rsa/off?break=gremlins,bad-signature,flip@x,untrusted-ca&step=3',
      { mischief: ['bad-signature', 'untrusted-ca'].map((id) => ({ id })), keys: 'RSA', clientAuthentication: 'off' },
      3,
    ],
    ['#1/rsa/h3/off', { keys: 'RSA', clientAuthentication: 'off' }],
    ['#1/rsa/p256/off', { keys: 'RSA', clientAuthentication: 'off' }],
    ['#1/tls12/retry/rsa', { version: '1.2', keys: 'RSA' }],
    ['#1/static-rsa/rsa', { keys: 'RSA' }],
    [
      '#1/off?seed=%zz&name=x_y&at=never&break=untrusted-ca',
      { clientAuthentication: 'off', mischief: [{ id: 'untrusted-ca' }] },
    ],
    ['#1?seed=a&seed=b&step=2&step=3', { seed: 'a' }, 2],
    ['#1/off?step=99', { clientAuthentication: 'off' }],
    ['#1/tls12?break=key-change-inside-message,bad-signature', { version: '1.2', mischief: [{ id: 'bad-signature' }] }],
    ['#1?break=bad-signature,bad-signature', { mischief: [{ id: 'bad-signature' }] }],
    ['#1/off?verify-depth=x', { clientAuthentication: 'off' }],
  ];
  it.each(held.map(([hash, patch, step]) => ({ hash, patch, step })))(
    '$hash: the rest of it holds',
    async ({ hash, patch, step }) => {
      const read = await fromLink(hash);
      expect(read).toMatchObject({ ok: true, scenario: { ...defaultScenario, ...patch } });
      expect(read.ok && read.step).toBe(step);
    },
  );
});

describe('a link to a handshake that breaks the laboratory', () => {
  it.each(['#1/off?break=bad-signature', '#1/asked?break=bad-signature&step=2'])(
    '%s: is told like any other',
    async (link) => {
      const entry = entryNamed('bad-signature');
      if (!entry) throw new Error('there is no bad-signature');
      const broken = vi.spyOn(entry, 'apply').mockImplementation(() => {
        throw new Error('a bug');
      });
      const read = await fromLink(link);
      broken.mockRestore();
      expect(read).toMatchObject({ ok: false, scenario: defaultScenario });
      expect(linkSentence(read)).toMatch(/can’t play to its end\. Here is/);
      expect(await fromLink(link)).toMatchObject({ ok: true });
    },
  );
});

describe('a link that says too much', () => {
  it.each([
    ['mischief', `#1?break=${flips(15_000)}`],
    ['the same mischief', `#1?break=${'flip@1,'.repeat(15_000)}`],
    ['choices', `#1${'/off'.repeat(25_000)}`],
    ['what nobody understands', `#1?${'a&'.repeat(50_000)}`],
    ['a seed', `#1?seed=${'%20'.repeat(30_000)}`],
    ['a step', `#1?step=${'1'.repeat(100_000)}`],
    ['rubbish', 'x'.repeat(100_000)],
  ])('%s: is not followed, and the sentence says that it is too long', async (_, hash) => {
    const read = await fromLink(hash);
    expect(read).toMatchObject({ ok: false, scenario: defaultScenario });
    expect(linkSentence(read)).toMatch(/ letters long, and no link of this page has more than 8192\. /);
  });

  it.each([
    ['thirty-three mischiefs', `#1?break=${flips(33)}`, 'No more than 32 things can go wrong in one handshake.'],
    ['a long seed', `#1?seed=${'x'.repeat(257)}`, 'A seed has no more than 256 letters.'],
  ])('%s: are left out, and the sentence says how much is allowed', async (_, hash, words) => {
    const read = await fromLink(hash);
    expect(linkSentence(read)).toContain(words);
  });

  it('is quoted in part only', async () => {
    const long = 'x'.repeat(8000);
    for (const hash of [
      long,
      `#1/${long}`,
      `#1?${long}`,
      `#1?break=${long}`,
      `#1?break=${long.toUpperCase()}`,
      `#1?break=flip:${long}=1`,
      `#1?break=flip:offset=${long}`,
      `#1?step=${long}`,
    ]) {
      const read = await fromLink(hash);
      const sentence = linkSentence(read);
      expect(sentence).toMatch(/^This link .*\.$/);
      expect(sentence?.length).toBeLessThan(300);
    }
  });

  it('may say as much as the longest link does that the page makes', async () => {
    const seed = '€'.repeat(256);
    const mischief = Array.from({ length: 32 }, (_, index) => ({
      id: 'flip',
      at: 999_999_900 + index,
      params: { offset: 999_999_999, mask: 255 },
    }));
    const scenario = { ...defaultScenario, mischief, seed };
    expect(await fromLink(toLink({ scenario }))).toEqual({ ok: true, scenario });
  });
});

/** So many mischiefs, each another. */
function flips(count: number): string {
  return Array.from({ length: count }, (_, index) => `flip@${index}`).join(',');
}

describe('a mischief in a link', () => {
  it('carries a place and parameters, in the order in which they are declared', async () => {
    const scenario = { ...defaultScenario, mischief: [{ id: 'flip', at: 4, params: { mask: 8, offset: 12 } }] };
    expect(toLink({ scenario })).toBe('#1?break=flip@4:offset=12:mask=8');
    expect(await fromLink('#1?break=flip@4:mask=8:offset=12')).toEqual({ ok: true, scenario });
  });

  it.each<Mischief>([
    { id: 'flip', at: -1 },
    { id: 'flip', at: 0.5 },
    { id: 'flip', at: 1e9 },
    { id: 'flip', params: { offset: Number.POSITIVE_INFINITY } },
    { id: 'flip', params: { offset: Number.NaN } },
    { id: 'flip', params: { offset: 1e-7 } },
    { id: 'flip', params: { mask: 0 } },
    { id: 'flip', params: { bit: 1 } },
    { id: 'bad-signature', at: 1 },
    { id: 'gremlins' },
  ])('is refused when a link that says it could not be read: %j', async (mischief) => {
    await fromLink('#1?break=flip');
    expect(() => toLink({ scenario: { ...defaultScenario, mischief: [mischief] } })).toThrow(RangeError);
  });
});
