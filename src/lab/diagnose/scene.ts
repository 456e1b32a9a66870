// From a suggestion to what is played for it. The one place where a suggestion becomes a scenario: whoever links to one, or plays one,
// comes here.

import { staged } from '../catalogue/index.ts';
import type { Scenario } from '../scenario.ts';
import type { Suggestion } from './diagnose.ts';

/**
 * The scenario that shows a suggestion, as close to somebody's own choices as it can be shown: after `late`, one in which the client writes
 * before it reads.
 */
export function sceneOf(
  { entry, version, because }: Pick<Suggestion, 'entry' | 'version' | 'because'>,
  own: Scenario,
): Scenario {
  const scene = staged(entry, own, undefined, version);
  return because.why === 'late' ? { ...scene, first: 'client' } : scene;
}
