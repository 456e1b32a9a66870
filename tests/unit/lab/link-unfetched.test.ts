// Links that need a part of the page which can’t be had.

import { describe, expect, it, vi } from 'vitest';
import { fromLink } from '../../../src/lab/index.ts';
import { MissingPart } from '../../../src/shelf/index.ts';

vi.mock('../../../src/lab/mischief/index.ts', () => {
  throw new Error('offline');
});

describe('a link that needs what can’t be fetched', () => {
  it.each(['#1?break=flip', '#1?beside=1%3Fbreak%3Dflip'])(
    '%s: rejects, so that it can be tried again',
    async (link) => {
      await expect(fromLink(link, ['beside'])).rejects.toBeInstanceOf(MissingPart);
    },
  );

  it('is followed when it needs it only for what nobody acts on', async () => {
    const read = await fromLink('#1/off?beside=1%3Fbreak%3Dflip');
    expect(read).toMatchObject({ ok: true, leftOut: [{ text: 'beside=1%3Fbreak%3Dflip' }] });
  });
});
