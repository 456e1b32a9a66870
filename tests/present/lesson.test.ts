// A lesson in front of an audience: a clicker goes through its parts, both windows show the same one, and the console has its notes and its question.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lettersOf, readLesson } from '../../src/lesson/format/index.ts';
import { shipped } from '../../src/lesson/shelf/index.ts';
import { lessonWords } from '../../src/words/lessons/index.ts';
import { presentWords as text } from '../../src/words/present/index.ts';
import { violations } from '../e2e/axe.ts';
import { pages, phone } from '../e2e/pages.ts';
import { button, stepOf } from '../e2e/reading.ts';

const open = pages();
const projector = { viewport: { width: 1280, height: 720 } };
const read = readLesson(shipped['mutual-tls'] ?? '');
const { parts } = read.ok ? read.lesson : { parts: [] };
const titles = parts.map(({ title }) => lettersOf(title));

const said = (page: Page) => page.getByRole('region', { name: text.said });
const title = (page: Page) => said(page).locator('h2').innerText();
const scenario = (page: Page) => page.evaluate(() => location.hash.replace(/[&?](step|lesson|present)\b[^&]*/g, ''));

async function isAt(page: Page, part: number, step: number): Promise<void> {
  await expect.poll(() => title(page)).toBe(titles[part]);
  await expect.poll(() => stepOf(page)).toBe(step);
}

describe('a lesson that is presented', () => {
  it('shows title, first words and question of its part; a clicker goes on to the next one, and back', async () => {
    const page = await open('#1?lesson=mutual-tls&present', projector);
    await isAt(page, 0, 0);
    await said(page).getByText('A client opens a connection').waitFor();
    await said(page).getByRole('radio').first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    // The next part is about another run: this one is stepped through to its end first.
    await expect.poll(() => scenario(page)).toBe('#1/off');
    await page.keyboard.press('End');
    await page.keyboard.press('PageDown');
    await isAt(page, 1, 4);
    await expect.poll(() => scenario(page)).toBe('#1');
    // The next one is two steps on: on the way the step is told, and there the part.
    await page.keyboard.press('PageDown');
    await isAt(page, 1, 5);
    await expect.poll(() => said(page).innerText()).toContain('issued by');
    await page.keyboard.press('PageDown');
    await isAt(page, 2, 6);
    await page.keyboard.press('PageUp');
    await isAt(page, 1, 4);
    await page.keyboard.press('PageUp');
    await isAt(page, 0, 0);
    expect(await scenario(page)).toBe('#1/off');
    await page.keyboard.press('PageUp');
    await isAt(page, 0, 0);
    // By its buttons, too, which come with the pointer.
    await page.mouse.move(300, 300);
    await page.mouse.move(320, 310);
    await button(page, text.partAfter).click();
    await isAt(page, 1, 4);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.lesson h3').innerText()).toBe(titles[1]);
  });

  it('is at the same part in both windows, with notes and question on the console, whichever is reloaded', async () => {
    const page = await open('#1?step=4&lesson=mutual-tls&present', projector);
    await isAt(page, 1, 4);
    await page.mouse.move(200, 200);
    await page.mouse.move(240, 220);
    const [audience] = await Promise.all([page.waitForEvent('popup'), button(page, text.audience).click()]);
    audience.setDefaultTimeout(15_000);
    await isAt(audience, 1, 4);
    const desk = page.getByRole('region', { name: text.console });
    await desk.getByText('Point at the arrow').waitFor();
    expect(await audience.getByText('Point at the arrow').count()).toBe(0);
    await page.keyboard.press('PageDown');
    await isAt(audience, 1, 5);
    await desk.getByText(text.part(3, titles[2] ?? '')).waitFor();
    await page.keyboard.press('PageDown');
    for (const each of [page, audience]) await isAt(each, 2, 6);
    await audience.keyboard.press('PageUp');
    for (const each of [page, audience]) await isAt(each, 1, 4);

    // The class answers; the console takes that down, and both see which one is right.
    const right = 'It stays where it is, and the server never hears of it';
    await desk.getByRole('radio', { name: right }).check();
    await desk.getByRole('button', { name: lessonWords.check }).click();
    await said(audience).getByText(lessonWords.theRightOne).waitFor({ state: 'attached' });
    expect(await violations(page)).toEqual([]);
    expect(await violations(audience)).toEqual([]);

    await audience.reload();
    await isAt(audience, 1, 4);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    for (const each of [page, audience]) await isAt(each, 2, 6);
    await page.reload();
    await isAt(page, 2, 6);
    await page.keyboard.press('PageUp');
    for (const each of [page, audience]) await isAt(each, 1, 4);
  });

  it('stays with one run where a part puts another beside it, and fits on a phone', async () => {
    const page = await open('#1?lesson=connected-then-refused&present', { viewport: phone });
    await said(page).locator('h2').waitFor();
    await expect.poll(() => stepOf(page)).toBe(10);
    expect(await page.locator('[data-present]').count()).toBe(1);
    expect(await page.locator('.compare').count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  });
});
