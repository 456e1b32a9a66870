// For everyone: no accessibility violation in any theme, size or dialog, nothing that scrolls sideways, and stillness for who asks for it.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/words/ui/index.ts';
import { violations } from '../e2e/axe.ts';
import { desk, pages, phone, tablet } from '../e2e/pages.ts';
import { button, chooseTheme, stepOf } from '../e2e/reading.ts';

const open = pages();
const sizes = { desk, tablet, phone };

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(Object.keys(sizes) as (keyof typeof sizes)[])(
    'on a %s, axe finds nothing, at the start, in the middle and at a failure',
    async (size) => {
      for (const hash of ['#1?step=0', '#1?step=6', '#1?break=untrusted-ca']) {
        const page = await open(hash, { viewport: sizes[size], colorScheme });
        expect(await violations(page)).toEqual([]);
        expect(await sideways(page)).toBe(0);
      }
    },
  );

  it('axe finds nothing in the bytes', async () => {
    const page = await open('#1?step=5', { colorScheme });
    await page.getByRole('tab', { name: words.inspector.tabs.bytes }).click();
    await page.getByRole('tree').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('axe finds nothing while dialogs are open', async () => {
    const page = await open('', { colorScheme });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: words.header.keys }).waitFor();
    expect(await violations(page)).toEqual([]);
    const small = await open('#rubbish', { viewport: phone, colorScheme });
    for (const [name, title] of [
      [words.scenario.open, words.scenario.title],
      [words.inspector.open, words.inspector.title],
    ] as const) {
      await button(small, name).click();
      await small.getByRole('dialog', { name: title }).waitFor();
      expect(await violations(small)).toEqual([]);
      expect(await sideways(small)).toBe(0);
      await small.keyboard.press('Escape');
    }
  });
});

describe('the theme', () => {
  it('can be chosen and is remembered', async () => {
    const page = await open();
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await chooseTheme(page, 'dark');
    await expect.poll(paper).not.toBe(light);
    const dark = await paper();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await paper()).toBe(dark);
  });
});

describe('in the projector theme', () => {
  it('axe finds nothing while sheets and dialogs are open', async () => {
    const page = await open('#1?break=untrusted-ca', { viewport: { width: 1280, height: 720 } });
    await chooseTheme(page, 'projector');
    await page.locator('.lab.lecture').waitFor();
    for (const [name, title] of [
      [words.scenario.open, words.scenario.title],
      [words.inspector.open, words.inspector.title],
    ] as const) {
      await button(page, name).click();
      await page.getByRole('dialog', { name: title }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBe(0);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: words.header.keys }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

describe('colours that the reader has forced', () => {
  it.each(['light', 'dark'] as const)('reach the picture, too, where the system is %s', async (colorScheme) => {
    const page = await open('#1?break=untrusted-ca', { colorScheme, forcedColors: 'active' });
    // Whatever theme was chosen before.
    await chooseTheme(page, 'light');
    const inks = await page.getByRole('img', { name: words.stage.picture }).evaluate((picture) => {
      const used = [...picture.querySelectorAll('.actor, .wire, .state, .name')].flatMap((node) => {
        const { fill, stroke } = getComputedStyle(node);
        return [fill, stroke].filter((ink) => ink !== 'none');
      });
      return { used: [...new Set(used)], ink: getComputedStyle(document.body).color };
    });
    expect(inks.used).toEqual([inks.ink]);
  });
});

describe('on a desk', () => {
  it('the whole handshake fits without scrolling the page', async () => {
    const page = await open();
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  });

  it('every control can be reached with the tab key, and shows it', async () => {
    const page = await open();
    const seen = new Set<string>();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const shown = element.closest('label') ?? element;
        // The rows of the picture are marked in the picture.
        const stage = element.getAttribute('role') === 'listbox' ? document.querySelector('.stage') : null;
        const outlined = [element, shown, element.nextElementSibling, stage].some(
          (one) => one && getComputedStyle(one).outlineStyle !== 'none',
        );
        return { name: element.getAttribute('aria-label') ?? element.textContent ?? '', outlined };
      });
      if (!focus) break;
      seen.add(focus.name);
      expect(focus).toMatchObject({ outlined: true });
    }
    for (const name of [words.playbar.play, words.playbar.scrub, words.header.copyLink])
      expect([...seen]).toContain(name);
  });
});

describe('colours that the reader has chosen', () => {
  it('leave the current row and the failure that plays marked, and nothing else', async () => {
    const page = await open('#1?break=untrusted-ca&step=8', { forcedColors: 'active' });
    const style = (selector: string, name: 'stroke' | 'border-left-style') =>
      page
        .locator(selector)
        .first()
        .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name);
    expect(await style('.stage .current', 'stroke')).not.toBe('none');
    expect(await style('.entry.active', 'border-left-style')).toBe('solid');
    expect(await style('.entry:not(.active)', 'border-left-style')).toBe('none');
  });
});

describe('motion', () => {
  const moving = (page: Page) =>
    page.evaluate(async () => {
      const look = () => [...document.querySelectorAll('main svg')].map(({ innerHTML }) => innerHTML).join();
      const looks = new Set([look()]);
      for (let i = 0; i < 12; i++) {
        await new Promise(requestAnimationFrame);
        looks.add(look());
      }
      return looks.size > 1;
    });

  it('is there for who wants it', async () => {
    const page = await open('#1?step=3', { reducedMotion: 'no-preference' });
    await page.keyboard.press('End');
    expect(await moving(page)).toBe(true);
  });

  it('is gone for who asked for none', async () => {
    const page = await open('#1?step=3', { reducedMotion: 'reduce' });
    await page.keyboard.press('End');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(3);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await moving(page)).toBe(false);
  });
});
