// How the page looks, beside how it looked when somebody last approved of it: pixel by pixel in the Chromium that comes along, and in any
// other by where things stand and what they say. A file in `looks/` that is missing is drawn anew, to be looked at and kept.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { isBundled } from '../../tools/browser.ts';
import { desk, pages, phone, tablet } from '../e2e/pages.ts';

const open = pages();
const sizes = { desk, tablet, phone };
const moments = { overview: '', refusal: '#1?break=untrusted-ca' };
const strict = !['', '0', 'false', undefined].includes(process.env.CI);

/** Of all pixels, how many may differ visibly: letters are smoothed a little otherwise on another machine. */
const TOLERATED = 0.002;

/** A place on the page, in CSS pixels, and what stands there. */
interface Thing {
  readonly text: string;
  readonly box: readonly number[];
}

const fileOf = (name: string): string => fileURLToPath(new URL(`looks/${name}`, import.meta.url));

/** A kept file; where there is none yet, what it would be is written, which nobody has approved. */
function kept(name: string, now: () => Buffer | string): Buffer {
  const file = fileOf(name);
  if (!existsSync(file)) {
    if (strict)
      throw new Error(`tests/stage/looks/${name} is missing: run the test once without CI, look at it, and keep it.`);
    writeFileSync(file, now());
  }
  return readFileSync(file);
}

/** Everything that stands on the page by itself: controls, headings, and the regions that hold them. */
function thingsOn(page: Page): Promise<readonly Thing[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'header, main, aside, section, h1, h2, h3, button, select, label, input',
      ),
    ]
      .filter((each) => each.checkVisibility() && !each.closest('[aria-hidden="true"]'))
      .map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        const holds = each.matches('header, main, aside, section');
        const text = holds ? `<${each.localName}>` : (each.textContent ?? '').replace(/\s+/g, ' ').trim();
        return { text, box: [x, y, width, height].map(Math.round) };
      }),
  );
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  });
}

describe.each(Object.entries(moments))('%s', (moment, hash) => {
  describe.each(Object.entries(sizes))('on a %s', (size, viewport) => {
    it('has everything in its place', async () => {
      const page = await open(hash, { viewport });
      await settled(page);
      const things = await thingsOn(page);
      const before: readonly Thing[] = JSON.parse(
        kept(
          `${moment}-${size}.json`,
          () => `[\n${things.map((thing) => JSON.stringify(thing)).join(',\n')}\n]\n`,
        ).toString(),
      );
      expect(things.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
      const moved = things.flatMap(({ text, box }, index) =>
        box.every((edge, side) => Math.abs(edge - (before[index]?.box[side] ?? Number.NaN)) <= 2)
          ? []
          : [`${text}: ${box} was ${before[index]?.box}`],
      );
      expect(moved).toEqual([]);
    });

    if (!isBundled()) return;
    it.each(['light', 'dark'] as const)('looks as it did: %s', async (colorScheme) => {
      const page = await open(hash, { viewport, colorScheme });
      await settled(page);
      const shot = await page.screenshot();
      const now = PNG.sync.read(shot);
      const before = PNG.sync.read(kept(`${moment}-${size}-${colorScheme}.png`, () => shot));
      expect([now.width, now.height]).toEqual([before.width, before.height]);
      const different = pixelmatch(before.data, now.data, null, now.width, now.height, { threshold: 0.1 });
      expect(different / (now.width * now.height)).toBeLessThanOrEqual(TOLERATED);
    });
  });
});
