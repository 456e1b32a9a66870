// The exhibits that come with the page, and the dialog that makes others.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { embeddingWords as text, words } from '../../src/words/ui/index.ts';
import { pages } from '../e2e/pages.ts';
import { button } from '../e2e/reading.ts';
import { guests, placeIn } from './guests.ts';

const exhibits = fileURLToPath(new URL('../../dist/exhibits/', import.meta.url));
const names = readdirSync(exhibits).filter((name) => !name.startsWith('frame-'));
const { open } = guests();
const openPage = pages();

describe('a shipped exhibit', () => {
  it('is one of twelve', () => {
    expect(names).toHaveLength(12);
    // What needs the site's address is left out where nobody has said it.
    for (const name of names) {
      expect(readFileSync(`${exhibits}${name}/index.html`, 'utf8')).not.toMatch(/og:|oembed|https?:\/\/(?!www\.w3)/);
      expect(existsSync(`${exhibits}${name}/oembed.json`)).toBe(false);
    }
  });

  it.each(names)('%s has its picture in it before any script', async (name) => {
    const page = await open(
      { body: `<iframe title="An exhibit" src="/lab/exhibits/${name}/index.html" width="640" height="420"></iframe>` },
      { javaScriptEnabled: false },
    );
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('.still text').count()).toBeGreaterThan(10);
    const box = await frame.locator('.still').boundingBox();
    expect(box?.height).toBeGreaterThan(200);
    expect((await frame.locator('.embed-sentence').innerText()).length).toBeGreaterThan(20);
  });

  it('comes to life in a sandbox, shows the same, and leads to the page', async () => {
    const page = await open({
      body: '<iframe title="An exhibit" sandbox="allow-scripts" src="/lab/exhibits/untrusted-ca/index.html" width="640" height="420"></iframe>',
    });
    const frame = page.frameLocator('iframe');
    await frame.locator('.picture-heads').waitFor();
    await expect.poll(() => placeIn(frame).innerText()).toBe('12 of 12');
    await frame.getByRole('button', { name: words.playbar.back }).click();
    await expect.poll(() => placeIn(frame).innerText()).toBe('11 of 12');
    const href = await frame.locator('.embed-full').evaluate((link) => (link as HTMLAnchorElement).href);
    expect(new URL(href).pathname).toBe('/lab/index.html');
  });
});

describe('the dialog', () => {
  it('shows the frame as others will have it, and what to paste', async () => {
    const page = await openPage('#1?break=untrusted-ca&step=9', { permissions: ['clipboard-read', 'clipboard-write'] });
    await button(page, words.header.view).click();
    await button(page, text.open).click();
    const preview = page.frameLocator('.embedding-preview');
    await expect.poll(() => placeIn(preview).innerText()).toBe('9 of 12');
    const pasted = page.getByRole('textbox', { name: text.snippet });
    expect(await pasted.inputValue()).toContain('embed.html#1?break=untrusted-ca&amp;step=9"');
    await page.getByRole('checkbox', { name: text.parts.header }).check();
    await expect.poll(() => preview.locator('.embed-title').count()).toBe(1);
    expect(await pasted.inputValue()).toContain('show=header,sentence,playbar');
    for (const [kind, sign] of [
      ['element', '<counter-sign scenario="1?break=untrusted-ca'],
      ['markdown', '\n\n['],
      ['reveal', 'Reveal.next()'],
      ['moodle', '<a href='],
    ] as const) {
      await page.getByRole('combobox', { name: text.kind }).selectOption(kind);
      expect(await pasted.inputValue()).toContain(sign);
    }
    await button(page, text.copy).click();
    await page.getByText(text.copied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await pasted.inputValue());
  });

  it.each(['page', 'element', 'markdown', 'moodle'] as const)(
    'gives what works where it is pasted: %s',
    async (kind) => {
      const page = await openPage('#1/off?step=4');
      await button(page, words.header.view).click();
      await button(page, text.open).click();
      await page.getByRole('combobox', { name: text.kind }).selectOption(kind);
      await page.getByRole('textbox', { name: text.site }).fill('/lab/');
      const pasted = await page.getByRole('textbox', { name: text.snippet }).inputValue();
      const guest = await open({ body: pasted });
      await expect.poll(() => placeIn(guest.frameLocator('iframe').first()).innerText()).toBe('4 of 11');
    },
  );
});

describe('the page as a file', () => {
  it('is handed out by the page', async () => {
    const page = await openPage();
    await button(page, words.header.view).click();
    const saved = page.waitForEvent('download');
    await button(page, text.save).click();
    const path = await (await saved).path();
    expect(readFileSync(path, 'utf8')).toBe(readFileSync(`${exhibits}../countersign.html`, 'utf8'));
  });
});
