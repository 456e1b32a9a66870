// What the catalogue says about one thing that can go wrong: for the menu, for the stage, and for the conformance tests.
// Types, and what several entries share. What the reader is told of it is in words/catalogue/. It must not know single entries.

import type { AlertName, FaultCause, Role, Version } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import type { Mischief, Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';
import type { Expectation } from './expectation.ts';
import type { When } from './reason.ts';

export type { Expectation } from './expectation.ts';

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
