// The forms that values have in a link, each with the way to write it and the way back. It must not know what the values mean.

import { fromText, toText } from '../../bytes/index.ts';
import type { Possible } from './flaw.ts';

/** How the values of one kind stand in a link. They need no escaping. */
export interface Form<V> {
  /** The value that is left out of a link; none where nothing is usual. */
  readonly usual?: V;
  /** The value of a text, or undefined when it is none. */
  read(text: string): V | undefined;
  write(value: V): string;
  readonly can: Possible;
  /** Whether a name says all without a value. */
  readonly bare?: true;
}

/** One of some words. */
export function oneOf<const V extends string>(values: readonly V[], usual?: V): Form<V> {
  return {
    ...(usual !== undefined && { usual }),
    read: (text) => values.find((value) => value === text),
    write: (value) => value,
    can: { what: 'one of', values },
  };
}

/** What is there unless it is switched off. */
export const switched: Form<boolean> = {
  usual: true,
  read: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
  write: (value) => (value ? 'on' : 'off'),
  can: { what: 'on or off' },
};

/** What is so when its name is said. */
export const flag: Form<boolean> = {
  usual: false,
  read: (text) => (text === '' ? true : undefined),
  write: () => '',
  can: { what: 'nothing' },
  bare: true,
};

/** A whole number of at most six digits. */
export const count: Form<number> = {
  read: (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined),
  write: String,
  can: { what: 'number' },
};

/** The name of a lesson, a file of one beside the page, or the text of one in letters that need no escaping. */
export const lesson: Form<string> = {
  read: (text) => (/^([a-z0-9-]+|~[\w-]+|(\w[\w.-]*\/)*\w[\w.-]*\.\w+)$/.test(text) ? text : undefined),
  write: (value) => value,
  can: { what: 'lesson' },
};

/** Some names. */
export const list: Form<readonly string[]> = {
  usual: [],
  read: (text) => (/^[a-z0-9-]+(,[a-z0-9-]+)*$/.test(text) ? text.split(',') : undefined),
  write: (names) => names.join(','),
  can: { what: 'names' },
};

/** An escaped text; undefined for what nobody escaped. Half a surrogate pair becomes what a link would say of it. */
export function decoded(text: string): string | undefined {
  try {
    return toText(fromText(decodeURIComponent(text)));
  } catch {
    return undefined;
  }
}
