// The inspector: explanations with their sources, and bytes and fields that point at each other, both ways, in each layer.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { byteWords, keyWords, words } from '../../src/words/ui/index.ts';
import { pages } from './pages.ts';

const open = pages();

async function openBytes(hash: string): Promise<Page> {
  const page = await open(hash);
  await page.getByRole('tab', { name: words.inspector.tabs.bytes }).click();
  await page.getByRole('tree').waitFor();
  return page;
}

const field = (page: Page, name: string) =>
  page.getByRole('treeitem').filter({ has: page.locator('b', { hasText: new RegExp(`^${name}$`) }) });
const hovered = (page: Page) => page.locator('.hex-bytes [data-at].hovered').allInnerTexts();

describe('bytes and fields', () => {
  it('a field that is pointed at lights up its bytes', async () => {
    const page = await openBytes('#1?step=1');
    await field(page, 'legacy_version').first().hover();
    expect(await hovered(page)).toEqual(['03', '03']);
    await field(page, 'random').first().hover();
    expect(await hovered(page)).toHaveLength(32);
  });

  it('a byte that is pointed at lights up its field', async () => {
    const page = await openBytes('#1?step=1');
    await page.locator('.hex-bytes [data-at="4"]').hover();
    await expect.poll(() => page.locator('[role=treeitem].hovered b').allInnerTexts()).toEqual(['legacy_version']);
    await page.locator('.hex-bytes [data-at="0"]').hover();
    await expect.poll(() => page.locator('[role=treeitem].hovered b').allInnerTexts()).toEqual(['msg_type']);
  });

  it('are linked by keyboard as well', async () => {
    const page = await openBytes('#1?step=1');
    await page.getByRole('tree').focus();
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.locator('[role=treeitem][aria-selected=true] b').allInnerTexts())
      .toEqual(['msg_type']);
    expect(await page.locator('.hex-bytes [data-at].picked').allInnerTexts()).toEqual(['01']);
    const hex = page.getByRole('slider', { name: byteWords.hex });
    for (let i = 0; i < 12 && !(await hex.evaluate((node) => node === document.activeElement)); i++)
      await page.keyboard.press('Tab');
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.locator('[role=treeitem][aria-selected=true] b').allInnerTexts())
      .toEqual(['legacy_version']);
  });

  it('that can’t be copied say so where the browser has no clipboard for the page', async () => {
    const page = await openBytes('#1?step=14');
    await page.evaluate(() => Reflect.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page
      .getByRole('button', { name: /^Copy .* as / })
      .first()
      .click();
    await page.getByText(byteWords.notCopied).waitFor();
    await page.getByRole('button', { name: words.header.dismiss }).click();
    await page.getByRole('tab', { name: words.inspector.tabs.keys }).click();
    await page
      .getByRole('button', { name: /client_application_traffic_secret_0/ })
      .first()
      .click();
    await page.locator('.copy button').first().click();
    await page.getByText(keyWords.notCopied).waitFor();
  });

  it('a picked field is explained', async () => {
    const page = await openBytes('#1?step=1');
    await field(page, 'random').first().click();
    const meaning = await page.locator('.meaning').innerText();
    expect(meaning).toContain('random');
    expect(meaning.length).toBeGreaterThan(80);
  });

  it('go through the layers, from the record down to the certificate', async () => {
    const page = await openBytes('#1?step=5');
    const layers = page.getByRole('navigation', { name: byteWords.layers }).getByRole('button');
    const titles = await layers.allInnerTexts();
    expect(titles.length).toBeGreaterThanOrEqual(4);
    const roots: string[] = [];
    for (const title of titles) {
      await layers.filter({ hasText: title }).first().click();
      roots.push(await page.getByRole('treeitem').first().innerText());
    }
    expect(new Set(roots).size).toBeGreaterThanOrEqual(4);
    await expect.poll(() => page.getByRole('tree').innerText()).toContain('tbsCertificate');
  });
});

describe('explanations', () => {
  it('say for every step what it is and where the standard says so', async () => {
    const page = await open('#1?step=1');
    // The standard stands with the details.
    await page.keyboard.press('d');
    for (;;) {
      const panel = page.getByRole('tabpanel');
      expect(await panel.getByRole('heading', { level: 2 }).innerText()).not.toBe('');
      const links = panel.getByRole('link');
      await links.first().waitFor();
      expect(await links.first().getAttribute('href')).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#/);
      const forward = page.getByRole('button', { name: words.playbar.forward });
      if ((await forward.getAttribute('aria-disabled')) === 'true') break;
      await forward.click();
    }
  });

  it('say on a failure who refused, with which alert, and what the other side sees', async () => {
    const page = await open('#1?break=untrusted-ca');
    // The words about failures come in a file of their own: the heading tells that they are here.
    await page.getByRole('tabpanel').getByRole('heading', { level: 2 }).waitFor();
    const panel = await page.getByRole('tabpanel').innerText();
    expect(panel).toContain('unknown_ca');
    expect(panel).toMatch(/server/i);
    expect(panel).toMatch(/client/i);
  });
});
