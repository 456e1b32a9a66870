// What can go wrong, by link, by the list, by a pasted error, by a flipped byte and by the sweep: the page shows what the catalogue says.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  defaultScenario,
  entryNamed,
  expectationOf,
  type Famous,
  famous,
  type Scenario,
  supply,
  toLink,
} from '../../src/lab/index.ts';
import { alertDescriptions } from '../../src/tls/index.ts';
import { entryWords, questions } from '../../src/words/catalogue/index.ts';
import { lacksTitles } from '../../src/words/titles.ts';
import { byteWords, catalogueWords, choiceWords, sweepWords, words } from '../../src/words/ui/index.ts';
import { desk, pages, phone } from './pages.ts';
import { answers, button, errorField, openAll, openHandshake, pictureText, position, stepOf, told } from './reading.ts';

await supply();
const open = pages();

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
    await expect.poll(() => pictureText(page)).toContain(`alert: ${name}`);
    await page.getByText(`What the ${by} found`).waitFor();
    expect(await page.locator('.box-found').innerText()).toContain(name);
    await expect.poll(async () => (await told(page)).at(-1)).toContain(`The ${by} refuses.`);
    if (lacksTitles(scenario))
      await expect.poll(() => page.locator('.summary').innerText()).toContain(entryWords(id).title);
    const title = famous.some((each) => each === id) ? words.catalogue.titles[id as Famous] : entryWords(id).title;
    expect(await page.locator('.entry.active').innerText()).toContain(title);
  });

  it('shows a connection that was cut', async () => {
    const page = await open('#1?break=truncation');
    expect(await pictureText(page)).toContain('connection cut');
  });
});

describe('what went wrong', () => {
  it('is told by seven famous failures, each above the fold, which play at a press and go at another', async () => {
    const page = await open();
    const lines = page.getByRole('list', { name: words.catalogue.famous }).getByRole('button');
    expect(await lines.allInnerTexts()).toEqual(famous.map((id) => words.catalogue.titles[id]));
    const box = await page.locator('.all-failures').boundingBox();
    expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThan(824);
    await lines.nth(1).click();
    await expect.poll(() => pictureText(page)).toContain('alert: certificate_expired (45)');
    await expect.poll(() => page.url()).toContain('break=client-expired');
    await page.getByRole('button', { name: words.catalogue.titles['client-expired'], pressed: true }).click();
    await expect.poll(() => pictureText(page)).not.toContain('certificate_expired');
  });

  it('has the rest folded by topic with counts, which add up to what the button says', async () => {
    const page = await open();
    await page.locator('.all-failures').hover();
    await expect.poll(() => page.locator('.all-failures').innerText()).toMatch(/\d/);
    const [total] = /\d+/.exec(await page.locator('.all-failures').innerText()) ?? [];
    await page.locator('.all-failures').click();
    const counts = await page.locator('.everything .count').allInnerTexts();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(Number(total));
    expect(await page.locator('.everything .entry').filter({ visible: true }).count()).toBe(0);
    const topic = page.locator('summary', { hasText: catalogueWords.topics.certificate });
    await topic.press('Enter');
    await page
      .locator('.everything')
      .getByRole('button', { name: /^Server certificate expired/ })
      .click();
    await expect.poll(() => pictureText(page)).toContain('certificate_expired');
  });

  it('says what an entry needs before it is played, and gives it back when it goes', async () => {
    const page = await open('#1/off');
    await errorField(page).fill('ServerKeyExchange');
    const line = answers(page).first();
    expect(await line.innerText()).toContain('Needs TLS 1.2:');
    await errorField(page).press('Enter');
    await expect.poll(() => page.url()).toContain('/tls12');
    await page.getByText(/^Set for this: TLS 1\.2/).waitFor();
    await button(page, catalogueWords.off).click();
    await expect.poll(() => page.url()).toMatch(/#1\/off(\?step|$)/);
    await button(page, words.scenario.undo).click();
    await expect.poll(() => page.url()).toContain('/tls12');
    await openAll(page);
    await page
      .locator('.everything')
      .getByRole('button', { name: /^Server certificate expired/ })
      .click();
    await expect.poll(() => page.url()).toContain('#1/off?break=server-expired');
  });

  it('is at hand on a phone', async () => {
    const page = await open('', { viewport: phone });
    await button(page, words.scenario.open).click();
    await errorField(page).fill('server certificate expired');
    await answers(page).first().click();
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
    ['remote error: tls: bad certificate', 'handshake_failure (40)'],
    ['javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_expired', 'certificate_expired (45)'],
  ])('%s leads to the scenario at its failure', async (error, alert) => {
    const page = await open();
    await errorField(page).fill(error);
    await answers(page).first().click();
    await expect.poll(() => pictureText(page)).toContain(`alert: ${alert}`);
    await expect.poll(async () => (await told(page)).at(-1)).toContain('refuses');
    await expect.poll(() => page.url()).toContain('break=');
  });

  it('is answered beside the field by whose log it is: arrows move, Enter goes, Esc leaves', async () => {
    const page = await open();
    const field = errorField(page);
    await field.fill('tlsv1 alert unknown ca');
    const list = page.getByRole('listbox', { name: catalogueWords.answers });
    await list.getByRole('group', { name: questions['client-refused'] }).waitFor();
    await list.getByRole('group', { name: questions['server-refused'] }).waitFor();
    const current = () => answers(page).and(page.locator('[aria-selected=true]')).innerText();
    const marked = () =>
      field.getAttribute('aria-activedescendant').then((id) => page.locator(`[id="${id}"]`).innerText());
    const first = await current();
    expect(await marked()).toBe(first);
    await field.press('ArrowDown');
    expect(await current()).not.toBe(first);
    expect(await marked()).toBe(await current());
    const box = await answers(page).and(page.locator('[aria-selected=true]')).boundingBox();
    expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThan(824);
    await field.press('ArrowUp');
    await field.press('ArrowUp');
    await expect(answers(page).last().getAttribute('aria-selected')).resolves.toBe('true');
    await field.press('Escape');
    expect([await list.count(), await field.getAttribute('aria-expanded')]).toEqual([0, 'false']);
    expect(await field.inputValue()).not.toBe('');
    await field.press('ArrowDown');
    await list.waitFor();
    await field.press('Enter');
    await expect.poll(() => page.url()).toContain('break=');
    expect(await list.count()).toBe(0);
  });

  it('is read with its lines as they were', async () => {
    const page = await open();
    await errorField(page).evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', 'first line\nremote error: tls: bad certificate\nlast line');
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await errorField(page).inputValue()).toBe('first line remote error: tls: bad certificate last line');
  });

  it('that nobody knows is answered honestly, with what to try', async () => {
    const page = await open();
    await errorField(page).fill('the printer is out of paper');
    await expect.poll(() => page.locator('.answers').innerText()).toContain(catalogueWords.tries[0]);
    expect(await answers(page).count()).toBe(0);
    for (const word of catalogueWords.tries) {
      await errorField(page).fill(word);
      await expect.poll(() => answers(page).count()).toBeGreaterThan(0);
    }
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
    await page.locator('.all-failures').click();
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
    await page.locator('.all-failures').click();
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
          // Other threads start meanwhile, to be fetched ahead.
          if (!String(url).includes('sweep')) return;
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
    await openHandshake(page);
    await page.getByLabel(choiceWords.version).selectOption('1.2');
    await expect.poll(() => pictureText(page)).toContain('ServerHelloDone');
    await expect.poll(() => page.url()).toMatch(/#1\/tls12(\?|$)/);
    await page.getByLabel(choiceWords.keyExchange).selectOption('static');
    await expect.poll(() => page.getByLabel(choiceWords.keys).first().inputValue()).toBe('RSA');
    await expect.poll(() => pictureText(page)).not.toContain('ServerKeyExchange');
  });
});
