// The three switches: by clicking and by link, with what each must lead to. A switch is not decoration: the handshake really fails.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writes } from '../../src/words/explain/index.ts';
import { choiceWords, words } from '../../src/words/ui/index.ts';
import { pages } from './pages.ts';
import { openHandshake, option, pictureText, spoken, toEnd, told } from './reading.ts';

const open = pages();
const text = words.scenario;

interface Outcome {
  readonly title: string;
  readonly link: string;
  readonly flip: (page: Page) => Promise<void>;
  /** In the words for those who listen. */
  readonly hears: readonly (string | RegExp)[];
  /** In the picture. */
  readonly sees: readonly string[];
  readonly never: readonly string[];
}

const clientAuthentication = (value: string) => (page: Page) =>
  option(page, text.clientAuthentication.title, value).click();
const wrong = (title: string) => (page: Page) => option(page, title, text.yes).click();

const outcomes: readonly Outcome[] = [
  {
    title: 'client authentication off: nobody asks, and the server knows nobody',
    link: '#1/off',
    flip: clientAuthentication('off'),
    hears: ['The client is connected.', 'The server is connected.'],
    sees: ['knows nobody'],
    never: ['CertificateRequest', 'client.example', 'Authentication of the client'],
  },
  {
    title: 'client authentication asked: the client shows its certificate all the same',
    link: '#1/asked',
    flip: clientAuthentication('asked'),
    hears: ['The server finds the client’s certificate chain good.', 'The server is connected.'],
    sees: ['CertificateRequest', 'knows client.example'],
    never: ['knows nobody'],
  },
  {
    title: 'bad signature: the server refuses with decrypt_error (51), and the client, already connected, hears of it',
    link: '#1?break=bad-signature',
    flip: wrong(text.badSignature.title),
    hears: [
      'The client is connected.',
      /The server .*signature/,
      /alert: decrypt_error \(51\)/,
      /The client reads the alert/,
    ],
    sees: ['alert: decrypt_error (51)', 'refused the client'],
    never: ['knows client.example'],
  },
  {
    title: 'untrusted CA: the server refuses with unknown_ca (48), and the client, already connected, hears of it',
    link: '#1?break=untrusted-ca',
    flip: wrong(text.untrustedCa.title),
    hears: [
      'The client is connected.',
      /The server .*certificate/,
      /alert: unknown_ca \(48\)/,
      /The client reads the alert/,
    ],
    sees: ['alert: unknown_ca (48)', 'refused the client'],
    never: ['knows client.example'],
  },
];

async function check(page: Page, { hears, sees, never }: Outcome): Promise<void> {
  await toEnd(page);
  const story = (await told(page)).join('\n');
  const picture = await pictureText(page);
  for (const said of hears) expect(story).toMatch(said);
  for (const shown of sees) expect(picture).toContain(shown);
  for (const absent of never) expect(picture).not.toContain(absent);
}

describe.each(outcomes)('$title', (outcome) => {
  it('by clicking', async () => {
    const page = await open();
    await outcome.flip(page);
    await check(page, outcome);
  });

  it('by link', async () => check(await open(outcome.link), outcome));
});

describe('a switch', () => {
  it('can be flipped back', async () => {
    const page = await open();
    await toEnd(page);
    const before = await told(page);
    await option(page, text.untrustedCa.title, text.yes).click();
    await toEnd(page);
    expect(await told(page)).not.toEqual(before);
    await option(page, text.untrustedCa.title, text.no).click();
    await toEnd(page);
    expect(await told(page)).toEqual(before);
  });

  it('lands where the failure is told, from where nothing is current, and says what would have followed', async () => {
    const page = await open('#1?step=0');
    await option(page, text.untrustedCa.title, text.yes).click();
    await expect.poll(() => spoken(page)).toContain('unknown_ca');
    expect(await pictureText(page)).toMatch(/what would ?have followed/);
  });

  it('can be reached and flipped without a mouse', async () => {
    const page = await open();
    const group = page.getByRole('group', { name: text.clientAuthentication.title });
    await group.getByRole('radio', { name: 'required' }).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => group.getByRole('radio', { name: 'asked' }).isChecked()).toBe(true);
  });

  it('says so when it changes nothing', async () => {
    const page = await open('#1/off?break=bad-signature');
    await page.getByText(text.idle).waitFor();
    expect((await told(page)).join('\n')).toContain('The server is connected.');
  });

  it('both at once: the certificate is looked at first', async () => {
    const page = await open('#1?break=bad-signature,untrusted-ca');
    expect((await told(page)).join('\n')).toContain('unknown_ca (48)');
  });
});

describe('the other choices', () => {
  it.each([
    ['#1/chacha20', 'CHACHA20-POLY1305'],
    ['#1/retry', 'HelloRetryRequest'],
    ['#1/retry/aes256/secp384r1', 'half a key of secp384r1'],
    ['#1/tls12/h2', 'PRI * HTTP/2.0'],
  ])('%s plays %s', async (link, shown) => {
    const page = await open(link);
    expect(await pictureText(page)).toContain(shown);
    expect((await told(page)).join('\n')).toContain('The server is connected.');
  });

  it.each([
    ['#1/rsa', 6, 'rsa_pss_rsae_sha256'],
    ['#1/ed25519', 6, 'ed25519'],
  ])('%s has in the bytes of step %i: %s', async (link, step, named) => {
    const page = await open(`${link}?step=${step}&tab=bytes`);
    await expect.poll(() => page.getByRole('tree').innerText()).toContain(named);
    expect((await told(page)).join('\n')).not.toContain('refuses');
  });

  it('of the protocol inside is made in the form, stands in the address, and is spoken', async () => {
    const page = await open();
    await openHandshake(page);
    const choice = page.getByLabel(choiceWords.alpn, { exact: true });
    expect(await choice.inputValue()).toBe('http/1.1');
    await choice.selectOption(choiceWords.protocols.h2);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#1\/h2(\?|$)/);
    await toEnd(page);
    expect(await pictureText(page)).toMatch(/we’ll speak h2.*PRI \* HTTP\/2\.0/);
    expect((await told(page)).join('\n')).toContain('The server is connected.');
    await choice.selectOption(choiceWords.protocols.none);
    await expect.poll(() => new URL(page.url()).hash).toMatch(/^#1\/no-alpn(\?|$)/);
    await toEnd(page);
    expect(await pictureText(page)).toMatch(/nothing more to settle.*GET \//);
  });

  it('that don’t go together are not shown: static RSA has HTTP/2 give way', async () => {
    const page = await open('#1/tls12/rsa/h2');
    await openHandshake(page);
    await page.getByLabel(choiceWords.keyExchange, { exact: true }).selectOption(choiceWords.keyExchanges.static);
    await expect.poll(() => page.getByLabel(choiceWords.alpn, { exact: true }).inputValue()).toBe('h2 declined');
    await toEnd(page);
    expect(await pictureText(page)).toMatch(/static RSA.*GET \//);
  });
});

describe('a refusal that comes late', () => {
  it('is shown to the reader as a client sees it that writes before it reads, and as it was in TLS 1.2', async () => {
    const page = await open('#1?break=no-client-certificate');
    await page.getByRole('button', { name: writes.ways.clientFirst }).click();
    await expect.poll(() => page.url()).toContain('first=client');
    await toEnd(page);
    expect(await pictureText(page)).toMatch(/never read.*never sent.*connection cut/);
    await page.getByRole('button', { name: writes.ways.tls12 }).click();
    await expect.poll(() => pictureText(page)).toContain('alert: handshake_failure (40)');
  });
});
