// What stands in index.html since the build: the same as the living page shows when it opens, there before any script, and gone in the
// frame in which the living one is there. Nothing that a reader does meanwhile is lost.

import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Screen, screens } from '../../src/app/screens.ts';
import { words } from '../../src/words/ui/index.ts';
import { launchBrowser } from '../../tools/browser.ts';

let browser: Awaited<ReturnType<typeof launchBrowser>>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const main = /\/assets\/index-[^/]+\.js$/;
const named = Object.entries(screens) as readonly (readonly [string, Screen])[];

interface Opening {
  readonly hash?: string;
  readonly theme?: string;
  /** What becomes of the page's own script; left out, it comes. */
  readonly script?: (route: Route) => unknown;
  readonly watch?: string;
  readonly options?: BrowserContextOptions;
}

async function opened(viewport: Screen | { width: number; height: number }, opening: Opening = {}): Promise<Page> {
  const { hash = '', theme = 'system', script, watch, options } = opening;
  const { width, height } = viewport;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(`localStorage.setItem('countersign:theme', '${theme}')`);
  if (watch) await page.addInitScript(watch);
  if (script) await page.route(main, (route) => void script(route));
  await page.goto(inject('address') + hash, { waitUntil: script ? 'commit' : 'load' });
  await page.locator('.lab').first().waitFor({ state: 'attached' });
  return page;
}

/** Without the page's own script: only what was drawn ahead. */
async function ahead(screen: Screen, opening: Opening = {}): Promise<Page> {
  const page = await opened(screen, { theme: screen.theme, ...opening, script: (route) => route.abort() });
  await page.waitForLoadState();
  await page.evaluate(async () => void (await document.fonts.ready));
  return page;
}

async function living(screen: Screen, opening: Opening = {}): Promise<Page> {
  const page = await opened(screen, { theme: screen.theme, ...opening });
  await page.locator('.opening').first().waitFor({ state: 'detached' });
  await page.getByRole('list', { name: words.stage.list }).waitFor({ state: 'attached' });
  await page.evaluate(async () => void (await document.fonts.ready));
  return page;
}

interface Seen {
  readonly what: string;
  readonly box: readonly number[];
  /** It is told in the pane at the side, where details come one after the other. */
  readonly told: boolean;
}

/** Every text, shape and control that can be seen, with its place in px and its colours, in the order of their places. */
function everything(): Seen[] {
  const seen: Seen[] = [];
  const visible = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('.visually-hidden, .starting, option, title');
  const note = (element: Element, what: string, { x, y, width, height }: DOMRect) => {
    const { color, fill, stroke, opacity, fontWeight, fontSize } = getComputedStyle(element);
    const paint = element instanceof SVGElement ? [fill, stroke, opacity] : [color];
    seen.push({
      what: [what, ...paint, fontWeight, fontSize].join(' | '),
      box: [x, y, width, height],
      told: element.closest('.inspector-panel') !== null,
    });
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const { parentElement, data } = text as Text;
    if (!parentElement || data.trim() === '' || !visible(parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    note(parentElement, data, range.getBoundingClientRect());
  }
  const others =
    '.picture :is(line, circle, path, rect[class]), .lab :is(i, button, select, input, aside, header, section)';
  for (const element of document.querySelectorAll(others))
    if (visible(element)) note(element, element.localName, element.getBoundingClientRect());
  const key = ({ what, box }: Seen) => `${what} ${box.map((side) => Math.round(side)).join(' ')}`;
  return seen.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Those of which there is none among the others: the same thing, at the same place but for so many px. */
function missing(these: readonly Seen[], others: readonly Seen[], slack: number): readonly Seen[] {
  return these.filter(
    (one) =>
      !others.some(
        ({ what, box }) => what === one.what && box.every((side, at) => Math.abs(side - (one.box[at] ?? 0)) <= slack),
      ),
  );
}

describe('what is drawn ahead', () => {
  it.each(named)('is laid out for the room that the page leaves to the picture: %s', async (_, screen) => {
    const page = await living(screen);
    const room = await page
      .locator('.stage')
      .evaluate(({ clientWidth, clientHeight }) => ({ width: clientWidth, height: clientHeight }));
    expect(room, 'src/app/screens.ts has to say what the page leaves to the picture').toEqual(screen.room);
    await page.context().close();
  });

  it.each(
    named.flatMap(([name, screen]) =>
      screen.theme === 'system'
        ? [[name, screen, 'light'] as const, [name, screen, 'dark'] as const]
        : [[name, screen, screen.theme] as const],
    ),
  )('is what the living page shows, every shape and word at its place: %s, %o, %s', async (_, screen, theme) => {
    const pages = [await ahead(screen, { theme }), await living(screen, { theme })];
    const [drawn = [], lives = []] = await Promise.all(pages.map((page) => page.evaluate(everything)));
    await Promise.all(pages.map((page) => page.context().close()));
    expect(drawn.length).toBeGreaterThan(150);
    // In a hall everything is 1.6 times as large, and so is what is rounded away.
    const slack = theme === 'projector' ? 0.6 : 0.05;
    expect(missing(drawn, lives, slack)).toEqual([]);
    expect(missing(lives, drawn, slack).filter(({ told }) => !told)).toEqual([]);
  });

  it('fits itself into screens between those', async () => {
    for (const [width, height] of [
      [320, 640],
      [600, 900],
      [820, 1180],
      [1280, 720],
      [1920, 1080],
    ] as const) {
      const page = await ahead({ ...screens.desk, width, height });
      const room = await page.locator('.stage:visible').boundingBox();
      const boxes = (await page.evaluate(everything)).filter(({ what }) => /^(line|circle|path|rect) /.test(what));
      expect(boxes.length).toBeGreaterThan(50);
      for (const { box } of boxes) {
        expect(box[0]).toBeGreaterThanOrEqual((room?.x ?? 0) - 1);
        expect((box[0] ?? 0) + (box[2] ?? 0)).toBeLessThanOrEqual((room?.x ?? 0) + (room?.width ?? 0) + 1);
      }
      await page.context().close();
    }
  });

  it('is not shown where the address means something else', async () => {
    for (const [hash, shown] of [
      ['', true],
      ['#1', true],
      ['#1/asked', false],
      ['#1?step=3', false],
      ['#2', false],
    ] as const) {
      const page = await ahead(screens.desk, { hash });
      expect(await page.locator('.stage:visible').count(), hash).toBe(shown ? 1 : 0);
      await page.context().close();
    }
  });
});

/** As text: it runs before anything of the page. */
const frames = `
  globalThis.seenFrames = [];
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) shifts.push([value, sources.map(({ node }) => node?.textContent?.slice(0, 80))]);
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(function look() {
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    if (document.querySelector('.lab'))
      seenFrames.push([shown('.picture svg text').length > 0, shown('.stage').length, shown('.lab-inspector h2').length]);
    requestAnimationFrame(look);
  });
`;

describe('the living page takes over', () => {
  it.each([
    ...named.map(([name, { width, height }]) => [name, width, height] as const),
    ['between', 1280, 720] as const,
  ])('in one frame, and nothing shifts: %s', async (_, width, height) => {
    const page = await living({ ...screens.desk, width, height }, { watch: frames });
    await page.waitForFunction('seenFrames.length > 2');
    await page.waitForTimeout(500);
    const [seen, shifts] = (await page.evaluate('[seenFrames, shifts]')) as [[boolean, number, number][], unknown[]];
    const stories = width >= 1200 ? 1 : 0;
    expect(seen.filter(([picture, pictures, told]) => !picture || pictures !== 1 || told !== stories)).toEqual([]);
    expect(shifts).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark', 'projector'])('in the theme that the browser remembers: %s', async (theme) => {
    const page = await ahead(screens.desk, { theme });
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    await page.context().close();
  });

  it('and does what the reader did before', async () => {
    let held: Route | undefined;
    const page = await opened(screens.desk, {
      script: (route) => {
        held = route;
      },
    });
    const place = page.locator('.playbar-place strong:visible');
    await place.waitFor();
    const before = await place.textContent();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const forward = await page.locator(`.opening-desk [aria-label="${words.playbar.forward}"]`).boundingBox();
    if (!forward) throw new Error('The button is not to be seen.');
    await page.mouse.click(forward.x + forward.width / 2, forward.y + forward.height / 2);
    expect(await place.textContent()).toBe(before);
    await expect.poll(() => held).toBeDefined();
    await held?.continue();
    await page.locator('.opening').first().waitFor({ state: 'detached' });
    const steps = Number(/\d+$/.exec(before ?? '')?.[0]);
    await expect.poll(() => place.textContent()).toBe(words.playbar.of(3, steps));
    await page.context().close();
  });
});
