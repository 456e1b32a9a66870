// What real programs do about the failure that a run shows, where it was measured. Its words come from words/explain/failures.ts.

import type { Timeline } from '../../lab/index.ts';
import { conductOf, measuredWith, type PeerConduct } from '../../lab/peers/index.ts';
import { alertDescriptions, type Version } from '../../tls/index.ts';
import { conductTitle, conductWords, seenWith } from '../../words/explain/index.ts';
import type { Narration } from '../explain/narration.ts';

/** The conduct of peers in place of the side that refuses; nothing unless one known failure is all that goes wrong. */
export function conductIn({ circumstances }: Timeline, version: Version): Pick<Narration, 'conduct'> {
  const { measured } = circumstances;
  const peers = measured === undefined ? [] : conductOf(measured, version);
  if (peers.length === 0) return {};
  const lines = peers.map((peer) => ({ program: peer.program, text: conductWords[peer.does](alertsOf(peer)) }));
  return { conduct: { title: conductTitle, lines, source: seenWith(measuredWith) } };
}

function alertsOf({ alerts }: PeerConduct): readonly string[] {
  return alerts.map((code) => `${alertDescriptions.name(code) ?? 'alert'} (${code})`);
}
