// The picture that is taken along, beside the one on the screen: pixel by pixel, in both themes.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { fileWords, menuWords as text } from '../../src/words/exports/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { pages } from '../e2e/pages.ts';
import { button } from '../e2e/reading.ts';

const open = pages();

/** Of all pixels, how many may differ by more than this many of 255. */
const TOLERATED = { share: 0.01, difference: 16 };

/** Large enough for every picture here. */
const room = { width: 1440, height: 1000 };

/** The picture as the page shows it; it stands on a whole pixel, as one in a file does. */
async function onScreen(page: Page): Promise<PNG> {
  await page.locator('.stage').evaluate((stage) => {
    const { y } = stage.getBoundingClientRect();
    stage.style.marginTop = `${Math.ceil(y) - y}px`;
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.mouse.move(0, 0);
  return PNG.sync.read(await page.locator('.picture').screenshot());
}

async function saved(page: Page, name: 'svg' | 'png'): Promise<string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: text.saveAs(fileWords[name][0]), exact: true }).click();
  return (await coming).path();
}

/** An SVG as the same browser shows it by itself. */
async function drawn(page: Page, svg: string, { width, height }: PNG): Promise<PNG> {
  const alone = await page.context().newPage();
  await alone.setViewportSize({ width, height });
  await alone.goto(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
  await alone.evaluate(async () => void (await document.fonts.ready));
  const picture = PNG.sync.read(await alone.screenshot());
  await alone.close();
  return picture;
}

/** The share of pixels of which a colour differs visibly. */
function differing(a: PNG, b: PNG): number {
  expect([b.width, b.height]).toEqual([a.width, a.height]);
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const far = [0, 1, 2].some(
      (part) => Math.abs((a.data[at + part] ?? 0) - (b.data[at + part] ?? 0)) > TOLERATED.difference,
    );
    if (far) count++;
  }
  return count / (a.width * a.height);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(['#1', '#1?step=6', '#1?break=untrusted-ca', '#1?lens=wire', '#1/tls12?unit=records'])('%s', async (link) => {
    const page = await open(link, { colorScheme, viewport: room });
    const shown = await onScreen(page);
    await button(page, words.header.export).click();
    await page.locator('.exports').waitFor();
    const svg = readFileSync(await saved(page, 'svg'), 'utf8');
    expect(svg).not.toContain('var(');
    expect(svg).not.toMatch(/(href|src)="|url\((?!data:)/);
    expect(differing(shown, await drawn(page, svg, shown))).toBeLessThanOrEqual(TOLERATED.share);
    await page.getByRole('combobox', { name: text.scale }).selectOption({ label: text.scales[1] });
    const png = PNG.sync.read(readFileSync(await saved(page, 'png')));
    expect(differing(shown, png)).toBeLessThanOrEqual(TOLERATED.share);
  });
});
