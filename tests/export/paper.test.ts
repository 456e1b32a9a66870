// What is handed out on paper: on A4 and Letter, upright and across, the picture and a block for each step, whole and on one sheet.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { defaultScenario, run, supply } from '../../src/lab/index.ts';
import { questionsOf } from '../../src/lesson/predict/index.ts';
import { rich, textOf } from '../../src/story/index.ts';
import { compareWords } from '../../src/words/compare/index.ts';
import { menuWords } from '../../src/words/exports/index.ts';
import { choiceText, questionText } from '../../src/words/predict/index.ts';
import { printWords, questionWords, words } from '../../src/words/ui/index.ts';
import { pages } from '../e2e/pages.ts';
import { button } from '../e2e/reading.ts';
import { bare, type Sheet, sheetsOf } from './paper.ts';

await supply();
const open = pages();

const papers = {
  'A4, upright': { format: 'A4', landscape: false, size: [595, 842] },
  'A4, across': { format: 'A4', landscape: true, size: [842, 595] },
  'Letter, upright': { format: 'Letter', landscape: false, size: [612, 792] },
  'Letter, across': { format: 'Letter', landscape: true, size: [792, 612] },
} as const;
type Paper = keyof typeof papers;

/** The least margin that a printer is asked for, in points. */
const MARGIN = 39;

interface Printed {
  readonly sheets: readonly Sheet[];
  /** The words of what must not break: the steps, and each picture. */
  readonly blocks: readonly string[];
  readonly picture: readonly string[];
}

/** Prints as the browser does it; whoever draws for paper is told before and after. */
async function printed(page: Page, { format, landscape }: (typeof papers)[Paper]): Promise<Printed> {
  const drawn = page.evaluate(
    (way) => {
      const words = (node: Element): string => {
        const copy = node.cloneNode(true) as Element;
        for (const unseen of copy.querySelectorAll('.visually-hidden, title')) unseen.remove();
        return copy.textContent ?? '';
      };
      const read = () => ({
        blocks: [...document.querySelectorAll('.handout-step')].map(words),
        picture: [...document.querySelectorAll(`.handout-${way} svg:first-child text`)].map(words),
      });
      return new Promise<ReturnType<typeof read>>((resolve) =>
        window.addEventListener('afterprint', () => resolve(read()), { capture: true, once: true }),
      );
    },
    landscape ? 'across' : 'upright',
  );
  const sheets = await sheetsOf(await page.pdf({ format, landscape }));
  const { blocks, picture } = await drawn;
  return { sheets, blocks: blocks.map(bare), picture: picture.map(bare) };
}

/** Opens a page from which everything can be printed. */
async function opened(hash: string): Promise<Page> {
  const page = await open(hash);
  // Nobody has touched the page: what the paper needs is fetched when it is printed for the first time.
  await expect
    .poll(async () => (await printed(page, papers['A4, upright'])).sheets.map(({ text }) => text).join(''))
    .not.toContain(bare(printWords.missing));
  return page;
}

/** The blocks that don’t stand on one sheet with all of their words. */
const broken = ({ sheets, blocks }: Printed) =>
  blocks.filter((block) => sheets.filter(({ text }) => text.includes(block)).length !== 1);

/** The words that don’t stand within the margins of their sheet. */
const outside = ({ sheets }: Printed) =>
  sheets.flatMap(({ width, height, words }) =>
    // The number of the sheet stands in its margin.
    words.filter(({ text, x, y, width: long }) =>
      / \/ /.test(text) ? false : x < MARGIN || x + long > width - MARGIN + 1 || y < MARGIN || y > height - MARGIN,
    ),
  );

const runs = {
  '#1?break=untrusted-ca': { steps: 12, sheets: 7 },
  '#1/tls12/retry?unit=records': { steps: 0, sheets: 9 },
} as const;

describe.each(Object.entries(runs))('%s', (hash, most) => {
  it('is handed out whole on each paper, and no step breaks', async () => {
    const page = await opened(hash);
    for (const [name, paper] of Object.entries(papers)) {
      const all = await printed(page, paper);
      const { sheets, blocks, picture } = all;
      const [wide, high] = paper.size;
      for (const { width, height } of sheets)
        expect(Math.max(Math.abs(width - wide), Math.abs(height - high))).toBeLessThan(2);
      expect([name, broken(all)]).toEqual([name, []]);
      expect([name, outside(all)]).toEqual([name, []]);
      expect(blocks.length).toBeGreaterThanOrEqual(most.steps);
      expect(sheets.length).toBeLessThanOrEqual(most.sheets);
      // Of the picture every word once, and no step before it.
      const text = sheets.map((sheet) => sheet.text).join('');
      for (const word of picture) expect(text).toContain(word);
      expect(picture.length).toBeGreaterThan(20);
      expect(text.indexOf(blocks[0] ?? '')).toBeGreaterThan(text.indexOf(picture.at(-1) ?? ''));
    }
  });
});

it('says of two runs under their pictures, before the steps of either, what differs between them', async () => {
  const page = await opened('#1?break=untrusted-ca&beside=1%2Ftls12%3Fbreak%3Duntrusted-ca');
  const told = (await page.locator('.differences li p').allTextContents()).map(bare);
  expect(told.length).toBeGreaterThan(2);
  for (const [name, paper] of Object.entries(papers)) {
    const all = await printed(page, paper);
    const text = all.sheets.map((sheet) => sheet.text).join('');
    const places = told.map((sentence) => text.indexOf(sentence));
    expect([name, places]).toEqual([name, [...places].sort((one, other) => one - other)]);
    expect(places[0]).toBeGreaterThan(text.indexOf(bare(compareWords.differs)));
    expect(text.indexOf(all.blocks[0] ?? '')).toBeGreaterThan(text.indexOf(bare(compareWords.same)));
    expect([name, broken(all)]).toEqual([name, []]);
  }
  expect(await page.locator('.handout-differences').count()).toBe(0);
});

it('has checks, lines of logs and a link that a reader can follow, in the blocks that may not break', async () => {
  const page = await opened('#1?break=untrusted-ca');
  const whole = await printed(page, papers['A4, upright']);
  const last = whole.blocks.at(-1) ?? '';
  for (const part of [
    'unknown_ca',
    'ThechainendsataCAthattheservertrusts',
    'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA',
    'RFC9846',
  ])
    expect(last).toContain(part);
  expect(last).toContain(`${page.url().split('#')[0]}#1?break=untrusted-ca&step=12`);
  // The same without what keeps blocks together: the test above would notice.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@media print { .handout-step { break-inside: auto !important } }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  expect(broken(await printed(page, papers['A4, across'])).length).toBeGreaterThan(0);
  expect(await page.locator('.handout').count()).toBe(0);
});

it('has the questions about this very run in front and their answers at the end, for whoever wants them', async () => {
  const page = await opened('#1?break=untrusted-ca');
  const paper = papers['A4, upright'];
  const text = ({ sheets }: Printed) => sheets.map((sheet) => sheet.text).join('');
  const without = text(await printed(page, paper));
  expect(without).not.toContain(bare(questionWords.answers));

  await button(page, words.header.export).click();
  await page.getByLabel(menuWords.withQuestions).check();
  await page.keyboard.press('Escape');
  await expect.poll(async () => text(await printed(page, paper))).toContain(bare(questionWords.questions));
  const all = await printed(page, paper);
  const plain = (said: string) => bare(textOf(rich(said)));
  const asked = questionsOf(run({ ...defaultScenario, mischief: [{ id: 'untrusted-ca' }] }));
  expect(asked.length).toBeGreaterThan(3);

  // In front nothing but what is asked: the alert, who refuses and how it goes stand on later sheets.
  const at = all.sheets.findIndex((sheet) => sheet.text.includes(bare(printWords.link)));
  const front = all.sheets.slice(0, at).map((sheet) => sheet.text);
  expect(front.length).toBeGreaterThan(0);
  expect(front.join('')).not.toContain(bare(printWords.steps));
  const end = all.sheets.slice(all.sheets.findIndex((sheet) => sheet.text.includes(bare(questionWords.answers))));
  const answers = end.map((sheet) => sheet.text).join('');
  for (const question of asked) {
    expect(front.join('')).toContain(plain(questionText(question)));
    for (const place of question.choices.keys()) expect(front.join('')).toContain(plain(choiceText(question, place)));
    const letter = 'ABCDEFG'.charAt(question.right);
    expect(answers).toContain(letter + plain(choiceText(question, question.right)));
  }
  expect(all.sheets.length - end.length).toBeGreaterThan(at);
  expect(broken(all)).toEqual([]);
  expect(outside(all)).toEqual([]);
});
