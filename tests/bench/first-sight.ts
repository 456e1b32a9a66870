// What a reader waits for: the first contentful paint of an empty page, of the page without its scripts, of the page, and of an older build
// of it where there is one; and, in a visit of its own that nobody times the paint of, how soon a key moves the step. They take turns in one
// browser, each time in a fresh context, so that a busy machine is busy for all of them.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { headersOf } from '../../tools/hosting.ts';
import { serve } from '../../tools/serve.ts';
import { firstSight as names } from './names.ts';
import { type Sample, summed } from './sample.ts';
import type { Figure } from './stage.ts';

/** Folders with an `index.html` each. */
type Folders = Readonly<Partial<Record<keyof typeof names.paint, string>>>;

/** What is waited for in a visit. Whoever presses keys holds up the paint, so that is another visit. */
type Waiting = 'paint' | 'moved' | 'picture';

/** What is measured, under its name: which page, and what is waited for there. */
interface Row {
  readonly name: string;
  readonly folder: string;
  readonly waiting: Waiting;
}

/**
 * @param dist the built page
 * @param scratch where something can be put
 * @param older another build, to compare with
 */
export async function firstSight(
  browser: Browser,
  { dist, scratch, older }: { readonly dist: string; readonly scratch: string; readonly older: string | undefined },
  rounds = 15,
): Promise<{ readonly samples: Sample[]; readonly ratios: Figure[] }> {
  const folders: Folders = {
    empty: emptyPage(join(scratch, 'empty')),
    still: withoutScripts(dist, join(scratch, 'still')),
    page: dist,
    ...(older !== undefined && { older }),
  };
  const samples = await takingTurns(browser, rowsOf(folders), rounds);
  return { samples, ratios: ratiosOf(samples) };
}

function rowsOf(folders: Folders): Row[] {
  const paints = Object.entries(folders).map(
    ([kind, folder]): Row => ({ name: names.paint[kind as keyof Folders], folder, waiting: 'paint' }),
  );
  const { page = '', older } = folders;
  return [
    ...paints,
    { name: names.moved, folder: page, waiting: 'moved' },
    ...(older === undefined ? [] : [{ name: names.olderPicture, folder: older, waiting: 'picture' } as const]),
  ];
}

function ratiosOf(samples: readonly Sample[]): Figure[] {
  const median = (name: string) => samples.find((sample) => sample.name === name)?.median;
  const page = median(names.paint.page) ?? Number.NaN;
  const { still, older } = { still: median(names.paint.still), older: median(names.paint.older) };
  return [
    { name: names.toStill, value: page / (still ?? Number.NaN), unit: '× (at most 1.15)' },
    ...(older === undefined ? [] : [{ name: names.toOlder, value: page / older, unit: '× (at most 0.35)' }]),
  ];
}

async function takingTurns(browser: Browser, rows: readonly Row[], rounds: number): Promise<Sample[]> {
  const served = await Promise.all(
    rows.map(async (row) => ({ ...row, service: await serve(row.folder, 0, headersOf), times: [] as number[] })),
  );
  for (let round = 0; round < rounds; round++)
    for (const { service, waiting, times } of served) times.push(await visited(browser, service.address, waiting));
  await Promise.all(served.map(({ service }) => service.close()));
  return served.map(({ name, times }) => summed(name, times));
}

declare global {
  /** When the step had moved, in ms since navigation. */
  var movedAt: number | undefined;
}

/** Whoever asks in every frame is measured, too. */
const slowly = { polling: 100 };

/** As text: it runs before anything of the page. Notes when the place beside the scale first says something else than at first. */
const watching = `
  requestAnimationFrame(function look() {
    const said = document.querySelector('.playbar-place strong')?.textContent;
    if (said !== undefined) globalThis.saidFirst ??= said;
    if (said !== globalThis.saidFirst) globalThis.movedAt = performance.now();
    else requestAnimationFrame(look);
  });
`;

/** How long what is waited for took, in ms since navigation. */
async function visited(browser: Browser, address: string, waiting: Waiting): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (waiting === 'moved') await page.addInitScript(watching);
  await page.goto(address, { waitUntil: 'commit' });
  const time = await { paint: painted, moved, picture: drawn }[waiting](page);
  await context.close();
  return time;
}

async function painted(page: Page): Promise<number> {
  const paint = await markedIn(page, 'first-contentful-paint');
  const title = await page.title();
  if (title !== emptyTitle && (await page.locator('.stage svg text:visible').count()) === 0)
    throw new Error(`What “${title}” paints first has no picture.`);
  return paint;
}

/** As early as there is anything to be seen; whichever end of the run the page opens at, it moves. */
async function moved(page: Page): Promise<number> {
  await page.locator('.opening').first().waitFor({ state: 'attached' });
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight']) await page.keyboard.press(key);
  await page.waitForFunction(() => globalThis.movedAt !== undefined, undefined, slowly);
  return page.evaluate(() => globalThis.movedAt ?? Number.NaN);
}

const drawn = (page: Page): Promise<number> => markedIn(page, 'countersign:picture');

async function markedIn(page: Page, mark: string): Promise<number> {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, slowly);
  return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN, mark);
}

const emptyTitle = 'Empty';

function emptyPage(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><title>${emptyTitle}</title><p>.</p></html>`,
  );
  return folder;
}

/** The same markup and styles, and nothing that runs. */
function withoutScripts(dist: string, folder: string): string {
  cpSync(dist, folder, { recursive: true });
  const file = join(folder, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/<script.*?<\/script>/gs, ''));
  return folder;
}
