// What things that go wrong are called outside their list. The words of the catalogue come late; until then there are those of the header.
// It must not know how anything is shown.

import type { Mischief, Scenario } from '../lab/index.ts';
import { mishaps } from './summary.ts';

type TitleOf = (id: string, came: boolean) => string;

let titleOf: TitleOf | undefined;

/** Whether something that goes wrong in a scenario has no name yet. */
export function lacksTitles({ mischief }: Pick<Scenario, 'mischief'>): boolean {
  return titleOf === undefined && mischief.some(({ id }) => mishaps[id] === undefined);
}

/** Fetches the names of everything that can go wrong. Rejects when they can't be had; then it may be asked again. */
export async function fetchTitles(): Promise<void> {
  titleOf ??= (await import('./catalogue/titles.ts')).entryTitle;
}

/** What something that goes wrong is called; its id, where nothing better is at hand. @param came whether anything came of it */
export function titleAtHand({ id }: Mischief, came: boolean): string {
  return titleOf?.(id, came) ?? id;
}
