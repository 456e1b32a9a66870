// A lesson inside a link: its text comes back, and nothing else is taken for one.

import { describe, expect, it } from 'vitest';
import { mostBytes, packed, unpacked } from '../../../src/lesson/format/index.ts';
import { shipped } from '../../../src/lesson/shelf/index.ts';

describe('a packed lesson', () => {
  it('comes back, in letters that a link can hold', async () => {
    for (const text of [...Object.values(shipped), '', 'ü – 漢字']) {
      const letters = await packed(text);
      expect(letters).toMatch(/^[\w-]*$/);
      expect(await unpacked(letters)).toBe(text);
    }
  });

  it('of usual size is short enough for a link', async () => {
    for (const text of Object.values(shipped)) expect((await packed(text)).length).toBeLessThan(8000);
  });

  it('is none where somebody cut it, or wrote it by themselves', async () => {
    const letters = await packed(shipped['mutual-tls'] ?? '');
    for (const broken of [letters.slice(0, -20), letters.slice(5), 'abc', '!'])
      expect(await unpacked(broken)).toBeUndefined();
  });

  it('is let go of as soon as it is larger than a lesson can be', async () => {
    expect(await unpacked(await packed('a'.repeat(mostBytes)))).toHaveLength(mostBytes);
    const bomb = new Blob(['a'.repeat(30_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const letters = Buffer.from(await new Response(bomb).arrayBuffer()).toString('base64url');
    expect(await unpacked(letters)).toBeUndefined();
  });
});
