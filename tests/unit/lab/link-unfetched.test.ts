// Links that need a part of the page which can’t be had.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const mischief = '../../../src/lab/mischief/index.ts';
let lab: typeof import('../../../src/lab/index.ts');
let shelf: typeof import('../../../src/shelf/index.ts');

beforeAll(async () => {
  vi.resetModules();
  vi.doMock(mischief, () => {
    throw new Error('offline');
  });
  lab = await import('../../../src/lab/index.ts');
  shelf = await import('../../../src/shelf/index.ts');
});

afterAll(() => {
  vi.doUnmock(mischief);
  vi.resetModules();
});

describe('a link that needs what can’t be fetched', () => {
  it.each(['#1?break=flip', '#1?beside=1%3Fbreak%3Dflip'])(
    '%s: rejects, so that it can be tried again',
    async (link) => {
      await expect(lab.fromLink(link, ['beside'])).rejects.toBeInstanceOf(shelf.MissingPart);
    },
  );

  it('is followed when it needs it only for what nobody acts on', async () => {
    const read = await lab.fromLink('#1/off?beside=1%3Fbreak%3Dflip');
    expect(read).toMatchObject({ ok: true, leftOut: [{ text: 'beside=1%3Fbreak%3Dflip' }] });
  });
});
