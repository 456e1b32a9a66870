// The states of a side, read off what it said about itself. It must not know runs, nor when anything was said.

import type { Epoch, Insight, Version } from '../tls/index.ts';

/** A state that a side came to. */
export interface Station {
  readonly name: string;
  readonly accepts: readonly string[];
  /** Under which keys it reads there. */
  readonly epoch: Epoch;
  /** Null while none is agreed on. */
  readonly version: Version | null;
}

/** The states that a side came to by these insights of its own, one for each that reports a state, in their order. */
export function stationsOf(insights: readonly Insight[]): readonly Station[] {
  const stations: Station[] = [];
  let epoch: Epoch = 'cleartext';
  for (const insight of insights) {
    if (insight.kind === 'keys' && insight.direction === 'read') epoch = insight.epoch;
    if (insight.kind !== 'state') continue;
    const { name, waitsFor: accepts, version } = insight;
    stations.push({ name, accepts, epoch, version });
  }
  return stations;
}
