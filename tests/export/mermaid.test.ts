// The pictures in Mermaid's language render in Mermaid, with every arrow and every word.

import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue, defaultScenario, run, type Scenario, supply } from '../../src/lab/index.ts';
import { entriesOf, wornBy } from '../../src/story/export/diagram-text.ts';
import { toMermaid } from '../../src/story/export/index.ts';
import { toModel } from '../../src/story/index.ts';
import { launchBrowser } from '../../tools/browser.ts';

await supply();

const script = fileURLToPath(new URL('../../node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js', import.meta.url));
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent('<!doctype html><title>Mermaid</title>');
  await page.addScriptTag({ path: script });
  await page.evaluate(() => globalThis.mermaid?.initialize({ startOnLoad: false }));
});
afterAll(() => browser.close());

const scenarios: readonly (readonly [string, Partial<Scenario>])[] = [
  ['honest', {}],
  ['TLS 1.2', { version: '1.2' }],
  ['HTTP/2', { alpn: 'h2' }],
  ...catalogue().flatMap(({ id, expect: expected }) =>
    expected['1.3'] ? [[id, { mischief: [{ id }] }] as const] : [],
  ),
];

it.each(scenarios)('%s', async (_, patch) => {
  const model = toModel(run({ ...defaultScenario, ...patch }), 0);
  const messages = entriesOf(model).flatMap((entry) => (entry.kind === 'message' ? [entry.message] : []));
  const rendered = await page.evaluate(
    async (source) => {
      const { svg } = (await globalThis.mermaid?.render('picture', source)) ?? { svg: '' };
      const picture = new DOMParser().parseFromString(svg, 'text/html');
      return {
        lines: picture.querySelectorAll('[class^="messageLine"]').length,
        text: [...picture.querySelectorAll('text')].map((each) => each.textContent).join('\n'),
      };
    },
    toMermaid(model, 'A run; with “signs” # and ends'),
  );
  expect(rendered.lines).toBe(messages.length);
  for (const message of messages) for (const line of wornBy(message)) expect(rendered.text).toContain(line);
  expect(rendered.text).toContain('A run; with “signs” # and ends');
});
