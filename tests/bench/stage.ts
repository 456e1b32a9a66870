// The stage under load: how even it plays and scrubs on a slow machine, how long bytes take to open, whether memory grows.

import type { Browser, CDPSession, Page } from 'playwright-core';
import { words } from '../../src/words/ui/index.ts';
import { bytesAlive } from './heap.ts';

/** One measured number. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** How much slower the processor is made for playing and scrubbing. */
const throttle = 4;
const changes = 500;

interface Watch {
  readonly frames: number[];
  readonly tasks: number[];
}

declare global {
  var countersignWatch: Watch | undefined;
}

/** Measures a served page; each figure in a fresh context with motion. */
export async function stageFigures(browser: Browser, address: string): Promise<Figure[]> {
  return [
    ...(await fluency(browser, `${address}#1?step=0`, 'playing', play)),
    ...(await fluency(browser, `${address}#1?step=0`, 'scrubbing', scrub)),
    await openingBytes(browser, address),
    ...(await growth(browser, address)),
  ];
}

export async function opened(browser: Browser, address: string): Promise<{ page: Page; devtools: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => performance.getEntriesByName('countersign:picture').length > 0);
  return { page, devtools: await context.newCDPSession(page) };
}

/** As text, since what the test runner compiles may lean on helpers that the page doesn't have. */
const watching = `
  globalThis.countersignWatch = { frames: [], tasks: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) countersignWatch.tasks.push(duration);
  }).observe({ type: 'longtask' });
  requestAnimationFrame(function frame(time) {
    countersignWatch.frames.push(time);
    requestAnimationFrame(frame);
  });
`;

/** How even it is on a slow machine. @param address of the page, where nothing has been played yet */
export async function fluency(
  browser: Browser,
  address: string,
  what: string,
  act: (page: Page) => Promise<void>,
): Promise<Figure[]> {
  const { page, devtools } = await opened(browser, address);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  await page.evaluate(watching);
  await act(page);
  const watch = await page.evaluate(() => globalThis.countersignWatch);
  await page.context().close();
  if (!watch) throw new Error('Nobody watched the frames.');
  const gaps = watch.frames.slice(1).map((time, at) => time - (watch.frames[at] ?? time));
  const even = gaps.filter((gap) => gap <= 17).length / gaps.length;
  const name = `${what}, ${throttle}× slower:`;
  return [
    { name: `${name} frames within 17 ms`, value: 100 * even, unit: `% of ${gaps.length}` },
    { name: `${name} tasks over 50 ms`, value: watch.tasks.length, unit: '' },
    { name: `${name} longest of them`, value: Math.max(0, ...watch.tasks), unit: 'ms' },
  ];
}

/** A run rests at each step for as long as somebody reads, which takes it a minute or two in all. */
const longestPlay = 150_000;

export async function play(page: Page): Promise<void> {
  const over = page.evaluate(atTheEnd, { forward: words.playbar.forward, longest: longestPlay });
  await page.keyboard.press('Space');
  if (!(await over)) throw new Error(`It was not played to its end within ${longestPlay / 1000} s.`);
}

/** The same with shorter rests, and so with more of it in motion. */
export async function playFast(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: words.playbar.speed, exact: true }).selectOption({ label: '2×' });
  // A list that has the focus keeps the key.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await play(page);
}

/**
 * Waits inside the page, where it costs nothing: looking for a button again and again from outside would be measured, too.
 * @returns whether it came to that
 */
function atTheEnd({ forward, longest }: { readonly forward: string; readonly longest: number }): Promise<boolean> {
  const button = document.querySelector(`[aria-label="${forward}"]`);
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), longest);
    new MutationObserver(
      () => button?.getAttribute('aria-disabled') === 'true' && requestAnimationFrame(() => resolve(true)),
    ).observe(document.body, { subtree: true, attributeFilter: ['aria-disabled'] });
  });
}

export async function scrub(page: Page): Promise<void> {
  const box = await page.evaluate(() =>
    document.querySelector('input[type="range"]')?.getBoundingClientRect().toJSON(),
  );
  if (!box) throw new Error('The slider is not to be seen.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 8, y);
  await page.mouse.down();
  for (const to of [box.x + box.width - 8, box.x + 8]) await page.mouse.move(to, y, { steps: 120 });
  await page.mouse.up();
}

/** From the click on the tab to the tree of the largest message, the server's Certificate; the tab's own file is here already. */
async function openingBytes(browser: Browser, address: string): Promise<Figure> {
  const { page } = await opened(browser, `${address}#1?step=5`);
  const { explain, bytes } = words.inspector.tabs;
  const times: number[] = [];
  for (let visit = 0; visit < 6; visit++) {
    times.push(
      await page.evaluate(async (tab) => {
        const begun = performance.now();
        [...document.querySelectorAll<HTMLElement>('[role="tab"]')].find((one) => one.textContent === tab)?.click();
        while (!document.querySelector('[role="tree"]')) await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        return performance.now() - begun;
      }, bytes),
    );
    await page.getByRole('tab', { name: explain }).click();
  }
  await page.context().close();
  const [, ...warm] = times;
  const sorted = warm.sort((a, b) => a - b);
  return { name: 'opening Bytes on the largest message', value: sorted[2] ?? Number.NaN, unit: 'ms' };
}

/** The first changes fill the undo history. */
async function growth(browser: Browser, address: string): Promise<Figure[]> {
  const { page, devtools } = await opened(browser, address);
  const figures: Figure[] = [];
  let made = 0;
  for (const more of [100, changes, changes]) {
    await flip(page, more);
    made += more;
    figures.push({
      name: `memory, without compiled code, after ${made} changes of the scenario`,
      value: (await bytesAlive(devtools)) / 2 ** 20,
      unit: 'MiB',
    });
  }
  await page.context().close();
  return figures;
}

function flip(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    for (let at = 0; at < count; at++) {
      const radios = [
        ...document.querySelectorAll<HTMLInputElement>('.lab-scenario input[type="radio"]:not(:checked)'),
      ];
      radios[at % radios.length]?.click();
      await new Promise(requestAnimationFrame);
    }
  }, times);
}
