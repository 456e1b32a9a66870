// What a reader waits for: the first contentful paint of an empty page, of the page without its scripts, of the page, and of an older build
// of it where there is one. They take turns in one browser, each time in a fresh context, so that a busy machine is busy for all of them.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { headersOf } from '../../tools/hosting.ts';
import { serve } from '../../tools/serve.ts';
import { firstSight as names } from './names.ts';
import { type Sample, summed } from './sample.ts';
import type { Figure } from './stage.ts';

/** Folders with an `index.html` each. */
type Folders = Readonly<Partial<Record<keyof typeof names.paint, string>>>;

/** Of one visit, in ms since navigation. */
interface Visit {
  readonly paint: number;
  readonly moved: number;
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
  const visits = await takingTurns(browser, folders, rounds);
  const samples = Object.entries(visits).flatMap(([name, all]) => {
    const kind = name as keyof Folders;
    const moves = all.map(({ moved }) => moved).filter((time) => !Number.isNaN(time));
    return [
      summed(
        names.paint[kind],
        all.map(({ paint }) => paint),
      ),
      ...(moves.length > 0 ? [summed(kind === 'page' ? names.moved : names.olderPicture, moves)] : []),
    ];
  });
  return { samples, ratios: ratiosOf(samples) };
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

async function takingTurns(browser: Browser, folders: Folders, rounds: number): Promise<Record<string, Visit[]>> {
  const served = await Promise.all(
    Object.entries(folders).map(async ([name, folder]) => ({ name, service: await serve(folder, 0, headersOf) })),
  );
  const visits: Record<string, Visit[]> = {};
  for (let round = 0; round < rounds; round++)
    for (const { name, service } of served) {
      const visit = await visited(browser, service.address, name);
      visits[name] = [...(visits[name] ?? []), visit];
    }
  await Promise.all(served.map(({ service }) => service.close()));
  return visits;
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

async function visited(browser: Browser, address: string, name: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (name === 'page') await page.addInitScript(watching);
  await page.goto(address, { waitUntil: 'commit' });
  if (name === 'page') {
    // As early as there is anything to be seen; whichever end of the run it opens at, it moves.
    await page.locator('.opening').first().waitFor({ state: 'attached' });
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight']) await page.keyboard.press(key);
    await page.waitForFunction(() => globalThis.movedAt !== undefined, undefined, slowly);
  }
  if (name === 'older')
    await page.waitForFunction(() => performance.getEntriesByName('countersign:picture').length > 0, undefined, slowly);
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
    undefined,
    slowly,
  );
  if (name !== 'empty' && (await page.locator('.stage svg text:visible').count()) === 0)
    throw new Error(`What ${name} paints first has no picture.`);
  const visit = await page.evaluate(() => {
    const [paint, picture] = ['first-contentful-paint', 'countersign:picture'].map(
      (mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN,
    );
    return { paint: paint ?? Number.NaN, moved: globalThis.movedAt ?? picture ?? Number.NaN };
  });
  await context.close();
  return visit;
}

function emptyPage(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="en"><title>Empty</title><p>.</p></html>');
  return folder;
}

/** The same markup and styles, and nothing that runs. */
function withoutScripts(dist: string, folder: string): string {
  cpSync(dist, folder, { recursive: true });
  const file = join(folder, 'index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/<script.*?<\/script>/gs, ''));
  return folder;
}
