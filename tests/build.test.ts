// What the built page weighs, compressed as a server would, and what else holds for the built folder.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { defaultScenario, toLink } from '../src/lab/index.ts';
import { launchBrowser } from '../tools/browser.ts';
import { drawPage } from '../tools/prerender.ts';
import config from '../vite.config.ts';
import { savingData } from './e2e/pages.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const root = fileURLToPath(new URL('../', import.meta.url));
const fonts = ['next', 'mono'].map((face) => `@fontsource-variable/atkinson-hyperlegible-${face}`);
/** In bytes: everything that comes before anybody touches the page, but for what is fetched ahead of being asked for, and the scripts without which it would answer no key. */
const budget = { all: 268_100, answering: 179_900 };

/** The files that a first load fetches, and what each weighs in bytes after gzip -9. */
let fetched: ReadonlyMap<string, number>;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(savingData);
  const files = new Set<string>();
  page.on('request', (request) => files.add(new URL(request.url()).pathname.replace(/\/$/, '/index.html')));
  await page.goto(inject('address'), { waitUntil: 'networkidle' });
  await page.waitForTimeout(1000);
  await page.close();
  // Not every browser without a window asks for the icon; readers' do.
  files.add('/favicon.png');
  fetched = new Map([...files].map((file) => [file, weight(file)]));
});

afterAll(() => browser.close());

/** The scripts that the page names, and what they import without waiting for anybody. */
function early(): readonly string[] {
  const named = readFileSync(`${dist}index.html`, 'utf8').matchAll(/<script[^>]* src="\.([^"]+)"/g);
  const found = new Set([...named].map(([, file]) => file ?? ''));
  for (const file of found) {
    const imports = readFileSync(`${dist}${file.slice(1)}`, 'utf8').matchAll(
      /(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g,
    );
    for (const [, name] of imports) found.add(`/assets/${name}`);
  }
  return [...found];
}

function weight(file: string): number {
  const bytes = readFileSync(`${dist}${file.slice(1)}`);
  return Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
}

/** The packages that a build takes code or files from. */
async function packagesInside(): Promise<readonly string[]> {
  // Packages have other code for development.
  vi.stubEnv('NODE_ENV', 'production');
  const { output } = (await build({ root, logLevel: 'silent', build: { write: false } })) as Rolldown.RolldownOutput;
  vi.unstubAllEnvs();
  const files = output.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : each.originalFileNames));
  return [...new Set(files.flatMap((file) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []))];
}

function sum(kind: (file: string) => boolean): number {
  return [...fetched].reduce((total, [file, bytes]) => total + (kind(file) ? bytes : 0), 0);
}

describe('the first load', () => {
  it('brings a page, scripts, styles and fonts', () => {
    const kinds = new Set([...fetched.keys()].map((file) => extname(file)));
    for (const kind of ['.html', '.js', '.css', '.woff2']) expect(kinds).toContain(kind);
  });

  it(`weighs at most ${budget.all / 1000} KB`, () => {
    expect(
      sum(() => true),
      JSON.stringify([...fetched], null, 1),
    ).toBeLessThanOrEqual(budget.all);
  });

  it(`answers a key with at most ${budget.answering / 1000} KB of scripts`, async () => {
    const needed = early();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.route('**/*.js', (route) => {
      const { pathname } = new URL(route.request().url());
      return needed.includes(pathname) ? route.continue() : route.abort();
    });
    await page.goto(inject('address'));
    const place = page.locator('.playbar-place strong:visible');
    await place.waitFor();
    const before = await place.textContent();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => place.textContent()).not.toBe(before);
    await page.close();
    const later = [...fetched].filter(([file]) => file.endsWith('.js') && !needed.includes(file));
    console.log(`In idle time come: ${later.map(([file, bytes]) => `${file} ${bytes}`).join(', ')}`);
    const weights = needed.map((file) => [file, weight(file)] as const);
    expect(
      weights.reduce((total, [, bytes]) => total + bytes, 0),
      JSON.stringify(weights, null, 1),
    ).toBeLessThanOrEqual(budget.answering);
  });

  it('is without node-forge', () => {
    const scripts = [...fetched.keys()]
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(`${dist}${file.slice(1)}`, 'utf8'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).not.toMatch(/pkcs12FromAsn1|PKCS#12 MAC|forge\.pki|node-forge/);
  });
});

describe('the build', () => {
  it('is made for the browsers that README and the page itself name', () => {
    const made = Object.fromEntries(
      [config.build?.target ?? []].flat().map((target) => /^(\D+)(.*)$/.exec(`${target}`)?.slice(1) ?? []),
    );
    expect(made).toEqual({
      chrome: made.edge,
      edge: made.edge,
      firefox: made.firefox,
      safari: made.ios,
      ios: made.ios,
    });
    const named = `Chrome or Edge ${made.chrome}, Firefox ${made.firefox}, Safari ${made.safari} or newer`;
    for (const text of ['dist/index.html', 'README.md']) {
      expect(readFileSync(`${dist}../${text}`, 'utf8').replaceAll(/\s+/g, ' ')).toContain(named);
    }
  });

  it('stands under a strict content security policy', () => {
    const page = readFileSync(`${dist}index.html`, 'utf8');
    const [, content = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
    const policy = content.replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });

  it('has in its page what the sources draw', async () => {
    const { markup } = await drawPage();
    expect(markup.length).toBeGreaterThan(10_000);
    expect(readFileSync(`${dist}index.html`, 'utf8')).toContain(markup);
  });

  it('refers to its own files only, from wherever it is put', () => {
    const page = readFileSync(`${dist}index.html`, 'utf8');
    const targets = [...page.matchAll(/ (?:src|href)="([^"]+)"/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) {
      expect(target).toMatch(/^(\.\/|#)/);
      if (target.startsWith('#1')) expect(target).toBe(toLink({ scenario: defaultScenario, step: 0 }));
      else if (target.startsWith('#')) expect(page.split(` id="${target.slice(1)}"`), target).toHaveLength(2);
      else expect(existsSync(`${dist}${target}`)).toBe(true);
    }
  });

  it('brings the licence of everything that is in it, itself included', async () => {
    const notices = readFileSync(`${dist}licences.txt`, 'utf8');
    const names = await packagesInside();
    for (const name of ['react', 'react-dom', 'zustand', 'd3-selection', '@noble/curves', ...fonts]) {
      expect(names).toContain(name);
    }
    for (const name of names) {
      const folder = `${root}node_modules/${name}/`;
      const { version } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as { version: string };
      expect(notices).toContain(`## ${name} - ${version} (`);
      const licence = readdirSync(folder).find((file) => /^license/i.test(file));
      expect(notices).toContain(readFileSync(`${folder}${licence}`, 'utf8').trim());
    }
    expect(notices).toContain(readFileSync(`${root}LICENSE`, 'utf8').trim());
    expect(notices.match(/SIL OPEN FONT LICENSE Version 1\.1/g)?.length).toBe(fonts.length);
  });

  it('ships no maps and nothing for tests', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.map$|test|bench/.test(file))).toEqual([]);
  });
});
