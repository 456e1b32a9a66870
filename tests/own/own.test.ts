// Somebody's own certificates on the page: dropped, chosen or pasted, unlocked, put in their place, played with on another day, and forgotten.

import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.ts';
import { deriveBy } from '../../src/crypto/passwords/index.ts';
import { openFile } from '../../src/pki/containers/index.ts';
import { compareWords } from '../../src/words/compare/index.ts';
import { doorWords } from '../../src/words/explain/index.ts';
import { terms } from '../../src/words/glossary/index.ts';
import { answerPaneWords as answer, newsSentences, placeNames, ownWords as text } from '../../src/words/own/index.ts';
import { proxiedWords, wayWords } from '../../src/words/proxied/index.ts';
import { byteWords, words } from '../../src/words/ui/index.ts';
import { violations } from '../e2e/axe.ts';
import { desk, pages, phone, tablet } from '../e2e/pages.ts';
import { button, pictureText } from '../e2e/reading.ts';

const open = pages();
const PASSWORD = 'changeit';
const pathOf = (file: string) => fileURLToPath(new URL(`../corpus/files/${file}`, import.meta.url));
const bytesOf = (file: string) => new Uint8Array(readFileSync(pathOf(file)));

const headline = (page: Page) => page.locator('.own-answer h2');
const mark = (page: Page) => page.locator('.own-mark');
const roleOf = (page: Page, what: string) => page.getByRole('combobox', { name: text.place(what), exact: true });
const password = (page: Page) => page.getByLabel(text.passwordName);

/** Drops files on the picture, as from a desktop. */
async function drop(page: Page, ...files: readonly string[]): Promise<void> {
  const given = files.map((name) => ({ name, bytes: [...bytesOf(name)] }));
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, bytes } of all) data.items.add(new File([new Uint8Array(bytes)], name));
    return data;
  }, given);
  await page.dispatchEvent('.stage', 'dragover', { dataTransfer: transfer });
  expect(await page.locator('[data-dropping]').count()).toBe(1);
  await page.dispatchEvent('.stage', 'drop', { dataTransfer: transfer });
  expect(await page.locator('[data-dropping]').count()).toBe(0);
}

/** Opens the pane by its door and hands it files. */
async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  await button(page, words.own.open).click();
  await button(page, text.choose).waitFor();
  await page.setInputFiles('.own input[type="file"]', files.map(pathOf));
}

async function unlock(page: Page, typed: string): Promise<void> {
  await password(page).fill(typed);
  await password(page).press('Enter');
}

/** The private key in a file, as the hexadecimal digits of its number. */
async function keyIn(file: string): Promise<string> {
  const { items } = await openFile(bytesOf(file), { passwords: [PASSWORD], derive: deriveBy(webcrypto.subtle) });
  const [key] = items.flatMap((item) => (item.kind === 'private key' && item.key ? [item.key] : []));
  if (!key || !('d' in key) || typeof key.d === 'bigint') throw new Error('There is no EC key in it.');
  return toHex(key.d);
}

/** Where a key or a password can be found in a page: in the document, in what the browser keeps, in the history, in the live store. */
function whereFound(page: Page, secrets: readonly string[]): Promise<readonly string[]> {
  return page.evaluate((wanted) => {
    const found = new Set<string>();
    const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const look = (place: string, value: string): void => {
      for (const secret of wanted) if (value.includes(secret)) found.add(place);
    };
    look('document', document.documentElement.outerHTML);
    for (const field of document.querySelectorAll('input, textarea, select'))
      look('field', (field as HTMLInputElement).value);
    look('storage', JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    look('address', decodeURIComponent(location.href));
    look('history', JSON.stringify(history.state));
    const root = document.getElementById('lab') ?? document.body;
    const start = Object.entries(root).flatMap(([name, value]) => (name.startsWith('__react') ? [value] : []));
    const seen = new Set<unknown>();
    const queue: unknown[] = [...start];
    for (let value = queue.pop(); queue.length > 0 || value !== undefined; value = queue.pop()) {
      if (typeof value === 'string') look('memory', value);
      if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof Node) continue;
      seen.add(value);
      if (value instanceof Uint8Array) look('memory', hex(value));
      if (ArrayBuffer.isView(value)) continue;
      if (value instanceof Map) queue.push(...value.keys(), ...value.values());
      if (value instanceof Set) queue.push(...value);
      const { getState } = value as { getState?: () => unknown };
      if (typeof getState === 'function') queue.push(getState());
      for (const name of Object.keys(value)) {
        // Steps of an honest run are played by whoever looks.
        const inside = Object.getOwnPropertyDescriptor(value, name);
        if (inside && 'value' in inside && inside.value !== undefined) queue.push(inside.value);
      }
    }
    if (seen.size < 1000) found.add('nothing was searched');
    return [...found];
  }, secrets);
}

/** What is wrong with the page for somebody who can’t see it, and for who sees all of it. */
async function faults(page: Page): Promise<readonly string[]> {
  const sideways = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const tools = document.querySelector('.header-tools')?.getBoundingClientRect().right ?? 0;
    return Math.max(scrollWidth, Math.ceil(tools)) - clientWidth;
  });
  return [...(await violations(page)), ...(sideways > 0 ? [`goes beyond the edge by ${sideways}`] : [])];
}

describe('a file that is dropped', () => {
  it('opens with its password, plays, moves, meets another day, and is forgotten', async () => {
    const secrets = [await keyIn('p12-3des-ec.p12'), PASSWORD];
    const page = await open();
    await drop(page, 'p12-3des-ec.p12');
    await unlock(page, 'wrong');
    await page.getByText(text.refused).waitFor();
    expect(await mark(page).count()).toBe(0);
    await unlock(page, PASSWORD);
    await expect.poll(() => headline(page).innerText()).toMatch(/^It would work/);
    expect(await pictureText(page)).toContain('terminal-4');
    expect(await mark(page).innerText()).toContain(text.mark);
    expect(await whereFound(page, secrets)).toEqual(['memory']);

    await roleOf(page, 'root CN=Harbour Corpus Root').selectOption(placeNames.nowhere);
    await expect.poll(() => headline(page).innerText()).toMatch(/^The server would refuse this client/);
    await button(page, text.putBack).click();
    await expect.poll(() => headline(page).innerText()).toMatch(/^It would work/);

    await page.getByLabel(text.day).fill('2036-01-02');
    await expect.poll(() => headline(page).innerText()).toMatch(/^The server would refuse this client/);
    await expect.poll(() => page.locator('.own-answer').innerText()).toContain('certificate_expired');
    await expect.poll(() => page.url()).toMatch(/at=2036-01-02T.*&own$/);

    await mark(page).getByRole('button', { name: text.forget }).click();
    await mark(page).waitFor({ state: 'detached' });
    await expect.poll(() => pictureText(page)).toContain('client.example');
    await expect.poll(() => whereFound(page, secrets)).toEqual([]);
    for (const way of ['undo', 'back', 'back', 'forward'] as const) {
      if (way === 'undo') await page.keyboard.press('Control+z');
      else if (way === 'back') await page.goBack();
      else await page.goForward();
      await page.waitForTimeout(300);
      expect(await mark(page).count()).toBe(0);
      expect(await whereFound(page, secrets)).toEqual([]);
    }
    expect(
      await page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('blob:')).length,
      ),
    ).toBe(0);
  });

  it.each([
    ['both runs of a comparison', false],
    ['the run beside', true],
  ])('is forgotten in %s', async (_, besideOnly) => {
    const secrets = [await keyIn('p12-3des-ec.p12'), PASSWORD];
    const page = await open();
    await drop(page, 'p12-3des-ec.p12');
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    await button(page, words.header.compare).click();
    await button(page, besideOnly ? compareWords.preset.before : compareWords.otherVersion('1.2')).click();
    await page.getByRole('heading', { name: compareWords.differs }).waitFor();
    if (besideOnly) await button(page, compareWords.swap).click();
    const beside = page.locator('.stage.beside');
    await expect
      .poll(() => beside.locator('svg').allTextContents())
      .toContainEqual(expect.stringContaining('terminal-4'));
    await expect
      .poll(async () => (await page.locator('.stage:not(.beside) svg').allTextContents()).join(' '))
      .toContain(besideOnly ? 'client.example' : 'terminal-4');
    expect(await whereFound(page, secrets)).toEqual(['memory']);

    if (besideOnly) await button(page, text.forgetAll).click();
    else await mark(page).getByRole('button', { name: text.forget }).click();
    await beside.waitFor({ state: 'detached' });
    await expect.poll(() => pictureText(page)).toContain('client.example');
    await expect.poll(() => whereFound(page, secrets)).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => pictureText(page)).toContain('client.example');
    expect(await mark(page).count()).toBe(0);
    expect(await beside.count()).toBe(0);
    expect(await whereFound(page, secrets)).toEqual([]);
  });

  it('goes through a proxy, in front, as far as it can be used, and is forgotten there too', async () => {
    const secrets = [await keyIn('p12-3des-ec.p12'), PASSWORD];
    const page = await open();
    await drop(page, 'p12-3des-ec.p12');
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    const sheet = page.getByRole('dialog', { name: proxiedWords.title });
    const through = async () => {
      await button(page, words.header.compare).click();
      await button(page, compareWords.proxy).click();
      await sheet.locator('.proxied-bar').waitFor();
    };
    const drawn = async () => (await sheet.locator('.proxied-stage svg text').allTextContents()).join(' ');
    await through();
    await sheet.getByText(proxiedWords.own.both).waitFor();
    expect(await drawn()).toContain('terminal-4');
    await sheet.getByRole('radio', { name: wayWords.rejected.title }).check();
    await sheet.getByText(proxiedWords.own.proxy).waitFor();
    await sheet.getByRole('radio', { name: wayWords.header.title }).check();
    await sheet.getByText(proxiedWords.own.both).waitFor();
    await expect
      .poll(() => sheet.locator('pre').allTextContents())
      .toContainEqual(expect.stringContaining('terminal-4'));
    expect(await whereFound(page, secrets)).toEqual(['memory']);
    await sheet.getByRole('button', { name: proxiedWords.close, exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await mark(page).getByRole('button', { name: text.forget }).click();
    await mark(page).waitFor({ state: 'detached' });
    await expect.poll(() => whereFound(page, secrets)).toEqual([]);
    await button(page, compareWords.proxy).click();
    await sheet.locator('.proxied-bar').waitFor();
    expect(await drawn()).toContain('client.example');
    expect(await sheet.locator('.proxied-told').innerText()).not.toContain(proxiedWords.own.both);
    expect(await whereFound(page, secrets)).toEqual([]);
  });

  it('shows its run in every tab, and copies its certificate without the warning of the demo’s', async () => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await drop(page, 'p12-3des-ec.p12');
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    await page.getByRole('tab', { name: words.inspector.tabs.certificates }).click();
    const panel = page.getByRole('tabpanel');
    await expect.poll(() => panel.innerText()).toContain('terminal-4');
    await expect.poll(() => panel.innerText()).toContain('Harbour Corpus Root');
    await page.locator('.stage').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: words.inspector.tabs.bytes }).click();
    await page.getByRole('tree').waitFor();
    for (const name of [words.inspector.tabs.keys, words.inspector.tabs.state]) {
      await page.getByRole('tab', { name }).click();
      await panel.locator('h2, h3').first().waitFor();
    }
  });
});

describe('a link that is made meanwhile', () => {
  it('leads to the demo, and says so', async () => {
    const page = await open();
    await drop(page, 'p12-3des-ec.p12');
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    await expect.poll(() => page.url()).toContain('own');
    const there = new URL(page.url()).hash;
    expect(there).not.toMatch(/name=|terminal/);
    const other = await open(there);
    await expect.poll(() => other.locator('.header .notice').innerText()).toContain('own certificates');
    expect(await pictureText(other)).toContain('client.example');
    expect(await other.locator('.own-mark').count()).toBe(0);
    await other.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(other.url()).hash).toBe(`${there.replace('&own', '')}&step=1`);
  });
});

describe('what is brought', () => {
  it('is told where it can’t be used, once where it comes twice, and not read where it is too large', async () => {
    const page = await open();
    await choose(page, 'png-image.cer', 'cert-eku-client.pem');
    await page.getByText('This is a picture, not a certificate.').waitFor();
    await page.setInputFiles('.own input[type="file"]', [pathOf('cert-eku-client.pem')]);
    await page.getByText(newsSentences.twice('cert-eku-client.pem')).waitFor();
    const huge = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(11 * 1024 * 1024)], 'huge.pem'));
      return data;
    });
    await page.dispatchEvent('.stage', 'drop', { dataTransfer: huge });
    await page.getByText('The file is larger than 10 MB').waitFor();
    expect(await page.locator('.own-file').count()).toBe(3);
    await button(page, text.about(text.remove, 'huge.pem')).click();
    expect(await page.locator('.own-file').count()).toBe(2);
  });

  it('without a key is judged in full, and then says that somebody would have to sign', async () => {
    const page = await open();
    await choose(page, 'cert-eku-client.pem');
    await mark(page).waitFor();
    await expect.poll(() => headline(page).innerText()).toMatch(/refuse|key is not at hand/);
  });

  it('gives way to a link and comes back when it is used again', async () => {
    const page = await open();
    await choose(page, 'p12-3des-ec.p12');
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    await page.evaluate(() => {
      location.hash = '#1/asked';
    });
    await mark(page).waitFor({ state: 'detached' });
    await page.getByText(text.notInUse).waitFor();
    await button(page, text.use).click();
    await mark(page).waitFor();
  });
});

describe('the bytes of what is brought', () => {
  it('are those of the .p12, its bags and everything in it, down to a private key whose secret is not there', async () => {
    const secret = await keyIn('p12-3des-ec.p12');
    const page = await open();
    await choose(page, 'p12-3des-ec.p12');
    await password(page).waitFor();
    await button(page, text.about(text.bytes, 'p12-3des-ec.p12')).click();
    const tree = page.getByRole('tree');
    await expect.poll(() => tree.innerText()).toContain('authSafe');
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    await button(page, text.about(text.bytes, 'p12-3des-ec.p12')).click();
    const things = page.getByRole('combobox', { name: text.bytesOf });
    const told = await things.locator('option').allInnerTexts();
    expect(told.map((line) => line.replace(/:.*/, ''))).toEqual([
      'p12-3des-ec.p12, as it is',
      'what the password opened',
      'certificate',
      'certificate',
      'certificate',
      'private key',
    ]);
    await things.selectOption({ index: 1 });
    await expect.poll(() => tree.innerText()).toContain('certBag');
    await things.selectOption({ index: 2 });
    await expect.poll(() => tree.innerText()).toContain('tbsCertificate');
    await things.selectOption({ label: told.at(-1) ?? '' });
    await expect.poll(() => tree.innerText()).toContain('privateKeyAlgorithm');
    expect(await page.locator('.layer-note').innerText()).toContain('zeros stand in its place');
    const hex = (await page.locator('.inspector').innerText()).replaceAll(/[^0-9a-f]/g, '');
    expect(hex).not.toContain(secret.slice(0, 32));
    expect(await faults(page)).toEqual([]);
    await page.locator('.stage').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('navigation', { name: byteWords.layers }).waitFor();
    expect(await things.count()).toBe(0);
  });
});

/** A client that issued its certificate itself, with its key. */
const selfSigned = ['client.cer', 'client-key.der'].map((file) =>
  fileURLToPath(new URL(`../corpus/cases/bad-self-signed-client-unknown/${file}`, import.meta.url)),
);

async function chooseSelfSigned(page: Page): Promise<void> {
  await button(page, words.own.open).click();
  await button(page, text.choose).waitFor();
  await page.setInputFiles('.own input[type="file"]', selfSigned);
  await expect.poll(() => headline(page).innerText()).toMatch(/^The server would refuse this client/);
}

describe('a locked file', () => {
  it('has its password asked for where the reader is, and keeps what was open apart from what was not', async () => {
    const page = await open();
    await choose(page, 'p12-3des-ec.p12');
    await password(page).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByText(text.refused).waitFor();
    expect(await page.getByText(text.stays).count()).toBe(0);
  });

  it('leaves a reader alone who has moved on', async () => {
    const page = await open();
    await button(page, words.own.open).click();
    await button(page, text.choose).waitFor();
    await button(page, words.header.copyLink).focus();
    await page.setInputFiles('.own input[type="file"]', [pathOf('p12-3des-ec.p12')]);
    await password(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).not.toBe('password');
  });
});

describe('the answer', () => {
  it('marks its words, and explains them in place', async () => {
    const page = await open();
    await choose(page, 'p12-3des-ec.p12');
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    await roleOf(page, 'root CN=Harbour Corpus Root').selectOption(placeNames.nowhere);
    await expect.poll(() => headline(page).innerText()).toMatch(/^The server would refuse this client/);
    const word = page.locator('.own-answer .term').first();
    await word.hover();
    const name = await word.getAttribute('data-term');
    await expect
      .poll(() => page.locator('.own-answer .explanation').textContent())
      .toContain(terms.find((term) => term.name === name)?.text ?? '-');
  });
});

describe('what would help', () => {
  const tries = (page: Page) => page.locator('.own-trials button');

  it('is tried with the mouse, seen in the pane, and taken back', async () => {
    const page = await open();
    await choose(page, 'p12-3des-ec.p12');
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    const root = roleOf(page, 'root CN=Harbour Corpus Root');
    await root.selectOption(placeNames.nowhere);
    await tries(page).first().click();
    await expect.poll(() => headline(page).innerText()).toMatch(/^It would work/);
    expect(await root.inputValue()).toBe('server trusts');
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button(page, answer.download(name)).click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      return new Uint8Array(readFileSync(await download.path()));
    };
    const derive = deriveBy(webcrypto.subtle);
    for (const name of ['server-trusts.pem', 'server-trusts.p12']) {
      const { items } = await openFile(await saved(name), { passwords: [PASSWORD], derive });
      const subjects = items.map((item) => item.kind === 'certificate' && item.certificate?.subject.commonName);
      expect(subjects).toEqual(['Harbour Corpus Root']);
    }
    await button(page, answer.takeBack).click();
    await expect.poll(() => headline(page).innerText()).toMatch(/^The server would refuse this client/);
    expect(await root.inputValue()).toBe('nowhere');
  });

  it('is tried by keyboard for a certificate that issued itself, which is shown and trusted then', async () => {
    const page = await open();
    await chooseSelfSigned(page);
    await expect
      .poll(() => page.locator('.own-answer').innerText())
      .toContain('not issued by a CA that the server names');
    await tries(page).first().waitFor();
    await page.getByRole('tab', { name: words.inspector.tabs.explain }).focus();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let presses = 0; presses < 20 && !(await focused()).startsWith(answer.try); presses++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => headline(page).innerText()).toMatch(/^It would work/);
    const what = 'self-signed certificate of CN=self-made-reader';
    expect(await roleOf(page, what).inputValue()).toBe('client shows');
    const also = page.getByRole('combobox', { name: text.also(what), exact: true });
    expect(await also.first().inputValue()).toBe('server trusts');
    await expect.poll(focused).toBe(answer.takeBack);
    await page.keyboard.press('Enter');
    await expect.poll(() => headline(page).innerText()).toMatch(/^The server would refuse this client/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');

    await also.selectOption(placeNames['server trusts']);
    await expect.poll(() => headline(page).innerText()).toMatch(/^It would work/);
    await roleOf(page, what).selectOption(placeNames['server trusts']);
    await expect.poll(() => headline(page).innerText()).toMatch(/^The server would refuse this client/);
    expect(await page.locator('.own').innerText()).toContain('The client has no certificate to show');
  });
});

describe('the lines for a program', () => {
  it('stand below what to change, for nginx at first and for Java when it is chosen, and can be copied', async () => {
    const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await chooseSelfSigned(page);
    const lines = page.locator('.own-lines');
    const program = page.getByRole('combobox', { name: answer.program('server') });
    await expect.poll(() => lines.locator('pre').innerText()).toContain('ssl_client_certificate');
    await program.selectOption({ label: 'Java' });
    const java = await lines.locator('pre').first().innerText();
    expect(java).toContain('keytool');
    await lines.getByRole('button').first().click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(java);
    const source = lines.getByRole('link').first();
    expect(await source.getAttribute('rel')).toContain('noreferrer');
    expect(await source.getAttribute('href')).toMatch(/^https:\/\/docs\.oracle\.com\//);
  });
});

describe('by keyboard alone', () => {
  it('text is pasted, moved, played and forgotten', async () => {
    const page = await open();
    const reach = async (name: string | RegExp, key = 'Tab') => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press(key);
        const told = await page.evaluate(() => {
          const { activeElement: at } = document;
          return (
            at?.getAttribute('aria-label') ??
            (at as HTMLInputElement | null)?.labels?.[0]?.textContent ??
            at?.textContent ??
            ''
          );
        });
        if (typeof name === 'string' ? told === name : name.test(told)) return;
      }
      throw new Error(`${name} can’t be reached.`);
    };
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await reach(words.own.open);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe(text.choose);
    await reach(text.paste);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(readFileSync(pathOf('pem-two-leaves-two-keys.pem'), 'utf8'));
    await reach(text.read);
    await page.keyboard.press('Enter');
    await mark(page).waitFor();
    await reach(/^Where it belongs: certificate of/);
    const before = await page.evaluate(() => (document.activeElement as HTMLSelectElement).value);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLSelectElement).value)).not.toBe(before);
    await reach(text.forgetAll);
    await page.keyboard.press('Enter');
    await mark(page).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.own-file').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
  });

  it('the door of the introduction leads there', async () => {
    const page = await open();
    await page.getByRole('button', { name: doorWords.own.title }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(text.choose);
    await button(page, text.back).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(words.own.open);
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each([
    ['a desk', desk],
    ['a tablet', tablet],
    ['a phone', phone],
  ])('on %s axe finds nothing in any state', async (_, viewport) => {
    const page = await open('', { viewport, colorScheme });
    if (viewport === phone) await button(page, words.scenario.open).click();
    await button(page, words.own.open).click();
    await button(page, text.choose).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.setInputFiles('.own input[type="file"]', ['p12-3des-ec.p12', 'png-image.cer', 'crl.pem'].map(pathOf));
    await unlock(page, 'wrong');
    await page.getByText(text.refused).waitFor();
    expect(await faults(page)).toEqual([]);
    await unlock(page, PASSWORD);
    await mark(page).waitFor();
    expect(await faults(page)).toEqual([]);
    await roleOf(page, 'root CN=Harbour Corpus Root').selectOption(placeNames.nowhere);
    if (viewport === tablet) await page.locator('[data-opens="inspector"]').click();
    if (viewport === phone) await button(page, words.inspector.open).click();
    await expect.poll(() => headline(page).innerText()).toMatch(/^The server would refuse this client/);
    expect(await faults(page)).toEqual([]);
  });
});
