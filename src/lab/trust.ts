// What each side of a scenario was told before it started about certificates: whom to trust, and what it may show. None of it is on the
// wire, and endpoints say little of it. It must not know what comes of it.

import type { Certificate } from '../pki/index.ts';
import type { Role } from '../tls/index.ts';
import { castOf } from './run.ts';
import type { Scenario } from './scenario.ts';

/** What one side starts with. */
export interface Trust {
  /** The CAs that it trusts for its peers. */
  readonly anchors: readonly Certificate[];
  /** The chains that it can choose from when it has to show one, each leaf first. */
  readonly chains: readonly (readonly Certificate[])[];
  /** Whether it shows only what leads to an authority that the peer named, if it named any. A server is never named one here. */
  readonly heedsAuthorities: boolean;
}

/** Whom both sides of a scenario trust, and what they can show. @throws RangeError as `run` does */
export function trustOf(scenario: Scenario): Readonly<Record<Role, Trust>> {
  const { client, server } = castOf(scenario);
  const of = ({ anchors, identities }: typeof client | typeof server, heedsAuthorities: boolean): Trust => ({
    anchors,
    chains: identities.map(({ chain }) => chain),
    heedsAuthorities,
  });
  return { client: of(client, client.heedAuthorities), server: of(server, true) };
}
