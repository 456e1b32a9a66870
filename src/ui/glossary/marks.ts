// Finds where a text uses a word of the glossary for the first time. Texts stay as they are; nothing is looked for in bytes, names of the wire
// and what is printed in bold, which is often a name.
// It must not know what the words mean, nor how a mark is drawn.

import type { Rich } from '../../story/index.ts';
import type { Term } from '../../words/glossary/index.ts';

type Span = Rich[number];

/** A stretch of a text, perhaps one to be explained. */
export interface Marked extends Span {
  /** The term by its name, and whether it is the first of all. */
  readonly term?: { readonly name: string; readonly first: boolean };
}

export type Marks = ReadonlyMap<Rich, readonly Marked[]>;

/** What finds the terms, made of all of them. */
export interface Finder {
  readonly find: RegExp;
  readonly names: ReadonlyMap<string, string>;
}

/** @param terms all that are looked for; a longer form wins over a shorter one at the same place */
export function finderOf(terms: readonly Term[]): Finder {
  const names = new Map(terms.flatMap((term) => formsOf(term).map((form) => [form, term.name] as const)));
  const longest = [...names.keys()].sort((a, b) => b.length - a.length);
  return { names, find: new RegExp(`(?<![\\w.-])(?:${longest.join('|')})(?![\\w-])`, 'g') };
}

function formsOf({ name, forms }: Term): readonly string[] {
  return forms ?? [name, `${name}s`];
}

/** The texts, in the order in which they are read, with every term marked where it stands first. Those without a mark are left out. */
export function marksIn(texts: readonly Rich[], finder: Finder): Marks {
  const seen = new Set<string>();
  const marks = new Map<Rich, readonly Marked[]>();
  for (const text of texts) {
    const before = seen.size;
    const marked = text.flatMap((span): readonly Marked[] =>
      span.mono || span.strong ? [span] : cut(span, finder, seen),
    );
    if (seen.size > before) marks.set(text, marked);
  }
  return marks;
}

function cut(span: Span, { find, names }: Finder, seen: Set<string>): readonly Marked[] {
  const { text } = span;
  const parts: Marked[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(find)) {
    const name = names.get(found);
    if (name === undefined || seen.has(name) || insideName(text.slice(0, index))) continue;
    if (index > end) parts.push({ ...span, text: text.slice(end, index) });
    parts.push({ ...span, text: found, term: { name, first: seen.size === 0 } });
    seen.add(name);
    end = index + found.length;
  }
  if (end < text.length) parts.push({ ...span, text: text.slice(end) });
  return parts;
}

/** Whether what follows belongs to somebody’s name: `Stranger Root` before `CA`. */
function insideName(before: string): boolean {
  return /[^.:!?“(]\s+\p{Lu}[\w-]*\s$/u.test(before);
}
