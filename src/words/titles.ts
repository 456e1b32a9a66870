// What things that go wrong are called outside their list. The words of the catalogue come late; until then there are those of the header.
// It must not know how anything is shown.

import type { Mischief, Scenario } from '../lab/index.ts';
import { shelf } from '../shelf/index.ts';
import { mishaps } from './summary.ts';

const parts = shelf({ titles: () => import('./catalogue/titles.ts') });

/** Whether something that goes wrong in a scenario has no name yet. */
export function lacksTitles({ mischief }: Pick<Scenario, 'mischief'>): boolean {
  return !parts.has('titles') && mischief.some(({ id }) => mishaps[id] === undefined);
}

/** Fetches the names of everything that can go wrong. @throws MissingPart when they can't be had; then it may be asked again */
export async function fetchTitles(): Promise<void> {
  await parts.need('titles');
}

/** What something that goes wrong is called; its id, where nothing better is at hand. @param came whether anything came of it */
export function titleAtHand({ id }: Mischief, came: boolean): string {
  return parts.has('titles') ? parts.take('titles').entryTitle(id, came) : id;
}
