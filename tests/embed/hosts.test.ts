// The lab in what authors really use: an element on a strict page, a slide show, a lesson on a phone; and what a page and a frame say to
// each other.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/words/ui/index.ts';
import { guests, heard, placeIn } from './guests.ts';

const { open } = guests();
const { playbar } = words;

interface Element extends HTMLElement {
  goto(step: number): Promise<unknown>;
  play(): Promise<unknown>;
  pause(): Promise<unknown>;
  set(said: unknown): Promise<unknown>;
  state(): Promise<{ step: number; steps: number; playing: boolean; link: string }>;
}

const elementScript = '<script src="/lab/countersign-element.js"></script>';
const inFirst = (page: Page) => page.frameLocator('iframe').first();
/** Calls a method of the element in a page. */
const call = <Result = { step: number; playing: boolean; link: string }>(
  page: Page,
  method: 'goto' | 'play' | 'pause' | 'set' | 'state',
  argument?: unknown,
): Promise<Result> =>
  page.evaluate(
    async ({ method, argument }) => {
      const element = document.querySelector('counter-sign') as Element | null;
      return (await (element as unknown as Record<string, (argument: unknown) => unknown>)[method]?.(
        argument,
      )) as never;
    },
    { method, argument },
  );

describe('the element', () => {
  const element = (attributes: string, inside = '<a href="#there">A handshake</a>') =>
    `<counter-sign ${attributes}>${inside}</counter-sign>`;

  it('works on a page that allows its own files only, and is as high as its picture', async () => {
    const page = await open({
      head: elementScript,
      body: element('scenario="1?break=untrusted-ca" step="8" theme="dark" controls="sentence playbar"'),
      headers: { 'content-security-policy': "default-src 'self'; img-src 'self' data:" },
    });
    await expect.poll(() => placeIn(inFirst(page)).innerText()).toBe('8 of 12');
    expect(await inFirst(page).locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.getByText('A handshake').isVisible()).toBe(false);
    const [size] = await heard<{ height: number }>(page, 'size');
    expect(Number.isInteger(size?.height)).toBe(true);
    const scrolls = () =>
      inFirst(page)
        .locator('.stage')
        .evaluate((stage) => stage.scrollHeight - stage.clientHeight);
    await expect.poll(scrolls).toBeLessThanOrEqual(1);
    expect(
      await inFirst(page)
        .locator('.stage')
        .evaluate((stage) => (stage as HTMLElement).style.zoom),
    ).toBe('1');
  });

  it('shows what stands inside it where there are no scripts', async () => {
    const page = await open({ head: elementScript, body: element('scenario="1"') }, { javaScriptEnabled: false });
    expect(await page.getByText('A handshake').isVisible()).toBe(true);
  });

  it('tells of its steps and does what it is asked', async () => {
    const page = await open({
      head: elementScript,
      body: element('step="2"'),
      headers: { 'content-security-policy': "default-src 'self'; img-src 'self' data:" },
    });
    await page.evaluate(() => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      for (const type of ['ready', 'step', 'outcome'])
        document.addEventListener(type, (event) => seen.push([type, (event as CustomEvent).detail.step]));
    });
    expect(await call(page, 'state')).toMatchObject({ step: 2, steps: 14, playing: false, link: '#1?step=2' });
    expect(await call(page, 'goto', 5)).toMatchObject({ step: 5 });
    expect(await call(page, 'set', { lens: 'wire', theme: 'dark' })).toMatchObject({
      link: '#1?step=5&lens=wire&theme=dark',
    });
    expect(await call(page, 'set', { lens: 'everything' })).toMatchObject({ link: '#1?step=5&theme=dark' });
    expect(await call(page, 'set', '#1/off?step=3')).toMatchObject({ step: 3 });
    expect(await call(page, 'play')).toMatchObject({ playing: true });
    expect(await call(page, 'pause')).toMatchObject({ playing: false });
    const seen = await page.evaluate(() => (window as unknown as { seen: unknown[] }).seen);
    expect(seen).toContainEqual(['step', 5]);
    expect(seen).toContainEqual(['outcome', 11]);
  });

  it.each([
    ['goto', 99, /whole number from 0 to 14/],
    ['goto', '3; alert(1)', /whole number/],
    ['set', { lens: 'nobody' }, /lens/],
    ['set', '#1?break=gremlins', /gremlins/],
  ] as const)('refuses %s(%j) in a sentence', async (method, argument, sentence) => {
    const page = await open({ head: elementScript, body: element('step="2"') });
    await expect(call(page, method, argument)).rejects.toThrow(sentence);
    expect(await call(page, 'state')).toMatchObject({ step: 2 });
  });

  it('follows its attributes', async () => {
    const page = await open({ head: elementScript, body: element('scenario="1" step="2" height="300"') });
    await expect.poll(() => placeIn(inFirst(page)).innerText()).toBe('2 of 14');
    await page.evaluate(() => document.querySelector('counter-sign')?.setAttribute('step', '6'));
    await expect.poll(() => placeIn(inFirst(page)).innerText()).toBe('6 of 14');
    const { height } = (await page.locator('iframe').boundingBox()) ?? {};
    expect(height).toBe(300);
  });

  it('is small', async () => {
    const page = await open({ head: elementScript, body: '' });
    const size = await page.evaluate(async () => (await (await fetch('/lab/countersign-element.js')).text()).length);
    expect(size).toBeLessThan(6000);
  });
});

describe('messages', () => {
  const frame =
    '<iframe title="A handshake" name="mine" src="/lab/embed.html#1?step=2" width="640" height="420"></iframe>';
  const say = (page: Page, message: unknown) =>
    page.evaluate((said) => window.frames[0]?.postMessage(said, '*'), message);

  it('carry the name of their frame, and no markup and no key', async () => {
    const page = await open({ body: frame });
    await expect.poll(() => heard(page, 'ready').then((all) => all.length)).toBe(1);
    const all = await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
    for (const message of all) expect(message).toMatchObject({ ns: 'countersign', v: 1, id: 'mine' });
    expect(JSON.stringify(all)).not.toMatch(/[<>]|PRIVATE|secret/i);
  });

  it('are answered when they are commands, and only then', async () => {
    const page = await open({ body: frame });
    await expect.poll(() => heard(page, 'ready').then((all) => all.length)).toBe(1);
    for (const strange of [
      'goto',
      null,
      { command: 'goto', request: 1, step: 4 },
      { ns: 'countersign', v: 2, command: 'goto', request: 2, step: 4 },
      { ns: 'countersign', v: 1, command: 'goto', step: 4 },
    ])
      await say(page, strange);
    await say(page, { ns: 'countersign', v: 1, command: '__proto__', request: 'odd' });
    await expect.poll(() => heard<object>(page, 'reply')).toHaveLength(1);
    expect((await heard<object>(page, 'reply'))[0]).toMatchObject({ request: 'odd', ok: false });
    expect(await placeIn(inFirst(page)).innerText()).toBe('2 of 14');
  });

  it('are heard from the page around alone', async () => {
    const page = await open({
      body: `${frame}<iframe title="A stranger" src="/script.js"></iframe>`,
      script: 'A stranger',
    });
    await expect.poll(() => heard(page, 'ready').then((all) => all.length)).toBe(1);
    await page
      .frames()[2]
      ?.evaluate(() =>
        window.parent.frames[0]?.postMessage({ ns: 'countersign', v: 1, command: 'goto', request: 1, step: 9 }, '*'),
      );
    await page.waitForTimeout(300);
    expect(await heard(page, 'reply')).toEqual([]);
    expect(await placeIn(inFirst(page)).innerText()).toBe('2 of 14');
  });
});

describe('a slide show', () => {
  const slides = `<div class="reveal"><div class="slides">
    <section><h2>First</h2></section>
    <section><iframe title="A handshake" src="/lab/embed.html#1?from=12&to=14&step=12" width="900" height="420"></iframe></section>
    <section><h2>Last</h2></section>
  </div></div><script src="/reveal/reveal.js"></script><script src="/script.js"></script>`;
  // What docs/embedding.md has for reveal.js.
  const script = `Reveal.initialize({ hash: false, transition: 'none' });
addEventListener('message', ({ data }) => {
  if (data?.ns !== 'countersign' || data.type !== 'key') return;
  document.activeElement.blur();
  if (data.key === 'PageDown') Reveal.next();
  if (data.key === 'PageUp') Reveal.prev();
});`;

  it('has a picture on a slide that was not there at first, and goes on behind the last step', async () => {
    const page = await open({ head: '<link rel="stylesheet" href="/reveal/reveal.css">', body: slides, script });
    const slide = () => page.locator('section.present').innerText();
    await expect.poll(slide).toBe('First');
    await page.keyboard.press('PageDown');
    await expect.poll(() => placeIn(inFirst(page)).innerText()).toBe('12 of 14');
    const heads = await inFirst(page).locator('.picture-heads').boundingBox();
    expect(heads?.width).toBeGreaterThan(300);
    await inFirst(page).getByRole('button', { name: playbar.forward }).click();
    await expect.poll(() => placeIn(inFirst(page)).innerText()).toBe('13 of 14');
    await page.keyboard.press('PageDown');
    await expect.poll(() => placeIn(inFirst(page)).innerText()).toBe('14 of 14');
    await page.keyboard.press('PageDown');
    await expect.poll(slide).toBe('Last');
  });
});

describe('a lesson on a phone', () => {
  it('is as wide as the screen, and its buttons are large enough for a finger', async () => {
    const page = await open(
      {
        head: `${elementScript}<meta name="viewport" content="width=device-width">`,
        body: '<counter-sign step="3"></counter-sign>',
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    );
    await expect.poll(() => placeIn(inFirst(page)).innerText()).toBe('3 of 14');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const sizes = await inFirst(page)
      .locator('.playbar :is(button, a):visible')
      .evaluateAll((all) =>
        all.map((each) => each.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
      );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  });
});
