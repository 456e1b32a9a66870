// From a suggestion to what is played for it. The one place where a suggestion becomes a scenario: whoever links to one, or plays one,
// comes here.

import { staged } from '../catalogue/index.ts';
import type { Scenario } from '../scenario.ts';
import type { Suggestion } from './diagnose.ts';

/**
 * The scenario that shows a suggestion, as close to somebody's own choices as it can be shown. What a clue asks for beyond its entry
 * belongs here: after `late`, who writes first.
 */
export function sceneOf(
  { entry, version }: Pick<Suggestion, 'entry' | 'version' | 'because'>,
  own: Scenario,
): Scenario {
  return staged(entry, own, undefined, version);
}
