import { afterEach, expect, it, vi } from 'vitest';
import { copiedLink } from '../../../src/ui/export/saving.ts';
import { menuWords as text } from '../../../src/words/exports/index.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('copies a link and says so, or that the browser did not allow it, as outside secure contexts, where there is nothing to ask', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => undefined } });
  expect(await copiedLink('#1')).toBe(text.copied(text.link));
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } });
  expect(await copiedLink('#1')).toBe(text.notCopied);
  vi.stubGlobal('navigator', {});
  expect(await copiedLink('#1')).toBe(text.notCopied);
});
