// Two runs side by side under load: how long they take to stand there, how even they play and scrub, and whether memory grows.

import type { Browser, Page } from 'playwright-core';
import { compareWords as text } from '../../src/words/compare/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { bytesAlive } from './heap.ts';
import { summed } from './sample.ts';
import { type Figure, fluency, opened, playFast, scrub } from './stage.ts';

const rounds = 6;
const swaps = 20;
const both = '#1?step=0&beside=1%2Ftls12';

/** Measures a served page; each figure in a fresh context. */
export async function comparedFigures(browser: Browser, address: string): Promise<Figure[]> {
  return [
    ...(await firstDraw(browser, address)),
    ...(await fluency(browser, address + both, 'two runs, playing at 2×', playFast)),
    ...(await fluency(browser, address + both, 'two runs, scrubbing', scrub)),
    await growth(browser, address),
  ];
}

/** From the click that puts a run beside to both pictures, and from the click that changes one run to its picture. */
async function firstDraw(browser: Browser, address: string): Promise<Figure[]> {
  const { page } = await opened(browser, `${address}#1?step=0`);
  const single: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const word of [words.scenario.yes, words.scenario.no]) {
      await page
        .getByRole('group', { name: words.scenario.untrustedCa.title })
        .getByRole('radio', { name: word, exact: true })
        .check();
      await page.waitForTimeout(300);
      single.push(
        await page.evaluate(() => performance.getEntriesByName('countersign:switch').at(-1)?.duration ?? Number.NaN),
      );
    }
  await page.getByRole('button', { name: words.header.compare, exact: true }).click();
  await page.getByText(text.choose).waitFor();
  const double: number[] = [];
  for (let round = 0; round < rounds; round++) {
    double.push(await page.evaluate(untilBeside, text.otherVersion('1.2')));
    await page.getByRole('button', { name: text.close, exact: true }).click();
    await page.waitForTimeout(300);
  }
  await page.context().close();
  // The first of each brings what it needs.
  const [one, two] = [single.slice(1), double.slice(1)].map((times) => summed('', times).median);
  return [
    { name: 'two runs side by side, from click to both pictures', value: two ?? Number.NaN, unit: 'ms' },
    {
      name: 'that as a part of twice one run’s',
      value: (100 * (two ?? Number.NaN)) / (2 * (one ?? Number.NaN)),
      unit: '%',
    },
  ];
}

/** Presses a button, and says how many ms later the second picture has its place. */
async function untilBeside(word: string): Promise<number> {
  const button = [...document.querySelectorAll<HTMLElement>('.compare button')].find((one) => one.textContent === word);
  const begun = performance.now();
  button?.click();
  while (!document.querySelector('.stage.beside svg text')) await new Promise(requestAnimationFrame);
  document.querySelector<SVGGraphicsElement>('.stage.beside svg text')?.getBBox();
  return performance.now() - begun;
}

/** Two runs, exchanged again and again, and taken away: beside what was there when two had stood there once. */
async function growth(browser: Browser, address: string): Promise<Figure> {
  const { page, devtools } = await opened(browser, `${address}#1?step=0`);
  await page.getByRole('button', { name: words.header.compare, exact: true }).click();
  await exchange(page, 2);
  const before = await bytesAlive(devtools);
  await exchange(page, swaps);
  const after = await bytesAlive(devtools);
  await page.context().close();
  return { name: `memory after two runs and ${swaps} swaps, beside before`, value: (100 * after) / before, unit: '%' };
}

async function exchange(page: Page, times: number): Promise<void> {
  await page.getByRole('button', { name: text.otherVersion('1.2'), exact: true }).click();
  await page.locator('.stage.beside svg text').first().waitFor({ state: 'attached' });
  for (let time = 0; time < times; time++) {
    await page.getByRole('button', { name: text.swap, exact: true }).click();
    await page.waitForTimeout(100);
  }
  await page.getByRole('button', { name: text.close, exact: true }).click();
  await page.waitForTimeout(500);
}
