// The page as one file, opened from a disk: it asks for nothing, and all of it is in it.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packingWords } from '../../src/words/platforms.ts';
import { presentWords } from '../../src/words/present/index.ts';
import { catalogueWords, helpWords, sweepWords, words } from '../../src/words/ui/index.ts';
import { launchBrowser } from '../../tools/browser.ts';
import { button, option, pictureText, position, toEnd } from '../e2e/reading.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
let browser: Browser;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  const said = complaints;
  complaints = [];
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(said).toEqual([]);
});

async function open(hash = '', file = 'countersign.html', folder = dist): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.isNavigationRequest())
      complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(`file://${join(folder, file)}${hash}`);
  await page.waitForFunction(() => performance.getEntriesByName('countersign:picture').length > 0);
  return page;
}

describe('the page as one file', () => {
  it('opens a link, and has every part of the page in it', async () => {
    const page = await open('#1?break=untrusted-ca&step=8&lens=client');
    expect(await position(page)).toEqual({ step: 8, steps: 12 });
    for (const tab of Object.values(words.inspector.tabs)) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel', { name: tab }).locator('h2, h3, [role="tree"]').first().waitFor();
    }
    await option(page, words.scenario.badSignature.title, words.scenario.yes).click();
    await toEnd(page);
    expect(await pictureText(page)).toContain('should be signed');
    await page.locator('.all-failures').click();
    await page.locator('summary', { hasText: catalogueWords.topics.certificate }).waitFor();
  });

  it('has a second window for an audience, which follows and is followed through reloads of both', async () => {
    const page = await open('#1?step=2&present');
    await page.locator('[data-present]').waitFor();
    await page.mouse.move(200, 200);
    await page.mouse.move(240, 220);
    const [audience] = await Promise.all([page.waitForEvent('popup'), button(page, presentWords.audience).click()]);
    const stand = async (step: number): Promise<void> => {
      for (const each of [page, audience])
        await expect.poll(() => each.locator('.playbar-where').innerText()).toMatch(`${step} of `);
    };
    await audience.locator('[data-audience]').waitFor();
    await page.getByText(presentWords.partner.there).waitFor();
    await page.keyboard.press('PageDown');
    await stand(3);
    await page.reload();
    await page.getByText(presentWords.partner.there).waitFor();
    await page.keyboard.press('PageDown');
    await stand(4);
    await audience.reload();
    await audience.locator('[data-audience]').waitFor();
    await audience.keyboard.press('PageDown');
    await stand(5);
  });

  it('wears its own typeface', async () => {
    const page = await open();
    const faces = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
    });
    expect(faces.join()).toContain('Atkinson Hyperlegible Next');
  });

  it('starts its threads', async () => {
    const page = await open();
    await page.locator('.all-failures').click();
    await button(page, sweepWords.start).click();
    await expect.poll(() => button(page, sweepWords.again).count(), { timeout: 60_000 }).toBe(1);
    expect(await page.locator('.sweep .entry button').first().innerText()).toMatch(/^[\d,]+ bytes/);
  });

  it('makes certificates for practice', async () => {
    const page = await open();
    await button(page, words.scenario.practice).click();
    await expect.poll(() => page.locator('.making').count(), { timeout: 30_000 }).toBeGreaterThan(0);
  });

  it('makes a package of itself, which opens with its lesson', async () => {
    const page = await open('#1?lesson=mutual-tls');
    await page.getByText(packingWords.title).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: packingWords.save }).click();
    const files = unzipSync(readFileSync(await (await downloading).path()));
    const folder = mkdtempSync(join(tmpdir(), 'countersign-package-'));
    writeFileSync(join(folder, 'index.html'), files['index.html'] ?? '');
    const opened = await open('', 'index.html', folder);
    await opened.getByRole('heading', { name: 'Mutual TLS from nothing' }).waitFor();
    rmSync(folder, { recursive: true });
  });

  it('brings its licences along', async () => {
    const page = await open();
    await button(page, words.header.keys).click();
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: helpWords.licences }).click();
    const text = await (await opened).locator('body').innerText();
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).toContain('## react - ');
  });
});

describe('a file that holds everything', () => {
  it.each(['countersign.html', 'embed.html'])('says by hashes alone what may run: %s', (file) => {
    const html = readFileSync(`${dist}${file}`, 'utf8');
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src ('sha256-[\w+/]+=*' ?)+; worker-src blob:;/);
    expect(policy).not.toMatch(/unsafe|\*|https?:|self/);
    expect(html.slice(0, 3000)).not.toMatch(/(src|href)="\.?\//);
  });
});
