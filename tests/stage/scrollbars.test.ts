// With scrollbars that take up room, as most readers with a mouse have them: the picture is drawn for the room that they leave.

import { describe, expect, it } from 'vitest';
import { pages } from '../e2e/pages.ts';

const open = pages({ scrollbars: true });

describe('a picture that is higher than its room', () => {
  it.each([
    [1440, 560],
    [1024, 600],
    [390, 600],
  ])('is as wide as its scrollbar lets it be, at %i × %i', async (width, height) => {
    const page = await open('#1', { viewport: { width, height } });
    const measured = () =>
      page.locator('.stage').evaluate((room: HTMLElement) => ({
        bar: room.offsetWidth - room.clientWidth,
        beyond: room.scrollWidth - room.clientWidth,
        spare: room.clientWidth - Math.max(...[...room.querySelectorAll('svg')].map(({ clientWidth }) => clientWidth)),
      }));
    await expect.poll(measured).toEqual({ bar: expect.toSatisfy((bar) => bar > 4), beyond: 0, spare: 0 });
  });
});
