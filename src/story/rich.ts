// Text with a little emphasis, as plain data: what prose is made of before anybody draws it.
// It must not know HTML, React or what the text is about.

import type { Tone } from '../diagram/index.ts';

/** A stretch of text in one style. */
export interface Span {
  readonly text: string;
  /** What the eye should find first. */
  readonly strong?: boolean;
  /** Bytes, names of the wire, lines of a log. */
  readonly mono?: boolean;
  readonly tone?: Tone;
}

/** A paragraph, or a part of one. */
export type Rich = readonly Span[];

/**
 * Reads the small notation of the word files: `**strong**`, `` `mono` ``, `!!bad!!`. Values that are put into such a text must
 * not carry these marks; `plain` makes sure of that.
 */
export function rich(text: string): Rich {
  return text
    .split(/(\*\*.+?\*\*|`.+?`|!!.+?!!)/)
    .filter((part) => part !== '')
    .map(spanOf);
}

function spanOf(part: string): Span {
  if (part.length > 4 && part.startsWith('**') && part.endsWith('**')) return { text: part.slice(2, -2), strong: true };
  if (part.length > 4 && part.startsWith('!!') && part.endsWith('!!')) {
    return { text: part.slice(2, -2), strong: true, tone: 'bad' };
  }
  if (part.length > 2 && part.startsWith('`') && part.endsWith('`')) return { text: part.slice(1, -1), mono: true };
  return { text: part };
}

/** A value of a run without anything that `rich` would take for a mark. */
export function plain(value: string): string {
  return value.replace(/\*\*|`|!!/g, '');
}

/** The words alone. */
export function textOf(text: Rich): string {
  return text.map((span) => span.text).join('');
}
