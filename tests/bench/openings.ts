// How long a reader waits for a file that they bring: from the choice, or from the password, to what is in it, in the real page; and the
// longest task that holds the page up meanwhile.

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { generateKey, publicOf, seededEnv } from '../../src/crypto/index.ts';
import { mint, toPem } from '../../src/pki/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { longestOf, opening } from './names.ts';
import { type Sample, summed } from './sample.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const corpus = new URL('../corpus/files/', import.meta.url);
const visits = 5;

interface Brought {
  readonly name: string;
  readonly buffer: Buffer;
  readonly password?: string;
}

const fromCorpus = (name: string, password: string): Brought => ({
  name,
  buffer: readFileSync(new URL(name, corpus)),
  password,
});

/** What is brought, by the name of its row. */
const files: Readonly<Record<string, () => Brought>> = {
  [opening.usual]: () => fromCorpus('p12-openssl3-default-rsa.pfx', 'changeit'),
  [opening.nss]: () => fromCorpus('p12-nss-pk12util.p12', 'changeit'),
  [opening.bundle]: () => ({ name: 'bundle.pem', buffer: Buffer.from(authorities(140)) }),
};

function authorities(count: number): string {
  const env = seededEnv('bench', NOW);
  const key = generateKey('P-256', env);
  const dates = { notBefore: NOW, notAfter: NOW + 1e10 };
  const one = (subject: string) => mint({ subject, ...dates, ca: {} }, publicOf(key), { key }, env);
  return Array.from({ length: count }, (_, i) => toPem('CERTIFICATE', one(`CA ${i}`).der)).join('');
}

/** What one visit shows, in ms. */
interface Opened {
  readonly took: number;
  /** The longest task over 50 ms, until the run with it is played; 0: none is as long. */
  readonly longest: number;
}

/** @param address of the built page @returns two samples for each kind of file */
export async function openings(browser: Browser, address: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const [name, make] of Object.entries(files)) {
    const brought = make();
    const each: Opened[] = [];
    for (let visit = 0; visit < visits; visit++) each.push(await openingIn(browser, address, brought));
    const sample = (title: string, of: keyof Opened) =>
      summed(
        title,
        each.map((opened) => opened[of]),
      );
    samples.push(sample(name, 'took'), sample(longestOf(name), 'longest'));
  }
  return samples;
}

async function openingIn(browser: Browser, address: string, brought: Brought): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: words.own.open }).click();
  await page.locator('.own-bring').waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(listening);
  const { name, buffer, password } = brought;
  await page.locator('input[type="file"]').setInputFiles({ name, buffer, mimeType: '' });
  if (password !== undefined) {
    const field = page.locator('.own-password input');
    await field.fill(password);
    await field.press('Enter');
  }
  const opened = await page.waitForFunction(outcome, undefined, { polling: 100 });
  const found = await opened.jsonValue();
  await context.close();
  return found ?? { took: Number.NaN, longest: Number.NaN };
}

/** Undefined until the run with what was brought has been played, too. */
function outcome(): Opened | undefined {
  const [opened] = performance.getEntriesByName('bench:opened');
  if (!opened || performance.now() < opened.startTime + opened.duration + 500) return undefined;
  const tasks = (globalThis.longTasks ?? []).filter(({ startTime }) => startTime >= opened.startTime);
  return { took: opened.duration, longest: Math.max(0, ...tasks.map(({ duration }) => duration)) };
}

declare global {
  var longTasks: PerformanceEntry[] | undefined;
}

/**
 * Marks when the reader has chosen or typed last, and when the first thing out of the file stands there; notes long tasks. As text, since what
 * the test runner compiles may lean on helpers that the page doesn't have.
 */
const listening = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });
  for (const act of ['change', 'submit']) addEventListener(act, () => performance.mark('bench:' + act), true);
  new MutationObserver(() => {
    if (!document.querySelector('.own-line') || performance.getEntriesByName('bench:opened').length > 0) return;
    const typed = performance.getEntriesByName('bench:submit').length > 0;
    performance.measure('bench:opened', typed ? 'bench:submit' : 'bench:change');
  }).observe(document.body, { childList: true, subtree: true });
`;
