// Everything that can go wrong here: the page's menu and the conformance suite in one. Ids in, behaviour out. What is not at hand
// from the start, TLS 1.2 among it, is fetched when a scenario needs it.

import { supplyPrimitives } from '../../crypto/index.ts';
import type { Parts } from '../parts.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import type { Entry } from './entry.ts';
import { switches } from './switches.ts';

export type { Entry, Expectation, Place as EntryPlace, Spot, Topic } from './entry.ts';
export { expectationOf, staged } from './staging.ts';

/** What is fetched when it is first needed. */
let fetched: (Parts & { readonly mischief: readonly Entry[] }) | undefined;

/** Whether a mischief has a switch of its own, and so is at hand from the start. */
export function hasSwitch(id: string): boolean {
  return switches.some((entry) => entry.id === id);
}

/** Whether a scenario needs something that has not been fetched yet. */
export function lacks({ version, keys, suite, alpn, mischief }: Scenario): boolean {
  const special = version === '1.2' || keys !== 'P-256' || suite === 'TLS_CHACHA20_POLY1305_SHA256' || alpn === 'h2';
  return fetched === undefined && (special || mischief.some(({ id }) => !hasSwitch(id)));
}

/** Fetches everything that a scenario can need. Rejects when it can't be had; then it may be asked again. */
export async function supply(): Promise<void> {
  if (fetched) return;
  const [{ mischief }, { tls12 }, { http2 }] = await Promise.all([
    import('../mischief/index.ts'),
    import('../../tls/tls12/index.ts'),
    import('../http2.ts'),
    supplyPrimitives(),
  ]);
  fetched = { mischief, tls12, http2 };
}

/** All entries at hand, in the order of the menu. */
export function catalogue(): readonly Entry[] {
  return [...switches, ...(fetched?.mischief ?? [])];
}

/** What only some scenarios need, as far as it is at hand. */
export function partsAtHand(): Partial<Parts> {
  return fetched ?? {};
}

/** The entry with this id, if there is one at hand. */
export function entryNamed(id: string): Entry | undefined {
  return catalogue().find((entry) => entry.id === id);
}

/** What is wrong with a mischief in a scenario, as a sentence; undefined when it can be played. */
export function flawOf({ id, at, params = {} }: Mischief, { version }: Pick<Scenario, 'version'>): string | undefined {
  const entry = entryNamed(id);
  if (!entry) return `The catalogue knows no “${id}”.`;
  if (entry.takes?.at !== 'any record') {
    if (!entry.expect[version]) return `“${id}” can’t happen in TLS ${version}.`;
    const spots = entry.takes?.at?.[version] ?? [];
    if (at !== undefined && spots.length === 0)
      return `“${id}” happens at a place of its own, so “@${at}” means nothing to it.`;
    if (at !== undefined && !spots.some((spot) => spot.at === at)) return `“${id}” can’t happen at place ${at}.`;
  }
  const stray = Object.keys(params).find((name) => !entry.takes?.params?.includes(name));
  return stray === undefined ? undefined : `“${id}” takes no “${stray}”.`;
}
