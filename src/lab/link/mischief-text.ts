// One mischief as it stands in a link: `id`, `id@at`, `id@at:name=value:name=value`. Numbers are written as they are, texts behind an
// apostrophe. Form only; it must not know the catalogue.

import { fromText, toText } from '../../bytes/index.ts';
import type { Mischief } from '../scenario.ts';

const PATTERN = /^([a-z0-9-]+)(?:@(\d{1,9}))?((?::[A-Za-z][A-Za-z0-9]*=[^:=]+)*)$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;

/**
 * The text of a mischief.
 * @throws RangeError for a place, a name or a number that a link has no text for
 */
export function mischiefText({ id, at, params = {} }: Mischief): string {
  const place = at === undefined ? '' : `@${at}`;
  const values = Object.entries(params).map(([name, value]) => `:${name}=${valueText(value)}`);
  const text = [id, place, ...values].join('');
  if (!mischiefOf(text)) throw new RangeError(`“${text}” can’t stand in a link`);
  return text;
}

/** The mischief of a text; undefined for what is none. */
export function mischiefOf(text: string): Mischief | undefined {
  const [, id, at, list = ''] = PATTERN.exec(text) ?? [];
  if (id === undefined) return undefined;
  const params = new Map<string, string | number>();
  for (const pair of list.split(':').slice(1)) {
    const [name = '', text = ''] = pair.split('=');
    const value = readValue(text);
    if (value === undefined || params.has(name)) return undefined;
    params.set(name, value);
  }
  return {
    id,
    ...(at !== undefined && { at: Number(at) }),
    ...(params.size > 0 && { params: Object.fromEntries(params) }),
  };
}

function valueText(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${escaped(value)}`;
}

function readValue(text: string): string | number | undefined {
  if (text.startsWith("'")) return unescaped(text.slice(1));
  return NUMBER.test(text) ? Number(text) : undefined;
}

/** Any text in letters that mean nothing else in a link. Half a surrogate pair becomes U+FFFD, as it does in UTF-8. */
export function escaped(text: string): string {
  return encodeURIComponent(toText(fromText(text)));
}

/** The way back; undefined for what nobody escaped like that. */
export function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
