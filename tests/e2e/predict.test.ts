// What comes next? The page stops before a step, hides what is to come, asks, and tells why.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { defaultScenario, run, supply, toLink } from '../../src/lab/index.ts';
import { type Question, questionsOf } from '../../src/lesson/predict/index.ts';
import { rich, textOf } from '../../src/story/index.ts';
import { choiceText, questionText, predictWords as text } from '../../src/words/predict/index.ts';
import { viewWords, words } from '../../src/words/ui/index.ts';
import { violations } from './axe.ts';
import { pages, phone, tablet } from './pages.ts';
import { button, option, pictureText, position, told } from './reading.ts';

await supply();

const open = pages();
const asks = '#1?predict';
const questions = questionsOf(run(defaultScenario));
const refused = { ...defaultScenario, mischief: [{ id: 'untrusted-ca' }] };

const plain = (words: string): string => textOf(rich(words));
const place = (page: Page) => page.locator('.predict');
const choice = (page: Page, question: Question, at: number) =>
  page.getByRole('radio', { name: plain(choiceText(question, at)), exact: true });

async function asked(page: Page, question: Question): Promise<void> {
  await page.getByRole('group', { name: plain(questionText(question)) }).waitFor();
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.closest('label')?.textContent ?? activeElement?.textContent ?? '';
  });

describe('a page that asks what comes next', () => {
  it('hides what is to come, takes an answer by keyboard, tells why, and goes on to a summary', async () => {
    const page = await open(asks);
    const [first, second] = questions;
    if (!first || !second) throw new Error('There are two questions.');
    await asked(page, first);
    const { steps } = await position(page);
    expect(steps).toBe(first.step - 1);
    for (const key of ['End', 'ArrowRight', 'PageDown', '4']) await page.keyboard.press(key);
    expect((await position(page)).step).toBe(steps);
    expect(await pictureText(page)).not.toContain('EncryptedExtensions');
    expect((await told(page)).join(' ')).not.toContain('The server sends');
    expect(await page.getByRole('slider').getAttribute('max')).toBe(String(steps));
    expect(await page.locator('.summary').innerText()).not.toContain('goes well');
    expect(await violations(page)).toEqual([]);

    const wrong = first.right === 0 ? 1 : 0;
    await choice(page, first, wrong).focus();
    await page.keyboard.press(' ');
    await page.keyboard.press('Enter');
    await place(page).getByText(text.notThis).waitFor();
    expect(await choice(page, first, wrong).isDisabled()).toBe(true);
    expect((await position(page)).steps).toBe(steps);
    expect(await focused(page)).not.toBe('');
    expect(await violations(page)).toEqual([]);

    await choice(page, first, first.right).focus();
    await page.keyboard.press(' ');
    await page.keyboard.press('Enter');
    await place(page).getByText(text.found).waitFor();
    await expect.poll(async () => (await position(page)).step).toBe(first.step);
    expect(await focused(page)).toBe(text.goOn);
    expect(await violations(page)).toEqual([]);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#1?step=${first.step}&predict`);

    await page.keyboard.press('Enter');
    await asked(page, second);
    await button(page, words.playbar.back).click();
    if (second.step - 1 > 1)
      await place(page)
        .getByText(text.waits(2, questions.length, second.step - 1))
        .waitFor();
    await page.keyboard.press('End');
    for (const [index, question] of questions.slice(1).entries()) {
      await asked(page, question);
      await choice(page, question, question.right).check();
      await place(page).getByRole('button', { name: text.answer }).click();
      await place(page).getByText(text.right, { exact: false }).first().waitFor();
      await button(page, index === questions.length - 2 ? text.finish : text.goOn).click();
    }
    await place(page)
      .getByText(text.score(questions.length - 1, questions.length))
      .waitFor();
    expect((await position(page)).steps).toBe(14);
    expect(await violations(page)).toEqual([]);
    await place(page)
      .getByRole('button', { name: text.atStep(first.step), exact: true })
      .click();
    await expect.poll(async () => (await position(page)).step).toBe(first.step);
    await button(page, text.again).click();
    await asked(page, first);
    await button(page, text.stop).click();
    await place(page).waitFor({ state: 'detached' });
    expect((await position(page)).steps).toBe(14);
  });

  it('asks anew of another run, and takes up where it was when that is taken back', async () => {
    const page = await open(toLink({ scenario: refused, step: 7 }).concat('&predict'));
    const [next] = questionsOf(run(refused)).filter(({ step }) => step > 7);
    if (!next) throw new Error('There is a question.');
    await asked(page, next);
    await place(page).getByRole('button', { name: text.skip }).click();
    await place(page).getByText(text.skipped).waitFor();
    await option(page, words.scenario.untrustedCa.title, words.scenario.no).click();
    await expect.poll(() => page.evaluate(() => location.hash)).not.toContain('untrusted-ca');
    await page.goBack();
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('untrusted-ca');
    // What was passed over is not asked again.
    await expect.poll(async () => (await position(page)).steps).toBeGreaterThanOrEqual(next.step);
    expect(await place(page).count()).toBe(1);
  });

  it('takes the answer that most hands are for, on a phone and in a hall', async () => {
    for (const [viewport, theme] of [
      [phone, 'dark'],
      [tablet, 'projector'],
    ] as const) {
      const page = await open(`${asks}&theme=${theme}`, { viewport });
      const [first] = questions;
      if (!first) throw new Error('There is a question.');
      await asked(page, first);
      await page.getByText(text.vote).click();
      const label = plain(choiceText(first, first.right));
      await page.getByRole('spinbutton', { name: text.votes(label) }).fill('11');
      await page.getByRole('button', { name: text.more(label) }).click();
      const other = plain(choiceText(first, first.right === 0 ? 1 : 0));
      await page.getByRole('spinbutton', { name: text.votes(other) }).fill('12');
      await place(page).getByText(text.tie).waitFor();
      await page.getByRole('button', { name: text.more(label) }).click();
      expect(await choice(page, first, first.right).isChecked()).toBe(true);
      expect(await violations(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      expect(wide).toBe(true);
      await page.getByRole('button', { name: text.takeMajority }).click();
      await place(page).getByText(text.right).waitFor();
    }
  });

  it('begins behind View, where the reader is', async () => {
    const page = await open('#1?step=3');
    await button(page, words.header.view).click();
    await page.getByLabel(viewWords.predict).check();
    await page.keyboard.press('Escape');
    const [next] = questions.filter(({ step }) => step > 3);
    if (next) await asked(page, next);
    expect((await position(page)).steps).toBe((next?.step ?? 0) - 1);
  });
});
