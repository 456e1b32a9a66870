// Where the keyboard stands after a control that vanishes, and that all of the bytes can be reached in a low room.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { byteWords, words } from '../../src/words/ui/index.ts';
import { desk, pages } from '../e2e/pages.ts';
import { answers, button, chooseTheme, errorField, pictureText } from '../e2e/reading.ts';

const open = pages();
const { header, inspector } = words;

const tab = (page: Page, name: keyof typeof inspector.tabs) => page.getByRole('tab', { name: inspector.tabs[name] });
const holdsFocus = (target: Locator) => target.evaluate((node) => node === document.activeElement);
const flipper = (page: Page) => page.getByRole('button', { name: /^Flip a bit of/ });

async function openBytes(page: Page): Promise<void> {
  await tab(page, 'bytes').click();
  await page.getByRole('tree').waitFor();
}

describe('the focus', () => {
  it('goes to the tab of the bytes when a bit is flipped', async () => {
    const page = await open('#1?step=2');
    await openBytes(page);
    await flipper(page).press('Enter');
    await expect.poll(() => pictureText(page)).toContain('one bit flipped on the wire');
    await expect.poll(() => holdsFocus(tab(page, 'bytes'))).toBe(true);
  });

  it('stays on a control that stays', async () => {
    const page = await open('#1?step=2');
    await openBytes(page);
    await flipper(page).focus();
    await page.locator('.hex-bytes [data-at="20"]').hover();
    expect(await holdsFocus(flipper(page))).toBe(true);
  });

  it('goes to the picture when the notice is dismissed', async () => {
    const page = await open('#1?step=2');
    await openBytes(page);
    await page
      .getByRole('button', { name: /^Copy .* as hex$/ })
      .first()
      .click();
    await button(page, header.dismiss).press('Enter');
    await expect.poll(() => holdsFocus(page.locator('.stage'))).toBe(true);
    expect(await button(page, header.dismiss).count()).toBe(0);
  });

  it('goes to the tab of the bytes from a certificate', async () => {
    const page = await open('#1?step=14');
    await tab(page, 'certificates').click();
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: /^Bytes/ })
      .first()
      .press('Enter');
    await page.getByRole('tree').waitFor();
    expect(await holdsFocus(tab(page, 'bytes'))).toBe(true);
  });

  it('stays on the button that unfolds the catalogue, and in the field while its list comes', async () => {
    const page = await open();
    const all = page.locator('.all-failures');
    await all.press('Enter');
    await page.locator('.everything summary').first().waitFor();
    expect(await holdsFocus(all)).toBe(true);
    await errorField(page).fill('expired');
    await answers(page).first().waitFor();
    expect(await holdsFocus(errorField(page))).toBe(true);
  });

  it('goes to the picture after an answer, so that steps can be taken at once', async () => {
    const page = await open();
    await errorField(page).fill('expired');
    await answers(page).first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => holdsFocus(page.locator('.stage'))).toBe(true);
  });
});

/** How much of an element can be seen in the tab's panel, in px of the screen. */
const seen = (target: Locator) =>
  target.evaluate((node) => {
    const box = node.getBoundingClientRect();
    const room = node.closest('.inspector-panel')?.getBoundingClientRect();
    const end = Math.min(room?.bottom ?? 0, innerHeight);
    return Math.min(box.bottom, end) - Math.max(box.top, room?.top ?? 0);
  });

describe('the bytes in a low room', () => {
  it.each([
    ['projector', { width: 1280, height: 720 }],
    ['light', { width: 720, height: 450 }],
  ] as const)('are reached by wheel and by keyboard in the %s theme, at %j px', async (theme, viewport) => {
    const page = await open('#1?step=2', { viewport });
    await chooseTheme(page, theme);
    await button(page, inspector.open).click();
    await openBytes(page);
    const hex = page.getByRole('slider', { name: byteWords.hex });
    await page.locator('.layer-note').hover();
    await page.mouse.wheel(0, 2000);
    await expect.poll(() => seen(hex)).toBeGreaterThan(80);
    await page.mouse.wheel(0, -2000);
    await page.getByRole('tree').focus();
    await expect.poll(() => seen(page.getByRole('tree'))).toBeGreaterThan(80);
    for (let i = 0; i < 12 && !(await holdsFocus(flipper(page))); i++) await page.keyboard.press('Tab');
    const { height } = (await flipper(page).boundingBox()) ?? { height: Infinity };
    await expect.poll(() => seen(flipper(page))).toBeGreaterThanOrEqual(height - 1);
    await page.keyboard.press('Tab');
    expect(await holdsFocus(hex)).toBe(true);
    await expect.poll(() => seen(hex)).toBeGreaterThan(80);
  });

  it('do not scroll as a whole where there is room', async () => {
    const page = await open('#1?step=2', { viewport: desk });
    await openBytes(page);
    const panel = page.getByRole('tabpanel');
    expect(await panel.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  });
});
