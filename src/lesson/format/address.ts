// The moment that a part is about, as its author wrote it down: any address of the lab. It must not know what the address means.

import type { RootContent } from 'mdast';

const bare = /^<?(?:[a-z]+:\/\/[^\s<>#]*)?(#\d[^\s<>]*)>?$/i;

/**
 * The link of a paragraph that is an address and nothing else: as it stands in a browser, from `#` on alone, or as a link of Markdown.
 * Undefined for every other block. @param lines the paragraph as it is written
 */
export function addressIn(block: RootContent, lines: string): string | undefined {
  if (block.type !== 'paragraph') return undefined;
  const [only, ...others] = block.children;
  if (only?.type === 'link' && others.length === 0 && !only.url.includes(' ')) return linkIn(only.url);
  return linkIn(lines.trim());
}

function linkIn(address: string): string | undefined {
  return bare.exec(address)?.[1];
}
