// The inspector's edge: keys move it as well as a pointer, and the browser remembers where it is.

import { expect, it } from 'vitest';
import { words } from '../../src/words/ui/index.ts';
import { pages } from '../e2e/pages.ts';

const open = pages();

it('is moved by keys, by a pointer, and remembered', async () => {
  const page = await open('#1?step=5');
  const edge = page.getByRole('separator', { name: words.inspector.edge });
  const width = async () => (await page.locator('.lab-inspector').boundingBox())?.width ?? 0;
  await edge.focus();
  const usual = await width();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(width).toBeGreaterThan(usual + 20);
  await page.keyboard.press('Home');
  await expect.poll(width).toBe(320);
  const box = await edge.boundingBox();
  if (!box) throw new Error('There is no edge.');
  await page.mouse.move(box.x + 2, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x - 200, box.y + 300);
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(500);
  const dragged = await width();
  await page.reload();
  await edge.waitFor();
  expect(await width()).toBe(dragged);
});
