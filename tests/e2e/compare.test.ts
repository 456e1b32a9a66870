// Two runs side by side on the page: chosen, stepped through at once, exchanged and left again.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compareWords as text } from '../../src/words/compare/index.ts';
import { fileWords, gifWords, menuWords } from '../../src/words/exports/index.ts';
import { byteWords, words } from '../../src/words/ui/index.ts';
import { violations } from './axe.ts';
import { pages } from './pages.ts';
import { button, option, position, toEnd } from './reading.ts';

const open = pages();
const untrusted = '#1?break=untrusted-ca';

async function comparing(page: Page, preset: string): Promise<void> {
  await page.keyboard.press('c');
  await button(page, preset).click();
  await page.getByRole('heading', { name: text.differs }).waitFor();
}

const differences = (page: Page): Promise<string[]> => page.locator('.differences li p').allTextContents();

/** The y on the screen of words in the picture of each run. */
async function heights(page: Page, words: string): Promise<readonly (number | undefined)[]> {
  return Promise.all(
    ['.stage:not(.beside)', '.stage.beside'].map(async (stage) => {
      const box = await page.locator(`${stage} svg text`, { hasText: words }).first().boundingBox();
      return box?.y;
    }),
  );
}

describe('two runs side by side', () => {
  it('says what to choose, and nothing else changes before somebody does', async () => {
    const page = await open(untrusted);
    const before = await position(page);
    await button(page, words.header.compare).click();
    await page.getByText(text.choose).waitFor();
    expect(await page.locator('.stage.beside').count()).toBe(0);
    expect(await position(page)).toEqual(before);
    await button(page, text.end).click();
    await page.getByText(text.choose).waitFor({ state: 'detached' });
  });

  it('shows the same refusal in both versions, tells the difference, and leads to it', async () => {
    const page = await open(untrusted);
    await comparing(page, text.otherVersion('1.2'));
    const told = await differences(page);
    expect(told[0]).toBe(
      'The client is told of the refusal after it counted itself as connected in TLS 1.3, during the handshake in TLS 1.2.',
    );
    await page
      .getByRole('button', { name: /^Certificate, row/ })
      .first()
      .click();
    await expect.poll(() => page.locator('.playbar-place:visible').innerText()).toContain('Certificate (client)');
    // Where TLS 1.2 has nothing, a row says why.
    expect(await page.locator('.stage.beside svg').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('not in TLS 1.2')]),
    );
  });

  it('has rows of the same message stand level', async () => {
    const page = await open('#1?step=0');
    await comparing(page, text.otherVersion('1.2'));
    await toEnd(page);
    await page.keyboard.press('Home');
    for (const message of ['ServerHello', 'CertificateRequest']) {
      const [a = 0, b = 1000] = await heights(page, message);
      expect(Math.abs(a - b)).toBeLessThan(1);
    }
  });

  it('moves both with one playhead', async () => {
    const page = await open('#1?step=0');
    await comparing(page, text.otherVersion('1.2'));
    await page.keyboard.press('ArrowRight');
    const ahead = () => page.locator('.stage.beside svg .ahead').count();
    const first = await ahead();
    await toEnd(page);
    await expect.poll(ahead).toBeLessThan(first);
  });

  it('shows both steps in every tab, with a sign at what is not alike, and why one has nothing', async () => {
    const page = await open('#1?step=0');
    await comparing(page, text.otherVersion('1.2'));
    // The client's Certificate: both have it.
    await page
      .getByRole('button', { name: /^Certificate, row/ })
      .first()
      .click();
    await page.getByText(text.differs).click();
    const half = (letter: string) => page.getByRole('region', { name: text.half(letter), exact: true });
    for (const tab of ['explain', 'bytes', 'keys', 'state'] as const) {
      await page.getByRole('tab', { name: words.inspector.tabs[tab] }).click();
      for (const letter of ['A', 'B'])
        await expect.poll(() => half(letter).locator('.differs').count()).toBeGreaterThan(0);
      expect(await half('A').getByText(text.unlike).or(half('A').getByText(text.onlyHere)).count()).toBeGreaterThan(0);
    }
    // The byte that keys move says so too, and the dumps have a line under it on both sides.
    await page.getByRole('tab', { name: words.inspector.tabs.bytes }).click();
    for (const letter of ['A', 'B']) {
      const dump = half(letter).getByRole('slider', { name: byteWords.hex });
      await dump.locator('.hex-bytes .unlike').first().click();
      expect(await dump.getAttribute('aria-valuetext')).toContain(text.unlike);
    }
    // TLS 1.2 has no CertificateVerify of the server's. The rows of each are walked with the keys.
    await page.getByRole('tab', { name: words.inspector.tabs.explain }).click();
    await page.getByRole('listbox', { name: text.rows('B') }).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('.playbar-place:visible').innerText()).toContain(text.rowOf(0, 21));
    for (let row = 0; row < 30; row++) {
      await page.keyboard.press('ArrowDown');
      if ((await page.locator('.playbar-place:visible').innerText()).includes('ServerKeyExchange')) break;
    }
    await half('A').getByText(text.nothingHere('not in TLS 1.3')).waitFor();
    await half('B').locator('.explain h2').waitFor();
    expect(await page.locator('.playbar-place:visible').innerText()).toContain('ServerKeyExchange');
    expect(await page.locator('.stage.beside [data-testid="now"]').innerText()).toContain(text.said('B'));
    expect(await violations(page)).toEqual([]);
  });

  it('takes both along in a picture, and where there is room for one the run that is chosen', async () => {
    const page = await open('#1?step=0');
    await comparing(page, text.otherVersion('1.2'));
    await page.getByRole('button', { name: words.header.export }).click();
    const saved = async (kind: 'svg' | 'csv' | 'pcapng' | 'keylog', side?: 'a' | 'b') => {
      const download = page.waitForEvent('download');
      const word = side ? menuWords.ofRun(fileWords[kind][0], side) : fileWords[kind][0];
      await page.getByRole('button', { name: menuWords.saveAs(word), exact: true }).click();
      return readFileSync(await (await download).path(), 'utf8');
    };
    const gif = (side: 'a' | 'b') =>
      page.getByRole('button', { name: menuWords.saveAs(menuWords.ofRun(fileWords.gif[0], side)), exact: true });
    const picture = await saved('svg');
    for (const caption of ['A · TLS 1.3', 'B · TLS 1.2', 'not in TLS 1.2']) expect(picture).toContain(caption);
    expect(await saved('csv', 'a')).not.toContain('ServerHelloDone');
    await page.getByText(menuWords.one('countersign.csv', 'a')).waitFor();
    expect(await gif('a').count()).toBe(1);
    await page.getByRole('combobox', { name: menuWords.which }).selectOption({ label: menuWords.runs.b });
    const second = await saved('csv', 'b');
    expect(second).toContain('ServerHelloDone');
    await page.getByText(menuWords.one('countersign.csv', 'b')).waitFor();
    expect(await saved('keylog', 'b')).toMatch(/^CLIENT_RANDOM /);
    expect(await saved('pcapng', 'b')).toContain('ServerHelloDone');
    // The picture that moves goes through the steps of the run that it shows.
    expect(await gif('b').count()).toBe(1);
    const steps = page.getByRole('combobox', { name: gifWords.to }).locator('option');
    expect(await steps.last().textContent()).toBe(second.match(/^\d+,/gm)?.length.toString());
  });

  it('exchanges both, and goes on with the second alone', async () => {
    const page = await open('#1?step=0');
    await comparing(page, text.preset['nobody asked']);
    const asks = (first: string, second: string) =>
      `In ${first} the server asks for a certificate of the client’s; in ${second} it doesn’t.`;
    expect((await differences(page))[0]).toBe(asks('A', 'B'));
    await button(page, text.swap).click();
    await expect.poll(() => page.locator('.summary').innerText()).toContain('client authentication off');
    await expect.poll(async () => (await differences(page))[0]).toBe(asks('B', 'A'));
    await button(page, text.goOn).click();
    await expect.poll(() => page.locator('.summary').innerText()).toContain('client authentication required');
    expect(await page.locator('.stage.beside').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.summary').innerText()).toContain('client authentication off');
  });

  it('puts beside it what goes wrong, and follows when the first run changes', async () => {
    const page = await open('#1?step=0');
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: text.catalogue }).selectOption('client-expired');
    await expect
      .poll(async () => (await differences(page))[0])
      .toContain('in B the server refuses the client (certificate expired)');
    await option(page, words.scenario.untrustedCa.title, 'yes').check();
    await expect
      .poll(async () => (await differences(page))[0])
      .toContain('In A the server refuses the client (issuer not trusted)');
  });

  it.each([
    [1440, 900],
    [1024, 768],
    [390, 844],
    [320, 640],
  ])('can be used by everyone at %d px', async (width, height) => {
    const page = await open('#1?step=0', { viewport: { width, height } });
    await page.keyboard.press('c');
    await button(page, text.otherVersion('1.2')).click();
    await page.locator('.stage.beside').waitFor({ state: 'attached' });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  it('is in the address, and comes back with it', async () => {
    const page = await open(untrusted);
    await comparing(page, text.otherVersion('1.2'));
    await expect.poll(() => page.url()).toContain('beside=');
    const told = await differences(page);
    await page.reload();
    await page.getByRole('heading', { name: text.differs }).waitFor();
    expect(await differences(page)).toEqual(told);
    await button(page, text.close).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).not.toContain('beside=');
    expect(await page.evaluate(() => document.activeElement?.closest('.compare')?.className)).toContain('compare');
    await button(page, text.end).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.header.compare);
  });

  it('shows one at a time on a phone, and flips', async () => {
    const page = await open('#1?step=0', { viewport: { width: 390, height: 844 } });
    await page.keyboard.press('c');
    await button(page, text.otherVersion('1.2')).click();
    await page.getByRole('radio', { name: 'B' }).check();
    expect(await page.locator('.stage.beside').isVisible()).toBe(true);
    expect(await page.locator('.stage:not(.beside)').isVisible()).toBe(false);
    await page.keyboard.press('End');
    await button(page, words.inspector.open).click();
    const shown = page.locator('.both-half');
    expect(await shown.getAttribute('aria-label')).toBe(text.half('B'));
    await page.locator('.both').getByRole('radio', { name: 'A', exact: true }).check();
    expect(await shown.getAttribute('aria-label')).toBe(text.half('A'));
  });

  it('can be scrolled on a phone, where one of them is not to be seen', async () => {
    const page = await open('#1?step=0&beside=1%2Ftls12', { viewport: { width: 390, height: 844 } });
    await page.locator('.stage.beside svg text').first().waitFor({ state: 'attached' });
    const picture = page.locator('.stage:not(.beside)');
    await picture.hover();
    await page.mouse.wheel(0, 120);
    await expect.poll(() => picture.evaluate((stage) => stage.scrollTop)).toBe(120);
  });

  it.each([
    [390, 844],
    [740, 360],
  ])('leaves the picture half of what is above an open sheet at %d × %d', async (width, height) => {
    const page = await open(`${untrusted}&step=9&beside=1%2Ftls12%3Fbreak%3Duntrusted-ca`, {
      viewport: { width, height },
    });
    await page.locator('.stage.beside').waitFor({ state: 'attached' });
    await button(page, words.inspector.open).click();
    await page.locator('.both-half').first().waitFor();
    const high = (what: string) => page.locator(what).evaluate((node) => node.getBoundingClientRect().height);
    expect(await high('.stage:not(.beside)')).toBeGreaterThanOrEqual((await high('.lab-stage')) / 2);
    // What both are stays above it.
    expect(await page.locator('.compare-captions').isVisible()).toBe(true);
    expect(await page.locator('.compare').getByRole('radio', { name: 'B' }).isVisible()).toBe(true);
    await button(page, words.inspector.close).click();
    await page.locator('.compare-line').waitFor();
  });
});
