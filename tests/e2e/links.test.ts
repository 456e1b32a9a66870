// Links: what was copied opens as the same handshake, byte for byte, at the same step; what can't be read is told in a sentence.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { byteWords, words } from '../../src/words/ui/index.ts';
import { desk, pages, phone } from './pages.ts';
import { button, bytesOf, noticeOf, option, pictureText, position, stepOf, told } from './reading.ts';

const open = pages();

interface Shown {
  readonly position: { readonly step: number; readonly steps: number };
  readonly told: readonly string[];
  readonly picture: string;
  /** Of each layer of the step: its title and all its bytes. */
  readonly bytes: readonly string[];
}

async function handshake(page: Page): Promise<Shown> {
  await page.getByRole('tab', { name: words.inspector.tabs.bytes }).click();
  await page.getByRole('tree').waitFor();
  const layers = page.getByRole('navigation', { name: byteWords.layers }).getByRole('button');
  const bytes: string[] = [];
  for (let index = 0; index < (await layers.count()); index++) {
    await layers.nth(index).click();
    bytes.push(`${await layers.nth(index).innerText()}: ${await bytesOf(page)}`);
  }
  return { position: await position(page), told: await told(page), picture: await pictureText(page), bytes };
}

describe('a copied link', () => {
  it.each(['#1?step=1', '#1/rsa/retry/chacha20?seed=a%20seed&step=7', '#1?break=untrusted-ca&step=8'])(
    '%s opens elsewhere as the same handshake at the same step',
    async (hash) => {
      const page = await open(hash, { permissions: ['clipboard-read', 'clipboard-write'] });
      await button(page, words.header.copyLink).click();
      await page.getByText(words.header.copied).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(new URL(link).origin).toBe(new URL(page.url()).origin);
      const elsewhere = await open(new URL(link).hash);
      const here = await handshake(page);
      expect(await handshake(elsewhere)).toEqual(here);
      expect(here.bytes.length).toBeGreaterThanOrEqual(2);
      for (const layer of here.bytes) expect(layer).toMatch(/: [0-9a-f]{2}( [0-9a-f]{2}){3,}$/);
    },
  );

  it('holds what was switched and where the reader stands', async () => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await option(page, words.scenario.untrustedCa.title, words.scenario.yes).click();
    await button(page, words.playbar.back).click();
    const step = await stepOf(page);
    await button(page, words.header.copyLink).click();
    await page.getByText(words.header.copied).waitFor();
    const { hash } = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(hash).toContain('untrusted-ca');
    const elsewhere = await open(hash);
    expect(await stepOf(elsewhere)).toBe(step);
    expect(await told(elsewhere)).toEqual(await told(page));
  });

  it('stands in the address bar, too', async () => {
    const page = await open();
    await option(page, words.scenario.badSignature.title, words.scenario.yes).click();
    await expect.poll(() => new URL(page.url()).hash).toContain('bad-signature');
    const elsewhere = await open(new URL(page.url()).hash);
    expect(await told(elsewhere)).toEqual(await told(page));
  });

  it('is followed when it is put into the address bar of an open page', async () => {
    const page = await open();
    await page.evaluate(() => {
      location.hash = '#1/off?step=2';
    });
    await expect.poll(() => stepOf(page)).toBe(2);
    expect(await pictureText(page)).not.toContain('CertificateRequest');
  });
});

describe('a link that cannot be copied', () => {
  it.each([
    [
      'where the browser offers no clipboard',
      () => Reflect.defineProperty(navigator, 'clipboard', { value: undefined }),
    ],
    [
      'where it does not allow it',
      () => Reflect.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject() } }),
    ],
  ])('%s: says so', async (_, spoil) => {
    const page = await open('#1?step=2');
    await page.evaluate(spoil);
    await button(page, words.header.copyLink).click();
    await expect.poll(() => noticeOf(page).innerText()).toContain(words.header.notCopied);
  });
});

describe('a link with something strange beside what can be followed', () => {
  it('is followed, and says what was left out', async () => {
    const page = await open('#1?break=untrusted-ca&mood=first');
    await expect.poll(() => noticeOf(page).innerText()).toContain('mood=first');
    expect(await pictureText(page)).toContain('unknown_ca');
    await page.evaluate(() => {
      location.hash = '#1/off?mood=first&step=2';
    });
    await expect.poll(() => stepOf(page)).toBe(2);
    await expect.poll(() => noticeOf(page).innerText()).toContain('mood=first');
  });
});

describe('a link that says how to look', () => {
  const checked = (page: Page, title: string) =>
    page.getByRole('group', { name: title }).getByRole('radio', { checked: true }).inputValue();
  const chosen = async (page: Page) => ({
    lens: await checked(page, words.header.lens),
    unit: await checked(page, words.header.unit),
    tab: await page.getByRole('tab', { selected: true }).innerText(),
  });
  const inBytes = words.inspector.tabs.bytes;

  it('opens so, and says nothing of what it left out', async () => {
    const page = await open('#1?step=3&lens=wire&unit=records&captions=off&tab=bytes');
    expect(await chosen(page)).toEqual({ lens: 'wire', unit: 'records', tab: inBytes });
    expect(await stepOf(page)).toBe(3);
    expect(await pictureText(page)).not.toContain('EncryptedExtensions');
    expect(await noticeOf(page).innerText()).toBe('');
  });

  it('is followed in an open page, where what it doesn’t say stays', async () => {
    const page = await open('#1?tab=bytes');
    await page.evaluate(() => {
      location.hash = '#1/off?step=2&lens=client&mood=first&unit=letters';
    });
    await expect.poll(() => stepOf(page)).toBe(2);
    expect(await chosen(page)).toEqual({ lens: 'client', unit: 'messages', tab: inBytes });
    const notice = await noticeOf(page).innerText();
    expect(notice).toContain('“mood=first”, “unit=letters”, which this page doesn’t understand.');
    expect(notice).toContain('“unit” can be messages or records.');
  });
});

function flips(count: number): string {
  return Array.from({ length: count }, (_, index) => `flip@${index}`).join(',');
}

describe('a link of which a part cannot be followed', () => {
  it('is followed in the rest, and says beside the header what was left out, covering nothing', async () => {
    const page = await open('#1/rsa/off?break=gremlins,untrusted-ca&step=3');
    const notice = noticeOf(page);
    await expect.poll(() => notice.innerText()).toMatch(/no “gremlins”\. Here is the rest of what it says\./);
    expect(await option(page, words.scenario.clientAuthentication.title, 'off').isChecked()).toBe(true);
    expect(await option(page, words.scenario.untrustedCa.title, words.scenario.yes).isChecked()).toBe(true);
    expect(await stepOf(page)).toBe(3);
    const told = await notice.boundingBox();
    const others = page.locator(
      '.header h1, .header-tools, .header .summary, .lab-scenario, .lab-stage, .lab-inspector',
    );
    for (const other of await others.all()) {
      const box = await other.boundingBox();
      if (!told || !box) throw new Error('Something is not on the page.');
      expect(box.y + box.height <= told.y + 1 || box.y >= told.y + told.height - 1).toBe(true);
    }
  });
});

describe('a link that cannot be followed', () => {
  it.each([desk, phone])(
    'is told beside a button that dismisses it, however long its words are: %j',
    async (viewport) => {
      const page = await open(`#1/${'W'.repeat(400)}`, { viewport });
      const notice = noticeOf(page);
      const inside = async () => {
        const { x, width } = (await notice.getByRole('button').boundingBox()) ?? { x: -1, width: 0 };
        return x >= 0 && x + width <= viewport.width;
      };
      expect(await inside()).toBe(true);
      await page.evaluate(
        (link) => {
          location.hash = link;
        },
        `#1?${['W', 'M', 'Q', 'O'].map((letter) => letter.repeat(400)).join('&')}`,
      );
      await expect.poll(() => notice.innerText()).toContain('QQQQ');
      expect(await inside()).toBe(true);
      await button(page, words.header.dismiss).click();
      await expect.poll(() => notice.innerText()).toBe('');
    },
  );

  it.each([
    ['broken', '#rubbish', 'can’t be read'],
    ['broken in its encoding', '#1?seed=%E0%A4%A', 'can’t be read'],
    ['newer', '#2/asked', 'newer'],
    ['with an unknown mischief', '#1?break=eats-crayons', 'eats-crayons'],
    ['with an unknown choice', '#1/sideways', 'sideways'],
    ['beyond the last step', '#1?step=999', '999'],
    ['with far too much that goes wrong', `#1?break=${flips(15_000)}`, 'letters long'],
    ['with too much that goes wrong', `#1?break=${flips(33)}`, 'No more than 32'],
    ['with a number that is none', '#1?break=flip@1:offset=0.0000001', 'whole number'],
    ['with markup in it', '#1/<img src=x onerror=alert(1)>', 'doesn’t know'],
  ])('%s: a sentence and the default handshake', async (_, hash, sentence) => {
    const page = await open(hash);
    const notice = noticeOf(page);
    expect(await notice.innerText()).toContain(sentence);
    const standard = await open();
    expect(await told(page)).toEqual(await told(standard));
    await button(page, words.header.dismiss).click();
    await expect.poll(() => notice.innerText()).toBe('');
    const before = await told(standard);
    await standard.evaluate((link) => {
      location.hash = link;
    }, hash);
    await expect.poll(() => noticeOf(standard).innerText()).toContain(sentence);
    expect(await told(standard)).toEqual(before);
  });
});
