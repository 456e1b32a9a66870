// Plays a scenario as soon as everything is at hand that it takes, and that is told of it.
// It must not know what is fetched for that.

import { runSupplied, type Scenario, type Timeline, unusualIn } from '../lab/index.ts';
import type { Own } from '../lab/own/index.ts';
import { fetchTitles, lacksTitles } from '../words/titles.ts';

/** Plays at once, or when what is missing has been fetched. Its errors are sentences. */
export function playTold(scenario: Scenario, own?: Own): Timeline | Promise<Timeline> {
  const run = runSupplied(scenario, own);
  return lacks(scenario, own) ? Promise.all([run, fetchTitles()]).then(([timeline]) => timeline) : run;
}

/** Fetches the words that a scenario’s line in the header and its pills take. @throws MissingPart when they can't be had */
export async function titlesFor(scenario: Scenario): Promise<void> {
  if (lacks(scenario)) await fetchTitles();
}

function lacks(scenario: Scenario, own?: Own): boolean {
  return lacksTitles(scenario, own !== undefined || Object.keys(unusualIn(scenario)).length > 0);
}
