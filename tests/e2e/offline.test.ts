// Once loaded, the page does without a network: what may still be needed is fetched ahead, when the first picture is there.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { makingWords } from '../../src/words/making/index.ts';
import { ownWords } from '../../src/words/own/index.ts';
import { choiceWords, words } from '../../src/words/ui/index.ts';
import { nameOf, pages } from './pages.ts';
import { answers, button, errorField, openAll, openHandshake, pictureText } from './reading.ts';

const dist = fileURLToPath(new URL('../../dist/assets/', import.meta.url));
const assets = readdirSync(dist);
const corpus = new URL('../corpus/files/', import.meta.url);
const blocked = new Set<string>();
const open = pages({}, blocked, true);
/** With the browser’s cache, which it does without where scripts can be withheld: threads find there what was fetched for them. */
const openCached = pages();
const { inspector } = words;

/** Waits until the page has stocked up. */
async function stocked(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('countersign:stocked').length > 0);
}

/** A script and all that it may load, and those in their turn. */
function reachedFrom(script: string): ReadonlySet<string> {
  const reached = new Set([script]);
  for (const each of reached) {
    const text = readFileSync(dist + each, 'utf8');
    for (const name of assets) if (name.endsWith('.js') && text.includes(`./${name}`)) reached.add(name);
  }
  return reached;
}

const choose = (page: Page, name: string, value: string): Promise<unknown> =>
  page.getByRole('combobox', { name, exact: true }).selectOption(value);

/** Opens every tab and waits for what stands on it. */
async function everyTab(page: Page): Promise<void> {
  for (const name of Object.values(inspector.tabs)) {
    await page.getByRole('tab', { name, exact: true }).click();
    await page.getByRole('tabpanel', { name }).locator('h2, h3, [role="tree"]').first().waitFor();
  }
}

async function nothingMissing(page: Page): Promise<void> {
  const { again, ...sentences } = words.missing;
  expect(await button(page, again).count()).toBe(0);
  for (const text of Object.values(sentences)) expect(await page.getByText(text).count(), text).toBe(0);
}

describe('a page that has been loaded', () => {
  it('works without a network: tabs, versions, keys, ciphers, the catalogue, a search, help, a link', async () => {
    const page = await open('#1?step=14');
    await stocked(page);
    await page.context().setOffline(true);
    await everyTab(page);
    await openHandshake(page);
    await choose(page, choiceWords.version, '1.2');
    await everyTab(page);
    await choose(page, choiceWords.keys, 'RSA');
    await expect.poll(() => pictureText(page)).toContain('ServerKeyExchange');
    await choose(page, choiceWords.version, '1.3');
    await choose(page, choiceWords.keys, 'Ed25519');
    await choose(page, choiceWords.suite, 'TLS_CHACHA20_POLY1305_SHA256');
    await choose(page, choiceWords.alpn, 'h2');
    await everyTab(page);
    await openAll(page);
    await errorField(page).fill('tlsv1 alert unknown ca');
    await answers(page).first().click();
    await everyTab(page);
    await button(page, words.header.keys).click();
    await page.getByRole('dialog', { name: words.header.keys }).locator('dl.keys').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      location.hash = '#1/tls12?break=client-expired&step=3';
    });
    await expect.poll(() => page.evaluate(() => document.querySelector('.header')?.textContent)).toMatch(/1\.2/);
    await nothingMissing(page);
  });

  it('opens files and makes certificates without a network', async () => {
    const page = await openCached('#1?step=14');
    await everyTab(page);
    await page.getByRole('tab', { name: inspector.tabs.explain, exact: true }).click();
    await page.evaluate(async () => void (await document.fonts.ready));
    await stocked(page);
    await page.context().setOffline(true);
    await button(page, words.own.open).click();
    await page.locator('.own-bring').waitFor();
    await page.setInputFiles('.own input[type="file"]', fileURLToPath(new URL('p12-openssl3-default-rsa.pfx', corpus)));
    await page.getByLabel(ownWords.passwordName).fill('changeit');
    await page.getByLabel(ownWords.passwordName).press('Enter');
    await page.locator('.own-mark').waitFor();
    await page.locator('.own-answer h2').waitFor();
    await button(page, ownWords.forgetAll).click();
    await button(page, words.scenario.practice).click();
    const sheet = page.getByRole('dialog', { name: words.scenario.practice });
    await sheet.getByRole('combobox', { name: makingWords.keys, exact: true }).selectOption('Ed25519');
    await button(page, makingWords.make).click();
    await sheet.getByRole('heading', { level: 3 }).first().waitFor();
    await nothingMissing(page);
  });

  it('has asked for every script but those of the thread that flips every byte', async () => {
    const page = await open();
    // What threads ask for does not stand among the resources of the page.
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(nameOf(request.url())));
    await page.reload();
    await stocked(page);
    const missing = assets.filter((name) => name.endsWith('.js') && !asked.has(name));
    const workers = missing.filter((name) => /^(sweep-worker|open-worker|gif-worker|maker)-/.test(name));
    expect(workers.map((name) => name.replace(/-.*/, ''))).toEqual(['sweep']);
    const threads = workers.flatMap((worker) => [...reachedFrom(worker)]);
    expect(missing.filter((name) => !threads.includes(name))).toEqual([]);
  });

  it('fetches what could not be had when the network is back', async () => {
    for (const name of assets) if (name.startsWith('KeysTab')) blocked.add(name);
    const page = await open('#1?step=1');
    // The console hears of it last.
    await page.waitForEvent('console', (message) => blocked.has(nameOf(message.location().url)));
    blocked.clear();
    await expect
      .poll(() =>
        page.evaluate(() => {
          window.dispatchEvent(new Event('online'));
          return performance.getEntriesByName('countersign:stocked').length;
        }),
      )
      .toBeGreaterThan(0);
    await page.context().setOffline(true);
    await everyTab(page);
  });
});
