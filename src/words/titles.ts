// What things that go wrong are called outside their list, and what breaks then. The words of the catalogue come late; until then there are
// those for what has a switch.
// It must not know how anything is shown.

import type { Mischief, Scenario } from '../lab/index.ts';
import { shelf } from '../shelf/index.ts';
import type { FaultCause } from '../tls/index.ts';
import { brokenEarly, mishaps } from './summary.ts';

const parts = shelf({ titles: () => import('./catalogue/titles.ts') });

/**
 * Whether something that may go wrong in a scenario has no name yet.
 * @param odd whether anything may: at another time, for another host, with certificates that somebody brought
 */
export function lacksTitles({ mischief }: Pick<Scenario, 'mischief'>, odd = false): boolean {
  return !parts.has('titles') && (odd || mischief.some(({ id }) => mishaps[id] === undefined));
}

/** Fetches the names of everything that can go wrong. @throws MissingPart when they can't be had; then it may be asked again */
export async function fetchTitles(): Promise<void> {
  await parts.need('titles');
}

/** What something that goes wrong is called; its id, where nothing better is at hand. @param came whether anything came of it */
export function titleAtHand({ id }: Mischief, came: boolean): string {
  return parts.has('titles') ? parts.take('titles').entryTitle(id, came) : id;
}

/** What broke, in the few words of a pill; where nothing better is at hand, the name of the cause. */
export function brokenAtHand(cause: FaultCause): string {
  const early: Partial<Record<FaultCause, string>> = brokenEarly;
  return early[cause] ?? (parts.has('titles') ? parts.take('titles').broken[cause] : cause);
}
