// What the Certificates pane shows, as plain data. No behaviour.

import type { Bytes } from '../../bytes/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Fact, Reference } from '../explain/narration.ts';
import type { Rich } from '../rich.ts';

/** One check of one certificate, once it was made. */
export interface CheckRow {
  readonly outcome: 'passed' | 'warned' | 'failed';
  /** `Time of validity`. */
  readonly name: string;
  /** One sentence: why it passed or failed, or what is odd. */
  readonly reason: string;
  /** What was looked at, in this run's values. */
  readonly value: string;
  /** Who demands it, and where. */
  readonly profile: string;
  readonly reference: Reference;
}

/** One certificate in human terms. */
export interface Portrait {
  /** `api.example`. */
  readonly title: string;
  /** `issued by Countersign Server Issuing CA`. */
  readonly issued: string;
  /** `valid on 23 November 2026`, `expired 1 day ago, on 22 November 2026`. */
  readonly valid: string;
  readonly facts: readonly Fact[];
  /** Absent for what can't be read. */
  readonly der?: Bytes;
}

/** A certificate at its place in a chain or among those that are trusted. */
export interface Card extends Portrait {
  /** Different for each in its list. */
  readonly id: string;
  /** `the client’s own`; empty among those that are trusted. */
  readonly place: string;
  /** The layer of the Certificate message's step in which its bytes are; absent when it was not sent. */
  readonly layer?: string;
  /** Something that is odd about its bytes. */
  readonly note?: string;
  /** All checks of it that were made by now: those that failed first, then those with a warning, else in their order. */
  readonly checks: readonly CheckRow[];
  /** `10 checks`, `8 checks, 1 failed, 1 warning`; absent while there are none. */
  readonly tally?: string;
}

/** Why a side shows what it shows. */
export interface Motive {
  readonly title: string;
  readonly reason: string;
  readonly facts: readonly Fact[];
  readonly note?: string;
}

/** What one side shows, as far as it has by now. */
export interface Presentation {
  readonly of: Role;
  readonly title: string;
  readonly lead: readonly Rich[];
  /** The step of its Certificate message, once it is said. */
  readonly step?: number;
  /** Once something was shown: what the other side makes of it. */
  readonly verdict?: { readonly outcome: 'good' | 'bad' | 'open'; readonly text: Rich; readonly tally?: string };
  /** Once something was shown: whether the side holds the key. */
  readonly proof?: { readonly outcome: 'good' | 'bad' | 'open'; readonly text: string };
  readonly chain: readonly Card[];
  /** Why the chain leads nowhere, once that is known. */
  readonly deadEnd?: string;
  readonly motive?: Motive;
}

/** The CAs that one side trusts. */
export interface Store {
  readonly by: Role;
  readonly title: string;
  readonly note: string;
  /** Empty: nobody. */
  readonly anchors: readonly Card[];
}

export interface CertificatesView {
  /** What was refused comes first; else the server’s, which shows first. */
  readonly presentations: readonly Presentation[];
  readonly stores: readonly Store[];
}
