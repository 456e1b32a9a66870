// What the built page weighs: everything that a browser fetches before anybody touches the page, compressed as a server would.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../tools/browser.ts';
import config from '../vite.config.ts';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
/** In bytes. */
const budget = { all: 250_000, scripts: 180_000 };

/** The files that a first load fetches, and what each weighs in bytes after gzip -9. */
let fetched: ReadonlyMap<string, number>;

beforeAll(async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const files = new Set<string>();
  page.on('request', (request) => files.add(new URL(request.url()).pathname.replace(/\/$/, '/index.html')));
  await page.goto(inject('address'), { waitUntil: 'networkidle' });
  await page.waitForTimeout(1000);
  await browser.close();
  fetched = new Map([...files].map((file) => [file, weight(file)]));
});

function weight(file: string): number {
  const bytes = readFileSync(`${dist}${file.slice(1)}`);
  return Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length);
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

  it(`has at most ${budget.scripts / 1000} KB of scripts`, () => {
    expect(
      sum((file) => file.endsWith('.js')),
      JSON.stringify([...fetched], null, 1),
    ).toBeLessThanOrEqual(budget.scripts);
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

  it('refers to its own files only, from wherever it is put', () => {
    const page = readFileSync(`${dist}index.html`, 'utf8');
    const targets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, target]) => target ?? '');
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets) {
      expect(target).toMatch(/^\.\//);
      expect(existsSync(`${dist}${target}`)).toBe(true);
    }
  });

  it('ships no maps and nothing for tests', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.map$|test|bench/.test(file))).toEqual([]);
  });
});
