// The lessons that come along, by the names under which they stand in addresses. They never change their names.

import connected from './connected-then-refused.md?raw';
import copied from './copied-certificate.md?raw';
import mutual from './mutual-tls.md?raw';
import wire from './on-the-wire.md?raw';
import whose from './who-distrusts-whom.md?raw';
import file from './your-file.md?raw';

/** The text of each, in the order in which they are told of. */
export const shipped: Readonly<Record<string, string>> = {
  'mutual-tls': mutual,
  'copied-certificate': copied,
  'who-distrusts-whom': whose,
  'connected-then-refused': connected,
  'on-the-wire': wire,
  'your-file': file,
};

/** The text of one; undefined for a name that none has. */
export function shippedText(name: string): string | undefined {
  return Object.hasOwn(shipped, name) ? shipped[name] : undefined;
}
