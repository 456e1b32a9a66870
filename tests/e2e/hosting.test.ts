// What the server of `npm start` sends along with the page, and that it binds the page's worker, which the page's own policy does not.

import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../tools/browser.ts';
import { caching, framing, headers } from '../../tools/hosting.ts';

const root = `${import.meta.dirname}/../..`;
const assets = readdirSync(`${root}/dist/assets`).map((file) => `assets/${file}`);

describe('a foreign server', () => {
  let foreign: Server;
  let asked = 0;
  beforeAll(async () => {
    foreign = createServer((_, response) => {
      asked++;
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('foreign');
    });
    await new Promise<void>((resolve) => foreign.listen(0, 'localhost', resolve));
  });
  afterAll(() => foreign.close());

  it('is asked for nothing, neither by the page nor by the thread that sweeps', async () => {
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(inject('address'));
    const started = page.waitForEvent('worker');
    await page.evaluate(
      (file) => void Object.assign(globalThis, { sweeper: new Worker(file, { type: 'module' }) }),
      assets.find((file) => /sweep-worker/.test(file)) ?? '',
    );
    const address = `http://localhost:${(foreign.address() as AddressInfo).port}/`;
    const status = (url: string) =>
      fetch(url).then(
        (got) => got.status,
        (error: unknown) => String(error),
      );
    const worker = await started;
    for (const [url, answer] of [
      [inject('address'), /200/],
      [address, /Failed to fetch/],
    ] as const) {
      expect(`${await page.evaluate(status, url)}`).toMatch(answer);
      expect(`${await worker.evaluate(status, url)}`).toMatch(answer);
    }
    expect(asked).toBe(0);
    await browser.close();
  });
});

describe('the headers', () => {
  it.each(['', 'index.html', 'nothing', ...assets.slice(0, 2)])('of /%s are those of a host', async (path) => {
    const answer = await fetch(inject('address') + path);
    expect(Object.fromEntries(answer.headers)).toMatchObject(headers);
  });

  it.each(['embed.html', 'countersign.html', 'exhibits/retry/index.html'])(
    'of %s let others frame it',
    async (path) => {
      const answer = await fetch(inject('address') + path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-security-policy')).toBe(framing);
    },
  );

  it('let a browser keep what never changes, and ask for the rest', async () => {
    const keeping = async (path: string) => (await fetch(inject('address') + path)).headers.get('cache-control');
    for (const file of assets) {
      expect(file).toMatch(/-[\w-]{8}\.\w+$/);
      expect(await keeping(file)).toBe(caching.hashed);
    }
    for (const file of ['', 'index.html', 'favicon.png', 'nothing']) expect(await keeping(file)).toBe(caching.other);
  });

  it('stand in docs/hosting.md as they are sent', () => {
    const blocks = [...readFileSync(`${root}/docs/hosting.md`, 'utf8').matchAll(/^```\w+\n([\s\S]+?)^```$/gm)];
    expect(blocks.length).toBe(3);
    for (const [, block] of blocks) {
      const said = block?.toLowerCase();
      for (const [name, value] of Object.entries(headers)) expect(said).toContain(`${name} "${value}"`);
      expect(said).toContain(`content-security-policy "${framing}"`);
      for (const value of Object.values(caching)) expect(said).toContain(`cache-control "${value}"`);
    }
  });
});
