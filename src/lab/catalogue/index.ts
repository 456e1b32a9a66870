// Everything that can go wrong here: the page's menu and the conformance suite in one. Ids in, behaviour out.

import type { Mischief } from '../scenario.ts';
import { clientMischief } from './client.ts';
import type { Entry } from './entry.ts';

export type { Entry, Expectation } from './entry.ts';

/** All entries, in the order of the menu. */
export const catalogue: readonly Entry[] = [...clientMischief];

/** The entry with this id, if there is one. */
export function entryNamed(id: string): Entry | undefined {
  return catalogue.find((entry) => entry.id === id);
}

/** What is wrong with a mischief, as a sentence; undefined when the catalogue can play it. */
export function flawOf({ id, at, params = {} }: Mischief): string | undefined {
  const entry = entryNamed(id);
  if (!entry) return `The catalogue knows no “${id}”; it knows ${catalogue.map((known) => known.id).join(', ')}.`;
  if (at !== undefined && !entry.takes?.at)
    return `“${id}” happens at a place of its own, so “@${at}” means nothing to it.`;
  const stray = Object.keys(params).find((name) => !entry.takes?.params?.includes(name));
  return stray === undefined ? undefined : `“${id}” takes no “${stray}”.`;
}
