// What a reader can see and hear on the page, and the controls by their names.

import type { Locator, Page } from 'playwright-core';
import { catalogueWords, words } from '../../src/words/ui/index.ts';

/** Where the cursor stands: step and number of steps, from the playbar, which says it a moment after the picture shows it. */
export async function position(page: Page): Promise<{ readonly step: number; readonly steps: number }> {
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done))));
  const text = await page.locator('.playbar-where').innerText();
  const [, step, steps] = /^(\d+) of (\d+)/.exec(text) ?? [];
  if (step === undefined || steps === undefined) throw new Error(`The playbar says "${text}" and no position.`);
  return { step: Number(step), steps: Number(steps) };
}

export const stepOf = async (page: Page): Promise<number> => (await position(page)).step;

/** Goes to the last step. A control that has the focus might keep the key to itself, so it is let go first. */
export async function toEnd(page: Page): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('End');
  await page.getByRole('button', { name: words.playbar.forward, disabled: true }).waitFor();
}

/** All words of the picture, joined with spaces: a long word line may be broken in several. */
export async function pictureText(page: Page): Promise<string> {
  return (await page.getByRole('img', { name: words.stage.picture }).locator('text').allTextContents()).join(' ');
}

/** The handshake so far, as it is told to those who listen: a moment after it is shown. */
export async function told(page: Page): Promise<string[]> {
  const list = page.getByRole('list', { name: words.stage.list });
  await list.locator(`li[aria-current="step"]:nth-child(${(await stepOf(page)) + 1})`).waitFor({ state: 'attached' });
  return list.getByRole('listitem').allTextContents();
}

/** What is spoken right now. */
export function spoken(page: Page): Promise<string> {
  return page.locator('[aria-live="polite"][data-testid="now"]').innerText();
}

/** One of the options of a switch. */
export function option(page: Page, title: string, label: string): Locator {
  return page.getByRole('group', { name: title }).getByRole('radio', { name: label, exact: true });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** The bytes of the open layer in hexadecimal. The dump holds only the rows in sight, so it is scrolled through. */
export function bytesOf(page: Page): Promise<string> {
  return page.locator('.hex').evaluate(async (box) => {
    const bytes: string[] = [];
    for (let top = 0; ; top += box.clientHeight) {
      box.scrollTop = top;
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
      for (const cell of box.querySelectorAll('.hex-bytes [data-at]'))
        bytes[Number(cell.getAttribute('data-at'))] = cell.textContent ?? '';
      if (top + box.clientHeight >= box.scrollHeight) return Array.from(bytes, (byte) => byte ?? '??').join(' ');
    }
  });
}

/** The field for an error or for words to search. */
export function errorField(page: Page): Locator {
  return page.getByRole('combobox', { name: words.catalogue.search });
}

/** The lines of what the field leads to. */
export function answers(page: Page): Locator {
  return page.getByRole('listbox', { name: catalogueWords.answers }).getByRole('option');
}

/** Unfolds everything that can go wrong, and all that is folded in it. */
export async function openAll(page: Page): Promise<void> {
  await page.locator('.all-failures').click();
  for (const topic of Object.values(catalogueWords.topics)) await page.locator('summary', { hasText: topic }).click();
}

/** Unfolds the choices of the handshake. */
export async function openHandshake(page: Page): Promise<void> {
  await button(page, words.scenario.change).click();
}

/** Chooses a theme behind *View*. */
export async function chooseTheme(page: Page, theme: keyof typeof words.header.themes): Promise<void> {
  await button(page, words.header.view).click();
  await page.getByRole('combobox', { name: words.header.theme, exact: true }).selectOption(theme);
  await page.keyboard.press('Escape');
}

/** What the page says beside its header, whatever else it tells in its panes. */
export function noticeOf(page: Page): Locator {
  return page.locator('.notice[role="status"]').first();
}
