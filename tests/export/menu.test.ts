// The menu from which what is on the screen is taken along: what it hands out, by mouse and by keyboard, and what it says when it can't.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { fileWords, gifWords, menuWords as text } from '../../src/words/exports/index.ts';
import { ownWords } from '../../src/words/own/index.ts';
import { words } from '../../src/words/ui/index.ts';
import { violations } from '../e2e/axe.ts';
import { desk, pages, phone, tablet } from '../e2e/pages.ts';
import { button } from '../e2e/reading.ts';
import { differing, framesOf } from './frames.ts';

const open = pages();
type FileName = keyof typeof fileWords;

const pane = (page: Page) => page.locator('.exports');
const news = (page: Page) => pane(page).getByRole('status');

async function opened(page: Page): Promise<void> {
  await button(page, words.header.export).click();
  await pane(page).waitFor();
}

async function saved(page: Page, name: FileName): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: text.saveAs(fileWords[name][0]), exact: true }).click();
  const download = await coming;
  return { file: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe('what is saved', () => {
  it('is each of the files, by its name and its first bytes', async () => {
    const page = await open('#1?break=untrusted-ca');
    await opened(page);
    const begins: Readonly<Partial<Record<FileName, RegExp>>> = {
      svg: /^<svg [^>]*role="img">\n {2}<title>TLS 1\.3, client/,
      png: /^\x89PNG/,
      pcapng: /^\n\r\r\n/,
      keylog: /^CLIENT_HANDSHAKE_TRAFFIC_SECRET /,
      mmd: /^---\ntitle: "TLS 1\.3/,
      puml: /^@startuml\n/,
      md: /^# A mutual TLS handshake\n/,
      csv: /^step,kind,name/,
      json: /^\{\n {2}"format": "countersign-timeline"/,
      sh: /^#!\/bin\/sh\n/,
    };
    for (const [name, looks] of Object.entries(begins)) {
      const { file, bytes } = await saved(page, name as FileName);
      expect(file).toBe(`countersign-untrusted-ca.${name}`);
      expect(bytes.toString('latin1')).toMatch(looks);
      await expect.poll(() => news(page).textContent()).toBe(text.saved(file));
    }
  });

  it('is what is on the screen: the step, the eyes, the colours, and where it is', async () => {
    const page = await open('#1?lens=wire&step=3', { colorScheme: 'dark' });
    await opened(page);
    const mermaid = (await saved(page, 'mmd')).bytes.toString();
    expect(mermaid).toContain('application_data');
    expect(mermaid).not.toContain('CertificateRequest');
    const svg = (await saved(page, 'svg')).bytes.toString();
    expect(svg).toContain('fill="#181715"');
    expect(svg).toContain('@font-face');
    const { link } = JSON.parse((await saved(page, 'json')).bytes.toString());
    expect(link.split('#')[0]).toBe(page.url().split('#')[0]);
    expect(link).toContain('step=3');
  });

  it('is a picture of as many pixels as were wished for', async () => {
    const page = await open();
    await opened(page);
    const width = await page.locator('.picture').evaluate((picture) => picture.clientWidth);
    for (const scale of [1, 3] as const) {
      await page.getByRole('combobox', { name: text.scale }).selectOption({ label: text.scales[scale] });
      expect(PNG.sync.read((await saved(page, 'png')).bytes).width).toBe(width * scale);
    }
  });
});

describe('what is copied', () => {
  it('is text, and the picture as a picture', async () => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await opened(page);
    await page.getByRole('button', { name: text.copyAs(fileWords.puml[0]), exact: true }).click();
    await expect.poll(() => news(page).textContent()).toBe(text.copied(fileWords.puml[0]));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^@startuml/);
    await page.getByRole('button', { name: text.copyAs(fileWords.png[0]), exact: true }).click();
    await expect.poll(() => news(page).textContent()).toBe(text.copied(fileWords.png[0]));
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
    expect(types).toEqual(['image/png']);
  });
});

describe('bad luck is told with what to do instead', () => {
  it('of a clipboard that is refused', async () => {
    const page = await open();
    await opened(page);
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.getByRole('button', { name: text.copyAs(fileWords.csv[0]), exact: true }).click();
    await expect.poll(() => news(page).textContent()).toBe(text.notCopied);
  });

  it('of a canvas that is too large', async () => {
    const page = await open();
    await opened(page);
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.getByRole('button', { name: text.saveAs(fileWords.png[0]), exact: true }).click();
    await expect.poll(() => news(page).textContent()).toBe(text.tooLarge);
  });

  it('of a run that OpenSSL can’t play', async () => {
    const page = await open('#1?break=record-dropped');
    await opened(page);
    await pane(page).getByText('OpenSSL can’t play this run: somebody sits on the wire.').waitFor();
    expect(await page.getByRole('button', { name: text.saveAs(fileWords.sh[0]) }).count()).toBe(0);
  });
});

describe('the picture that moves', () => {
  it('is a GIF of the steps that were chosen, at the pace and the size that were, and ends as the PNG of its last step looks', async () => {
    const page = await open('#1?break=untrusted-ca&step=12', { colorScheme: 'dark' });
    await opened(page);
    await page.getByRole('combobox', { name: text.scale }).selectOption({ label: text.scales[1] });
    await page.getByRole('combobox', { name: gifWords.from }).selectOption('9');
    await page.getByRole('combobox', { name: gifWords.each }).selectOption({ label: gifWords.seconds(0.5) });
    const { file, bytes } = await saved(page, 'gif');
    expect(file).toBe('countersign-untrusted-ca.gif');
    const still = PNG.sync.read((await saved(page, 'png')).bytes);
    const gif = framesOf(bytes);
    expect([gif.width, gif.height]).toEqual([still.width, still.height]);
    expect(gif.delays).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(differing(gif.last, still.data)).toBeLessThan(0.005);
    expect(differing(gif.first, still.data)).toBeGreaterThan(0.005);
  });

  it('can be stopped while it is made, and then nothing is saved', async () => {
    const page = await open('#1');
    await opened(page);
    const downloads: string[] = [];
    page.on('download', (download) => downloads.push(download.suggestedFilename()));
    await page.getByRole('button', { name: text.saveAs('GIF'), exact: true }).click();
    await page.getByRole('progressbar', { name: gifWords.progress }).waitFor();
    await page.getByRole('button', { name: gifWords.stop, exact: true }).click();
    await expect.poll(() => news(page).textContent()).toBe(gifWords.stopped);
    expect(downloads).toEqual([]);
  });

  it.each([
    [
      'can’t be started',
      () =>
        Object.assign(globalThis, {
          Worker: class {
            constructor() {
              throw new Error('no');
            }
          },
        }),
    ],
    [
      'breaks off',
      () => {
        Worker.prototype.postMessage = function () {
          this.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
        };
      },
    ],
  ])('says what to do instead where its thread %s', async (_, spoil) => {
    const page = await open('#1');
    await opened(page);
    await page.evaluate(spoil);
    await page.getByRole('button', { name: text.saveAs('GIF'), exact: true }).click();
    await expect.poll(() => news(page).textContent()).toBe(gifWords.lost);
    await page.getByRole('button', { name: text.saveAs('GIF'), exact: true }).waitFor();
  });

  it('says so where the canvas is too large', async () => {
    const page = await open('#1');
    await opened(page);
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.getByRole('button', { name: text.saveAs('GIF'), exact: true }).click();
    await expect.poll(() => news(page).textContent()).toBe(text.tooLarge);
  });
});

describe('certificates of the reader’s own', () => {
  it('are spoken of before anything is saved, and their keys go nowhere', async () => {
    const page = await open();
    await opened(page);
    expect(await pane(page).getByText(text.own).count()).toBe(0);
    await page.keyboard.press('Escape');
    await button(page, words.own.open).click();
    await button(page, ownWords.choose).waitFor();
    const folder = fileURLToPath(new URL('../corpus/files/', import.meta.url));
    await page.setInputFiles('.own input[type="file"]', [`${folder}cert-eku-client.pem`]);
    await page.locator('.own-mark').waitFor();
    await opened(page);
    await pane(page).getByText(text.own).waitFor();
    for (const name of ['json', 'pcapng', 'md', 'csv'] as const)
      expect((await saved(page, name)).bytes.toString('latin1')).not.toContain('PRIVATE KEY');
  });
});

describe('everybody', () => {
  it('gets there and back by keyboard', async () => {
    const page = await open();
    await button(page, words.header.export).focus();
    await page.keyboard.press('Enter');
    await pane(page).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className);
    expect([text.copyLink, text.copyAs('SVG')]).toContain(await focused());
    await page.keyboard.press('Escape');
    await pane(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(words.header.export);
  });

  it.each(Object.entries({ desk, tablet, phone }))(
    'axe finds nothing on a %s, and nothing scrolls sideways',
    async (_, viewport) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await open('#1?break=record-dropped', { viewport, colorScheme });
        await opened(page);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
    },
  );
});

it('on a phone leaves the picture and the playbar in sight above it', async () => {
  const page = await open('#1?step=9', { viewport: phone });
  await opened(page);
  const top = (await page.locator('.export-menu .view-choices').boundingBox())?.y ?? 0;
  expect(top).toBeGreaterThan(phone.height / 2);
  for (const place of ['.stage', '.playbar'])
    await expect
      .poll(async () => {
        const box = await page.locator(place).boundingBox();
        return box && box.height > 60 && box.y + box.height <= top + 1;
      })
      .toBe(true);
  expect(await page.locator('.picture .current').first().isVisible()).toBe(true);
});
