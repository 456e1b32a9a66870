// How long a reader waits for a file that they bring: from the choice, or from the password, to what is in it, in the real page.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { generateKey, publicOf, seededEnv } from '../../src/crypto/index.ts';
import { mint, toPem } from '../../src/pki/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { opening } from './names.ts';
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

/** @param address of the built page @returns a sample for each kind of file */
export async function openings(browser: Browser, address: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const [name, make] of Object.entries(files)) {
    const brought = make();
    const times: number[] = [];
    for (let visit = 0; visit < visits; visit++) times.push(await openingIn(browser, address, brought));
    samples.push(summed(name, times));
  }
  return samples;
}

async function openingIn(browser: Browser, address: string, brought: Brought): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: words.own.open }).click();
  await page.locator('.own-bring').waitFor();
  await page.waitForLoadState('networkidle');
  await listen(page);
  const { name, buffer, password } = brought;
  await page.locator('input[type="file"]').setInputFiles({ name, buffer, mimeType: '' });
  if (password !== undefined) {
    const field = page.locator('.own-password input');
    await field.fill(password);
    await field.press('Enter');
  }
  const took = await page.waitForFunction(() => performance.getEntriesByName('bench:opened')[0]?.duration);
  const duration = await took.jsonValue();
  await context.close();
  return duration ?? Number.NaN;
}

/** Marks when the reader has chosen or typed last, and when the first thing out of the file stands there. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const act of ['change', 'submit']) addEventListener(act, () => performance.mark(`bench:${act}`), true);
    new MutationObserver(() => {
      if (!document.querySelector('.own-line') || performance.getEntriesByName('bench:opened').length > 0) return;
      const typed = performance.getEntriesByName('bench:submit').length > 0;
      performance.measure('bench:opened', typed ? 'bench:submit' : 'bench:change');
    }).observe(document.body, { childList: true, subtree: true });
  });
}
