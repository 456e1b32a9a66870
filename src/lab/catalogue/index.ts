// Everything that can go wrong here: the page's menu and the conformance suite in one. Ids in, behaviour out. What is not at hand
// from the start, TLS 1.2 among it, is fetched when a scenario needs it.

import { supplyPrimitives } from '../../crypto/index.ts';
import { conflictOf } from '../choices.ts';
import { type Hurdle, type MischiefFlaw, Unplayable } from '../hurdle.ts';
import type { flawIn } from '../mischief/flaws.ts';
import type { Parts } from '../parts.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import { oddityOf } from '../world.ts';
import type { Entry } from './entry.ts';
import { switches } from './switches.ts';

export type { Entry, Expectation, Place as EntryPlace, Spot, Topic } from './entry.ts';
export type { InState, PlainReason, Reason, When } from './reason.ts';
export { expectationOf, staged } from './staging.ts';

/** What is fetched when it is first needed. */
let fetched: (Parts & { readonly mischief: readonly Entry[]; readonly flawIn: typeof flawIn }) | undefined;

/** Whether a mischief has a switch of its own, and so is at hand from the start. */
export function hasSwitch(id: string): boolean {
  return switches.some((entry) => entry.id === id);
}

/** Whether a scenario needs something that has not been fetched yet. */
export function lacks({ version, keys, suite, alpn, mischief }: Scenario): boolean {
  const special = version === '1.2' || keys !== 'P-256' || suite === 'TLS_CHACHA20_POLY1305_SHA256' || alpn === 'h2';
  // What has a switch takes nothing: whether a place or a parameter means something to it, only the rest can tell.
  const plain = ({ id, ...taken }: Mischief) => hasSwitch(id) && Object.keys(taken).length === 0;
  return fetched === undefined && (special || !mischief.every(plain));
}

/** Fetches everything that a scenario can need. Rejects with a sentence when it can't be had; then it may be asked again. */
export async function supply(): Promise<void> {
  if (fetched) return;
  const [{ mischief, flawIn }, { tls12 }, { http2 }] = await Promise.all([
    import('../mischief/index.ts'),
    import('../../tls/tls12/index.ts'),
    import('../http2.ts'),
    supplyPrimitives(),
  ]).catch(() => {
    throw new Error('A part of the page that it needs could not be loaded. Check the connection and try again.');
  });
  fetched = { mischief, flawIn, tls12, http2 };
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

/** So many things can go wrong in one handshake, and so many letters can a seed have: far more than anybody needs. */
const MOST = { mischief: 32, seed: 256 };

/** Why a scenario can't be played, nor stand in a link; undefined when it can. */
export function hurdleOf(scenario: Scenario): Hurdle | undefined {
  const { mischief, seed } = scenario;
  if (mischief.length > MOST.mischief) return { what: 'too much mischief', most: MOST.mischief };
  if (seed.length > MOST.seed) return { what: 'seed too long', most: MOST.seed };
  const flaws = mischief.map((each) => flawOf(each, scenario));
  return flaws.find((flaw) => flaw !== undefined) ?? oddityOf(scenario) ?? conflictOf(scenario);
}

/** Does nothing for a scenario that can be played. @throws Unplayable for any other */
export function checkPlayable(scenario: Scenario): void {
  const hurdle = hurdleOf(scenario);
  if (hurdle !== undefined) throw new Unplayable(hurdle);
}

/**
 * What is wrong with a mischief in a scenario; undefined when it can be played. Before anything has been fetched that is
 * whatever the scenario does not lack.
 */
export function flawOf(mischief: Mischief, { version }: Pick<Scenario, 'version'>): MischiefFlaw | undefined {
  return fetched?.flawIn(entryNamed(mischief.id), mischief, version);
}
