// What can go wrong, by link, by the list, by a pasted error, by a flipped byte and by the sweep: the page shows what the catalogue says.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { defaultScenario, entryNamed, expectationOf, type Scenario, supply, toLink } from '../../src/lab/index.ts';
import { alertDescriptions } from '../../src/tls/index.ts';
import { entryWords } from '../../src/words/catalogue/index.ts';
import { lacksTitles } from '../../src/words/titles.ts';
import { byteWords, catalogueWords, sweepWords, words } from '../../src/words/ui/index.ts';
import { desk, pages, phone } from './pages.ts';
import { button, pictureText, position, stepOf, told } from './reading.ts';

await supply();
const open = pages();
const field = (page: Page) => page.getByRole('textbox', { name: words.catalogue.search });

/** By link: the id, and choices that differ from the default. */
const links: readonly (readonly [id: string, patch?: Partial<Scenario>])[] = [
  ['client-expired'],
  ['client-wrong-eku'],
  ['client-missing-intermediate', { keys: 'RSA' }],
  ['copied-certificate'],
  ['no-client-certificate', { version: '1.2' }],
  ['server-wrong-name'],
  ['server-untrusted-ca', { version: '1.2', keys: 'Ed25519' }],
  ['server-key-exchange-bad-signature', { version: '1.2' }],
  ['client-bad-finished'],
  ['ciphertext-flipped', { suite: 'TLS_CHACHA20_POLY1305_SHA256' }],
  ['downgrade'],
  ['hello-random-flipped'],
  ['share-swapped', { version: '1.2' }],
  ['key-change-inside-message'],
];

describe('a link into the catalogue', () => {
  it.each(links.map(([id, patch]) => [id, patch ?? {}] as const))('%s %j', async (id, patch) => {
    const entry = entryNamed(id);
    const scenario: Scenario = { ...defaultScenario, ...patch, mischief: [{ id }] };
    const expectation = entry && expectationOf(entry, scenario, { id });
    if (expectation?.noticed !== true) throw new Error(`${id} is not noticed`);
    const page = await open(toLink({ scenario }));
    const { by, alert } = expectation;
    const name = `${alert} (${alertDescriptions.codes[alert]})`;
    expect(await pictureText(page)).toContain(`alert: ${name}`);
    await page.getByText(`What the ${by} found`).waitFor();
    expect(await page.locator('.box-found').innerText()).toContain(name);
    expect((await told(page)).at(-1)).toContain(`The ${by} refuses.`);
    if (lacksTitles(scenario)) expect(await page.locator('.summary').innerText()).toContain(entryWords(id).title);
    expect(await page.locator('.entry.active').innerText()).toContain(entryWords(id).title);
  });

  it('shows a connection that was cut', async () => {
    const page = await open('#1?break=truncation');
    expect(await pictureText(page)).toContain('connection cut');
  });
});

describe('the list', () => {
  it('is fetched when it is wanted, searched by words, and plays what is chosen at its failure', async () => {
    const page = await open();
    expect(await page.locator('.entry').count()).toBe(0);
    await button(page, words.catalogue.open).click();
    await page.getByRole('heading', { name: catalogueWords.groups.server }).waitFor();
    expect(await page.locator('.entry').count()).toBeGreaterThan(60);
    await field(page).fill('expired');
    await expect.poll(() => page.locator('.entry').count()).toBe(2);
    await page.getByRole('button', { name: /^Client certificate expired/ }).click();
    await expect.poll(() => pictureText(page)).toContain('alert: certificate_expired (45)');
    await expect.poll(() => page.url()).toContain('break=client-expired');
    await page.getByRole('button', { name: /^Client certificate expired/, pressed: true }).click();
    await expect.poll(() => pictureText(page)).not.toContain('certificate_expired');
  });

  it('goes to the version in which an entry can happen, and back for one that can happen in both', async () => {
    const page = await open('#1/off');
    await field(page).fill('ServerKeyExchange');
    await page.locator('.entry button').first().click();
    await expect.poll(() => page.getByLabel(words.scenario.version).inputValue()).toBe('1.2');
    await expect.poll(() => page.url()).toContain('/tls12');
    await field(page).fill('');
    await page.getByRole('button', { name: /^Server certificate expired/ }).click();
    await expect.poll(() => page.url()).toContain('#1/off?break=server-expired');
    await button(page, words.scenario.undo).click();
    await expect.poll(() => page.url()).toContain('/tls12');
    await button(page, words.scenario.redo).click();
    await expect.poll(() => page.url()).toContain('#1/off?break=server-expired');
  });

  it('is at hand on a phone', async () => {
    const page = await open('', { viewport: phone });
    await button(page, words.scenario.open).click();
    await button(page, words.catalogue.open).click();
    await page.getByRole('button', { name: /^Server certificate expired/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.scenario.close, exact: true }).click();
    await expect.poll(() => pictureText(page)).toContain('certificate_expired');
  });
});

describe('a pasted error', () => {
  it.each([
    [
      'error:0A00045C:SSL routines::tlsv13 alert certificate required:ssl/record/rec_layer_s3.c:1605',
      'certificate_required (116)',
    ],
    ['Error: … code: ‘ERR_SSL_TLSV1_ALERT_UNKNOWN_CA’', 'unknown_ca (48)'],
    ['remote error: tls: bad certificate', 'bad_certificate (42)'],
    ['javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_expired', 'certificate_expired (45)'],
  ])('%s leads to the scenario at its failure', async (error, alert) => {
    const page = await open();
    await field(page).fill(error);
    const meaning = page.getByRole('region', { name: catalogueWords.meaning });
    await meaning.locator('.entry button').first().click();
    await expect.poll(() => pictureText(page)).toContain(`alert: ${alert}`);
    await expect.poll(async () => (await told(page)).at(-1)).toContain('refuses');
    await expect.poll(() => page.url()).toContain('break=');
  });

  it('that nobody knows is answered honestly', async () => {
    const page = await open();
    await field(page).fill('the printer is out of paper');
    await expect.poll(() => page.locator('.unknown').innerText()).toMatch(/\w.*\.$/s);
    expect(await page.locator('.entry').count()).toBe(0);
  });
});

describe('a flipped byte', () => {
  it('is flipped from the bytes, noticed, and taken back', async () => {
    const page = await open('#1?step=2');
    await page.getByRole('tab', { name: words.inspector.tabs.bytes }).click();
    const hex = page.locator('.hex');
    await hex.locator('.hex-bytes [data-at="20"]').click();
    await page.getByRole('button', { name: /^Flip a bit of/ }).click();
    await expect.poll(() => page.url()).toMatch(/break=flip@1:offset=25:mask=1/);
    await expect.poll(() => pictureText(page)).toContain('one bit flipped on the wire');
    await page.getByRole('button', { name: /^What came of it: step \d+, alert/ }).click();
    await expect.poll(() => pictureText(page)).toContain('alert: bad_record_mac (20)');
  });

  it('stays before the reader’s eyes: its step, the record as it arrived, and the byte in it', async () => {
    const page = await open('#1?step=6');
    await page.getByRole('tab', { name: words.inspector.tabs.bytes }).click();
    const layer = page.getByRole('navigation', { name: byteWords.layers }).locator('[aria-current=true]');
    const flip = page.getByRole('button', { name: /^Flip a bit of/ });
    await page.locator('.hex-bytes [data-at="60"]').click();
    expect(await layer.innerText()).toBe('CertificateVerify');
    await flip.click();
    const altered = page.locator('.hex-bytes .altered');
    await altered.waitFor();
    // The record's header stands before the message.
    expect(await altered.getAttribute('data-at')).toBe('65');
    expect(await altered.evaluate((byte) => byte.closest('.hex')?.matches(':has(.at.altered)'))).toBe(true);
    expect([await stepOf(page), await layer.innerText()]).toEqual([6, 'Record, as it arrived']);
    await page.getByRole('button', { name: /^Leave .. alone again$/ }).click();
    await expect.poll(() => page.url()).not.toContain('break');
    expect([await stepOf(page), await layer.innerText(), await flip.count()]).toEqual([6, 'Record', 1]);
  });
});

describe('the sweep', () => {
  it('runs beside the page, tells how far it is, can be stopped, and leads to what it found', async () => {
    const page = await open('', { viewport: desk });
    await button(page, words.catalogue.open).click();
    await button(page, sweepWords.start).click();
    await page.getByRole('progressbar').waitFor();
    await button(page, sweepWords.cancel).click();
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
    await page.getByRole('button', { name: /^Flip them all/ }).click();
    await expect.poll(() => button(page, sweepWords.again).count(), { timeout: 80_000 }).toBe(1);
    const finding = page.locator('.sweep .entry button').filter({ hasText: 'bad_record_mac' }).first();
    expect(await finding.innerText()).toMatch(/^[\d,]+ bytes/);
    await finding.click();
    await expect.poll(() => pictureText(page)).toContain('bad_record_mac');
    expect((await position(page)).step).toBeGreaterThan(1);
  });
});

describe('a sweep that cannot be had', () => {
  async function pressed(spoil: () => void): Promise<Page> {
    const page = await open();
    await button(page, words.catalogue.open).click();
    await button(page, sweepWords.start).waitFor();
    await page.evaluate(spoil);
    await page.getByRole('button', { name: /^Flip them all/ }).click();
    return page;
  }

  it('says so where the browser has no workers, or lets the page start none', async () => {
    const none = await pressed(() => Reflect.deleteProperty(window, 'Worker'));
    expect(await none.getByRole('alert').innerText()).toBe(sweepWords.impossible);
    expect(await none.getByRole('progressbar').count()).toBe(0);
    expect(await button(none, sweepWords.start).count()).toBe(1);
    const forbidden = await pressed(() => {
      window.Worker = class extends EventTarget {
        constructor() {
          super();
          throw new DOMException('The operation is insecure.', 'SecurityError');
        }
      } as unknown as typeof Worker;
    });
    expect(await forbidden.getByRole('alert').innerText()).toBe(sweepWords.impossible);
  });

  it('says so when the worker’s script could not be loaded, and can be tried again', async () => {
    // A browser tells it to the worker by an event; here it does without asking the network, whose failures no page of these tests has.
    const page = await pressed(() => {
      const Real = Worker;
      window.Worker = class extends Real {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          window.Worker = Real;
          queueMicrotask(() => this.dispatchEvent(new Event('error', { cancelable: true })));
        }
      };
    });
    expect(await page.getByRole('alert').innerText()).toBe(sweepWords.failed);
    await page.getByRole('button', { name: /^Flip them all/ }).click();
    await page.getByRole('progressbar').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe('the version', () => {
  it('can be chosen, and what doesn’t fit gives way', async () => {
    const page = await open('#1/retry');
    await page.getByLabel(words.scenario.version).selectOption('1.2');
    await expect.poll(() => pictureText(page)).toContain('ServerHelloDone');
    await expect.poll(() => page.url()).toMatch(/#1\/tls12\?/);
    await page.getByLabel(words.scenario.keyExchange).selectOption('static');
    await expect.poll(() => page.getByLabel(words.scenario.keys).first().inputValue()).toBe('RSA');
    await expect.poll(() => pictureText(page)).not.toContain('ServerKeyExchange');
  });
});
