// What stands in the page when the lab does not come: never nothing, and always what to do. And that it comes in the oldest browsers
// that README names, as far as their lacks can be imitated.

import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { defaultScenario, type Scenario, toLink } from '../../src/lab/index.ts';
import { sweepWords } from '../../src/words/ui/index.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { phone } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens the page and hands it over at once, whatever becomes of it. */
async function opened(before: (page: Page) => Promise<unknown>, address = inject('address'), options = {}) {
  const page = await browser.newPage({ reducedMotion: 'reduce', ...options } satisfies BrowserContextOptions);
  page.setDefaultTimeout(10_000);
  await before(page);
  await page.goto(address);
  return page;
}

const seen = (page: Page) => page.locator('body').innerText();
/** Until what was drawn ahead has given way to what answers. */
const answering = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName('countersign:picture').length > 0);
const main = /\/assets\/index-[^/]+\.js$/;
const nothing = async () => undefined;

describe('a page whose lab does not come says what to do', () => {
  it.each([
    ['its script is blocked', (page: Page) => page.route(main, (route) => route.abort()), {}],
    ['scripts are off', nothing, { javaScriptEnabled: false }],
    ['scripts are off, on a phone', nothing, { javaScriptEnabled: false, viewport: phone }],
    ['a part of the language is missing', (page: Page) => page.addInitScript('delete globalThis.Intl'), {}],
    [
      'its script can’t be read',
      (page: Page) => page.route(main, (route) => route.fulfill({ body: 'let let', contentType: 'text/javascript' })),
      {},
    ],
  ] as const)('%s', async (_, before, options) => {
    const page = await opened(before, inject('address'), options);
    await page.getByText('npm start').waitFor();
    expect(await seen(page)).toMatch(/allow scripts/i);
    expect(await seen(page)).toContain('web server');
    await page.close();
  });

  it('it is opened as a file', async () => {
    const page = await opened(nothing, pathToFileURL(`${import.meta.dirname}/../../dist/index.html`).href);
    await page.getByText('npm start').waitFor();
    expect(await seen(page)).toMatch(/not as a file/);
    await page.close();
  });
});

describe('a start that fails says so, why, and what to do', () => {
  it.each([
    ['before the lab is made', 'delete globalThis.matchMedia', 'matchMedia'],
    ['while the lab is made', 'Uint8Array.prototype.subarray = undefined', 'subarray'],
    ['while the lab is shown', 'delete globalThis.ResizeObserver', 'ResizeObserver'],
  ])('%s', async (_, missing, named) => {
    const page = await opened((page) => page.addInitScript(missing));
    await page.getByRole('alert').waitFor();
    const text = await seen(page);
    expect(text).toContain(named);
    expect(text).toMatch(/^Countersign .*Reload/);
    expect(text).not.toContain('npm start');
    await page.close();
  });

  it('and nothing of it is seen where the start goes well', async () => {
    const page = await opened(nothing);
    await answering(page);
    expect(await seen(page)).not.toContain('npm start');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });
});

/** What came after ES2022. */
const younger = [
  'Array.fromAsync',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.toReversed',
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'Map.groupBy',
  'Object.groupBy',
  'Object.getPrototypeOf(Uint8Array).prototype.findLast',
  'Object.getPrototypeOf(Uint8Array).prototype.findLastIndex',
  'Object.getPrototypeOf(Uint8Array).prototype.toReversed',
  'Object.getPrototypeOf(Uint8Array).prototype.toSorted',
  'Object.getPrototypeOf(Uint8Array).prototype.with',
  'Promise.try',
  'Promise.withResolvers',
  'Set.prototype.difference',
  'Set.prototype.intersection',
  'Set.prototype.isSubsetOf',
  'Set.prototype.union',
  'String.prototype.isWellFormed',
  'globalThis.Iterator',
  'Uint8Array.fromBase64',
  'Uint8Array.fromHex',
  'Uint8Array.prototype.toBase64',
  'Uint8Array.prototype.toHex',
  'AbortSignal.any',
  'URL.canParse',
];

describe('a browser that knows nothing younger than ES2022', () => {
  it.each([{}, { version: '1.2', keys: 'RSA' }] as const)(
    'shows everything of %j',
    async (patch: Partial<Scenario>) => {
      const complaints: string[] = [];
      const page = await opened(
        async (page) => {
          page.on('pageerror', ({ message }) => complaints.push(message));
          await page.addInitScript(younger.map((name) => `delete ${name};`).join('\n'));
        },
        inject('address') + toLink({ scenario: { ...defaultScenario, ...patch } }),
        { viewport: { width: 1440, height: 900 } },
      );
      await answering(page);
      await page.keyboard.press('End');
      await page.getByRole('tab').first().waitFor();
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        await page.getByRole('tabpanel').locator('h2, h3, [role="tree"]').first().waitFor();
      }
      await page.locator('.all-failures').click();
      await page.locator('.everything .entry').first().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: sweepWords.start }).click();
      await page.locator('.sweep .entry').first().waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
