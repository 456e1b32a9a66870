// What real programs do about the failure that a run shows, where it was measured. Its words come from words/explain/failures.ts.

import { type Entry, entryNamed, expectationOf, type Scenario } from '../../lab/index.ts';
import { conductOf, measuredWith, type PeerConduct } from '../../lab/peers/index.ts';
import { alertDescriptions, type Version } from '../../tls/index.ts';
import type { Narration } from '../explain/narration.ts';
import { conductTitle, conductWords, seenWith } from '../words/explain/failures.ts';

/** The conduct of peers in place of the side that refuses; nothing unless one known failure is all that goes wrong. */
export function conductIn(scenario: Scenario, version: Version): Pick<Narration, 'conduct'> {
  const [only, ...more] = scenario.mischief;
  const entry = only && more.length === 0 ? entryNamed(only.id) : undefined;
  const peers = entry?.measured && isAsMeasured(entry, scenario) ? conductOf(entry.measured, version) : [];
  if (peers.length === 0) return {};
  const lines = peers.map((peer) => ({ program: peer.program, text: conductWords[peer.does](alertsOf(peer)) }));
  return { conduct: { title: conductTitle, lines, source: seenWith(measuredWith) } };
}

/** Measured was with fresh key shares; with static RSA another side may notice something else. */
function isAsMeasured(entry: Entry, scenario: Scenario): boolean {
  const measured: Scenario = { ...scenario, keyExchange: 'ephemeral' };
  const [here, there] = [scenario, measured].map((each) =>
    each.mischief.map((mischief) => JSON.stringify(expectationOf(entry, each, mischief))).join(),
  );
  return here === there;
}

function alertsOf({ alerts }: PeerConduct): readonly string[] {
  return alerts.map((code) => `${alertDescriptions.name(code) ?? 'alert'} (${code})`);
}
