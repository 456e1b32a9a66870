// The stage: whose eyes one looks through, what an arrow is, what lies on each tab, and taking changes of the scenario back.

import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { certificateLabels } from '../../src/story/certificates/index.ts';
import { byteWords, words } from '../../src/words/ui/index.ts';
import { violations } from '../e2e/axe.ts';
import { desk, pages, phone, tablet } from '../e2e/pages.ts';
import { answers, button, chooseTheme, errorField, option, pictureText, toEnd, told } from '../e2e/reading.ts';

const open = pages();
const { header, inspector, scenario } = words;
const hall = { width: 1280, height: 720 };

const pick = (page: Page, name: string, value: string) =>
  page.getByRole('combobox', { name, exact: true }).selectOption(value);

const through = (page: Page, lens: keyof typeof header.lenses) =>
  option(page, header.lens, header.lenses[lens]).check();

async function openTab(page: Page, tab: keyof typeof inspector.tabs): Promise<void> {
  await page.getByRole('tab', { name: inspector.tabs[tab] }).click();
  await page.getByRole('tabpanel', { name: inspector.tabs[tab] }).locator('h2, h3, [role="tree"]').first().waitFor();
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The tab key never came there.');
}

describe('the lens', () => {
  it('shows on the wire what an eavesdropper has, and nothing else', async () => {
    const page = await open();
    await toEnd(page);
    await through(page, 'wire');
    await expect.poll(() => pictureText(page)).toContain('application_data');
    const picture = await pictureText(page);
    expect(picture).toContain('ClientHello');
    expect(picture).toContain('ServerHello');
    const secrets = [
      'Certificate',
      'EncryptedExtensions',
      'Finished',
      'client.example',
      'connected',
      'application keys',
    ];
    for (const secret of secrets) expect(picture).not.toContain(secret);
    const where = page.locator('.playbar-where');
    await expect.poll(() => where.innerText()).toContain('application_data (record 14, 24 bytes)');
    const story = async () => (await told(page)).join('\n');
    await expect.poll(story).toContain('The server sends application_data (record 14, 24 bytes).');
    const heard = await story();
    for (const secret of secrets) expect(heard).not.toContain(secret);
    expect(picture).toMatch(/\d+ bytes/);
    await expect
      .poll(() => page.getByRole('tabpanel').innerText())
      .toContain('On the wire this is application_data (record 14, 24 bytes)');
    await page.getByRole('tab', { name: inspector.tabs.bytes }).click();
    await page.getByRole('tree').waitFor();
    const layers = page.getByRole('navigation', { name: byteWords.layers }).getByRole('button');
    expect(await layers.allTextContents()).toEqual([expect.stringMatching(/^Record/)]);
  });

  it('lets the wire read the certificates of TLS 1.2', async () => {
    const page = await open('#1/tls12');
    await toEnd(page);
    await through(page, 'wire');
    await expect.poll(() => pictureText(page)).toContain('ClientKeyExchange');
    expect(await pictureText(page)).toContain('Certificate');
  });

  it('shows one side what that side knows, and not what the other does by itself', async () => {
    const page = await open();
    await toEnd(page);
    await through(page, 'client');
    await expect.poll(() => pictureText(page)).not.toContain('knows client.example');
    expect(await pictureText(page)).toContain('knows api.example');
    await through(page, 'server');
    await expect.poll(() => pictureText(page)).toContain('knows client.example');
    expect(await pictureText(page)).not.toContain('knows api.example');
  });
});

describe('the arrows', () => {
  it('are messages or the records that carry them', async () => {
    const page = await open('#1/coalesced');
    await toEnd(page);
    expect(await pictureText(page)).not.toContain('record 3');
    await option(page, header.unit, header.units.records).check();
    await expect.poll(() => pictureText(page)).toContain('Certificate + CertificateVerify + Finished');
    expect(await pictureText(page)).toMatch(/record 3, [\d,]+ bytes/);
  });
});

describe('how one looks', () => {
  it('is chosen above the picture, in words that are all to be seen', async () => {
    const page = await open('', { viewport: tablet });
    const picture = await page.getByRole('img', { name: words.stage.picture }).boundingBox();
    for (const [title, options] of [
      [header.lens, header.lenses],
      [header.unit, header.units],
    ] as const) {
      const group = page.getByRole('group', { name: title });
      expect(await group.getByRole('radio').count()).toBe(Object.keys(options).length);
      const box = await group.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(picture?.y ?? 0);
    }
    await through(page, 'wire');
    expect(await page.getByRole('group', { name: header.unit }).getByRole('radio').count()).toBe(1);
  });

  it('is chosen behind a word in the header, where the picture needs the height', async () => {
    const page = await open('', { viewport: phone });
    await button(page, header.view).click();
    await pick(page, header.lens, 'wire');
    await expect.poll(() => pictureText(page)).toContain('application_data');
  });

  it('leaves the whole default handshake in sight on a desk', async () => {
    const page = await open();
    const room = page.locator('.stage');
    expect(await room.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  });
});

describe('axe', () => {
  it('finds nothing through any lens', async () => {
    const page = await open('#1?break=client-expired');
    for (const lens of Object.keys(header.lenses) as (keyof typeof header.lenses)[]) {
      await through(page, lens);
      expect(await violations(page, 'main')).toEqual([]);
    }
  });

  it.each([
    ['light', desk],
    ['dark', desk],
    ['projector', hall],
    ['light', phone],
  ] as const)('finds nothing on any tab in the %s theme, at %j px', async (theme, viewport) => {
    const page = await open('#1?break=client-expired', { viewport });
    await chooseTheme(page, theme);
    if (viewport !== desk) await button(page, inspector.open).click();
    for (const tab of Object.keys(inspector.tabs) as (keyof typeof inspector.tabs)[]) {
      await openTab(page, tab);
      expect(await violations(page, '.inspector')).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
    }
  });
});

describe('the tabs', () => {
  it('keys tell who has a value, and how OpenSSL computes it', async () => {
    const page = await open();
    await toEnd(page);
    await openTab(page, 'keys');
    const panel = page.getByRole('tabpanel');
    await panel.getByRole('button', { name: /^handshake_secret/ }).click();
    await expect.poll(() => panel.innerText()).toContain('openssl kdf');
    expect(await panel.innerText()).toContain('client_handshake_traffic_secret');
  });

  it('certificates tell which check failed, and why', async () => {
    const page = await open('#1?break=client-expired');
    await openTab(page, 'certificates');
    const panel = page.getByRole('tabpanel');
    await expect.poll(() => panel.innerText()).toContain('The server refuses it because of client.example.');
    expect(await panel.innerText()).toContain('it has expired');
  });

  it('certificates warn of each that can be copied, here and in what is copied', async () => {
    const page = await open('#1?step=14', { permissions: ['clipboard-read', 'clipboard-write'] });
    await openTab(page, 'certificates');
    const panel = page.getByRole('tabpanel');
    const copies = panel.getByRole('button', { name: certificateLabels.pem });
    const warnings = panel.getByText(certificateLabels.warning);
    await expect.poll(() => copies.count()).toBeGreaterThan(6);
    expect(await warnings.count()).toBe(await copies.count());
    await copies.last().click();
    await panel.getByText(certificateLabels.copied).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^# .*never trust.*\n-----BEGIN CERTIFICATE-----\n/);
    await panel.getByRole('button', { name: certificateLabels.bytes }).first().click();
    const bytes = page.getByRole('tabpanel', { name: inspector.tabs.bytes });
    await bytes.getByRole('button', { name: /as PEM/ }).waitFor();
    expect(await bytes.getByText(certificateLabels.warning).count()).toBe(1);
  });

  it('state tells where each side stands', async () => {
    const page = await open('#1/tls12?step=9');
    await openTab(page, 'state');
    const panel = page.getByRole('tabpanel');
    await expect.poll(() => panel.innerText()).toContain('WAIT_CCS');
    expect(await panel.locator('[aria-current="step"]').count()).toBe(2);
  });
});

describe('changes of the scenario', () => {
  it('are taken back and done again, by button and by key, and the address follows', async () => {
    const page = await open();
    await option(page, scenario.clientAuthentication.title, scenario.clientAuthentication.options.off).click();
    await expect.poll(() => page.url()).toContain('#1/off');
    await button(page, scenario.undo).click();
    await expect.poll(() => page.url()).not.toContain('off');
    await button(page, scenario.redo).click();
    await expect.poll(() => page.url()).toContain('#1/off');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.url()).not.toContain('off');
    await page.keyboard.press('Control+y');
    await expect.poll(() => page.url()).toContain('#1/off');
    await button(page, scenario.reset).click();
    await expect.poll(() => page.url()).not.toContain('off');
  });
});

describe('the projector theme', () => {
  it('has no label smaller than 20 px at 1280 × 720, and keeps the current step in sight', async () => {
    const page = await open('#1?step=8', { viewport: hall });
    await chooseTheme(page, 'projector');
    await page.locator('.lab.lecture').waitFor();
    const smallest = await page.getByRole('img', { name: words.stage.picture }).evaluate((picture) => {
      const svg = picture.querySelector('svg');
      const zoom = (svg?.getBoundingClientRect().width ?? 0) / Number(svg?.getAttribute('width'));
      const sizes = [...picture.querySelectorAll('text')].map((text) =>
        Number.parseFloat(getComputedStyle(text).fontSize),
      );
      return { zoom, size: Math.min(...sizes) };
    });
    expect(smallest.zoom * smallest.size).toBeGreaterThanOrEqual(20);
    const bottom = await page.locator('.stage').evaluate((room) => room.getBoundingClientRect().bottom);
    const message = page.getByRole('img', { name: words.stage.picture }).getByText('says: I am client.example');
    await expect
      .poll(async () => (await message.boundingBox().then((box) => box && box.y + box.height)) ?? Infinity)
      .toBeLessThan(bottom);
  });

  it.each([1024, 1280])('cuts no tool of the header off, %i px wide', async (width) => {
    const page = await open('#1?break=untrusted-ca', { viewport: { width, height: 768 } });
    await chooseTheme(page, 'projector');
    await page.locator('.lab.lecture').waitFor();
    const tools = await page
      .locator('.header-tools > *')
      .evaluateAll((all) =>
        all.map((tool) => tool.getBoundingClientRect()).map(({ left, right }) => ({ left, right })),
      );
    expect(tools.length).toBeGreaterThan(2);
    for (const { left, right } of tools) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
  });
});

describe('the heads', () => {
  // A phone on which the picture does not fit whole.
  it.each([{ width: 390, height: 560 }, hall])('stay in sight while the picture scrolls, at %o', async (viewport) => {
    const page = await open('#1?break=untrusted-ca', { viewport });
    if (viewport === hall) await chooseTheme(page, 'projector');
    const room = page.locator('.stage');
    await expect.poll(() => room.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    const head = page.getByRole('img', { name: words.stage.picture }).getByText('refused the client');
    const [top, box] = await Promise.all([room.boundingBox(), head.boundingBox()]);
    expect(box?.y).toBeGreaterThanOrEqual(top?.y ?? Number.NaN);
    const covered = await head.evaluate((text) => {
      const { x, y, width, height } = text.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.picture-heads') === null;
    });
    expect(covered).toBe(false);
  });
});

describe('with the keyboard alone', () => {
  it('one gets from the start to a diagnosed failure', async () => {
    const page = await open();
    await tabTo(page, errorField(page));
    await page.keyboard.type('tlsv13 alert certificate required');
    await answers(page).first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => pictureText(page)).toContain('alert: certificate_required (116)');
    await expect.poll(() => page.getByRole('tabpanel').innerText()).toContain('certificate_required');
  });
});

describe('where room is scarce', () => {
  it('the heads scroll away with the rest, rather than cover it', async () => {
    const page = await open('#1', { viewport: { width: 568, height: 240 } });
    expect(await page.locator('.stage.pinned').count()).toBe(0);
  });

  it('steps can be taken while the explanation lies over the picture', async () => {
    const page = await open('#1?step=6', { viewport: phone });
    await button(page, inspector.open).click();
    const heading = page.getByRole('tabpanel').getByRole('heading', { level: 2 });
    const before = await heading.innerText();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => heading.innerText()).not.toBe(before);
  });

  it('Esc closes the drawer, and the focus is where it was opened', async () => {
    const page = await open('#1?step=14', { viewport: { width: 1024, height: 768 } });
    await button(page, inspector.open).click();
    await page.getByRole('tab', { name: inspector.tabs.explain }).focus();
    await page.keyboard.press('Escape');
    await page.getByRole('tabpanel').waitFor({ state: 'detached' });
    expect(await button(page, inspector.open).evaluate((node) => node === document.activeElement)).toBe(true);
  });
});
