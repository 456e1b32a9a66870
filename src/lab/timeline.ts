// What happened, in order: the immutable record of one run. Everything above folds over it; nothing above asks an endpoint.

import type { Bytes } from '../bytes/index.ts';
import type { Facts, Insight, Role, Version } from '../tls/index.ts';
import type { Circumstances } from './circumstances.ts';
import type { Scenario } from './scenario.ts';
import type { Station } from './states.ts';

/** What the wire did with a record. */
export interface Carriage {
  readonly from: Role;
  /** Position among all records that were put on the wire or injected, from 0. */
  readonly record: number;
  /** The sender's own ordinal of the record; absent for what the sender never said. */
  readonly ordinal?: number;
  /** The bytes as they arrived. */
  readonly bytes: Bytes;
  readonly fate: 'delivered' | 'changed' | 'dropped' | 'injected';
}

/** One thing that happens: to one side, or on the wire between. */
export type Happened =
  | {
      readonly who: Role;
      readonly insight: Insight;
      /** The `record` of the carriage whose arrival set it off. */
      readonly cause?: number;
    }
  | { readonly who: 'network'; readonly carriage: Carriage }
  | { readonly who: 'network'; readonly cut: Role }
  /**
   * The machine of this side resets the transport, because its program has closed it with data unread. `unread`: the records, by number,
   * that have come for the other side and that its program has not read by then.
   */
  | { readonly who: 'network'; readonly reset: Role; readonly unread: readonly number[] };

/** One thing that happened, and its place in the order of all. */
export type Moment = { readonly at: number } & Happened;

export type Phase = 'negotiation' | 'server authentication' | 'client authentication' | 'application data';

/** One arrow of the picture: a message, an alert, a stretch of data, and what both sides did about it. */
export interface Step {
  /** From 1. */
  readonly number: number;
  readonly kind: 'message' | 'alert' | 'data' | 'change_cipher_spec';
  /** `CertificateRequest`, `alert unknown_ca`, `application data`. */
  readonly name: string;
  readonly from: Role;
  readonly phase: Phase;
  /** Indices of the moments that belong to this step, ascending. */
  readonly moments: readonly number[];
  /** Moment at which it was said, and at which the other side heard it, if it did. */
  readonly said: number;
  readonly heard?: number;
  /** What a reset of the transport did to it: it had come and lay unread, or it was said when there was nothing any more to write to. */
  readonly wreck?: 'neverRead' | 'neverSent';
}

/** How it ended for one side. */
export interface Ending {
  readonly state: 'connected' | 'closed' | 'failed' | 'waiting';
  readonly facts?: Facts;
}

/** The states that both sides come to, in each version. */
export type Ways = Readonly<Record<Version, Readonly<Record<Role, readonly Station[]>>>>;

/** How it goes where nothing goes wrong. Played when somebody looks, and once: whoever doesn't ask needn't wait for it. */
export interface Honest {
  /** In the same scenario without mischief, with the clock and the name that the certificates are for. */
  readonly steps: readonly Step[];
  /** What the moments of those steps are. */
  readonly moments: readonly Moment[];
  /** With the same choices. */
  readonly states: Ways;
  /** Where the server also asks for a certificate: all states that there are. */
  readonly statesIfAsked: Ways;
}

export interface Timeline {
  /** What was played; absent for what happened elsewhere. Whoever tells of a run needs its circumstances only. */
  readonly scenario?: Scenario;
  readonly circumstances: Circumstances;
  readonly moments: readonly Moment[];
  readonly steps: readonly Step[];
  /** The steps that an honest run of the same scenario (see `Honest`) would have had after the last one here. */
  readonly ghosts: readonly Step[];
  readonly ends: Readonly<Record<Role, Ending>>;
  /** Absent where nobody knows how it should have gone. */
  readonly honest?: Honest;
}
