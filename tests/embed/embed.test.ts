// The lab in frames of other pages, which lend it neither their origin nor a header.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { packed } from '../../src/lesson/format/index.ts';
import { lessonWords } from '../../src/words/lessons/index.ts';
import { embedWords, words } from '../../src/words/ui/index.ts';
import { guests, heard, placeIn } from './guests.ts';

const { open, asked } = guests();
const { playbar } = words;

const frame = (hash: string, attributes = 'width="640" height="420"') =>
  `<iframe title="A handshake" src="/lab/embed.html${hash}" ${attributes}></iframe>`;

/** Presses a key where the focus is, in a frame or not. */
const press = (page: Page, key: string) => page.keyboard.press(key);

interface State {
  readonly state: { readonly step: number; readonly steps: number; readonly link: string };
}

describe('a page with three frames', () => {
  it('shows in each what its link says, and they don’t disturb each other', async () => {
    const page = await open({
      body: [frame('#1?break=untrusted-ca'), frame('#1/rsa?step=3&theme=dark'), frame('#1?step=5&show=sentence')].join(
        '',
      ),
    });
    const [first, second, third] = [0, 1, 2].map((at) => page.frameLocator('iframe').nth(at));
    if (!first || !second || !third) throw new Error('There are three.');
    await expect.poll(() => placeIn(first).innerText()).toBe('12 of 12');
    await expect.poll(() => placeIn(second).innerText()).toBe('3 of 14');
    await second.getByRole('button', { name: playbar.forward }).click();
    await expect.poll(() => placeIn(second).innerText()).toBe('4 of 14');
    expect(await placeIn(first).innerText()).toBe('12 of 12');
    await third.locator('.embed-sentence').scrollIntoViewIfNeeded();
    await expect.poll(() => third.locator('.embed-sentence').innerText()).not.toBe('');
    expect(await third.locator('.playbar').count()).toBe(0);
    const themes = await Promise.all([first, second].map((each) => each.locator('html').getAttribute('data-theme')));
    expect(themes).toEqual(['light', 'dark']);
  });

  it('fetches what they are made of once, and nothing besides', async () => {
    await open({ body: frame('#1', 'width="640" height="200"').repeat(3) }).then((page) =>
      expect.poll(() => heard(page, 'ready').then((all) => all.length)).toBe(3),
    );
    expect(new Set(asked())).toEqual(new Set(['/', '/lab/embed.html']));
  });
});

describe('a frame that asks what comes next', () => {
  it('tells the page around of each answer, in terms that xAPI has, and of nothing that is to come', async () => {
    const page = await open({ body: frame('#1?predict', 'sandbox="allow-scripts" width="700" height="640"') });
    const lab = page.frameLocator('iframe');
    await lab.locator('.predict input[type="radio"]').first().check();
    await lab.locator('.predict .primary').click();
    await expect.poll(() => heard<object>(page, 'answer').then((all) => all.length)).toBe(1);
    const [{ answer } = { answer: undefined }] = await heard<{ readonly answer: Record<string, unknown> }>(
      page,
      'answer',
    );
    expect(answer).toMatchObject({ question: 'reading', step: 2, choice: 'all', right: true, first: true });
    expect(answer).toMatchObject({
      verb: 'http://adlnet.gov/expapi/verbs/answered',
      object: { id: '#1?step=2', definition: { interactionType: 'choice', correctResponsesPattern: ['all'] } },
      result: { success: true, response: 'all' },
    });
    const [begun] = await heard<State>(page, 'ready');
    expect(begun?.state.link).toContain('predict');
    await expect.poll(() => lab.locator('.predict').innerText()).toContain('Right.');
  });
});

describe('a frame in a sandbox', () => {
  it('plays a handshake without origin, storage and headers', async () => {
    const page = await open({
      body: frame(
        '#1/retry?step=2&show=scenario,inspector,playbar',
        'sandbox="allow-scripts" width="880" height="600"',
      ),
    });
    const lab = page.frameLocator('iframe');
    await expect.poll(() => placeIn(lab).innerText()).toBe('2 of 16');
    await lab
      .getByRole('group', { name: words.scenario.badSignature.title })
      .getByRole('radio', { name: words.scenario.yes })
      .click();
    await expect
      .poll(() => heard<object>(page, 'outcome'))
      .toContainEqual(expect.objectContaining({ outcome: { refused: true, step: 14, label: 'alert decrypt_error' } }));
    expect(await lab.locator('html').evaluate(() => self.origin)).toBe('null');
    expect(asked()).toEqual(['/', '/lab/embed.html']);
  });
});

describe('a frame that nobody sees', () => {
  it('sleeps until it is shown, and then has a picture', async () => {
    const page = await open({ body: `<div hidden>${frame('#1?step=4')}</div><p>A tab</p>` });
    await page.waitForTimeout(1000);
    expect(await heard(page, 'ready')).toEqual([]);
    await page.locator('div').evaluate((tab) => tab.toggleAttribute('hidden', false));
    const lab = page.frameLocator('iframe');
    await expect.poll(() => placeIn(lab).innerText()).toBe('4 of 14');
    const drawn = await lab.locator('.picture-heads').boundingBox();
    expect(drawn?.width).toBeGreaterThan(600);
  });

  it('sleeps where it has no size', async () => {
    const page = await open({ body: frame('#1?step=4', 'width="0" height="0"') });
    await page.waitForTimeout(1000);
    expect(await heard(page, 'ready')).toEqual([]);
    await page.locator('iframe').evaluate((element) => Object.assign(element, { width: '500', height: '360' }));
    await expect.poll(() => placeIn(page.frameLocator('iframe')).innerText()).toBe('4 of 14');
  });

  it('costs nothing out of sight, however many there are', async () => {
    const page = await open({ body: `<p style="height: 9000px">Above</p>${frame('#1').repeat(10)}` });
    await page.waitForTimeout(2000);
    expect(await heard(page, 'ready')).toEqual([]);
    const pictures = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((each) => each.locator('.picture').count()),
    );
    expect(pictures).toEqual(Array(10).fill(0));
    await page.locator('iframe').first().scrollIntoViewIfNeeded();
    await expect.poll(() => heard(page, 'ready').then((all) => all.length)).toBeGreaterThan(0);
  });
});

describe('the keys of a page', () => {
  it('stay with it until somebody goes into a frame', async () => {
    const page = await open({ body: `<button>Mine</button>${frame('#1?step=4')}` });
    const lab = page.frameLocator('iframe');
    await expect.poll(() => placeIn(lab).innerText()).toBe('4 of 14');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await press(page, 'ArrowRight');
    await press(page, ' ');
    await page.waitForTimeout(300);
    expect(await placeIn(lab).innerText()).toBe('4 of 14');
    await lab.locator('.embed-sentence').click();
    await press(page, 'ArrowRight');
    await expect.poll(() => placeIn(lab).innerText()).toBe('5 of 14');
  });

  it('come back to it from a clicker behind the last step and before the first', async () => {
    const page = await open({ body: frame('#1?from=3&to=5&step=4') });
    const lab = page.frameLocator('iframe');
    await lab.getByRole('button', { name: playbar.forward }).click();
    await expect.poll(() => placeIn(lab).innerText()).toBe('5 of 14');
    expect(await heard(page, 'key')).toEqual([]);
    await press(page, 'PageDown');
    await expect
      .poll(() => heard<{ key: string }>(page, 'key').then((all) => all.map(({ key }) => key)))
      .toEqual(['PageDown']);
    for (const _ of [1, 2, 3]) await press(page, 'PageUp');
    await expect
      .poll(() => heard<{ key: string }>(page, 'key').then((all) => all.map(({ key }) => key)))
      .toEqual(['PageDown', 'PageUp']);
    expect(await placeIn(lab).innerText()).toBe('3 of 14');
  });
});

describe('a small frame', () => {
  it.each([
    [320, 240],
    [390, 420],
    [640, 420],
  ])('of %d × %d has all of its playbar in sight, and scrolls nothing but the picture', async (width, height) => {
    const page = await open({
      body: frame('#1?break=untrusted-ca', `width="${width}" height="${height}" style="border: 0"`),
    });
    const lab = page.frameLocator('iframe');
    await expect.poll(() => placeIn(lab).innerText()).toBe('12 of 12');
    const outside = await lab.locator('.playbar :is(button, a):visible').evaluateAll((controls) =>
      controls
        .filter((control) => {
          const { left, right, top, bottom, width: wide } = control.getBoundingClientRect();
          return wide > 0 && (left < 0 || right > innerWidth || top < 0 || bottom > innerHeight);
        })
        .map((control) => control.outerHTML),
    );
    expect(outside).toEqual([]);
    const sizes = await lab.locator('html').evaluate(({ scrollWidth, scrollHeight }) => [scrollWidth, scrollHeight]);
    expect(sizes).toEqual([width, height]);
    const stage = await lab.locator('.stage').boundingBox();
    expect(stage?.height).toBeGreaterThan(60);
  });

  it('makes its picture smaller, or lets it scroll, as it is told', async () => {
    const zoom = async (hash: string) => {
      const page = await open({ body: frame(hash, 'width="700" height="560"') });
      const lab = page.frameLocator('iframe');
      await placeIn(lab).waitFor();
      await page.waitForTimeout(300);
      return lab.locator('.stage').evaluate((stage) => ({
        scale: Number((stage as HTMLElement).style.zoom || 1),
        scrolls: stage.scrollHeight > stage.clientHeight + 1,
      }));
    };
    const scaled = await zoom('#1');
    expect(scaled.scale).toBeLessThan(1);
    expect(await zoom('#1?fit=scroll')).toEqual({ scale: 1, scrolls: true });
  });

  it.each([
    [320, 240],
    [480, 320],
  ])('leaves the run what room there is at %i × %i', async (width, height) => {
    const page = await open({ body: frame('#1?step=9', `width="${width}" height="${height}"`) });
    const lab = page.frameLocator('iframe');
    await lab.locator('.picture .current').first().waitFor({ state: 'attached' });
    await expect.poll(() => placeIn(lab).innerText()).toContain('9 of 14');
    await expect.poll(() => lab.locator('.stage').evaluate((stage) => stage.scrollTop)).toBeGreaterThan(0);
    expect(await lab.locator('.embed-above:visible').count()).toBe(0);
    // What only the legend says.
    expect(await lab.locator('.picture').getByText('clear text', { exact: true }).count()).toBe(0);
    const seen = await lab
      .locator('.picture .current')
      .first()
      .evaluate((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const room = row.closest('.stage')?.getBoundingClientRect();
        const heads = document.querySelector('.pinned .picture-heads')?.getBoundingClientRect().bottom ?? 0;
        return room !== undefined && top >= heads - 4 && bottom <= room.bottom + 1;
      });
    expect(seen).toBe(true);
  });

  it('says how many steps lie above', async () => {
    const page = await open({ body: frame('#1?fit=scroll&step=14') });
    const above = page.frameLocator('iframe').locator('.embed-above');
    await expect.poll(() => above.innerText()).toMatch(/^↑ \d+ earlier steps$/);
    await page.frameLocator('iframe').getByRole('button', { name: playbar.back }).press('Home');
    await expect.poll(() => above.count()).toBe(0);
  });
});

describe('the way out of a frame', () => {
  it('leads to the whole page at the same place', async () => {
    const page = await open({ body: frame('#1?break=untrusted-ca&step=3&lens=server&show=playbar&lock=lens') });
    const lab = page.frameLocator('iframe');
    await lab.getByRole('button', { name: playbar.forward }).click();
    const link = lab.getByRole('link', { name: embedWords.full });
    await link.focus();
    expect(new URL((await link.getAttribute('href')) ?? '').pathname).toBe('/lab/index.html');
    expect(new URL((await link.getAttribute('href')) ?? '').hash).toBe('#1?break=untrusted-ca&step=4&lens=server');
    expect(await link.getAttribute('target')).toBe('_blank');
  });

  it('is another one when the page around gives the frame another link', async () => {
    const page = await open({ body: frame('#1?step=3') });
    const lab = page.frameLocator('iframe');
    await expect.poll(() => placeIn(lab).innerText()).toBe('3 of 14');
    await page.locator('iframe').evaluate((element) => {
      (element as HTMLIFrameElement).src = '/lab/embed.html#1/off?step=2';
    });
    await expect.poll(() => placeIn(lab).innerText()).toBe('2 of 11');
    expect((await heard<State>(page, 'ready')).length).toBe(1);
  });
});

describe('a lesson in a frame', () => {
  const part = (title: string, right: string, wrong: string) =>
    `## ${title}\n\n#1?step=2\n\nLook.\n\n### Who?\n\n- [x] ${right}\n- [ ] ${wrong}\n\nSo it is.\n\n`;
  const lesson = `# Who *asks*?\n\n${part('First', 'Apples', 'Pears')}${part('Second', 'Plums', 'Cherries')}`;
  interface Said {
    readonly statement: { readonly verb: { readonly display: { readonly en: string } }; readonly result?: object };
  }
  const happened = async (page: Page) =>
    (await heard<Said>(page, 'statement')).map(({ statement: { verb, result } }) => [verb.display.en, result]);

  it('tells the page around what happens in it, and nobody’s answer', async () => {
    const link = `#1?lesson=~${await packed(lesson)}&theme=dark`;
    const page = await open({ body: frame(link, 'width="880" height="600"') });
    const lab = page.frameLocator('iframe');
    await lab.getByRole('heading', { name: 'First' }).waitFor();
    await expect.poll(() => happened(page)).toEqual([['attempted', undefined]]);
    const answer = async (choice: string, next: string): Promise<void> => {
      await lab.getByRole('radio', { name: choice }).check();
      await lab.getByRole('button', { name: lessonWords.check, exact: true }).click();
      await lab.getByRole('button', { name: next }).click();
    };
    await answer('Apples', lessonWords.next);
    await answer('Cherries', lessonWords.toEnd);
    await expect
      .poll(() => happened(page))
      .toEqual([
        ['attempted', undefined],
        ['answered', { success: true }],
        ['answered', { success: false }],
        ['completed', { completion: true, score: { scaled: 0.5, raw: 50, min: 0, max: 100 } }],
      ]);
    expect(JSON.stringify(await heard(page, 'statement'))).not.toMatch(/Apples|Pears|Plums|Cherries|PRIVATE/);
    // It is looked at as the frame says, and has the parts of a frame.
    expect(await lab.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await lab.locator('.lab-inspector').count()).toBe(0);
  });
});
