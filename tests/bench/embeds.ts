// What frames in other pages cost: an embed's first picture beside that of the whole page at the same link, and ten embeds of which nine are far
// below beside one alone. They take turns in one browser, each time in a fresh context.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { headersOf } from '../../tools/hosting.ts';
import { serve } from '../../tools/serve.ts';
import { embeds as names } from './names.ts';
import { type Sample, summed } from './sample.ts';
import type { Figure } from './stage.ts';

/** A run that neither has drawn ahead. */
const link = '#1?break=untrusted-ca&step=5';
/** How far below the others are, in px. Browsers that are led by programs fetch them all the same: they sleep. */
const below = 6000;
/** How long a page is left to do what it does unasked, in ms. */
const rest = 2000;

const frame = `<iframe title="A handshake" src="embed.html${link}" width="640" height="420"></iframe>`;
const host = (more: number): string =>
  `<!doctype html><html lang="en"><title>Host</title>${frame}<div style="height:${below}px"></div>${frame.repeat(more)}</html>`;

type Visit = (browser: Browser, address: string) => Promise<number>;

/** @param dist the built page with its files that hold everything; two hosts are put beside them */
export async function embedFigures(
  browser: Browser,
  dist: string,
  rounds = 9,
): Promise<{ readonly samples: Sample[]; readonly ratios: Figure[] }> {
  writeFileSync(join(dist, 'host-1.html'), host(0));
  writeFileSync(join(dist, 'host-10.html'), host(9));
  const service = await serve(dist, 0, headersOf);
  const at = (place: string) => service.address + place;
  const visits: readonly (readonly [string, () => Promise<number>])[] = [
    [names.page, () => drawn(browser, at(link))],
    [names.embed, () => drawn(browser, at(`embed.html${link}`))],
    [names.one, () => drawn(browser, at('host-1.html'))],
    [names.ten, () => drawn(browser, at('host-10.html'))],
    [names.oneBusy, () => busy(browser, at('host-1.html'))],
    [names.tenBusy, () => busy(browser, at('host-10.html'))],
  ];
  const times = visits.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [row, [, visit]] of visits.entries()) times[row]?.push(await visit());
  await service.close();
  const samples = visits.map(([name], row) => summed(name, times[row] ?? []));
  const median = (name: string): number => samples.find((sample) => sample.name === name)?.median ?? Number.NaN;
  const ratio = (name: string, one: string, other: string, unit: string): Figure => ({
    name,
    value: median(one) / median(other),
    unit,
  });
  return {
    samples,
    ratios: [
      ratio(names.toPage, names.embed, names.page, '× (at most 1.2)'),
      ratio(names.toOne, names.ten, names.one, '×'),
      ratio(names.busyToOne, names.tenBusy, names.oneBusy, '×'),
    ],
  };
}

/** The first picture of a page, or of the first frame in it, in ms since navigation. */
const drawn: Visit = (browser, address) =>
  visited(browser, address, async (page) => {
    const place = await placeOf(page);
    const [time, origin] = await place.evaluate(() => [
      performance.getEntriesByName('countersign:picture')[0]?.startTime ?? Number.NaN,
      performance.timeOrigin,
    ]);
    return (time ?? Number.NaN) + (origin ?? 0) - (await page.evaluate(() => performance.timeOrigin));
  });

/** How long the main thread of a page and its frames has worked, in ms, by the time that nothing more comes. */
const busy: Visit = (browser, address) =>
  visited(browser, address, async (page, context) => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    await placeOf(page);
    await page.waitForTimeout(rest);
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  });

async function visited(
  browser: Browser,
  address: string,
  measure: (page: Page, context: BrowserContext) => Promise<number>,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  const time = await measure(page, context);
  await context.close();
  return time;
}

/** Where the picture is drawn, once it is. */
async function placeOf(page: Page): Promise<Page | Frame> {
  const inside = page.url().includes('host-') ? await page.waitForSelector('iframe', { state: 'attached' }) : null;
  const place = (await inside?.contentFrame()) ?? page;
  await place.waitForFunction(() => performance.getEntriesByName('countersign:picture').length > 0, undefined, {
    polling: 100,
  });
  return place;
}
