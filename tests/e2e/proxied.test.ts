// A handshake through a proxy on the page: from its doors, stepped through, seen by each of the three, in the address, and for everyone.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compareWords } from '../../src/words/compare/index.ts';
import { proxiedWords as text, wayWords } from '../../src/words/proxied/index.ts';
import { catalogueWords, words } from '../../src/words/ui/index.ts';
import { violations } from './axe.ts';
import { pages } from './pages.ts';
import { button, errorField } from './reading.ts';

const open = pages();

const sheet = (page: Page) => page.getByRole('dialog', { name: text.title });
const place = (page: Page) => sheet(page).locator('.proxied-bar p').innerText();
const picture = async (page: Page) => (await page.locator('.proxied-stage svg text').allTextContents()).join(' ');

describe('through a proxy', () => {
  it('shows both connections between three, steps through them, and closes to where it was', async () => {
    const page = await open('#1');
    await page.keyboard.press('c');
    await button(page, compareWords.proxy).click();
    await sheet(page).getByRole('heading', { name: wayWords.nothing.title }).waitFor();
    await expect.poll(() => page.url()).toContain('proxy=nothing');
    const drawn = await picture(page);
    for (const name of ['Client', 'Proxy', 'Server']) expect(drawn).toContain(name);
    await sheet(page).getByText('Hello, whoever you are.').waitFor();

    // A header is in the request that goes to the server, and in no other.
    await sheet(page).getByRole('radio', { name: wayWords.header.title }).check();
    await sheet(page).getByRole('heading', { name: wayWords.header.title }).waitFor();
    expect(await sheet(page).locator('pre', { hasText: 'Client-Cert: :' }).count()).toBe(1);
    await expect.poll(() => page.url()).toContain('proxy=header');

    await page.locator('.proxied-stage').focus();
    const first = await picture(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toContain('2 of');
    await expect.poll(() => page.url()).toContain('proxy=header&passage=2');
    expect((await picture(page)).length).toBeLessThan(first.length);
    await sheet(page).locator('.proxied-told > .known', { hasText: text.halves.front }).waitFor();
    await page.keyboard.press('End');
    expect(await place(page)).toContain(text.bands.back);
    await sheet(page).getByRole('tab', { name: words.inspector.tabs.bytes }).click();
    await sheet(page).getByRole('tree').first().waitFor();
    await page.locator('.proxied-stage').focus();
    await page.keyboard.press('Home');
    expect(await place(page)).toContain(text.whole);

    // On the wires nobody’s name can be read.
    expect(await picture(page)).toContain('client.example');
    await sheet(page).getByRole('radio', { name: text.lenses.wire }).check();
    await expect.poll(() => picture(page)).not.toContain('client.example');

    const download = page.waitForEvent('download');
    await button(page, text.export).click();
    expect((await download).suggestedFilename()).toBe('countersign-header.pcapng');

    await button(page, text.close).click();
    await sheet(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.url()).not.toMatch(/proxy=|passage=/);
  });

  it('comes back with the address, at the step where it was', async () => {
    const page = await open('#1?proxy=header&passage=9');
    await sheet(page).locator('.proxied-bar').waitFor();
    expect(await place(page)).toContain('9 of');
    await page.locator('.proxied-stage').focus();
    await page.keyboard.press('ArrowRight');
    const [there, drawn] = [await place(page), await picture(page)];
    expect(there).toContain('10 of');
    await expect.poll(() => page.url()).toContain('passage=10');
    await page.reload();
    await sheet(page).locator('.proxied-bar').waitFor();
    expect(await place(page)).toBe(there);
    expect(await picture(page)).toBe(drawn);
    // It plays on from there, and where it is stopped the address says so.
    await sheet(page).getByRole('button', { name: words.playbar.play, exact: true }).click();
    await expect.poll(() => place(page)).toContain('12 of');
    await sheet(page).getByRole('button', { name: words.playbar.pause, exact: true }).click();
    const [, step] = /(\d+) of/.exec(await place(page)) ?? [];
    await expect.poll(() => page.url()).toMatch(new RegExp(`passage=${step}$`));
  });

  it('is where the error lines of proxies lead', async () => {
    const page = await open();
    await errorField(page).fill('502 Bad Gateway');
    await button(page, catalogueWords.throughProxy).click();
    await sheet(page).getByRole('heading', { name: wayWords.refused.title }).waitFor();
    await sheet(page).locator('pre', { hasText: '502 Bad Gateway' }).waitFor();
  });

  it.each([
    ['<center>The SSL certificate error</center>', 'rejected', 'The SSL certificate error'],
    ['<center>No required SSL certificate was sent</center>', 'answered', 'No required SSL certificate was sent'],
  ] as const)('tells “%s” from its kin', async (line, way, page400) => {
    const page = await open();
    await errorField(page).fill(line);
    await button(page, catalogueWords.throughProxy).click();
    await sheet(page).getByRole('heading', { name: wayWords[way].title }).waitFor();
    await sheet(page).locator('pre', { hasText: page400 }).waitFor();
  });

  it.each([
    [1440, 900, 'light'],
    [1024, 768, 'dark'],
    [390, 844, 'light'],
    [1280, 720, 'projector'],
  ])('can be used by everyone at %d × %d, %s', async (width, height, theme) => {
    const page = await open(`#1?theme=${theme}&proxy=forged`, { viewport: { width, height } });
    await sheet(page).getByRole('heading', { name: wayWords.forged.title }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('.proxied-stage').focus();
    await page.keyboard.press('ArrowRight');
    await sheet(page).getByRole('tab', { name: words.inspector.tabs.explain }).waitFor();
    await expect.poll(() => sheet(page).locator('.loading').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});
