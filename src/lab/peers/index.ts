// How other implementations take a failure that the catalogue knows. Apart from the rest: only who reads about failures needs it.

import type { Version } from '../../tls/index.ts';
import { measured, programs } from './measured.ts';

export { measuredWith } from './measured.ts';

/** What one program does when it is the side that notices. */
export interface PeerConduct {
  readonly program: (typeof programs)[number];
  /** `alerts`: it sends these; `closes`: it ends the connection without one; `accepts`: it goes on. */
  readonly does: 'alerts' | 'closes' | 'accepts';
  /** Numbers of the alerts, in the order in which it sends them. */
  readonly alerts: readonly number[];
}

/**
 * What real peers do about a failure; empty when it was not measured.
 * @param failure the name that the measured table has for it: `measured` of an entry
 */
export function conductOf(failure: string, version: Version): readonly PeerConduct[] {
  const cells = measured[failure]?.[version]?.split(' | ') ?? [];
  return cells.flatMap((cell, index): PeerConduct[] => {
    const program = programs[index];
    if (program === undefined || cell === '-') return [];
    if (cell === 'closes' || cell === 'accepts') return [{ program, does: cell, alerts: [] }];
    return [{ program, does: 'alerts', alerts: cell.split(' ').map(Number) }];
  });
}
