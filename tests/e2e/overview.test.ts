// Where the page opens: on the run as a whole, with an introduction and doors; and how playing stops to be read.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { doorWords, introduction } from '../../src/words/explain/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { pages, phone } from './pages.ts';
import { button, pictureText, position, stepOf } from './reading.ts';

const open = pages();
const { inspector, playbar } = words;

const heading = (page: Page) => page.locator('.introduction h2');
const door = (page: Page, { title }: { readonly title: string }) => page.getByRole('button', { name: title });
const tabs = (page: Page) => page.getByRole('tab').count();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

describe('a page that is opened', () => {
  it('shows the whole run, introduces it, and brings the tabs with the first step', async () => {
    const page = await open();
    expect(await position(page)).toEqual({ step: 0, steps: 14 });
    expect(await page.locator('.playbar-where').innerText()).toContain(playbar.whole);
    expect(await heading(page).innerText()).toBe(introduction.title);
    expect(await pictureText(page)).toContain('close_notify');
    expect(await tabs(page)).toBe(0);
    await page.keyboard.press('ArrowRight');
    expect(await stepOf(page)).toBe(1);
    await page.getByRole('tab').first().waitFor();
    expect(await heading(page).count()).toBe(0);
    await page.keyboard.press('Home');
    await heading(page).waitFor();
    expect(await stepOf(page)).toBe(0);
  });

  it('comes back to the start by its name on the scale', async () => {
    const page = await open('#1?step=5');
    await button(page, playbar.goTo(playbar.start)).click();
    await expect.poll(() => stepOf(page)).toBe(0);
    await heading(page).waitFor();
  });

  it('opens a failing run where it fails, and tells it as a whole at the start', async () => {
    const page = await open('#1?break=untrusted-ca');
    const { step, steps } = await position(page);
    expect(step).toBe(12);
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('.introduction').innerText()).toContain(`step ${step} of ${steps}`);
    await door(page, doorWords.failure(step)).click();
    await expect.poll(() => stepOf(page)).toBe(step);
  });

  it('comes back to its doors by its name, from another run', async () => {
    const page = await open('#1/off?break=bad-signature&step=3');
    await page.getByRole('link', { name: words.name, exact: true }).click();
    await expect.poll(() => position(page)).toEqual({ step: 0, steps: 14 });
    await expect.poll(() => heading(page).innerText()).toBe(introduction.title);
    await button(page, words.scenario.undo).click();
    await expect.poll(() => page.url()).toContain('bad-signature');
  });

  it('keeps to a tab that the link names', async () => {
    const page = await open('#1?tab=certificates');
    expect(await stepOf(page)).toBe(0);
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('client.example');
    await page.getByRole('tab', { name: inspector.tabs.explain }).press('Enter');
    await heading(page).waitFor();
    expect(await page.locator('.inspector').evaluate((node) => node === document.activeElement)).toBe(true);
  });
});

describe('a door', () => {
  it('leads to the first step, from where the keys go on', async () => {
    const page = await open();
    await door(page, doorWords.watch(14)).press('Enter');
    await expect.poll(() => stepOf(page)).toBe(1);
    await expect.poll(() => focused(page)).toBe(words.stage.title);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => stepOf(page)).toBe(2);
  });

  it('leads to a client being refused', async () => {
    const page = await open();
    await door(page, doorWords.refused).click();
    await expect.poll(() => pictureText(page)).toContain('unknown_ca');
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('unknown_ca');
  });

  it.each([
    ['a desk', {}],
    ['a phone', { viewport: phone }],
  ])('leads to the field for errors on %s', async (_, options) => {
    const page = await open('', options);
    if ('viewport' in options) await button(page, inspector.open).click();
    await door(page, doorWords.errors).click();
    await expect.poll(() => focused(page)).toBe(words.catalogue.search);
  });
});

describe('the explanation', () => {
  it('is a paragraph unless the reader wants more, which is one key away', async () => {
    const page = await open('#1?step=1');
    const facts = page.locator('.explain .table');
    await page.locator('.explain .gist').waitFor();
    expect(await page.getByRole('radio', { name: 'Paragraph' }).isChecked()).toBe(true);
    expect(await facts.count()).toBe(0);
    await page.keyboard.press('d');
    await facts.waitFor();
    await page.keyboard.press('d');
    await facts.waitFor({ state: 'detached' });
  });
});

describe('playing', () => {
  it('stops at a failure, and goes on from there', async () => {
    const page = await open('#1?break=suites-stripped&step=7');
    await page.getByRole('combobox', { name: playbar.speed }).selectOption({ index: 2 });
    await button(page, playbar.play).click();
    await expect.poll(() => position(page)).toEqual({ step: 8, steps: 9 });
    await button(page, playbar.play).waitFor();
    await button(page, playbar.play).click();
    await button(page, playbar.startOver).waitFor();
    expect(await stepOf(page)).toBe(9);
  });
});
