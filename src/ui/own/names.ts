// What things that were brought are called, and which of them go together. Pure.

import type { Put } from '../../store/own/index.ts';
import { certificateLine, listLine } from '../../words/own/index.ts';

/** The names of certificates, by their ids. */
export function namesOf(put: readonly Put[], ids: readonly string[]): readonly string[] {
  const named = put.filter(({ id }) => ids.includes(id));
  return named.flatMap(({ thing }) => ('subject' in thing ? [thing.subject.commonName ?? thing.subject.text] : []));
}

/** Things of one file that belong in one place. */
export interface Group {
  readonly key: string;
  readonly things: readonly Put[];
}

/** The things of a file, those together that belong in one place by themselves. */
export function groupsOf(put: readonly Put[], file: string): readonly Group[] {
  const places = new Map<string, Put[]>();
  for (const each of put) {
    const key = each.belongs.join(', ');
    if (each.file === file) places.set(key, [...(places.get(key) ?? []), each]);
  }
  return [...places].map(([key, things]) => ({ key, things }));
}

/** What a certificate or a list is, and what else is to be known of it. */
export function lineOf({ thing }: Put): { readonly what: string; readonly facts: string } {
  return 'subject' in thing ? certificateLine(thing) : listLine(thing);
}
