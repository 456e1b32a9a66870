// What must come of one thing that goes wrong, for the page and for the conformance tests. Types only. It must not know entries.

import type { AlertName, FaultCause, Role } from '../../tls/index.ts';
import type { Reason } from './reason.ts';

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
      /** Whether a client holds the connection to be there by then; left out: as the step says. */
      readonly late?: boolean;
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
