// A part of the page that can't be loaded: one sentence in its place and a button that fetches it anew; tabs, focus and choice stay as
// they are. Each script of the build that comes late is withheld in turn.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { packed } from '../../src/lesson/format/index.ts';
import { compareWords } from '../../src/words/compare/index.ts';
import { fileWords, menuWords } from '../../src/words/exports/index.ts';
import { workshopWords } from '../../src/words/lessons/index.ts';
import { makingWords as making } from '../../src/words/making/index.ts';
import { packingWords } from '../../src/words/platforms.ts';
import { proxiedWords } from '../../src/words/proxied/index.ts';
import {
  catalogueWords as catalogue,
  choiceWords,
  embeddingWords,
  printWords,
  questionWords,
  sweepWords as sweepText,
  viewWords,
  words,
} from '../../src/words/ui/index.ts';
import { nameOf, pages } from './pages.ts';
import { button, errorField, openHandshake, pictureText } from './reading.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const html = readFileSync(`${dist}index.html`, 'utf8');
const named = [...html.matchAll(/<script[^>]* src="\.\/assets\/([^"]+)"/g)].map(([, name]) => name);
const late = readdirSync(`${dist}assets`).filter((name) => name.endsWith('.js') && !named.includes(name));

/** Of these, what the page itself asks for. The others are asked for by threads, which end when one of them is missing. */
const ofPage = new Set(named);
for (const file of ofPage) {
  const imports = readFileSync(`${dist}assets/${file}`, 'utf8').matchAll(
    /(?:\bfrom|\bimport)\s*\(?["'`]\.\/([^"'`]+\.js)["'`]/g,
  );
  for (const [, name = ''] of imports) if (late.includes(name)) ofPage.add(name);
}

const blocked = new Set<string>();
/** What was withheld from somebody who then read the sentence. */
const withheld = new Set<string>();
const open = pages({}, blocked);
const { inspector } = words;

beforeEach(() => blocked.clear());

/** What a script is called in the build; of two with one name, the one that tells something has the quotes of print in it. */
function titleOf(file: string): string {
  const title = file.replace(/-.{8}\.js$/, '');
  return title === 'tls12' && readFileSync(`${dist}assets/${file}`, 'utf8').includes('’') ? 'tls12 told' : title;
}

/** The late scripts with these titles, and what they import without waiting. */
function withImports(titles: readonly string[]): ReadonlySet<string> {
  const found = new Set(late.filter((file) => titles.includes(titleOf(file))));
  for (const file of found) {
    const imports = readFileSync(`${dist}assets/${file}`, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g);
    for (const [, name = ''] of imports) if (late.includes(name)) found.add(name);
  }
  return found;
}

/** Withholds all that comes late, but for the scripts with these titles and what they import. */
function withhold(...given: readonly string[]): void {
  const through = withImports(given);
  for (const name of late) if (!through.has(name)) blocked.add(name);
}

/** What comes by itself as soon as somebody touches the page. */
const tellers = ['messages', 'tls12 told', 'locals', 'refusals', 'onlooker'];

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { tagName, textContent } = document.activeElement ?? {};
    return `${tagName} ${(document.activeElement as HTMLSelectElement).value || textContent}`;
  });

/** What stands on the paper while it is printed. */
const printed = (page: Page): Promise<string> =>
  page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const said = document.querySelector('.print-missing, .handout')?.textContent ?? '';
    dispatchEvent(new Event('afterprint'));
    return said;
  });

/** Every choice that the reader could have made, as it is shown, and whether there is one to take back. */
const choices = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [
    ...[...document.querySelectorAll('select')].map(({ value }) => value),
    ...[...document.querySelectorAll('[role="tab"]')].map((tab) => `${tab.textContent} ${tab.ariaSelected}`),
    ...[...document.querySelectorAll('.changes button')].map((each) => `${each.textContent} ${each.ariaDisabled}`),
  ]);

/**
 * Tries again and again while each script that is asked for comes through after it has been withheld once more.
 * @param place where the sentence stands @param part what comes in its place
 */
async function tryUntilThere(page: Page, place: Locator, part: Locator): Promise<void> {
  const again = place.getByRole('button', { name: words.missing.again, exact: true });
  for (let round = 0; ; round++) {
    expect(round).toBeLessThan(40);
    await again.waitFor();
    await again.focus();
    const asked: string[] = [];
    const note = (request: { url(): string }) => asked.push(nameOf(request.url()));
    page.on('requestfailed', note);
    const outcome = Promise.race([
      part.waitFor({ state: 'attached' }).then(() => 'there' as const),
      page.waitForEvent('requestfailed').then(
        () => 'missing' as const,
        () => 'there' as const,
      ),
    ]);
    await page.keyboard.press('Enter');
    if ((await outcome) === 'there') break;
    // All that fail with it do so at once.
    await page.waitForTimeout(100);
    page.off('requestfailed', note);
    // What has come may ask for more by itself, which is told elsewhere.
    if ((await again.count()) === 0) break;
    expect(await focused(page)).toContain(words.missing.again);
    for (const name of asked) withheld.add(name);
    blocked.delete(asked[0] ?? '');
  }
  await part.waitFor({ state: 'attached' });
  await again.waitFor({ state: 'detached' });
  expect(await focused(page)).not.toMatch(/^BODY/);
}

describe('a part that can’t be loaded', () => {
  it.each(['bytes', 'keys', 'certificates', 'state'] as const)('leaves the tabs where they are: %s', async (tab) => {
    const page = await open('#1?step=14');
    withhold();
    const name = inspector.tabs[tab];
    await page.getByRole('tab', { name }).click();
    const panel = page.getByRole('tabpanel', { name });
    await panel.getByText(words.missing.part).waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual(Object.values(inspector.tabs));
    expect(await focused(page)).toContain(name);
    await tryUntilThere(page, panel, panel.locator('h2, h3, [role="tree"]').first());
    expect(await focused(page)).toContain(name);
    await page.getByRole('tab', { name: inspector.tabs.explain }).click();
    await page.locator('.explain h2').waitFor();
  });

  it('is the list of what can go wrong', async () => {
    const page = await open();
    withhold();
    await page.locator('.all-failures').click();
    const place = page.locator('.went-wrong');
    await place.getByText(words.missing.part).waitFor();
    expect(await errorField(page).count()).toBe(1);
    await tryUntilThere(page, place, place.locator('summary', { hasText: catalogue.topics.certificate }));
  });

  it('is what can be chosen of the handshake', async () => {
    const page = await open();
    withhold();
    await openHandshake(page);
    const place = page.locator('.handshake');
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, place.getByRole('combobox', { name: choiceWords.version }));
    expect(await focused(page)).toContain(words.scenario.fold);
  });

  it('is what can be chosen in View', async () => {
    const page = await open();
    withhold();
    await button(page, words.header.view).click();
    const place = page.locator('.view-choices');
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, place.getByRole('combobox', { name: words.header.theme }));
    await page.keyboard.press('Escape');
    await place.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain(words.header.view);
  });

  it('is what can be taken along', async () => {
    const page = await open();
    // What stands behind the words of the header comes for both at once.
    withhold('view');
    await button(page, words.header.export).click();
    const place = page.locator('.view-choices');
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, place.getByRole('button', { name: menuWords.saveAs(fileWords.svg[0]) }));
    await page.keyboard.press('Escape');
    await place.waitFor({ state: 'detached' });
    expect(await focused(page)).toContain(words.header.export);
  });

  it('is what goes on paper: that says so, and has it at the next try', async () => {
    const page = await open();
    const missing = late.filter((name) => titleOf(name) === 'handout');
    for (const name of missing) blocked.add(name);
    const failing = page.waitForEvent('requestfailed');
    expect(await printed(page)).toBe(printWords.missing);
    await failing;
    await page.waitForTimeout(100);
    for (const name of missing) withheld.add(name);
    blocked.clear();
    await expect.poll(() => printed(page)).toContain(printWords.steps);
  });

  it('is what asks on paper: that says so, and has it at the next try', async () => {
    const page = await open();
    await expect.poll(() => printed(page)).toContain(printWords.steps);
    const missing = late.filter((name) => titleOf(name) === 'posing');
    for (const name of missing) blocked.add(name);
    await button(page, words.header.export).click();
    const failing = [page.waitForEvent('requestfailed'), page.waitForEvent('console')];
    await page.getByLabel(menuWords.withQuestions).check();
    await Promise.all(failing);
    for (const name of missing) withheld.add(name);
    const again = [page.waitForEvent('requestfailed'), page.waitForEvent('console')];
    expect(await printed(page)).toContain(printWords.missing);
    await Promise.all(again);
    blocked.clear();
    await expect.poll(() => printed(page)).toContain(questionWords.answers);
    expect(await printed(page)).not.toContain(printWords.missing);
  });

  it('is what makes frames for other pages', async () => {
    const page = await open();
    withhold('view', ...tellers);
    await button(page, words.header.view).click();
    await button(page, embeddingWords.open).click();
    const place = page.locator('.lab');
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, page.getByRole('dialog', { name: embeddingWords.title }));
  });

  it('is what asks what comes next', async () => {
    const page = await open();
    withhold('view');
    await button(page, words.header.view).click();
    await page.getByLabel(viewWords.predict).check();
    await page.keyboard.press('Escape');
    const place = page.locator('.lab-stage');
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, place.locator('.predict'));
  });

  it('is what makes packages for learning platforms', async () => {
    const lesson = `~${await packed('# A lesson\n\n## A part\n\n#1?step=1\n\nLook.\n')}`;
    const page = await open(`#1?lesson=${lesson}`);
    const place = page.locator('.lesson-packing');
    await place.locator('summary').waitFor();
    withhold();
    await place.locator('summary').click();
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, place.getByRole('button', { name: packingWords.save }));
  });

  it('is the list of keys', async () => {
    const page = await open();
    withhold();
    await button(page, words.header.keys).click();
    const sheet = page.getByRole('dialog', { name: words.header.keys });
    await sheet.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, sheet, sheet.locator('dl.keys'));
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await focused(page)).toContain(words.header.keys);
  });

  it('is what stands beside a run', async () => {
    const page = await open();
    withhold();
    await button(page, words.header.compare).click();
    const place = page.locator('.lab-stage');
    await place.getByText(words.missing.part).waitFor();
    expect(await pictureText(page)).toContain('ClientHello');
    await tryUntilThere(page, place, place.locator('.compare button').first());
    expect(await focused(page)).toContain(words.header.compare);
    await tryUntilThere(page, place, place.locator('.compare select'));
  });

  it('is what shows a run through a proxy', async () => {
    const page = await open();
    withhold('compare', 'Entries', ...tellers);
    await page.keyboard.press('c');
    await page.locator('.compare select').waitFor();
    await button(page, compareWords.proxy).click();
    const place = page.locator('.lab');
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, page.getByRole('dialog', { name: proxiedWords.title }));
  });

  it('is a lesson, and then where one is made', async () => {
    withhold('inspector', 'reading', ...tellers);
    const page = await open('#1?lesson=make');
    const place = page.locator('.lab-scenario');
    await tryUntilThere(page, place, place.locator('.lesson'));
    await tryUntilThere(page, place, place.getByRole('button', { name: workshopWords.add }));
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => pictureText(page)).toContain('ClientHello');
  });

  it('is what the machines ask inside a lesson', async () => {
    withhold('inspector', 'reading', 'lesson', ...tellers);
    const page = await open('#1?step=6&lesson=mutual-tls');
    const place = page.locator('.lesson');
    await tryUntilThere(page, place, place.locator('.lesson-question'));
  });

  it('is what the machines could ask in a lesson that somebody makes', async () => {
    const page = await open('#1?step=6&lesson=make');
    await page.getByRole('button', { name: workshopWords.add }).click();
    withhold();
    await page.getByLabel(workshopWords.part.question).selectOption('predict');
    const place = page.locator('.workshop-form');
    await tryUntilThere(page, place, place.getByLabel(workshopWords.part.kind));
  });

  it('is what makes certificates for practice', async () => {
    const page = await open();
    withhold();
    await button(page, words.scenario.practice).click();
    const place = page.locator('.lab-scenario');
    await place.getByText(words.missing.part).waitFor();
    const make = page.getByRole('dialog', { name: words.scenario.practice }).getByRole('button', { name: making.make });
    await tryUntilThere(page, place, make);
  });

  it('is the whole inspector', async () => {
    // The link itself can be read.
    withhold('reading');
    const page = await open('#1?step=14');
    const place = page.getByRole('complementary', { name: inspector.title });
    await place.getByText(words.missing.part).waitFor();
    expect(await pictureText(page)).toContain('ClientHello');
    await tryUntilThere(page, place, place.getByRole('tab').first());
    await page.getByRole('list', { name: words.stage.list }).waitFor({ state: 'attached' });
  });

  it.each([
    ['of a message', '#1?step=1', ['inspector', 'reading'], undefined],
    ['of a message in TLS 1.2', '#1/tls12?step=1', ['inspector', 'reading', 'tls12'], undefined],
    ['of a refusal', '#1?break=untrusted-ca', ['inspector', 'reading'], undefined],
    ['for an onlooker', '#1?step=1&lens=client', ['inspector', 'reading'], undefined],
    ['of a check', '#1', ['inspector', 'reading'], /^chain,/],
  ] as const)('is a chapter %s', async (_, hash, given, row) => {
    withhold(...given);
    const page = await open(hash);
    if (row) {
      const picture = page.getByRole('img', { name: words.stage.picture });
      await picture.locator('text').filter({ hasText: row }).first().click({ force: true });
    }
    const place = page.locator('.explain');
    await place.getByText(words.missing.part).waitFor();
    expect(await page.getByRole('tab').count()).toBe(5);
    expect(await place.getByRole('radio').count()).toBeGreaterThan(0);
    await tryUntilThere(page, place, place.locator('h2'));
    expect(await focused(page)).toContain(inspector.tabs.explain);
  });
});

describe('presenting', () => {
  it('begins when what it needs has come', async () => {
    const page = await open('#1?step=2');
    withhold(...tellers);
    await button(page, words.header.present).click();
    const place = page.locator('.lab');
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, page.locator('[data-present]'));
  });
});

describe('presenting a lesson', () => {
  it('goes on when what it needs has come', async () => {
    const page = await open('#1?step=4&lesson=mutual-tls');
    await page.locator('.lesson h3').waitFor();
    withhold('present', ...tellers);
    await button(page, words.header.present).click();
    const place = page.locator('.present-said');
    await place.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, place, place.locator('.present-part'));
  });
});

describe('a choice that needs a part which can’t be loaded', () => {
  it.each([
    [choiceWords.version, '1.2', ['tls12']],
    [choiceWords.keys, 'RSA', ['rsa']],
    [choiceWords.keys, 'Ed25519', ['ed25519']],
    [choiceWords.keys, 'P-384', ['p384', 'sha512']],
    [choiceWords.group, 'secp384r1', ['p384']],
    [choiceWords.suite, 'TLS_AES_256_GCM_SHA384', ['sha512']],
    [choiceWords.suite, 'TLS_CHACHA20_POLY1305_SHA256', ['chacha20']],
    [choiceWords.alpn, 'h2', ['http2']],
  ])('%s %s is not made, cannot be taken back, and is made at the next try', async (name, value, needed) => {
    const page = await open();
    await openHandshake(page);
    // What can go wrong comes to whoever points there, and is not what is withheld.
    await page.locator('.all-failures').hover();
    await expect.poll(() => page.locator('.all-failures').innerText()).toMatch(/\d/);
    withhold(...tellers);
    const select = page.getByRole('combobox', { name, exact: true });
    await select.focus();
    const before = await choices(page);
    await select.selectOption(value);
    const place = page.locator('.notice:not(:empty)');
    await place.getByText(words.missing.choice).waitFor();
    expect(await choices(page)).toEqual(before);
    expect(await select.evaluate((node) => node === document.activeElement)).toBe(true);
    const here = new Set(withheld);
    withheld.clear();
    await tryUntilThere(page, place, page.locator('.lab-scenario .notice:empty'));
    // And nothing is fetched that it doesn't need.
    const asked = [...withheld];
    expect(asked.map(titleOf)).toEqual(expect.arrayContaining(needed));
    expect([...withImports(needed)]).toEqual(expect.arrayContaining(asked));
    for (const file of here) withheld.add(file);
    expect(await select.inputValue()).toBe(value);
  });
});

describe('a link that needs a part which can’t be loaded', () => {
  it.each(['#1/off', '#1/tls12?step=2', '#1?break=client-expired'])('%s is followed at the next try', async (hash) => {
    withhold('inspector', ...tellers);
    const page = await open(hash);
    const place = page.locator('.notice:not(:empty)');
    await place.getByText(words.missing.link).waitFor();
    await page.keyboard.press('ArrowRight');
    await tryUntilThere(page, place, page.locator('.header .notice:empty'));
    await expect.poll(() => page.url()).toContain(hash);
  });

  it('tells at the next try why it can’t be followed', async () => {
    withhold('inspector', ...tellers);
    const page = await open('#1/h3');
    const place = page.locator('.notice');
    await place.getByText(words.missing.link).waitFor();
    await tryUntilThere(page, place, place.getByText('This link chooses “h3”'));
  });
});

describe('the sweep', () => {
  it.each(['#1', '#1/rsa', '#1/ed25519'])(
    'says that it could not be loaded, and starts when asked again: %s',
    async (hash) => {
      const page = await open(hash);
      await page.locator('.all-failures').click();
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(nameOf(request.url())));
      await button(page, sweepText.start).click();
      await page.locator('.sweep .entry').first().waitFor();
      await button(page, sweepText.cancel).click();
      const thread = withImports(['sweep-worker']);
      for (const name of late.filter((each) => thread.has(each) && asked.has(each) && !withheld.has(each))) {
        blocked.clear();
        blocked.add(name);
        const start = page.locator('.sweep button').first();
        await start.focus();
        await page.keyboard.press('Enter');
        await page.getByText(sweepText.failed).waitFor();
        expect(await focused(page)).toContain(sweepText.start);
        withheld.add(name);
      }
      blocked.clear();
      await page.locator('.sweep button').first().click();
      await page.locator('.sweep .entry').first().waitFor();
    },
  );
});

describe('the thread that makes certificates', () => {
  it('says that it could not be loaded, and makes them when asked again', async () => {
    const page = await open();
    await button(page, words.scenario.practice).click();
    const sheet = page.getByRole('dialog', { name: words.scenario.practice });
    const again = button(page, making.again);
    await button(page, making.make).waitFor();
    withhold();
    const failing = new Set<string>();
    page.on('requestfailed', (request) => failing.add(nameOf(request.url())));
    const kinds = ['P-256', 'P-384', 'P-521', 'RSA 2048', 'Ed25519'].map((keys) => [keys, making.make, making.keys]);
    for (const [keys = '', by = '', list = ''] of [...kinds, ['RSA', making.demo, making.demoKeys]]) {
      for (;;) {
        failing.clear();
        await sheet.getByRole('combobox', { name: list, exact: true }).selectOption(keys);
        await button(page, by).focus();
        const missed = page.waitForEvent('requestfailed').then(
          () => false,
          () => true,
        );
        const outcome = Promise.race([again.waitFor().then(() => true), missed]);
        await page.keyboard.press('Enter');
        if (await outcome) break;
        await sheet.getByText(making.failed).waitFor();
        expect(await focused(page)).toContain(by);
        for (const name of failing) withheld.add(name);
        blocked.delete([...failing][0] ?? '');
      }
      await again.click();
    }
  });
});

describe('certificates of the reader’s own', () => {
  const files = [
    'files/pem-two-leaves-two-keys.pem',
    'files/cert-ed25519.pem',
    'cases/p521-client/client.pem',
    'cases/p521-client/client.key',
  ].map((name) => fileURLToPath(new URL(`../corpus/${name}`, import.meta.url)));

  it('can be brought when their pane has come', async () => {
    const page = await open();
    withhold();
    await button(page, words.own.open).click();
    const column = page.locator('.lab-scenario');
    await column.getByText(words.missing.part).waitFor();
    await tryUntilThere(page, column, column.locator('.own h2'));
  });

  it('are opened at the next try, each that could not be', async () => {
    const page = await open();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(nameOf(request.url())));
    // What runs with them take is fetched as soon as there is the pane for it, and in vain nobody is told.
    const early = (name: string): boolean => ['own-cast', 'p521'].includes(titleOf(name));
    const begun = page.waitForRequest((request) => titleOf(nameOf(request.url())) === 'own-cast');
    await button(page, words.own.open).click();
    await page.locator('.own-bring').waitFor();
    await begun;
    for (const name of asked) if (!early(name)) asked.delete(name);
    await page.setInputFiles('.own input[type="file"]', files);
    await page.locator('.own-mark').waitFor();
    const ours = withImports(['open-worker', 'own-cast']);
    const missable = (name: string): boolean => ours.has(name) || (ofPage.has(name) && !withheld.has(name));
    for (const name of late.filter((each) => asked.has(each) && missable(each))) {
      const again = await open();
      if (early(name)) blocked.add(name);
      await button(again, words.own.open).click();
      await again.locator('.own-bring').waitFor();
      blocked.add(name);
      await again.setInputFiles('.own input[type="file"]', files);
      const missed = again.getByText(/could not be loaded/).first();
      const marked = again.locator('.own-mark');
      await missed.or(marked).first().waitFor();
      // What the page shows last is missed last; what comes by itself some time nobody misses.
      if (ofPage.has(name) && !withheld.has(name)) await missed.waitFor({ timeout: 3000 }).catch(() => undefined);
      if ((await missed.count()) > 0) withheld.add(name);
      await again.waitForTimeout(100);
      blocked.clear();
      const retry = again.getByRole('button', { name: words.missing.again, exact: true });
      while ((await retry.count()) > 0) {
        // It goes as soon as what it asks for has come, which another one may have asked for.
        await retry
          .first()
          .click({ timeout: 2000 })
          .catch(() => undefined);
        await again.waitForTimeout(300);
      }
      await again.locator('.own-mark').waitFor();
    }
  }, 400_000);
});

describe('the lines for programs', () => {
  it('are missing from an answer that stands without them', async () => {
    const page = await open();
    await button(page, words.own.open).click();
    await page.locator('.own-bring').waitFor();
    for (const name of late.filter((each) => titleOf(each) === 'settings')) blocked.add(name);
    const files = ['client.cer', 'client-key.der'].map((file) =>
      fileURLToPath(new URL(`../corpus/cases/bad-self-signed-client-unknown/${file}`, import.meta.url)),
    );
    await page.setInputFiles('.own input[type="file"]', files);
    const place = page.locator('.own-answer');
    await place.getByText(words.missing.part).waitFor();
    await place.locator('.own-trials button').first().waitFor();
    await tryUntilThere(page, place, place.locator('.own-lines pre').first());
  });
});

/**
 * What is done ahead of being asked for nobody misses, and no control leads to what can't be played; without what a link sets going, a reader
 * sets it going.
 */
const unmissed = ['ahead', 'unplayable', 'setup'];

afterAll(() => {
  const needed = late.filter((name) => ofPage.has(name) && !unmissed.includes(titleOf(name)));
  expect(needed.filter((name) => !withheld.has(name))).toEqual([]);
});
