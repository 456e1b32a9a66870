// The default handshake in the browser: what it shows, and all the ways to move through it.

import { describe, expect, it } from 'vitest';
import { helpWords, words } from '../../src/words/ui/index.ts';
import { pages, phone } from './pages.ts';
import { button, pictureText, position, spoken, stepOf, toEnd, told } from './reading.ts';

const open = pages();
const bar = words.playbar;

describe('the default handshake', () => {
  it('is mutual, goes well, and is shown whole', async () => {
    const page = await open();
    expect((await told(page)).join('\n')).toContain('The server is connected.');
    await toEnd(page);
    const picture = await pictureText(page);
    for (const name of [
      'ClientHello',
      'ServerHello',
      'EncryptedExtensions',
      'CertificateRequest',
      'CertificateVerify',
      'Finished',
    ]) {
      expect(picture).toContain(name);
    }
    expect(picture).toContain('knows api.example');
    expect(picture).toContain('knows client.example');
    const story = (await told(page)).join('\n');
    expect(story).toContain('The client is connected.');
    expect(story).toContain('The server is connected.');
    expect(story).toContain('The server finds the client’s certificate chain good.');
  });

  it('tells that the client is connected before the server has judged its certificate', async () => {
    const page = await open();
    const story = await told(page);
    const connected = story.join('\n').indexOf('The client is connected.');
    const judged = story.join('\n').indexOf('The server is connected.');
    expect(connected).toBeGreaterThan(0);
    expect(judged).toBeGreaterThan(connected);
  });
});

describe('moving through it', () => {
  it('steps forwards and backwards with the buttons, and stops at the ends', async () => {
    const page = await open('#1?step=0');
    expect(await stepOf(page)).toBe(0);
    await button(page, bar.forward).click();
    expect(await stepOf(page)).toBe(1);
    await expect.poll(() => spoken(page)).toContain('ClientHello');
    await button(page, bar.forward).click();
    await expect.poll(() => spoken(page)).toContain('ServerHello');
    await button(page, bar.back).click();
    expect(await stepOf(page)).toBe(1);
    await button(page, bar.back).click();
    await expect.poll(() => button(page, bar.back).getAttribute('aria-disabled')).toBe('true');
  });

  it('scrubs with the slider', async () => {
    const page = await open('#1?step=0');
    const slider = page.getByRole('slider', { name: bar.scrub });
    const box = await slider.boundingBox();
    if (!box) throw new Error('The slider is not on the page.');
    const { steps } = await position(page);
    await page.mouse.move(box.x + box.width * 0.02, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    const { step } = await position(page);
    expect(Math.abs(step - steps / 2)).toBeLessThanOrEqual(1);
    await expect.poll(() => slider.inputValue().then(Number)).toBe(step);
  });

  it('obeys the keyboard', async () => {
    const page = await open('#1?step=0');
    const { steps } = await position(page);
    const press = async (key: string) => {
      await page.keyboard.press(key);
      return stepOf(page);
    };
    expect(await press('ArrowRight')).toBe(1);
    expect(await press('ArrowRight')).toBe(2);
    expect(await press('ArrowLeft')).toBe(1);
    expect(await press('End')).toBe(steps);
    expect(await press('Home')).toBe(0);
    expect(await press('1')).toBe(1);
    const starts = [await press('2'), await press('3'), await press('4')];
    expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    expect(starts.every((start) => start > 1 && start <= steps)).toBe(true);
  });

  it('goes to a phase by its mark', async () => {
    const page = await open();
    await button(page, bar.goTo('Server')).click();
    await expect.poll(() => spoken(page)).toContain('EncryptedExtensions');
  });

  it('plays and pauses with the space bar, and ends by itself', async () => {
    const page = await open('#1?step=0');
    const { steps } = await position(page);
    await page.keyboard.press(' ');
    await expect.poll(() => stepOf(page), { timeout: 25_000 }).toBeGreaterThan(1);
    await page.keyboard.press(' ');
    await button(page, bar.play).waitFor();
    const paused = await stepOf(page);
    await page.waitForTimeout(900);
    expect(await stepOf(page)).toBe(paused);
    await page.getByRole('combobox', { name: bar.speed }).selectOption({ index: 2 });
    for (const key of ['End', 'ArrowLeft']) await page.keyboard.press(key);
    await button(page, bar.play).click();
    await expect.poll(() => stepOf(page), { timeout: 25_000, interval: 200 }).toBe(steps);
    await button(page, bar.startOver).click();
    await expect.poll(() => stepOf(page), { interval: 100 }).toBe(1);
  }, 75_000);

  it('shows the keys on ?, and Esc takes them away', async () => {
    const page = await open();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: words.header.keys });
    await dialog.waitFor();
    const before = await stepOf(page);
    await page.keyboard.press('ArrowRight');
    expect(await stepOf(page)).toBe(before);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  it('leads from the keys to the licences of all that the page is made of', async () => {
    const page = await open();
    await page.keyboard.press('?');
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: helpWords.licences }).click();
    const licences = await opened;
    await licences.getByText('SIL OPEN FONT LICENSE').first().waitFor();
    expect(await licences.locator('body').innerText()).toContain('## react - ');
  });

  it('goes to a message that is picked in the picture', async () => {
    const page = await open();
    await page
      .getByRole('img', { name: words.stage.picture })
      .getByText('ServerHello', { exact: true })
      .click({ force: true });
    await expect.poll(() => stepOf(page)).toBe(2);
  });

  it('works on a phone, by touch', async () => {
    const page = await open('#1?step=0', { viewport: phone, hasTouch: true, isMobile: true });
    await button(page, bar.forward).tap();
    expect(await stepOf(page)).toBe(1);
    await button(page, words.inspector.open).tap();
    const sheet = page.getByRole('dialog', { name: words.inspector.title });
    await sheet.getByRole('tab', { name: words.inspector.tabs.bytes }).tap();
    await expect.poll(() => sheet.innerText()).toContain('legacy_version');
  });
});
