// Certificates that somebody brought, as plain data beside a scenario and never in it: what each side shows and trusts, and what it is set
// to. It must not know files, nor where anything comes from.

import type { Certificate, Crl, Shown } from '../../pki/index.ts';
import type { Version } from '../../tls/index.ts';
import type { Demands } from '../exhibit.ts';
import type { Manner } from '../manners/index.ts';

/** What one side is given. What is absent is the demo’s. */
export interface OwnSide {
  /** The certificates that it can choose from; empty: it has none. */
  readonly shows?: readonly Shown[];
  /** The CAs that it trusts for its peer; empty: it trusts nobody. */
  readonly trusts?: readonly Certificate[];
  /** The only version that it speaks. */
  readonly version?: Version;
  /** The program that it behaves like; absent: this engine. */
  readonly manner?: Manner;
  /** Schemes that it lets its peer sign with, by IANA’s names. */
  readonly accepts?: readonly string[];
}

/** Everything that somebody brought to a run. A run is remembered by the object: one that changed is another one. */
export interface Own {
  readonly client: OwnSide;
  readonly server: OwnSide;
  /** Lists of revoked certificates that the server has. */
  readonly lists?: readonly Crl[];
  readonly demands?: Demands;
}
