// Plays a scenario as soon as everything is at hand that it takes, and that is told of it.
// It must not know what is fetched for that.

import { runSupplied, type Scenario, type Timeline } from '../lab/index.ts';
import type { Own } from '../lab/own/index.ts';
import { fetchTitles, lacksTitles } from '../words/titles.ts';

/** Plays at once, or when what is missing has been fetched. Its errors are sentences. */
export function playTold(scenario: Scenario, own?: Own): Timeline | Promise<Timeline> {
  const run = runSupplied(scenario, own);
  return lacksTitles(scenario) ? Promise.all([run, titlesFor(scenario)]).then(([timeline]) => timeline) : run;
}

/** Fetches the words that a scenario's line in the header takes. @throws MissingPart when they can't be had */
export async function titlesFor(scenario: Scenario): Promise<void> {
  if (lacksTitles(scenario)) await fetchTitles();
}
