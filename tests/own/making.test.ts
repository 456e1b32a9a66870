// Certificates for practice, made in the page and taken along: by the keyboard alone, opened by OpenSSL and Java, and nowhere left behind; and
// what becomes of them where the thread is lost that makes and writes them.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makingWords as text } from '../../src/words/making/index.ts';
import { answerPaneWords as answer, ownWords as own, placeNames } from '../../src/words/own/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { violations } from '../e2e/axe.ts';
import { desk, pages, phone } from '../e2e/pages.ts';
import { button } from '../e2e/reading.ts';
import { withPrograms } from '../interop/program.ts';

const open = pages();
const brought = [fileURLToPath(new URL('../corpus/files/p12-3des-ec.p12', import.meta.url))];
const title = words.scenario.practice;
const sheetOf = (page: Page): Locator => page.getByRole('dialog', { name: title });

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 90; i++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The tab key never came there.');
}

async function openSheet(page: Page): Promise<Locator> {
  await button(page, title).click();
  const sheet = sheetOf(page);
  await sheet.getByRole('button', { name: text.make }).waitFor();
  return sheet;
}

const file = (sheet: Locator, name: string): Locator =>
  sheet.getByRole('button', { name: `${text.download} ${name}`, exact: true });

/** Waits until every thread has been fetched ahead: the next one is asked for by the reader. */
async function stocked(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('countersign:stocked').length > 0, undefined, {
    timeout: 60_000,
  });
}

/** The path of what comes of an act that downloads. */
async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const [found] = await Promise.all([page.waitForEvent('download'), act()]);
  return found.path();
}

function openssl(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout + stderr;
}

withPrograms('certificates for practice', [{ program: 'openssl', from: 'openssl' }], () => {
  it('are made and downloaded by the keyboard alone, and open in OpenSSL', async () => {
    const page = await open();
    const address = page.url();
    await tabTo(page, button(page, title));
    await page.keyboard.press('Enter');
    const sheet = sheetOf(page);
    await sheet.getByRole('button', { name: text.make }).waitFor();
    await tabTo(page, sheet.getByRole('combobox', { name: text.keys, exact: true }));
    await page.keyboard.type('RSA, 2');
    await tabTo(page, sheet.getByRole('textbox', { name: text.days }));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('7');
    await tabTo(page, sheet.getByRole('group', { name: text.ends.client }).getByRole('textbox', { name: text.names }));
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('Zoë, zoe.example');
    await page.keyboard.press('Enter');
    await file(sheet, 'client.p12').waitFor();
    const password = sheet.getByRole('textbox', { name: text.password });
    await tabTo(page, password);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('sésame 1');
    await tabTo(page, file(sheet, 'client.p12'));
    const bundle = await downloaded(page, () => page.keyboard.press('Enter'));
    const told = openssl('pkcs12', '-in', bundle, '-info', '-nodes', '-passin', 'pass:sésame 1');
    expect(told).toContain('friendlyName: client');
    expect(told).toContain('BEGIN PRIVATE KEY');
    const [root, chain] = [
      await downloaded(page, () => file(sheet, 'root.pem').press('Enter')),
      await downloaded(page, () => file(sheet, 'client.pem').press('Enter')),
    ];
    expect(
      openssl('verify', '-x509_strict', '-purpose', 'sslclient', '-CAfile', root, '-untrusted', chain, chain),
    ).toContain('OK');
    const about = openssl('x509', '-in', chain, '-noout', '-text', '-nameopt', 'utf8', '-checkend', `${6 * 86_400}`);
    expect(about).toMatch(/O ?= ?Countersign practice, ?CN ?= ?Zoë/);
    expect(about).toContain('DNS:zoe.example');
    expect(about).toContain('Public-Key: (2048 bit)');
    expect(spawnSync('openssl', ['x509', '-in', chain, '-noout', '-checkend', `${8 * 86_400}`]).status).toBe(1);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await button(page, title).evaluate((node) => node === document.activeElement)).toBe(true);
    expect(page.url()).toBe(address);
  });

  it('are the demo’s, too, with a word of warning', async () => {
    const page = await open();
    const sheet = await openSheet(page);
    await sheet.getByRole('combobox', { name: text.demoKeys }).selectOption('RSA');
    await button(page, text.demo).click();
    await sheet.getByText('Their keys are no secret').waitFor();
    const path = await downloaded(page, () => file(sheet, 'client.p12').click());
    const told = openssl('pkcs12', '-in', path, '-info', '-nodes', '-passin', 'pass:practice');
    expect(told).toMatch(/CN ?= ?Countersign Client Issuing CA/);
    await sheet.getByRole('heading', { name: text.authorities('client-') }).waitFor();
  });
});

const java = { program: 'keytool', from: 'default-jdk-headless' };
withPrograms('what the page writes for Java', [java], () => {
  const listed = (path: string, password: string): string => {
    const { status, stdout, stderr } = spawnSync(
      java.program,
      ['-list', '-v', '-storetype', 'PKCS12', '-keystore', path, '-storepass', password],
      { encoding: 'utf8' },
    );
    expect(status, stdout + stderr).toBe(0);
    return stdout;
  };

  it('opens there: a key with its chain, and what is trusted', async () => {
    const page = await open();
    const sheet = await openSheet(page);
    await button(page, text.make).click();
    await sheet.getByRole('textbox', { name: text.password }).fill('sesame 1');
    const [store, trusted] = [
      await downloaded(page, () => file(sheet, 'client.p12').click()),
      await downloaded(page, () => file(sheet, 'truststore.p12').click()),
    ];
    expect(listed(store, 'sesame 1')).toMatch(/PrivateKeyEntry[\s\S]*Certificate chain length: 2/);
    expect(listed(trusted, 'sesame 1')).toContain('trustedCertEntry');
  }, 60_000);

  it('and the trust store that a trial has changed', async () => {
    const page = await open();
    const save = await tried(page);
    expect(listed(await downloaded(page, () => save.click()), 'changeit')).toMatch(
      /trustedCertEntry[\s\S]*Owner: CN=Harbour Corpus Root/,
    );
  }, 60_000);
});

/** Has the next thread of a kind end as one does whose script can’t be had, and those after it live. */
function loseNext(page: Page, kind: string): Promise<void> {
  return page.evaluate((wanted) => {
    const Real = Worker;
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        // Other threads start meanwhile, to be fetched ahead.
        if (!String(url).includes(wanted)) return;
        window.Worker = Real;
        this.terminate();
        queueMicrotask(() => this.dispatchEvent(new Event('error', { cancelable: true })));
      }
    };
  }, kind);
}

/** Brings a certificate whose root lies there in no role, tries what helps, and finds the button that saves the trust store of that. */
async function tried(page: Page): Promise<Locator> {
  await button(page, words.own.open).click();
  await page.setInputFiles('.own input[type="file"]', brought);
  await page.getByLabel(own.passwordName).fill('changeit');
  await page.getByLabel(own.passwordName).press('Enter');
  const root = page.getByRole('combobox', { name: own.place('root CN=Harbour Corpus Root'), exact: true });
  await root.selectOption(placeNames.nowhere);
  await page.locator('.own-trials button').first().click();
  return button(page, answer.download('server-trusts.p12'));
}

describe('a thread that is lost', () => {
  it('makes nothing, is told of, and the next one makes it', async () => {
    const page = await open();
    const sheet = await openSheet(page);
    await stocked(page);
    await loseNext(page, 'maker');
    await button(page, text.make).click();
    await sheet.getByText(text.failed).waitFor();
    expect(await file(sheet, 'client.p12').count()).toBe(0);
    await button(page, text.make).click();
    await file(sheet, 'client.p12').waitFor();
    expect(await sheet.getByText(text.failed).count()).toBe(0);
  });

  it('writes no file of those that were made, is told of, and the next one writes it', async () => {
    const page = await open();
    const sheet = await openSheet(page);
    await stocked(page);
    await button(page, text.make).click();
    await file(sheet, 'client.p12').waitFor();
    await loseNext(page, 'maker');
    const saved: string[] = [];
    page.on('download', (found) => saved.push(found.suggestedFilename()));
    await file(sheet, 'client.p12').click();
    await sheet.getByRole('alert').filter({ hasText: text.unwritten }).waitFor();
    await downloaded(page, () => file(sheet, 'client.p12').click());
    expect(saved).toEqual(['client.p12']);
    expect(await sheet.getByText(text.unwritten).count()).toBe(0);
  });

  it('writes no trust store of what was tried, is told of, and the next one writes it', async () => {
    const page = await open();
    const save = await tried(page);
    await save.waitFor();
    await stocked(page);
    await loseNext(page, 'maker');
    await save.click();
    const told = page.locator('.own-tried').getByText(words.missing.part);
    await told.waitFor();
    await downloaded(page, () => save.click());
    await expect.poll(() => told.count()).toBe(0);
  });
});

describe('what is made', () => {
  it('is in no attribute, no address and no storage, and its object URLs are taken back', async () => {
    const page = await open();
    await page.evaluate(() => {
      const urls = new Set<string>();
      Object.assign(window, { urls });
      const { createObjectURL, revokeObjectURL } = URL;
      URL.createObjectURL = (thing) => {
        const url = createObjectURL.call(URL, thing);
        urls.add(url);
        return url;
      };
      URL.revokeObjectURL = (url) => {
        urls.delete(url);
        revokeObjectURL.call(URL, url);
      };
    });
    const held = () => page.evaluate(() => (window as unknown as { urls: Set<string> }).urls.size);
    const sheet = await openSheet(page);
    await button(page, text.make).click();
    await sheet.getByRole('textbox', { name: text.password }).fill('open sesame');
    await downloaded(page, () => file(sheet, 'server-all.pem').click());
    await downloaded(page, () => file(sheet, 'truststore.p12').click());
    await expect.poll(held).toBe(0);
    const everywhere = await page.evaluate(() => [
      document.documentElement.outerHTML,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage, ...sessionStorage }),
    ]);
    for (const place of everywhere) expect(place).not.toMatch(/open sesame|PRIVATE KEY/);
  });

  it('is still there when the sheet is opened again, and gone when others are to be made', async () => {
    const page = await open();
    const sheet = await openSheet(page);
    await button(page, text.make).click();
    await file(sheet, 'client.p12').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await button(page, title).click();
    await file(sheet, 'client.p12').waitFor();
    await button(page, text.again).click();
    await sheet.getByRole('button', { name: text.make }).waitFor();
  });

  it('is used here as if it had been brought, and the handshake works', async () => {
    const page = await open();
    const sheet = await openSheet(page);
    await button(page, text.make).click();
    await button(page, text.use).click();
    await sheet.waitFor({ state: 'detached' });
    await page.getByText('server-all.pem').first().waitFor();
    await expect.poll(() => page.locator('.lab-inspector').innerText()).toMatch(/It would work/);
  });

  it('says before the download who refuses it, and under which password it is', async () => {
    const page = await open();
    const sheet = await openSheet(page);
    await sheet.getByRole('combobox', { name: text.keys, exact: true }).selectOption('Ed25519');
    await button(page, text.make).click();
    await sheet.getByText('NSS refuses Ed25519').first().waitFor();
    await sheet.getByRole('textbox', { name: text.password }).fill('');
    await file(sheet, 'client.p12').click();
    await sheet.getByText(text.passwordMissing).waitFor();
    await downloaded(page, () => file(sheet, 'client.pem').click());
  });
});

describe('a wish that can’t be met', () => {
  it.each([
    [text.ends.server, 'a b', 'neither the name of a host nor an IP address'],
    [text.ends.client, ' ', 'The client needs a name'],
  ])('is told of: %s %s', async (end, typed, sentence) => {
    const page = await open();
    const sheet = await openSheet(page);
    await sheet.getByRole('group', { name: end }).getByRole('textbox', { name: text.names }).fill(typed);
    await button(page, text.make).click();
    await sheet.getByRole('alert').filter({ hasText: sentence }).waitFor();
    expect(await file(sheet, 'client.p12').count()).toBe(0);
  });
});

describe('for everyone', () => {
  it.each([
    ['desk', desk, 'light'],
    ['desk', desk, 'dark'],
    ['phone', phone, 'light'],
    ['phone', phone, 'dark'],
  ] as const)('axe finds nothing: %s', async (name, viewport, colorScheme) => {
    const page = await open('', { viewport, colorScheme, ...(name === 'phone' && { hasTouch: true }) });
    if (name === 'phone') await button(page, words.scenario.open).click();
    const sheet = await openSheet(page);
    await sheet.getByRole('group', { name: text.ends.client }).getByRole('textbox', { name: text.names }).fill('');
    await button(page, text.make).click();
    expect(await violations(page, '.sheet:has(.making)')).toEqual([]);
    await sheet.getByRole('group', { name: text.ends.client }).getByRole('textbox', { name: text.names }).fill('a');
    await sheet.getByRole('combobox', { name: text.keys, exact: true }).selectOption('Ed25519');
    await button(page, text.make).click();
    await file(sheet, 'client.p12').waitFor();
    for (const lines of (await sheet.locator('summary').all()).slice(0, 3)) await lines.click();
    expect(await violations(page, '.sheet:has(.making)')).toEqual([]);
    const tooWide = await sheet.evaluate((node) =>
      [...node.querySelectorAll('*')]
        .filter(
          (each) =>
            each.scrollWidth > each.clientWidth + 1 && !each.matches('.visually-hidden, summary *, option, select'),
        )
        .map((each) => each.className || each.tagName),
    );
    expect(tooWide).toEqual([]);
  });
});
