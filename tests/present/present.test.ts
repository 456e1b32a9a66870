// The lab in front of an audience: the picture has the window, nothing of what is to come is seen, and a clicker does all that is needed.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { presentWords as text } from '../../src/words/present/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { violations } from '../e2e/axe.ts';
import { pages, phone, tablet } from '../e2e/pages.ts';
import { button, errorField, pictureText, stepOf } from '../e2e/reading.ts';

const open = pages();
const projector = { viewport: { width: 1280, height: 720 } };

const presenting = (page: Page) => page.locator('[data-present]');
const black = (page: Page) => page.locator('.present-black');
const stage = (page: Page) => page.getByRole('region', { name: words.stage.title });
const whole = (page: Page) => page.evaluate(() => document.fullscreenElement !== null);

/** The size in px at which the smallest words of the picture are seen. */
const smallest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const zoom = Number(getComputedStyle(document.querySelector('.lab') as Element).zoom);
    const sizes = [...document.querySelectorAll('.picture text')].map((each) => Number(each.getAttribute('font-size')));
    return zoom * Math.min(...sizes);
  });

/** Whether the row of the present step can be seen whole, below the heads. */
const inSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const row = document.querySelector('.picture .current')?.getBoundingClientRect();
    const heads = document.querySelector('.picture-heads')?.getBoundingClientRect();
    const room = document.querySelector('.stage')?.getBoundingClientRect();
    return !!row && !!heads && !!room && row.top >= heads.bottom - 4 && row.bottom <= room.bottom + 1;
  });

describe('presenting', () => {
  it('a link leaves the window to the picture, step by step and in sight, without the whole screen and without what is to come', async () => {
    const page = await open('#1?present', projector);
    await presenting(page).waitFor();
    expect(await whole(page)).toBe(false);
    const room = await stage(page).boundingBox();
    expect(room?.height).toBeGreaterThanOrEqual(600);
    expect(await smallest(page)).toBeGreaterThanOrEqual(20);
    expect(await page.locator('.header').evaluate((header) => getComputedStyle(header).opacity)).toBe('0');
    expect(await pictureText(page)).not.toMatch(/ClientHello|connected|Negotiation/);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    expect(await stepOf(page)).toBe(2);
    const shown = await pictureText(page);
    expect(shown).toMatch(/ClientHello.*ServerHello/);
    expect(shown).not.toMatch(/EncryptedExtensions|Authentication|connected/);
    expect(await page.locator('.picture .ahead').count()).toBe(2);
    for (let step = 3; step <= 14; step++) {
      await page.keyboard.press('PageDown');
      await expect.poll(() => inSight(page), { message: `step ${step}` }).toBe(true);
    }
    await expect.poll(() => page.locator('.present-sentence').innerText()).toContain('the connection is over');
    const padlocks = await page
      .locator('.picture .lock')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
    expect(padlocks.length).toBe(12);
    for (const width of padlocks) expect(width).toBeGreaterThan(0);
    // What they mean stands beside the picture, with the same sign.
    expect(await page.locator('.present-legend li:has(svg)').allTextContents()).toEqual([
      'handshake keys',
      'application keys',
    ]);
    const said = await page.locator('.present-sentence').innerText();
    expect(await page.evaluate(() => location.hash)).toContain('present');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('n');
    const notes = page.getByRole('region', { name: text.notes });
    await expect.poll(() => notes.innerText()).toMatch(/close_notify.*\?$/s);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.explain').innerText()).toContain(said);
  });

  it('what is around the picture comes with the pointer and with Tab, and goes again; the sentence stands where somebody wants it', async () => {
    const page = await open('#1?step=6&present', projector);
    await presenting(page).waitFor();
    const awake = page.locator('[data-awake]');
    const before = await stage(page).boundingBox();
    await page.mouse.move(300, 300);
    await page.mouse.move(320, 310);
    await awake.waitFor();
    expect(await stage(page).boundingBox()).toEqual(before);
    expect(await violations(page)).toEqual([]);
    await awake.waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await awake.waitFor();
    await button(page, text.below).click();
    await expect.poll(() => presenting(page).getAttribute('data-present')).toBe('below');
    const below = await stage(page).boundingBox();
    expect(below?.width).toBe(1280);
    expect(below?.height).toBeGreaterThanOrEqual(600);
    await button(page, words.inspector.open).click();
    await page.getByRole('dialog').getByRole('tab').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await presenting(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await presenting(page).waitFor({ state: 'detached' });
    expect(await page.getByRole('tab').count()).toBeGreaterThan(1);
  });

  it('a clicker blackens the screen, steps, goes to either end and ends it', async () => {
    const page = await open('#1?step=3', projector);
    await page.keyboard.press('b');
    expect(await black(page).count()).toBe(0);
    await page.keyboard.press('p');
    await presenting(page).waitFor();
    await expect.poll(() => whole(page)).toBe(true);
    for (const [on, off] of [
      ['b', '.'],
      ['.', 'b'],
      ['.', 'PageDown'],
      ['b', 'PageUp'],
      ['b', 'End'],
      ['b', 'PageDown'],
      ['b', 'Home'],
    ] as const) {
      await page.keyboard.press(on);
      await black(page).waitFor({ state: 'attached' });
      await page.keyboard.press(off);
      await black(page).waitFor({ state: 'detached' });
    }
    expect(await stepOf(page)).toBe(0);
    await page.keyboard.press('b');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('F5');
    await presenting(page).waitFor({ state: 'detached' });
    await expect.poll(() => whole(page)).toBe(false);
    await page.keyboard.press('p');
    await expect.poll(() => whole(page)).toBe(true);
    await page.evaluate(() => document.exitFullscreen());
    await presenting(page).waitFor({ state: 'detached' });
    await button(page, words.header.present).click();
    await presenting(page).waitFor();
    await page.keyboard.press('Escape');
    await presenting(page).waitFor({ state: 'detached' });
  });

  it('outside, F5 is the browser’s, and a text field keeps its letters', async () => {
    const page = await open('#1?step=3', projector);
    const taken = page.evaluate(
      () =>
        new Promise((done) => {
          window.addEventListener('keydown', (event) => done(event.defaultPrevented));
          window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5', cancelable: true }));
        }),
    );
    expect(await taken).toBe(false);
    await errorField(page).press('p');
    expect(await presenting(page).count()).toBe(0);
    expect(await errorField(page).inputValue()).toBe('p');
  });

  it.each([
    ['tablet', tablet],
    ['phone', phone],
  ])('on a %s the sentence stands below, and nothing is cut off', async (_, viewport) => {
    const page = await open('#1?step=9&present', { viewport, colorScheme: 'dark' });
    await presenting(page).waitFor();
    await page.locator('.present-sentence p').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
});
