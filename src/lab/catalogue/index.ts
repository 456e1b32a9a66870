// Everything that can go wrong here: the page's menu and the conformance suite in one. Ids in, behaviour out.

import { conflictOf } from '../choices.ts';
import { type Hurdle, type MischiefFlaw, Unplayable } from '../hurdle.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import { oddityOf } from '../world.ts';
import type { Entry } from './entry.ts';
import { parts } from './supply.ts';
import { switches } from './switches.ts';

export type { Entry, Expectation } from './entry.ts';
export { type Famous, famous } from './famous.ts';
export type { PlainReason, Reason, When } from './reason.ts';
export { demandsOf, expectationOf, staged } from './staging.ts';
export { hasSwitch, lacks, parts, partsAtHand, supply } from './supply.ts';

/** All entries at hand, in the order of the menu. */
export function catalogue(): readonly Entry[] {
  return parts.has('mischief') ? [...switches, ...parts.take('mischief').mischief] : switches;
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
 * What is wrong with a mischief in a scenario; undefined when it can be played. Before the rest has been fetched that is
 * whatever the scenario does not lack.
 */
export function flawOf(mischief: Mischief, { version }: Pick<Scenario, 'version'>): MischiefFlaw | undefined {
  if (!parts.has('mischief')) return undefined;
  return parts.take('mischief').flawIn(entryNamed(mischief.id), mischief, version);
}
