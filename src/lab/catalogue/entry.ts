// What the catalogue says about one thing that can go wrong: for the menu, for the stage, and for the conformance tests.
// Types, and the few words that several entries share. It must not know single entries.

import type { AlertName, FaultCause, MessageName, Role, Version } from '../../tls/index.ts';
import type { Cast } from '../cast.ts';
import type { Mischief, Scenario } from '../scenario.ts';

/** What must come of a mischief in one scenario, when it is the only one. */
export type Expectation =
  | {
      readonly noticed: true;
      /** Who must notice, by which check, and the alert that follows. */
      readonly by: Role;
      readonly cause: FaultCause;
      readonly alert: AlertName;
      /** The step in which it must be noticed. */
      readonly at: { readonly from: Role; readonly name: MessageName | 'application data' };
    }
  | {
      /** The handshake goes through. */
      readonly noticed: false;
      /** A sentence for the reader. */
      readonly because: string;
    };

/** One thing that can go wrong. */
export interface Entry {
  /** Appears in links; never to be changed. */
  readonly id: string;
  readonly title: string;
  /** One line, in the menu. */
  readonly story: string;
  readonly who: Role | 'network';
  /** What must come of it in each version in which it is possible. */
  readonly expect: Readonly<Partial<Record<Version, (scenario: Scenario) => Expectation>>>;
  /** What it takes: whether a place (`at`), and which parameters. Nothing by default. */
  readonly takes?: { readonly at?: boolean; readonly params?: readonly string[] };
  /** Works it into the cast: configuration, bends, seals or taps. */
  apply(cast: Cast, mischief: Mischief): Cast;
}

/** An expectation that only holds when the server asks for a certificate at all. */
export function whenAsked(expectation: (scenario: Scenario) => Expectation): (scenario: Scenario) => Expectation {
  const because = 'Nobody notices, because the server never asks the client who it is.';
  return (scenario) => (scenario.clientAuthentication === 'off' ? { noticed: false, because } : expectation(scenario));
}
