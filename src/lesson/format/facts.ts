// The facts of a lesson: a list below its title, each item a name, a colon and a value. It must not know what they are for.

import type { List } from 'mdast';
import { excerpt } from '../../lab/index.ts';
import type { Facts } from './lesson.ts';
import { checkProse } from './prose.ts';
import type { Source } from './source.ts';

/** All names, as a text has them, and how each value is read. */
const readers = {
  About: (about: string): Facts => ({ about }),
  By: (by: string): Facts => ({ by }),
  Minutes: (text: string): Facts | undefined => (/^[1-9]\d{0,2}$/.test(text) ? { minutes: Number(text) } : undefined),
} as const;

type Name = keyof typeof readers;
const names = Object.keys(readers) as readonly Name[];

/** Reads them; what can’t be read is told, and left out. */
export function readFacts(list: List, source: Source): Facts {
  checkProse(list.children, source);
  let facts: Facts = {};
  const known = new Set<Name>();
  for (const item of list.children) {
    const [first, ...rest] = item.children;
    const line = first?.type === 'paragraph' && rest.length === 0 ? source.oneLine(first) : '';
    const [, name = '', text = ''] = /^([^:]*):\s*(.+)$/.exec(line) ?? [];
    const fact = names.find((each) => each.toLowerCase() === name.trim().toLowerCase());
    const value = fact && readers[fact](text);
    if (name === '') source.complain({ what: 'unread fact', name: names[0] ?? '', text: excerpt(line) }, item);
    else if (!fact) source.complain({ what: 'unknown fact', name: excerpt(name), known: names }, item);
    else if (known.has(fact)) source.complain({ what: 'second fact', name: fact }, item);
    else if (!value) source.complain({ what: 'unread fact', name: fact, text: excerpt(text) }, item);
    else facts = { ...facts, ...value };
    if (fact) known.add(fact);
  }
  return facts;
}

/** The list of some facts; empty where there are none. */
export function writeFacts({ about, by, minutes }: Facts): string {
  const values: Readonly<Record<Name, string | number | undefined>> = { About: about, By: by, Minutes: minutes };
  return names.flatMap((name) => (values[name] === undefined ? [] : `- ${name}: ${values[name]}`)).join('\n');
}
