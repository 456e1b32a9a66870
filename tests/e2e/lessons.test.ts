// Lessons on the page: from the line that offers one to its end and its score, from a link and from a file, and one that somebody makes.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { defaultScenario, run, supply } from '../../src/lab/index.ts';
import { lettersOf, packed, readLesson } from '../../src/lesson/format/index.ts';
import { candidatesAt } from '../../src/lesson/predict/index.ts';
import { shipped } from '../../src/lesson/shelf/index.ts';
import { workshopWords as making, offerWords, lessonWords as text } from '../../src/words/lessons/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { violations } from './axe.ts';
import { pages, phone, tablet } from './pages.ts';
import { pictureText, stepOf } from './reading.ts';

await supply();
const open = pages();
const read = readLesson(shipped['mutual-tls'] ?? '');
const { parts } = read.ok ? read.lesson : { parts: [] };
const heading = (page: Page) => page.locator('.lesson h3');
const button = (page: Page, name: string) => page.locator('.lesson').getByRole('button', { name, exact: true });

/** Answers the question of a part, if it has one. */
async function answer(page: Page, at: number, right: boolean): Promise<boolean> {
  const question = parts[at]?.question;
  if (question?.kind !== 'choice') return false;
  const choice = question.choices.find((each) => each.right === right)?.text ?? '';
  await page.getByRole('radio', { name: lettersOf(choice), exact: true }).check();
  await button(page, text.check).click();
  return true;
}

describe('a lesson', () => {
  it('is offered to a newcomer, and goes from its first moment to a score that is kept', async () => {
    const page = await open();
    await page.getByRole('button', { name: offerWords.take }).click();
    let asked = 0;
    for (const [at, { title, link }] of parts.entries()) {
      await expect.poll(() => heading(page).innerText()).toBe(lettersOf(title));
      await expect.poll(() => page.url()).toContain(`${link.replace(/&.*/, '')}`);
      if (at === 4) expect(await violations(page)).toEqual([]);
      // One is answered wrong at first, and right at the second try.
      if (await answer(page, at, asked !== 0)) {
        if (asked === 0) {
          await page.getByText(text.wrong).waitFor();
          await answer(page, at, true);
        }
        await page.getByText(text.right).waitFor();
        asked++;
      } else if (parts[at]?.question) await button(page, text.skip).click();
      await button(page, at === parts.length - 1 ? text.toEnd : text.next).click();
    }
    // What the page has asked was passed over.
    const all = parts.filter(({ question }) => question).length;
    expect(asked).toBeLessThan(all);
    await page.getByText(text.score(asked - 1, all)).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByText(text.score(asked - 1, all)).waitFor();
    const missed = parts[0]?.title ?? '';
    await page.locator('.lesson-missed button').first().click();
    await expect.poll(() => heading(page).innerText()).toBe(missed);
    await button(page, text.leave).click();
    await page.locator('.switches').waitFor();
    await expect.poll(() => page.url()).not.toContain('lesson');
  });

  it('lets its reader look around, and takes them back to its moment; a link says where they are', async () => {
    const page = await open('#1?step=9&lesson=mutual-tls');
    await expect.poll(() => heading(page).innerText()).toBe(parts[4]?.title);
    expect(await button(page, text.moment).count()).toBe(0);
    await page.locator('.lab').press('ArrowLeft');
    await expect.poll(() => stepOf(page)).toBe(8);
    await button(page, text.moment).click();
    await expect.poll(() => stepOf(page)).toBe(9);
  });

  it('puts another run beside where a part says so, and takes it away after that', async () => {
    const page = await open('#1?lesson=connected-then-refused');
    await page.locator('.compare').waitFor();
    await button(page, text.next).click();
    await page.locator('.compare').waitFor({ state: 'detached' });
    await expect.poll(() => pictureText(page)).toContain('ServerHelloDone');
  });

  it.each([
    ['tablet', tablet],
    ['phone', phone],
  ] as const)('fits on a %s', async (_, viewport) => {
    const page = await open('#1?lesson=your-file', { viewport });
    await heading(page).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});

const foreign = `# Theirs

## One

#1?step=3

See [this page](https://else.example/a) and [that moment](#1?step=5).

### Predict: weather
`;

describe('a lesson that somebody else has written', () => {
  it('says so, shows where links lead, and tells its author what is wrong', async () => {
    const whole = foreign.replace('### Predict: weather\n', '');
    const page = await open(`#1?lesson=~${await packed(whole)}`);
    await page.getByText(text.origins.link).waitFor();
    await expect.poll(() => page.locator('.lesson-part').innerText()).toContain('this page (else.example)');
    expect(await violations(page)).toEqual([]);
    const broken = await open(`#1?lesson=~${await packed(foreign)}`);
    await broken.getByText('Line 9: There is no question of the kind “weather”.').waitFor();
    expect(await violations(broken)).toEqual([]);
    const cut = await open('#1?lesson=~abc');
    await cut.getByText(text.lacks['unread link']).waitFor();
  });

  it('can be a file beside the page, and nothing else', async () => {
    const page = await open();
    const asked: string[] = [];
    await page.route('**/*.md', (route) => {
      asked.push(new URL(route.request().url()).pathname);
      return route.fulfill({ body: foreign.replace(/###.*/, ''), contentType: 'text/markdown' });
    });
    await page.evaluate(() => {
      location.hash = '#1?lesson=week-1/their.md';
    });
    await page.getByText(text.origins.file).waitFor();
    await page.evaluate(() => {
      location.hash = '#1?lesson=https://else.example/their.md';
    });
    await page.getByText('which this page doesn’t understand').waitFor();
    expect(asked).toEqual(['/week-1/their.md']);
  });
});

describe('a lesson that somebody makes', () => {
  it('takes moments, keeps what is written through a reload, and can be looked at, saved and shared', async () => {
    const page = await open('#1/off?step=2&lesson=make');
    const field = (name: string) => page.getByLabel(name, { exact: true });
    await field(making.name).fill('Mine');
    await button(page, making.add).click();
    await field(making.part.title).fill('Hello');
    await field(making.part.words).fill('Look at this.');
    await page.locator('.stage').focus();
    await page.keyboard.press('ArrowRight');
    await button(page, making.add).click();
    await field(making.part.title).fill('Second');
    await button(page, making.up(2)).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(making.up(1));
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await button(page, making.edit(1, 'Second')).waitFor();
    const saving = page.waitForEvent('download');
    await button(page, making.save).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe('mine.md');
    const saved = await (await file.createReadStream()).toArray();
    const lines = Buffer.concat(saved).toString();
    expect(lines).toBe('# Mine\n\n## Second\n\n#1/off?step=3\n\n## Hello\n\n#1/off?step=2\n\nLook at this.\n');
    await button(page, making.preview).click();
    await expect.poll(() => heading(page).innerText()).toBe('Second');
    await button(page, text.next).click();
    await expect.poll(() => stepOf(page)).toBe(2);
    await button(page, text.goOn).click();
    await button(page, making.clear).click();
    await page.locator('.lesson input[type="file"]').setInputFiles({
      name: 'mine.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(lines.replace('Look', '<b>Look')),
    });
    await page.getByText('This looks like HTML').waitFor();
    expect(await button(page, making.preview).isDisabled()).toBe(true);
    expect(await page.getByText(words.missing.part).count()).toBe(0);
  });

  it('lets its author pick what the page asks about, among what there is to ask at that moment', async () => {
    const page = await open('#1?break=untrusted-ca&step=11&lesson=make');
    const field = (name: string) => page.getByLabel(name, { exact: true });
    await field(making.name).fill('Mine');
    await button(page, making.add).click();
    await field(making.part.title).fill('And then?');
    await field(making.part.question).selectOption(making.part.questions.predict);
    const timeline = run({ ...defaultScenario, mischief: [{ id: 'untrusted-ca' }] });
    const here = candidatesAt(timeline, 12).map(({ kind }) => making.part.kinds[kind]);
    const offered = () => field(making.part.kind).locator('option').allTextContents();
    await expect.poll(offered).toEqual([making.part.anyKind, ...here]);
    expect(here).toContain(making.part.kinds.alert);
    expect(here.length).toBeLessThan(8);
    await field(making.part.kind).selectOption(making.part.kinds.alert);
    await page.getByText('With which alert?').waitFor();
    expect(await violations(page)).toEqual([]);

    const saving = page.waitForEvent('download');
    await button(page, making.save).click();
    const saved = Buffer.concat(await (await (await saving).createReadStream()).toArray()).toString();
    expect(saved).toContain('### Predict: alert\n');
    const again = readLesson(saved);
    expect(again.ok && again.lesson.parts[0]?.question).toEqual({ kind: 'predict', about: 'alert' });
    await button(page, making.preview).click();
    await page.locator('.lesson-question legend').getByText('With which alert?').waitFor();

    // At another moment it may not be there to be asked: the choice stays, and the page says so.
    await button(page, text.goOn).click();
    await page.locator('.stage').focus();
    await page.keyboard.press('Home');
    await button(page, making.edit(1, 'And then?')).click();
    await button(page, making.part.retake).click();
    await expect.poll(offered).toContain(making.part.notHere(making.part.kinds.alert));
    await page.getByText(text.nothingToAsk).waitFor();
  });
});
