// What the catalogue says about one thing that can go wrong: for the menu, for the stage, and for the conformance tests.
// Types, and what several entries share. What the reader is told of it is in words/catalogue/. It must not know single entries.

import type { AlertName, FaultCause, Role, Version } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';
import type { Reason, When } from './reason.ts';

/** A step of the picture: who says what. */
export interface NamedStep {
  readonly from: Role;
  /** As the step is called: `CertificateVerify`, `application data`, `change_cipher_spec`, `alert close_notify`. */
  readonly name: string;
}

/** What must come of a mischief in one scenario, when it is the only one. */
export type Expectation =
  | {
      readonly noticed: true;
      /** Who must notice, by which check, and the alert that follows. */
      readonly by: Role;
      readonly cause: FaultCause;
      readonly alert: AlertName;
      /** The step in which it must be noticed. */
      readonly at: NamedStep;
      /** What the other side makes of that alert. Left out: it reads it. `lost`: the alert doesn't arrive. Or it refuses too. */
      readonly answer?: 'lost' | { readonly cause: FaultCause; readonly alert: AlertName };
    }
  | {
      /** The connection just ends: no check, no alert. */
      readonly noticed: 'cut';
      /** Who sees the connection end although it was not over. */
      readonly by: readonly Role[];
      readonly because: Reason;
    }
  | {
      /** The handshake goes through, or, where `waits` says so, nobody ever learns anything: these sides wait for more. */
      readonly noticed: false;
      readonly because: Reason;
      readonly waits?: readonly Role[];
    };

/** What an entry is about. */
export type Topic = 'certificate' | 'possession' | 'negotiation' | 'protection' | 'attack' | 'flow';

/** One place at which an entry can happen. */
export interface Spot {
  readonly at: number;
  readonly when: When;
}

/** The numbers that a parameter can be: whole ones, both ends included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The places of an entry that can happen to any record: its number on the wire. A link has room for nine digits. */
export const ANY_RECORD: Range = { min: 0, max: 999_999_999 };

/** One thing that can go wrong. */
export interface Entry {
  /** Appears in links; never to be changed. */
  readonly id: string;
  readonly who: Role | 'network';
  readonly topic: Topic;
  /**
   * What must come of it in each version in which it is possible; an entry that is possible in neither has parameters that decide,
   * and says so by `takes`.
   */
  readonly expect: Readonly<Partial<Record<Version, (scenario: Scenario, mischief: Mischief) => Expectation>>>;
  /**
   * What it takes: a place out of several in each version (the first when none is given), and which parameters. By this alone they are
   * read from links, written into them, and played.
   */
  readonly takes?: {
    readonly at?: Readonly<Partial<Record<Version, readonly Spot[]>>> | 'any record';
    readonly params?: Readonly<Record<string, Range>>;
  };
  /** Whether it comes out as expected whatever the clock says; others need the time for which the demo PKI was minted. */
  readonly anyDay?: boolean;
  /** The name that the table of measured alerts has for this failure, if it was measured with real peers. */
  readonly measured?: string;
  /** Whether a run shows that it came to nothing. */
  missed?(mischief: Mischief, run: Pick<Timeline, 'moments'>): boolean;
  /** Works it into the cast: configuration, bends, seals or taps. */
  apply(cast: Cast, mischief: Mischief): Cast;
}

/** The same expectation in both versions. */
export function inBoth(expectation: (scenario: Scenario, mischief: Mischief) => Expectation): Entry['expect'] {
  return { '1.2': expectation, '1.3': expectation };
}

/** An expectation that only holds when the server asks for a certificate at all. */
export function whenAsked(
  expectation: (scenario: Scenario, mischief: Mischief) => Expectation,
): (scenario: Scenario, mischief: Mischief) => Expectation {
  const because = 'client-not-asked';
  return (scenario, mischief) =>
    scenario.clientAuthentication === 'off' ? { noticed: false, because } : expectation(scenario, mischief);
}

/** Noticed by the server in a message of the client's. */
export function byServer(cause: FaultCause, alert: AlertName, name: string): Expectation {
  return { noticed: true, by: 'server', cause, alert, at: { from: 'client', name } };
}

/** Noticed by the client in a message of the server's. */
export function byClient(cause: FaultCause, alert: AlertName, name: string): Expectation {
  return { noticed: true, by: 'client', cause, alert, at: { from: 'server', name } };
}
