// The line of time: its names stand under their marks, in every room, and a tick leads to its step.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/words/ui/index.ts';
import { desk, pages, phone, tablet } from '../e2e/pages.ts';
import { button, chooseTheme, position, stepOf } from '../e2e/reading.ts';

const open = pages();
const bar = words.playbar;

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether some of the text is not to be seen. */
  readonly cut: boolean;
}

interface Scale {
  readonly names: readonly Box[];
  readonly marks: readonly number[];
  readonly end: number;
}

/** What stands below the scale, where its marks are, and where it ends. */
function scaleOf(page: Page): Promise<Scale> {
  return page.locator('.scale').evaluate((scale) => {
    const boxes = [...scale.querySelectorAll('.scale-names button')].map((name) => {
      const { left, right, top, bottom } = name.getBoundingClientRect();
      const cut = name.scrollWidth > name.clientWidth || name.scrollHeight > name.clientHeight;
      return { text: name.textContent ?? '', left, right, top, bottom, cut };
    });
    const marks = [...scale.querySelectorAll('.scale-mark')].map((mark) => mark.getBoundingClientRect().left);
    return { names: boxes, marks, end: scale.getBoundingClientRect().right };
  });
}

const collide = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

describe('the names of the phases', () => {
  const hall = { width: 1280, height: 720 };
  const rooms = [
    ['a tablet', tablet, 'light'],
    ['a desk', desk, 'light'],
    ['a lecture hall', hall, 'projector'],
    ['a narrow lecture hall', { width: 1024, height: 768 }, 'projector'],
  ] as const;
  const runs = ['#1', '#1/tls12', '#1/off/retry', '#1?break=untrusted-ca', '#1?break=bad-signature'];

  it.each(runs)('stand under their marks in one row, whole and apart, in every room: %s', async (hash) => {
    const page = await open(hash);
    for (const [room, viewport, theme] of rooms) {
      await page.setViewportSize(viewport);
      await chooseTheme(page, theme);
      await page.locator(theme === 'projector' ? '.lab.lecture' : '.lab:not(.lecture)').waitFor();
      await twoFrames(page);
      demand(await scaleOf(page), room);
    }
  });
});

it.each([
  ['a phone', phone],
  ['a tablet held upright', { width: 768, height: 1024 }],
] as const)('the names of the phases are left out on %s, which has no room for them', async (_, viewport) => {
  const page = await open('', { viewport });
  await page.locator('.scale').waitFor();
  expect(await page.locator('.scale-names').isVisible()).toBe(false);
});

/** Time for the page to follow its size. */
function twoFrames(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
}

function demand({ names, marks, end }: Scale, room: string): void {
  expect(names.length, room).toBe(marks.length);
  for (const [index, name] of names.entries()) {
    const mark = marks[index] ?? 0;
    // In a narrow room a name that is wider than its phase is left out.
    if (name.cut && (room === 'a tablet' || room === 'a narrow lecture hall')) continue;
    expect(name.cut, `${name.text} in ${room}`).toBe(false);
    // A short chapter at the end has its name end with the scale.
    const away = end - mark >= name.right - name.left ? name.left - mark : name.right - end;
    expect(Math.abs(away), `${name.text} in ${room}`).toBeLessThan(5);
    for (const other of names.slice(index + 1))
      expect(collide(name, other), `${name.text}, ${other.text} in ${room}`).toBe(false);
  }
}

describe('a tick', () => {
  it('behind a paused playhead leads to its step', async () => {
    const page = await open('#1?step=3', { reducedMotion: 'no-preference' });
    const { steps } = await position(page);
    await button(page, bar.play).click();
    await expect.poll(() => stepOf(page), { timeout: 25_000 }).toBeGreaterThan(4);
    await button(page, bar.pause).click();
    // Where the playhead stands between two steps, a press on the step before it must not stay there.
    const scale = await page.locator('.scale').boundingBox();
    const slider = await page.getByRole('slider', { name: bar.scrub }).boundingBox();
    if (!scale || !slider) throw new Error('There is no scale.');
    const paused = await stepOf(page);
    for (const step of [paused - 1, 1, paused]) {
      await page.mouse.click(scale.x + (scale.width * step) / steps, slider.y + slider.height / 2);
      await expect.poll(() => stepOf(page)).toBe(step);
      await expect.poll(() => page.getByRole('slider', { name: bar.scrub }).inputValue()).toBe(String(step));
    }
  }, 45_000);
});

describe('the picture', () => {
  it('follows a step softly, and a hand that drags the slider or holds a key at once', async () => {
    const page = await open('#1?step=2', { reducedMotion: 'no-preference' });
    expect(await afterMoves(page, [{ key: 'ArrowRight', repeat: false }]), 'a step').toBeGreaterThan(0);
    await page.waitForTimeout(600);
    expect(await afterMoves(page, [3.1, 4, 5, 6.5]), 'a hand').toBe(0);
    const held = { key: 'ArrowRight', repeat: true };
    expect(await afterMoves(page, [held, held, held]), 'a held key').toBe(0);
  });
});

describe('the explanation', () => {
  it('is of the step in which a hand leaves the playhead', async () => {
    const page = await open('#1?step=2');
    const there = await open('#1?step=7');
    const heading = (of: Page) => of.getByRole('tabpanel').getByRole('heading').first().innerText();
    const before = await heading(page);
    await afterMoves(page, [3.1, 4, 5, 6.5]);
    expect(await heading(there)).not.toBe(before);
    await expect.poll(() => heading(page)).toBe(await heading(there));
  });
});

/** Puts the slider to places, or presses keys, a frame for each, and counts what in the picture moves on by itself after the last. */
function afterMoves(page: Page, moves: readonly (number | { key: string; repeat: boolean })[]): Promise<number> {
  return page.getByRole('slider', { name: bar.scrub }).evaluate(async (slider, moves) => {
    const input = slider as HTMLInputElement;
    for (const move of moves) {
      if (typeof move === 'number') {
        // React hears of a value that it did not write.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(move));
        input.dispatchEvent(new Event('input', { bubbles: true }));
      } else document.body.dispatchEvent(new KeyboardEvent('keydown', { ...move, bubbles: true }));
      await new Promise(requestAnimationFrame);
      // The picture follows in a task of its own.
      await new Promise((done) => setTimeout(done));
    }
    let moved = 0;
    const watch = new MutationObserver((changes) => {
      moved += changes.length;
    });
    for (const svg of document.querySelectorAll('.stage svg')) watch.observe(svg, { subtree: true, attributes: true });
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    watch.disconnect();
    return moved;
  }, moves);
}
