// What was so before the first word was said, and can't be read off the wire: the clock, what each side trusts, holds and insists on.
// Types only. It must not know scenarios' mischief, nor what comes of it all.

import type { Certificate } from '../pki/index.ts';
import type { Role, Version } from '../tls/index.ts';
import type { ClientAuthentication, KeyExchangeChoice } from './scenario.ts';

/** What one side was told about certificates. */
export interface Trust {
  /** The CAs that it trusts for its peers. */
  readonly anchors: readonly Certificate[];
  /** The chains that it can choose from when it has to show one, each leaf first. */
  readonly chains: readonly (readonly Certificate[])[];
  /** Whether it shows only what leads to an authority that the peer named, if it named any. A server is never named one here. */
  readonly heedsAuthorities: boolean;
}

/** Everything that a run started from, as far as somebody who tells of it needs to know. */
export interface Circumstances {
  /** What the clock of both sides says, in milliseconds since the Unix epoch. */
  readonly now: number;
  /** The version that both sides mean to speak. */
  readonly version: Version;
  /** The suite that the server would take before any other. */
  readonly suite: string;
  readonly keyExchange: KeyExchangeChoice;
  /** The group that the server takes for fresh key pairs. */
  readonly group: string;
  /** The name under which the client looks for the server; null: under none. */
  readonly name: string | null;
  /** What the server asks of a client. */
  readonly clientAuthentication: ClientAuthentication;
  readonly trust: Readonly<Record<Role, Trust>>;
  /** What goes wrong, by its name in the table of what real peers do; absent where that was not measured, or more goes wrong. */
  readonly measured?: string;
  /** The certificates that somebody brought, by the SHA-256 digests of their bytes in hex; absent where all are the demo’s. */
  readonly brought?: ReadonlySet<string>;
}
