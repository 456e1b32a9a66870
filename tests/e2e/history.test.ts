// Where the reader stands after a change of the scenario, and the browser's history of such changes.

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { words } from '../../src/words/ui/index.ts';
import { pages, phone } from './pages.ts';
import { button, option, position, stepOf, told } from './reading.ts';

const open = pages();
const { scenario, playbar: bar } = words;

const authentication = (page: Page, value: string) => option(page, scenario.clientAuthentication.title, value);
const untrusted = (page: Page, value: string) => option(page, scenario.untrustedCa.title, value);
const entries = (page: Page): Promise<number> => page.evaluate(() => history.length);
const hash = (page: Page): string => new URL(page.url()).hash;
const readout = (page: Page): Promise<string> => page.locator('.playbar-where').innerText();

describe('a switch that is turned', () => {
  it('keeps the reader at the same message, whatever its number is, and says where the run ends now', async () => {
    const page = await open('#1?step=6');
    const [, message = ''] = (await readout(page)).split('· ');
    await untrusted(page, scenario.yes).click();
    expect(await readout(page)).toContain(message);
    const notice = page.locator('.lab-scenario .notice');
    await expect.poll(() => notice.innerText()).toMatch(/fails at step \d+, alert unknown_ca\./);
    await notice.getByRole('button', { name: words.goThere }).click();
    await expect.poll(() => readout(page)).toContain('unknown_ca');
    expect(await notice.innerText()).toBe('');
  });

  it('counts among its like: the client’s Finished stays the client’s', async () => {
    const page = await open('#1?step=10');
    expect(await readout(page)).toContain('Finished');
    await authentication(page, 'off').click();
    expect(await position(page)).toEqual({ step: 7, steps: 11 });
    expect((await told(page)).at(-1)).toMatch(/^The client/);
  });

  it('leads to the nearest message before, where the new run has no such', async () => {
    const page = await open('#1?step=4');
    expect(await readout(page)).toContain('CertificateRequest');
    await authentication(page, 'off').click();
    await expect.poll(() => readout(page)).toContain('EncryptedExtensions');
    await expect
      .poll(() => page.locator('.lab-scenario .notice').innerText())
      .toMatch(/goes well, and ends at step 11/);
  });

  it('says so on a phone in the sheet where the switch stands', async () => {
    const page = await open('#1?step=6', { viewport: phone });
    await button(page, scenario.open).click();
    await untrusted(page, scenario.yes).click();
    await page
      .getByRole('dialog')
      .getByText(/fails at step \d+/)
      .waitFor();
  });
});

describe('the browser’s history', () => {
  it('has an entry for each change of the scenario, and none for a step', async () => {
    const page = await open('#1?step=6');
    const before = await entries(page);
    for (const key of ['ArrowRight', 'ArrowRight', 'Home', 'End', 'ArrowLeft']) await page.keyboard.press(key);
    await expect.poll(() => hash(page)).toContain('step=13');
    expect(await entries(page)).toBe(before);
    await authentication(page, 'asked').click();
    await untrusted(page, scenario.yes).click();
    expect(await entries(page)).toBe(before + 2);
  });

  it('goes back and forward through the changes, to where the reader left each', async () => {
    const page = await open('#1?step=6');
    await authentication(page, 'asked').click();
    await page.keyboard.press('ArrowRight');
    await untrusted(page, scenario.yes).click();
    await page.goBack();
    await expect.poll(() => untrusted(page, scenario.no).isChecked()).toBe(true);
    expect([await stepOf(page), hash(page)]).toEqual([7, '#1/asked?step=7']);
    await page.goBack();
    await expect.poll(() => authentication(page, 'required').isChecked()).toBe(true);
    expect([await stepOf(page), hash(page)]).toEqual([6, '#1?step=6']);
    await page.goForward();
    await page.goForward();
    await expect.poll(() => untrusted(page, scenario.yes).isChecked()).toBe(true);
    expect(await stepOf(page)).toBe(7);
  });

  it('goes along with Undo and Redo, so that Back leads to what came before', async () => {
    const page = await open('#1?step=6');
    const before = await entries(page);
    await authentication(page, 'asked').click();
    await authentication(page, 'off').click();
    await button(page, scenario.undo).click();
    await expect.poll(() => hash(page)).toBe('#1/asked?step=6');
    await page.goBack();
    await expect.poll(() => authentication(page, 'required').isChecked()).toBe(true);
    expect(await button(page, scenario.undo).getAttribute('aria-disabled')).toBe('true');
    await button(page, scenario.redo).click();
    await expect.poll(() => hash(page)).toBe('#1/asked?step=6');
    await authentication(page, 'required').click();
    await expect.poll(() => entries(page)).toBe(before + 2);
    await page.goBack();
    await expect.poll(() => authentication(page, 'asked').isChecked()).toBe(true);
  });

  it('never drifts apart from the changes, however quickly they are taken back', async () => {
    const page = await open('#1?step=6');
    for (const value of ['asked', 'off', 'asked', 'off']) await authentication(page, value).click();
    for (const key of ['z', 'z', 'z', 'y']) await page.keyboard.press(`Control+${key}`);
    await expect.poll(() => hash(page)).toMatch(/^#1\/off/);
    expect(await authentication(page, 'off').isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => authentication(page, 'asked').isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => authentication(page, 'required').isChecked()).toBe(true);
    expect(await button(page, scenario.undo).getAttribute('aria-disabled')).toBe('true');
  });

  it('is followed after a reload as well', async () => {
    const page = await open('#1?step=6');
    await authentication(page, 'asked').click();
    await untrusted(page, scenario.yes).click();
    await page.reload();
    await expect.poll(() => untrusted(page, scenario.yes).isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => untrusted(page, scenario.no).isChecked()).toBe(true);
    await authentication(page, 'off').click();
    await button(page, scenario.undo).click();
    await expect.poll(() => hash(page)).toBe('#1/asked?step=6');
    await page.goBack();
    await expect.poll(() => hash(page)).toBe('#1?step=6');
  });

  it('takes a link that is put into the address for one change', async () => {
    const page = await open('#1?step=6');
    const before = await entries(page);
    await page.evaluate(() => {
      location.hash = '#1/off?step=2';
    });
    await expect.poll(() => stepOf(page)).toBe(2);
    expect(await entries(page)).toBe(before + 1);
    await button(page, scenario.undo).click();
    await expect.poll(() => hash(page)).toBe('#1?step=6');
    await page.goForward();
    await expect.poll(() => authentication(page, 'off').isChecked()).toBe(true);
  });

  it('is left to the page around a frame', async () => {
    const page = await open();
    await page.route('**/around.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<iframe width="1300" height="800" src="${inject('address')}#1?step=3"></iframe>`,
      }),
    );
    // The server of the tests forbids frames; another one need not.
    await page.route(inject('address'), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ contentType: 'text/html', body: await response.text() });
    });
    await page.goto(`${inject('address')}around.html`);
    const frame = page.frameLocator('iframe');
    const radio = frame.getByRole('radio', { name: 'asked' });
    await radio.waitFor();
    const before = await entries(page);
    await radio.click();
    await frame.getByRole('button', { name: bar.forward, exact: true }).click();
    const inside = page.frames()[1];
    await expect.poll(() => new URL(inside?.url() ?? '').hash).toBe('#1/asked?step=4');
    await frame.getByRole('button', { name: scenario.undo, exact: true }).click();
    await expect.poll(() => new URL(inside?.url() ?? '').hash).toBe('#1?step=3');
    expect(await entries(page)).toBe(before);
  });
});
