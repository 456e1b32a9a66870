// The page without a network after one visit, and what becomes of an open tab when there is a newer build.

import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newerWords } from '../../src/words/newer.ts';
import { ownWords } from '../../src/words/own/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { headersOf } from '../../tools/hosting.ts';
import { missingIn } from '../../tools/keeping.ts';
import { type Service, serve } from '../../tools/serve.ts';
import { button, stepOf } from '../e2e/reading.ts';

const certificate = fileURLToPath(new URL('../corpus/files/pem-two-leaves-two-keys.pem', import.meta.url));
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
let browser: Browser;
let folder: string;
let service: Service;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-kept-'));
  cpSync(dist, folder, { recursive: true });
  service = await serve(folder, 0, headersOf);
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await service.close();
  rmSync(folder, { recursive: true });
});

/** Visits the page, and waits until the browser keeps it. */
async function visit(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${service.address}#1?step=3`);
  await page.waitForFunction(() => performance.getEntriesByName('countersign:kept').length > 0, undefined, {
    timeout: 60_000,
  });
  return page;
}

const script = (page: Page) => page.locator('head script[type="module"]').getAttribute('src');

/** Puts another build in the place of this one: all that has its content in its name has another name, and nothing of the old is left. */
function deployNext(): readonly string[] {
  const old = readdirSync(`${folder}/assets`);
  const renamed = old.map((name) => [name, name.replace(/.(\.\w+)$/, (_, ending) => `0${ending}`)] as const);
  for (const [name, next] of renamed) renameSync(`${folder}/assets/${name}`, `${folder}/assets/${next}`);
  const before = createHash('sha256')
    .update(readFileSync(`${folder}/index.html`))
    .digest('hex')
    .slice(0, 16);
  const texts = [...readdirSync(`${folder}/assets`).map((name) => `assets/${name}`), 'index.html', 'kept.js'];
  for (const file of texts.filter((name) => /\.(js|css|html)$/.test(name))) {
    const text = readFileSync(`${folder}/${file}`, 'utf8').replaceAll(before, 'the next one');
    writeFileSync(
      `${folder}/${file}`,
      renamed.reduce((sum, [name, next]) => sum.replaceAll(name, next), text),
    );
  }
  return old;
}

describe('after one visit', () => {
  it('the page opens without a network, and has every part', async () => {
    const page = await visit();
    await service.close();
    await page.reload();
    await expect.poll(() => stepOf(page)).toBe(3);
    for (const tab of Object.values(words.inspector.tabs)) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel', { name: tab }).locator('h2, h3, [role="tree"]').first().waitFor();
    }
    await button(page, words.header.keys).click();
    await page.locator('.keys kbd').first().waitFor();
    service = await serve(folder, 0, headersOf);
  });

  it('every script, style and typeface is kept', async () => {
    const page = await visit();
    const kept = await page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return caches_.flat().map(({ url }) => new URL(url).pathname);
    });
    const assets = readdirSync(`${folder}/assets`).map((name) => `/assets/${name}`);
    expect(kept).toEqual(expect.arrayContaining([...assets, '/index.html', '/licences.txt']));
    expect(kept.join()).not.toContain('countersign.html');
  });

  it('the browser can install it', async () => {
    const page = await visit();
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A private window installs nothing.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  });
});

describe('a newer build', () => {
  it('leaves an open tab whole, is told quietly, and comes when the reader wants it', async () => {
    const page = await visit();
    const before = await script(page);
    const gone = deployNext();
    expect(before).toContain(gone.find((name) => /^index-.*\.js$/.test(name)));
    await page.reload();
    await expect.poll(() => stepOf(page)).toBe(3);
    expect(await script(page)).toBe(before);
    await button(page, words.header.keys).click();
    await page.locator('.keys kbd').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(newerWords.newer).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('.newer'))).toBe(null);
    expect(await page.getByText(newerWords.own).count()).toBe(0);
    await button(page, words.own.open).click();
    await page.setInputFiles('.own input[type="file"]', certificate);
    await page.getByText(newerWords.own).waitFor();
    await button(page, ownWords.forget).first().click();
    await expect.poll(() => page.getByText(newerWords.own).count()).toBe(0);
    await page.keyboard.press('Home');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
    // The address, too, follows the reader a moment later.
    await expect.poll(() => page.url()).toContain('step=3');
    await button(page, newerWords.take).click();
    await expect.poll(() => script(page)).not.toBe(before);
    await expect.poll(() => stepOf(page)).toBe(3);
    expect(await page.getByText(newerWords.newer).count()).toBe(0);
  });
});

describe('nothing is kept', () => {
  it('in a frame', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    writeFileSync(
      `${folder}/around.html`,
      '<iframe title="A page" src="index.html" width="900" height="600"></iframe>',
    );
    const open = await serve(folder, 0, () => ({}));
    await page.goto(`${open.address}around.html`);
    await page.frameLocator('iframe').locator('.playbar-place strong:visible').waitFor();
    await page.waitForTimeout(4000);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await open.close();
  });
});

describe('a build', () => {
  it('fails when a part is missing from its list', () => {
    const files = ['index.html', 'manifest.webmanifest', 'assets/index-abcdefgh.js'];
    const texts: Readonly<Record<string, string>> = {
      'index.html': '<script src="./assets/index-abcdefgh.js">',
      'assets/index-abcdefgh.js': 'import(`./late-12345678.js`)',
    };
    expect(missingIn(files, (file) => texts[file] ?? '')).toEqual(['assets/late-12345678.js']);
  });
});
