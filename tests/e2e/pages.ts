// Opens the page the way a reader does, and fails a test after which the page has anything to be ashamed of: a message on the console,
// an uncaught error, a breach of the content security policy, a request that leaves the origin or fails.

import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { words } from '../../src/words/ui/index.ts';
import { launchBrowser } from '../../tools/browser.ts';

export const desk = { width: 1440, height: 900 };
export const tablet = { width: 1024, height: 768 };
export const phone = { width: 390, height: 844 };

/**
 * Opens the page at a hash (`#1/asked`, or nothing) in a fresh context, and waits until the picture and the story in words are there; the
 * picture only, where scripts are blocked.
 */
export type Open = (hash?: string, options?: BrowserContextOptions) => Promise<Page>;

/**
 * Call once at the top of a test file: starts a browser for it and gives the way to open pages, which are closed after each test.
 * @param browsing how the browser is started
 * @param blocked names of scripts that can't be had as long as they stand here; of their absence nobody need be ashamed
 * @param ahead whether the page fetches what it may still need
 */
export function pages(
  browsing: { readonly scrollbars?: boolean } = {},
  blocked?: ReadonlySet<string>,
  ahead = blocked === undefined,
): Open {
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];
  let complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser(browsing);
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    // What breaks off because the page is closed has not failed anybody.
    const said = [...complaints];
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    complaints = [];
    expect(said).toEqual([]);
  });
  return async (hash = '', options = {}) => {
    if (!browser) throw new Error('The browser has not been started.');
    const context = await browser.newContext({
      viewport: desk,
      reducedMotion: 'reduce',
      colorScheme: 'light',
      ...options,
    });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    listen(page, complaints, blocked);
    if (!ahead) await page.addInitScript(savingData);
    await page.addInitScript(keepingNothing);
    if (blocked) await withhold(page, blocked);
    await page.goto(inject('address') + hash);
    await page.waitForFunction(() => performance.getEntriesByName('countersign:picture').length > 0);
    if (!blocked?.size) await page.getByRole('list', { name: words.stage.list }).waitFor({ state: 'attached' });
    await page.evaluate(async () => void (await document.fonts.ready));
    return page;
  };
}

/** What a page has fetched stands in the browser's cache, where it imports it from. */
async function withhold(page: Page, blocked: ReadonlySet<string>): Promise<void> {
  const fetched = new Set<string>();
  await page.route('**/assets/*.js', (route) => {
    const request = route.request();
    const name = nameOf(request.url());
    const fetching = request.resourceType() === 'fetch';
    if (blocked.has(name) && (fetching || !fetched.has(name))) return route.abort();
    if (fetching) fetched.add(name);
    return route.continue();
  });
}

/** Run in a page before it begins: nothing is fetched ahead of being asked for. */
export const savingData = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";

/** Run in a page before it begins: the browser keeps nothing of it, so that each test begins without anything. */
const keepingNothing = 'delete Navigator.prototype.serviceWorker';

/** The name of a file in its folder. */
export function nameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}

/** The browser asks for the icon by itself, again and again. */
const isIcon = (url: string): boolean => nameOf(url) === 'favicon.png';

function listen(page: Page, complaints: string[], blocked: ReadonlySet<string> = new Set()): void {
  const { origin } = new URL(inject('address'));
  const own = (url: string) => url.startsWith('data:') || url.startsWith('blob:') || new URL(url).origin === origin;
  page.on('console', (message) => {
    const { url } = message.location();
    if (!(url && (blocked.has(nameOf(url)) || isIcon(url))))
      complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('crash', () => complaints.push('the page crashed'));
  page.on('request', (request) => {
    if (!own(request.url())) complaints.push(`asked for ${request.url()}`);
  });
  let leaving = false;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) leaving = true;
  });
  page.on('domcontentloaded', () => {
    leaving = false;
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What the browser itself lets go of because its document is being left (a reload while a later part loads) has not failed anybody.
    if ((leaving && reason === 'net::ERR_ABORTED') || blocked.has(nameOf(request.url())) || isIcon(request.url()))
      return;
    complaints.push(`${request.url()} failed: ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.url()} answered ${response.status()}`);
  });
}
