// The whole catalogue in both versions, each run played once for all the properties of a file.

import {
  agreeing,
  catalogue,
  defaultScenario,
  run,
  type Scenario,
  staged,
  supply,
  type Timeline,
} from '../../src/lab/index.ts';

await supply();

/** The usual run of each version, with each kind of client authentication, and every entry of the catalogue. */
export const catalogued: readonly Scenario[] = (['1.3', '1.2'] as const).flatMap((version) => {
  const usual = { ...defaultScenario, version };
  return [
    usual,
    { ...usual, clientAuthentication: 'off' as const },
    { ...usual, clientAuthentication: 'asked' as const },
    agreeing({ ...usual, retry: true }, {}),
    agreeing({ ...usual, compatibility: true }, {}),
    // A late refusal that nobody reads, where there is one.
    { ...usual, mischief: [{ id: 'untrusted-ca' }], first: 'client' as const },
    ...catalogue()
      .filter((entry) => entry.expect[version])
      .map((entry) => staged(entry, usual, undefined, version)),
  ];
});

const known = new Map<Scenario, Timeline>();
/** The run of a scenario, played once. */
export function played(scenario: Scenario): Timeline {
  const before = known.get(scenario);
  if (before) return before;
  const timeline = run(scenario);
  known.set(scenario, timeline);
  return timeline;
}
