// One mischief as it stands in a link: `id`, `id@at`, `id@at:name=number:name=number`, in the order in which its entry declares them.
// The way there only; reading.ts has the way back.

import { fromText, toText } from '../../bytes/index.ts';
import { entryNamed } from '../catalogue/index.ts';
import type { Mischief } from '../scenario.ts';

/** The text of a mischief that has no flaw. */
export function mischiefText({ id, at, params = {} }: Mischief): string {
  const declared = Object.keys(entryNamed(id)?.takes?.params ?? {});
  const values = declared.flatMap((name) => (params[name] === undefined ? [] : `:${name}=${params[name]}`));
  return [id, at === undefined ? '' : `@${at}`, ...values].join('');
}

/** Any text in letters that mean nothing else in a link. Half a surrogate pair becomes U+FFFD, as it does in UTF-8. */
export function escaped(text: string): string {
  return encodeURIComponent(toText(fromText(text)));
}
