// Who gets a key: a control that was reached by keyboard keeps those of its role; after a click or a tap the steps win.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { byteWords, choiceWords, rowWords, viewWords, words } from '../../src/words/ui/index.ts';
import { pages, phone, tablet } from './pages.ts';
import { button, errorField, openHandshake, option, position, stepOf } from './reading.ts';

const open = pages();
const { playbar: bar, scenario, inspector, header } = words;

const required = (page: Page) => option(page, scenario.clientAuthentication.title, 'required');
const list = (page: Page) => page.getByRole('listbox', { name: rowWords.list });
const tab = (page: Page, name: keyof typeof inspector.tabs) => page.getByRole('tab', { name: inspector.tabs[name] });

/** Presses Tab until a control has the focus; what comes before it in the page is passed over. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`The Tab key never came to ${selector}.`);
}

async function press(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return stepOf(page);
}

describe('after a click', () => {
  it('on a switch, arrows step and leave the switch alone; Home, End, space and page keys work as well', async () => {
    const page = await open('#1?step=6');
    await required(page).click();
    expect(await press(page, 'ArrowRight')).toBe(7);
    expect(await press(page, 'ArrowLeft', 'ArrowLeft')).toBe(5);
    expect(await press(page, 'ArrowDown', 'ArrowUp')).toBe(5);
    expect(await required(page).isChecked()).toBe(true);
    expect(await press(page, 'PageDown')).toBe(6);
    expect(await press(page, 'PageUp')).toBe(5);
    const { steps } = await position(page);
    expect(await press(page, 'End')).toBe(steps);
    await page.keyboard.press('Home');
    await page.keyboard.press(' ');
    await button(page, bar.pause).waitFor();
  });

  it('on a button, space plays and doesn’t press it again', async () => {
    const page = await open('#1?step=2');
    await button(page, bar.forward).click();
    expect(await stepOf(page)).toBe(3);
    await page.keyboard.press(' ');
    await button(page, bar.pause).waitFor();
    await page.keyboard.press(' ');
    await button(page, bar.play).waitFor();
  });

  it('on a tab, in the tree and in the bytes, right and left step', async () => {
    const page = await open('#1?step=2');
    await tab(page, 'bytes').click();
    expect(await press(page, 'ArrowRight')).toBe(3);
    expect(await tab(page, 'bytes').getAttribute('aria-selected')).toBe('true');
    await page.getByRole('treeitem').nth(1).click();
    expect(await press(page, 'ArrowLeft')).toBe(2);
    await page.locator('.hex-bytes [data-at="4"]').click();
    expect(await press(page, 'ArrowRight')).toBe(3);
    expect(await press(page, 'Home')).toBe(0);
  });

  it('in a list, arrows step as soon as it is closed', async () => {
    const page = await open('#1?step=3');
    await openHandshake(page);
    const suite = page.getByRole('combobox', { name: choiceWords.suite });
    const before = await suite.inputValue();
    await suite.click();
    await page.keyboard.press('Escape');
    expect(await press(page, 'ArrowRight')).toBe(4);
    expect(await suite.inputValue()).toBe(before);
  });

  it('a change is taken back by Ctrl+Z wherever the focus is, but in a text field', async () => {
    const page = await open('#1?step=3');
    const off = option(page, scenario.clientAuthentication.title, 'off');
    await off.click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => required(page).isChecked()).toBe(true);
    await page.keyboard.press('Control+y');
    await expect.poll(() => off.isChecked()).toBe(true);
    await errorField(page).click();
    await page.keyboard.type('x1 ?');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+z');
    expect(await off.isChecked()).toBe(true);
    expect(await stepOf(page)).toBe(3);
  });

  it('on the picture it wears no frame, also when keys follow', async () => {
    const page = await open('#1?step=3');
    const framed = () => page.locator('.stage').evaluate((stage) => getComputedStyle(stage).outlineStyle !== 'none');
    await page.locator('.stage').click({ position: { x: 20, y: 5 } });
    expect(await press(page, 'ArrowRight')).toBe(4);
    expect(await framed()).toBe(false);
    await tabTo(page, '.row-list');
    expect(await framed()).toBe(true);
  });

  it('page keys step from everywhere, like a clicker: from a text field, too', async () => {
    const page = await open('#1?step=3');
    await errorField(page).click();
    expect(await press(page, 'PageDown', 'PageDown')).toBe(5);
    await tabTo(page, '[role="tab"]');
    expect(await press(page, 'PageUp')).toBe(4);
  });
});

describe('a control that was reached by keyboard', () => {
  it('keeps space and Enter, if it is a button', async () => {
    const page = await open('#1?step=3');
    await tabTo(page, `[aria-label="${bar.forward}"]`);
    expect(await press(page, ' ')).toBe(4);
    expect(await press(page, 'Enter')).toBe(5);
    expect(await button(page, bar.play).count()).toBe(1);
  });

  it('keeps arrows, if it is a switch', async () => {
    const page = await open('#1?step=3');
    await tabTo(page, 'input[value="required"]');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => option(page, scenario.clientAuthentication.title, 'asked').isChecked()).toBe(true);
    expect(await stepOf(page)).toBe(3);
  });

  it('keeps arrows, if it is a tab, the tree or the bytes', async () => {
    const page = await open('#1?step=3');
    await tabTo(page, '[role="tab"]');
    await page.keyboard.press('ArrowRight');
    expect(await tab(page, 'bytes').getAttribute('aria-selected')).toBe('true');
    await page.getByRole('tree').waitFor();
    await tabTo(page, '[role="tree"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await tabTo(page, '.hex');
    const at = () => page.getByRole('slider', { name: byteWords.hex }).getAttribute('aria-valuenow').then(Number);
    const before = await at();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(at).toBe(before - 1);
    expect(await stepOf(page)).toBe(3);
  });

  it('keeps arrows, if it is the slider: they are steps', async () => {
    const page = await open('#1?step=3');
    await tabTo(page, 'input[type="range"]');
    expect(await press(page, 'ArrowUp')).toBe(4);
    expect(await press(page, 'ArrowRight')).toBe(5);
    expect(await press(page, 'ArrowDown')).toBe(4);
  });

  it('keeps arrows, if it is a list that opens', async () => {
    const page = await open('#1?step=3');
    await openHandshake(page);
    await page.getByRole('combobox', { name: choiceWords.suite }).waitFor();
    await page.locator('body').press('Escape');
    await tabTo(page, `[aria-label="${choiceWords.suite}"]`);
    const suite = page.getByRole('combobox', { name: choiceWords.suite });
    const before = await suite.inputValue();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => suite.inputValue()).not.toBe(before);
    expect(await stepOf(page)).toBe(3);
  });
});

describe('the first stop of the Tab key', () => {
  it('is a link past everything to the picture, and can be seen', async () => {
    const page = await open('#1?step=3');
    await page.keyboard.press('Tab');
    const link = page.getByRole('link', { name: words.skip });
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await link.evaluate((node) => getComputedStyle(node).clipPath)).toBe('none');
    const address = page.url();
    await page.keyboard.press('Enter');
    expect(await list(page).evaluate((node) => node === document.activeElement)).toBe(true);
    expect(page.url()).toBe(address);
    expect(await press(page, 'ArrowRight')).toBe(4);
  });
});

describe('the rows of the picture', () => {
  const current = (page: Page) => list(page).getByRole('option', { selected: true }).allInnerTexts();

  it('follow the steps, by key and by mouse', async () => {
    const page = await open('#1?step=1');
    await expect.poll(() => current(page)).toEqual([expect.stringContaining('ClientHello')]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => current(page)).toEqual([expect.stringContaining('ServerHello')]);
    await button(page, bar.forward).click();
    await expect.poll(() => current(page)).toEqual([expect.stringContaining('EncryptedExtensions')]);
    await page.getByRole('img', { name: words.stage.picture }).getByText('ClientHello', { exact: true }).click();
    await expect.poll(() => current(page)).toEqual([expect.stringContaining('ClientHello')]);
  });

  it('are reached one by one: keys that are installed, and pills, are told by themselves', async () => {
    const page = await open('#1?step=2');
    const heading = page.getByRole('tabpanel').getByRole('heading', { level: 2 });
    await heading.waitFor();
    const told = new Set<string>();
    await tabTo(page, '[role="listbox"]');
    const rows = await list(page).getByRole('option').count();
    for (let row = 0; row < rows; row++) {
      await page.keyboard.press('ArrowDown');
      const [text = ''] = await current(page);
      if (/passed|keys/.test(text)) told.add(text);
    }
    expect([...told].some((text) => text.includes('keys'))).toBe(true);
    expect([...told].some((text) => text.includes(rowWords.outcomes.passed))).toBe(true);
    await page.keyboard.press('Home');
    for (let row = 0; row < rows; row++) {
      await page.keyboard.press('ArrowDown');
      if (/passed/.test((await current(page))[0] ?? '')) break;
    }
    await expect.poll(() => heading.innerText()).not.toMatch(/Finished|close_notify/);
  });

  it('are opened by Enter where the explanation isn’t beside them', async () => {
    const page = await open('#1?step=2&tab=bytes', { viewport: tablet });
    await tabTo(page, '[role="listbox"]');
    await press(page, 'ArrowDown', 'Enter');
    await tab(page, 'explain').waitFor();
    expect(await tab(page, 'explain').getAttribute('aria-selected')).toBe('true');
  });

  it('are opened on a phone, too', async () => {
    const page = await open('#1?step=2', { viewport: phone });
    await tabTo(page, '[role="listbox"]');
    await press(page, 'ArrowDown', 'Enter');
    await page.getByRole('dialog', { name: inspector.title }).waitFor();
  });
});

describe('keys that write something', () => {
  const choice = (page: Page) => page.getByRole('checkbox', { name: viewWords.singleKeys });

  it('are shortcuts until one choice in View turns that off, which is remembered', async () => {
    const page = await open('#1?step=3');
    expect(await press(page, '1')).toBe(1);
    await button(page, header.view).click();
    await choice(page).uncheck();
    await page.keyboard.press('Escape');
    await choice(page).waitFor({ state: 'detached' });
    expect(await press(page, '3', '?')).toBe(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await press(page, 'ArrowRight')).toBe(2);
    await expect.poll(() => page.url()).toContain('step=2');
    await page.reload();
    await list(page).waitFor({ state: 'attached' });
    expect(await press(page, '1')).toBe(2);
    await button(page, header.view).click();
    expect(await choice(page).isChecked()).toBe(false);
    await choice(page).check();
    expect(await press(page, 'Escape', '1')).toBe(1);
  });
});
