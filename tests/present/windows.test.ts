// Two windows: the audience's and the console. They follow each other, whichever is reloaded, and nothing of a reader's keys goes from one to the
// other.

import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { deriveBy } from '../../src/crypto/passwords/index.ts';
import { openFile } from '../../src/pki/containers/index.ts';
import { ownWords } from '../../src/words/own/index.ts';
import { presentWords as text } from '../../src/words/present/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { violations } from '../e2e/axe.ts';
import { pages } from '../e2e/pages.ts';
import { button, pictureText } from '../e2e/reading.ts';

const open = pages();
const laptop = { viewport: { width: 1280, height: 720 } };

const desk = (page: Page) => page.getByRole('region', { name: text.console });
const black = (page: Page) => page.locator('.present-black');

/** Opens the audience's window, as somebody does who moves the pointer first. */
async function openAudience(page: Page): Promise<Page> {
  await page.locator('[data-present]').waitFor();
  await page.mouse.move(200, 200);
  await page.mouse.move(240, 220);
  const [audience] = await Promise.all([page.waitForEvent('popup'), button(page, text.audience).click()]);
  audience.setDefaultTimeout(15_000);
  await audience.locator('[data-audience]').waitFor();
  await desk(page).getByText(text.partner.there).waitFor();
  return audience;
}

async function stands(page: Page, step: number): Promise<void> {
  await expect.poll(() => page.locator('.playbar-where').innerText(), { message: page.url() }).toMatch(`${step} of `);
}

async function stand(windows: readonly Page[], step: number): Promise<void> {
  for (const page of windows) await stands(page, step);
}

describe('the audience’s window and the console', () => {
  it('follow each other, step, black and scenario, through reloads of either and without an opener, until the console ends it', async () => {
    const page = await open('#1?step=3&present', laptop);
    const audience = await openAudience(page);
    const both = [page, audience];
    await stand(both, 3);
    expect(await desk(page).innerText()).toMatch(/\?\s/);
    expect(await audience.getByText(text.ask).count()).toBe(0);
    await page.keyboard.press('PageDown');
    await stand(both, 4);
    await audience.keyboard.press('PageDown');
    await stand(both, 5);
    await page.keyboard.press('.');
    await black(audience).waitFor({ state: 'attached' });
    expect(await black(page).count()).toBe(0);
    await desk(page).getByText(text.blackThere).waitFor();
    await audience.keyboard.press('PageDown');
    await stand(both, 6);
    await black(audience).waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    expect(await violations(audience)).toEqual([]);

    await page.evaluate(() => {
      location.hash = '#1/tls12?step=5&present';
    });
    await expect.poll(() => audience.locator('.playbar-where').innerText()).toContain('5 of 17');

    await audience.reload();
    await audience.locator('[data-audience]').waitFor();
    await stand(both, 5);
    await page.keyboard.press('PageDown');
    await stand(both, 6);
    await page.reload();
    await desk(page).getByText(text.partner.there).waitFor();
    await audience.keyboard.press('PageDown');
    await stand(both, 7);
    await page.keyboard.press('PageDown');
    await stand(both, 8);

    await audience.evaluate(() => {
      window.opener = null;
    });
    await audience.keyboard.press('PageUp');
    await stand(both, 7);
    await page.keyboard.press('PageUp');
    await stand(both, 6);

    const gone = audience.waitForEvent('close');
    await page.keyboard.press('Escape');
    await gone;
    await page.locator('[data-present]').waitFor({ state: 'detached' });
  });

  it('wear the same theme, whichever the console chooses', async () => {
    const page = await open('#1?step=3&present', laptop);
    const audience = await openAudience(page);
    const worn = () => audience.locator('html').getAttribute('data-theme');
    expect(await worn()).toBe('light');
    for (const theme of ['dark', 'projector', 'light'] as const) {
      await button(page, words.header.view).click();
      await page.getByLabel(words.header.theme).selectOption(theme);
      await page.keyboard.press('Escape');
      await expect.poll(worn).toBe(theme);
    }
    await page.keyboard.press('PageDown');
    await stand([page, audience], 4);
    expect(await worn()).toBe('light');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  });

  it('know when the other is lost, and find a new one; what the browser does not allow is told', async () => {
    const page = await open('#1?break=untrusted-ca&step=2&present', laptop);
    const first = await openAudience(page);
    await first.close();
    await desk(page).getByText(text.partner.silent).waitFor();
    const second = await openAudience(page);
    await page.keyboard.press('End');
    await expect.poll(() => pictureText(second)).toContain('unknown_ca');
    await second.evaluate(() => {
      // What anybody could send that has got hold of the window.
      window.postMessage({ format: 'countersign present 1', pair: 'guessed', kind: 'end' }, '*');
      window.postMessage('end', '*');
    });
    await page.keyboard.press('Home');
    await stand([page, second], 0);
    const gone = second.waitForEvent('close');
    await page.keyboard.press('F5');
    await gone;
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.keyboard.press('p');
    await page.mouse.move(200, 200);
    await page.mouse.move(260, 240);
    await button(page, text.audience).click();
    await page.getByText(text.partner.refused).waitFor();
  });

  it('show somebody’s own certificates to the audience, and send neither the key nor the password', async () => {
    const file = 'p12-3des-ec.p12';
    const password = 'changeit';
    const path = fileURLToPath(new URL(`../corpus/files/${file}`, import.meta.url));
    const { items } = await openFile(new Uint8Array(readFileSync(path)), {
      passwords: [password],
      derive: deriveBy(webcrypto.subtle),
    });
    const secrets = items.flatMap((item) =>
      item.kind === 'private key' && item.key && 'd' in item.key && typeof item.key.d !== 'bigint'
        ? [toHex(item.key.d)]
        : [],
    );
    expect(secrets.length).toBe(1);
    const page = await open('', laptop);
    await page.context().addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      window.addEventListener('message', ({ data }) => heard.push(data));
    });
    await button(page, words.own.open).click();
    await button(page, ownWords.choose).waitFor();
    await page.setInputFiles('.own input[type="file"]', path);
    await page.getByLabel(ownWords.passwordName).fill(password);
    await page.getByLabel(ownWords.passwordName).press('Enter');
    await page.locator('.own-mark').waitFor();
    await page.locator('.stage').focus();
    await page.keyboard.press('p');
    const audience = await openAudience(page);
    await page.keyboard.press('End');
    await expect.poll(() => pictureText(audience)).toContain('terminal-4');
    const { steps } = await audience.evaluate(() => ({
      steps: (globalThis as unknown as { heard: { kind?: string }[] }).heard.map(({ kind }) => kind),
    }));
    expect(steps).toContain('run');
    const found = await audience.evaluate(
      (wanted) => {
        const all: string[] = [];
        const seen = new Set<unknown>();
        const look = (value: unknown): void => {
          if (typeof value === 'string') all.push(value);
          if (typeof value === 'bigint') all.push(value.toString(16));
          if (typeof value !== 'object' || value === null || seen.has(value)) return;
          seen.add(value);
          if (value instanceof Uint8Array)
            all.push(Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join(''));
          else if (value instanceof Set || value instanceof Map) for (const each of value) look(each);
          else for (const each of Object.values(value)) look(each);
        };
        look((globalThis as unknown as { heard: unknown[] }).heard);
        const told = all.join(' ');
        return { secret: wanted.some((secret) => told.includes(secret)), words: told.includes('terminal-4') };
      },
      [...secrets, password],
    );
    expect(found).toEqual({ secret: false, words: true });
    await audience.reload();
    await expect.poll(() => pictureText(audience)).toContain('terminal-4');
    expect(await page.locator('.own-mark').count()).toBe(1);
  });
});
