// What axe-core finds wrong with a page. It runs in the page itself: opening a second page to sum up its frames would take longer than the rest.

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Every violation in a page and its frames, as a line that names the rule and the place.
 * @param part a selector; absent: the whole page
 */
export async function violations(page: Page, part?: string): Promise<readonly string[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return page.evaluate(async (include) => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const options = { resultTypes: ['violations' as const], preload: false };
    const found = await runner.run(include ? { include: [include] } : document, options);
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(' ')}: ${html}`),
    );
  }, part);
}
