// Links that say how something is shown: the page acts on them, writes them, and a reload shows the same.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { lockWords, words } from '../../src/words/ui/index.ts';
import { desk, pages, phone } from './pages.ts';
import { button, chooseTheme, noticeOf, option, pictureText, position, stepOf, toEnd } from './reading.ts';

const open = pages();
const { header, inspector, playbar, scenario } = words;

const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme);
const hashOf = (page: Page) => new URL(page.url()).hash;

/** All that differs between two looks at the same run. */
async function shown(page: Page) {
  const checked = (title: string) =>
    page.getByRole('group', { name: title }).getByRole('radio', { checked: true }).inputValue();
  return {
    position: await position(page),
    theme: await themeOf(page),
    picture: await pictureText(page),
    lens: await checked(header.lens),
    unit: await checked(header.unit),
    tab: await page.getByRole('tab', { selected: true }).innerText(),
  };
}

describe('the address', () => {
  it('says how something is looked at, and a reload shows just that', async () => {
    const page = await open('#1?break=untrusted-ca&step=5');
    await option(page, header.lens, header.lenses.server).check();
    await option(page, header.unit, header.units.records).check();
    await page.getByRole('tab', { name: inspector.tabs.bytes }).click();
    await expect.poll(() => hashOf(page)).toBe('#1?break=untrusted-ca&step=5&lens=server&unit=records&tab=bytes');
    const before = await shown(page);
    await page.reload();
    await page.getByRole('tab', { name: inspector.tabs.bytes, selected: true }).waitFor();
    await expect.poll(() => shown(page)).toEqual(before);
  });

  it('says nothing of what is as usual', async () => {
    const page = await open('#1?step=3&lens=wire&captions=off');
    await option(page, header.lens, header.lenses.everything).check();
    await button(page, header.view).click();
    await page.getByRole('checkbox', { name: header.captions }).check();
    await expect.poll(() => hashOf(page)).toBe('#1?step=3');
  });

  it('keeps what its exhibit was set up with, whatever is played', async () => {
    const page = await open('#1?step=2&fit=scroll&lock=bad-signature&from=1&to=9');
    await option(page, scenario.untrustedCa.title, scenario.yes).check();
    await expect.poll(() => hashOf(page)).toMatch(/break=untrusted-ca.*&lock=bad-signature&from=1&to=9&fit=scroll$/);
  });

  it('is what is copied', async () => {
    const page = await open('#1?step=3', { permissions: ['clipboard-read', 'clipboard-write'] });
    await option(page, header.lens, header.lenses.client).check();
    await expect.poll(() => hashOf(page)).toContain('lens=client');
    await button(page, header.copyLink).click();
    await page.getByText(header.copied).waitFor();
    expect(new URL(await page.evaluate(() => navigator.clipboard.readText())).hash).toBe('#1?step=3&lens=client');
  });
});

describe('a theme in a link', () => {
  it('stands, until the reader chooses another', async () => {
    const page = await open('#1?step=2&theme=dark');
    expect(await themeOf(page)).toBe('dark');
    expect(await noticeOf(page).innerText()).toBe('');
    await chooseTheme(page, 'light');
    expect(await themeOf(page)).toBe('light');
    await expect.poll(() => hashOf(page)).toBe('#1?step=2');
  });

  it('is not remembered for other links', async () => {
    const page = await open('#1?step=2&theme=dark');
    await page.evaluate(() => {
      location.hash = '#1?step=3';
    });
    await expect.poll(() => themeOf(page)).toBe('light');
  });
});

describe('what a link shows', () => {
  const parts = {
    header: '.header',
    scenario: '.lab-scenario',
    looks: '.looks',
    inspector: '.lab-inspector',
    playbar: '.playbar',
  } as const;

  it.each(Object.keys(parts) as (keyof typeof parts)[])('is %s alone beside the picture', async (part) => {
    const page = await open(`#1?step=4&show=${part}`);
    for (const [name, place] of Object.entries(parts))
      await expect.poll(() => page.locator(place).isVisible()).toBe(name === part);
    const widths = page
      .locator('.stage, .lab-scenario, .lab-inspector')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().width));
    expect((await widths).reduce((sum, width) => sum + width)).toBeCloseTo(desk.width);
  });

  it('has no buttons for what is not there on a phone', async () => {
    const page = await open('#1?step=4&show=inspector,playbar', { viewport: phone });
    expect(await button(page, inspector.open).isVisible()).toBe(true);
    expect(await button(page, scenario.open).isVisible()).toBe(false);
  });
});

describe('what a link locks', () => {
  it('can’t be changed, and the rest can', async () => {
    const page = await open('#1?lock=bad-signature,lens,handshake');
    expect(await option(page, scenario.badSignature.title, scenario.yes).isDisabled()).toBe(true);
    expect(await option(page, scenario.untrustedCa.title, scenario.yes).isDisabled()).toBe(false);
    expect(await option(page, header.lens, header.lenses.client).isDisabled()).toBe(true);
    expect(await option(page, header.unit, header.units.records).isDisabled()).toBe(false);
    expect(await button(page, scenario.change).isDisabled()).toBe(true);
  });

  it('can be the whole scenario', async () => {
    const page = await open('#1?lock=scenario');
    const controls = page.locator('.lab-scenario').locator('button, input, select');
    const open_ = await controls.evaluateAll((all) =>
      all.filter((control) => !control.matches(':disabled')).map((control) => control.textContent),
    );
    expect(open_.join()).not.toMatch(/change|Reset|asked/);
  });
});

describe('an excerpt', () => {
  it('holds the playhead between its steps', async () => {
    const page = await open('#1?from=3&to=6');
    expect(await stepOf(page)).toBe(3);
    expect(await page.getByRole('button', { name: playbar.back, disabled: true }).count()).toBe(1);
    await toEnd(page);
    expect(await stepOf(page)).toBe(6);
    await page.keyboard.press('ArrowRight');
    expect(await stepOf(page)).toBe(6);
    await page.keyboard.press('Home');
    await expect.poll(() => stepOf(page)).toBe(3);
  });

  it('plays by itself, from its first step to its last, and over again', async () => {
    const page = await open('#1?from=3&to=4&auto&loop', { reducedMotion: 'no-preference' });
    await button(page, playbar.pause).waitFor();
    await expect.poll(() => stepOf(page)).toBe(4);
    await expect.poll(() => stepOf(page)).toBe(3);
    await expect.poll(() => stepOf(page)).toBe(4);
  });

  it('keeps still for a reader who wants that', async () => {
    const page = await open('#1?from=3&to=4&auto');
    await page.waitForTimeout(1500);
    expect(await stepOf(page)).toBe(3);
    expect(await button(page, playbar.pause).count()).toBe(0);
  });
});

describe('what an exhibit has locked', () => {
  it('says so before anybody tries, to the eye and to those who listen', async () => {
    const page = await open('#1?lock=client-authentication,lens');
    const locked = page.getByRole('group', { name: lockWords.locked, exact: true });
    await expect.poll(() => locked.count()).toBe(2);
    for (const name of [words.scenario.clientAuthentication.title, header.lens]) {
      const choice = locked.getByRole('group', { name });
      await choice.waitFor();
      expect(await choice.getByRole('radio').first().isDisabled()).toBe(true);
      const mark = await choice.locator('legend').evaluate((legend) => getComputedStyle(legend, '::after').width);
      expect(mark).toBe('9px');
    }
    expect(await page.getByTitle(lockWords.locked).count()).toBe(2);
    const others = page.getByRole('group', { name: header.unit });
    expect(await others.locator('legend').evaluate((legend) => getComputedStyle(legend, '::after').content)).toBe(
      'none',
    );
  });
});

describe('a menu of the header', () => {
  it('stays when another window is turned to, and closes when the focus goes elsewhere', async () => {
    const page = await open('#1?step=3');
    await button(page, header.view).click();
    const choices = page.locator('.view-choices');
    await page.getByLabel(header.theme).focus();
    // As browsers do it: the document keeps its active element.
    await page.evaluate(() => {
      document.activeElement?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: null }));
    });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await choices.count()).toBe(1);
    await button(page, header.present).focus();
    await choices.waitFor({ state: 'detached' });
  });
});
