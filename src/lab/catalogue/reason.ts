// Why nobody notices something that goes wrong, and when it happens, as values: whoever has words for them tells them.
// It must not know single entries.

import type { Role } from '../../tls/index.ts';

/** A reason that needs no more than its name. */
export type PlainReason =
  | 'client-not-asked'
  | 'client-only-asked'
  | 'nothing-shown'
  | 'misdirected'
  | 'certificate-asked-for'
  | 'any-order'
  | 'static-rsa-no-group'
  | 'static-rsa-no-signature'
  | 'static-rsa-no-key-exchange'
  | 'static-rsa-no-server-share'
  | 'static-rsa-no-share'
  | 'static-rsa-no-swap'
  | 'no-alpn'
  | 'no-protocol-wanted'
  | 'no-protocol-answered'
  | 'no-session-id'
  | 'nothing-but-finished'
  | 'change-cipher-spec-ignored'
  | 'no-change-cipher-spec'
  | 'empty-data-allowed'
  | 'alert-believed'
  | 'page-without-goodbye'
  | 'cut-without-goodbye';

/** A state of one side; `retried`: after a HelloRetryRequest. */
export interface InState {
  readonly who: Role;
  readonly state: string;
  readonly retried?: true;
}

/** Why nobody notices, or why those who see the end know no more. */
export type Reason =
  | PlainReason
  | { readonly why: 'refused-by-warning' | 'left-as-if-cut'; readonly who: Role }
  | ({ readonly why: 'never-in-state' } & InState);

/** When something happens: after what has passed on the wire, or to a side in one of its states. */
export type When =
  | 'client-hello'
  | 'server-first-record'
  | 'server-flight'
  | 'client-first-record'
  | 'client-flight'
  | 'client-flight-and-request'
  | 'server-finished'
  | 'client-request'
  | 'server-page'
  | InState;
