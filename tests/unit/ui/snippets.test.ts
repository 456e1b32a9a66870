import { expect, it } from 'vitest';
import { type SnippetKind, snippet } from '../../../src/ui/embedding/snippets.ts';

const kinds: readonly SnippetKind[] = ['page', 'element', 'markdown', 'reveal', 'moodle'];

it.each(kinds)('%s: leads into the folder that somebody named, with or without a slash at its end', (kind) => {
  const wish = { link: '#1?step=2', title: 'A handshake', height: 420 };
  const text = snippet(kind, { ...wish, site: 'https://example.org/lab' });
  expect(text).toContain('"https://example.org/lab/');
  expect(text).toBe(snippet(kind, { ...wish, site: 'https://example.org/lab/' }));
  expect(text).toBe(snippet(kind, { ...wish, site: ' https://example.org/lab/ ' }));
});
