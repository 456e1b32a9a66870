// Pages of others that have the lab in a frame: each on a server of its own, which sends no header that anybody would need, and tells what
// was asked of it. A test fails after which any of them has something to be ashamed of.

import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../../tools/browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What a page is made of. */
export interface Guest {
  readonly body: string;
  readonly head?: string;
  /** Run in it, by its address `/script.js`. */
  readonly script?: string;
  /** What is sent with the page, and not with what it frames. */
  readonly headers?: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** Call once at the top of a test file. @returns opens such a page; what it heard by message stands in `heard` of its window */
export function guests() {
  let browser: Browser | undefined;
  let server: Server | undefined;
  let guest: Guest = { body: '' };
  let asked: string[] = [];
  let complaints: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      asked.push(pathname);
      const answer = answerTo(pathname, guest);
      if (answer === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, {
            'content-type': types[extname(pathname)] ?? 'text/html; charset=utf-8',
            ...(pathname === '/' && guest.headers),
          })
          .end(answer);
    });
    await new Promise<void>((resolve) => server?.listen(0, 'localhost', resolve));
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });
  afterEach(async () => {
    const said = complaints;
    complaints = [];
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    expect(said).toEqual([]);
  });
  const open = async (next: Guest, options: BrowserContextOptions = {}): Promise<Page> => {
    guest = next;
    asked = [];
    const context = await browser?.newContext({
      viewport: { width: 900, height: 700 },
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context?.newPage();
    const { port } = (server?.address() ?? { port: 0 }) as AddressInfo;
    if (!page) throw new Error('The browser has not been started.');
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    await page.addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      window.addEventListener('message', ({ data }) => heard.push(data));
    });
    await page.goto(`http://localhost:${port}/`);
    return page;
  };
  return { open, asked: () => asked };
}

function answerTo(path: string, { head = '', body, script = '' }: Guest): string | Buffer | undefined {
  if (path === '/')
    return `<!doctype html><html lang="en"><head><title>A lesson</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
  if (path === '/script.js') return script;
  const [, folder, file] = /^\/(lab|reveal)\/([\w./-]+)$/.exec(path) ?? [];
  if (file === undefined || file.includes('..')) return undefined;
  return readFileSync(`${root}${folder === 'lab' ? 'dist' : 'node_modules/reveal.js/dist'}/${file}`);
}

/** The messages of one type that a page has heard, in order. */
export function heard<Message>(page: Page, type: string): Promise<readonly Message[]> {
  return page.evaluate(
    (wanted) => (window as unknown as { heard: { type?: string }[] }).heard.filter((each) => each.type === wanted),
    type,
  ) as unknown as Promise<readonly Message[]>;
}

/** Where a frame says that it stands. */
export const placeIn = (frame: FrameLocator) => frame.locator('.playbar-place strong');
