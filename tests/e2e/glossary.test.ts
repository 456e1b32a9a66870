// Words that are explained where they are used first: by pointing, by keyboard, by touch.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { terms } from '../../src/words/glossary/index.ts';
import { pages, phone } from './pages.ts';

const open = pages();

const word = (page: Page, at = 0) => page.locator('.explain .term').nth(at);
const panel = (page: Page) => page.locator('.explanation');

/** Waits for the explanation of a word, and makes sure that the word itself is still to be seen. */
async function explained(page: Page, at: number): Promise<void> {
  const name = await word(page, at).getAttribute('data-term');
  const text = terms.find((term) => term.name === name)?.text ?? '';
  await expect.poll(() => panel(page).textContent()).toContain(text);
  const [line, box] = [await word(page, at).boundingBox(), await panel(page).boundingBox()];
  if (!line || !box) throw new Error('nothing to be seen');
  expect(box.y >= line.y + line.height || box.y + box.height <= line.y).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
}

describe('a marked word', () => {
  it('is explained as long as it is pointed at', async () => {
    const page = await open('#1?break=untrusted-ca');
    await word(page).hover();
    await explained(page, 0);
    await page.mouse.move(200, 200);
    await expect.poll(() => panel(page).textContent()).toBe('');
  });

  it('is reached in one stop, and the others with the arrows; Esc closes', async () => {
    const page = await open('#1?break=untrusted-ca');
    await word(page).waitFor();
    await page.getByRole('radio', { name: 'Paragraph' }).focus();
    await page.keyboard.press('Tab');
    await explained(page, 0);
    const before = page.url();
    await page.keyboard.press('ArrowRight');
    await explained(page, 1);
    await page.keyboard.press('Escape');
    await expect.poll(() => panel(page).textContent()).toBe('');
    expect(page.url()).toBe(before);
    await page.keyboard.press('Enter');
    await explained(page, 1);
  });

  it('is explained at a tap, until something else is tapped', async () => {
    const page = await open('#1?break=untrusted-ca', { viewport: phone, hasTouch: true });
    await page.getByRole('button', { name: 'Explain' }).last().tap();
    await word(page).tap();
    await explained(page, 0);
    // What stands around the word may be covered.
    await page.getByRole('tab', { name: 'Explain' }).tap();
    await expect.poll(() => panel(page).textContent()).toBe('');
  });

  it('closes with the step that it belongs to', async () => {
    const page = await open('#1?step=1');
    await word(page).click();
    await explained(page, 0);
    await page.keyboard.press('PageDown');
    await expect.poll(() => panel(page).textContent()).toBe('');
  });
});

describe('lines of a log', () => {
  it.each([phone, { width: 320, height: 700 }])('break at spaces only: %o', async (viewport) => {
    const page = await open('#1?break=untrusted-ca', { viewport });
    await page.getByRole('button', { name: 'Explain' }).last().click();
    const lines = page.locator('.logs code');
    await lines.first().waitFor();
    const torn = await lines.evaluateAll((all) =>
      all.flatMap((line) => {
        const text = line.firstChild as Text;
        return [...text.data.matchAll(/\S+/g)].flatMap(({ 0: part, index }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + part.length);
          return range.getClientRects().length > 1 ? [part] : [];
        });
      }),
    );
    expect(torn).toEqual([]);
  });
});
