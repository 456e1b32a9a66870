// Causes for refusing, and the alert each leads to. The one place where an alert is chosen.

import type { Field } from '../bytes/index.ts';
import type { Cause } from '../pki/index.ts';
import type { CauseValues } from './cause.ts';
import type { Version } from './terms.ts';
import type { AlertName } from './wire/iana.ts';

/**
 * Every reason this engine has to refuse, with its alert. Where an RFC names the alert, it is that one; where it leaves the
 * choice open, it is what OpenSSL sends.
 */
export const alertOfCause = {
  // what came in can't be read
  'malformed-message': 'decode_error',
  'malformed-alert': 'decode_error',
  'empty-handshake-fragment': 'unexpected_message',
  'empty-alert-fragment': 'unexpected_message',
  'message-too-long': 'illegal_parameter',
  'record-too-long': 'record_overflow',
  'unknown-content-type': 'unexpected_message',
  'no-content-type': 'unexpected_message',
  'bad-record-mac': 'bad_record_mac',
  // the right thing at the wrong time
  'unexpected-message': 'unexpected_message',
  'unexpected-record': 'unexpected_message',
  'unexpected-change-cipher-spec': 'unexpected_message',
  'key-change-inside-message': 'unexpected_message',
  'interleaved-record': 'unexpected_message',
  flood: 'unexpected_message',
  // negotiation
  'no-common-version': 'protocol_version',
  'obsolete-version': 'protocol_version',
  'no-common-suite': 'handshake_failure',
  'no-common-group': 'handshake_failure',
  'no-common-scheme': 'handshake_failure',
  'no-common-protocol': 'no_application_protocol',
  'name-not-plain': 'illegal_parameter',
  'no-server-certificate': 'handshake_failure',
  'no-private-key': 'internal_error',
  'own-key-may-not-sign': 'internal_error',
  'authorities-too-long': 'internal_error',
  'missing-extension': 'missing_extension',
  'duplicate-extension': 'illegal_parameter',
  'misplaced-extension': 'illegal_parameter',
  'unsolicited-extension': 'unsupported_extension',
  'bad-compression': 'illegal_parameter',
  'version-not-offered': 'illegal_parameter',
  'suite-not-offered': 'illegal_parameter',
  'suite-changed': 'illegal_parameter',
  'group-not-offered': 'illegal_parameter',
  'group-without-share': 'illegal_parameter',
  'protocol-not-offered': 'illegal_parameter',
  'session-id-not-echoed': 'illegal_parameter',
  'bad-key-share': 'illegal_parameter',
  'needless-retry': 'illegal_parameter',
  'second-retry': 'unexpected_message',
  'changed-second-hello': 'illegal_parameter',
  'downgrade-sentinel': 'illegal_parameter',
  'request-context': 'illegal_parameter',
  'bad-key-update': 'illegal_parameter',
  'inappropriate-fallback': 'inappropriate_fallback',
  'bad-point-formats': 'illegal_parameter',
  'bad-renegotiation-info': 'handshake_failure',
  'no-secure-renegotiation': 'handshake_failure',
  'bad-curve-type': 'illegal_parameter',
  // authentication
  'empty-server-certificate': 'decode_error',
  'no-client-certificate': 'certificate_required',
  'unreadable-certificate': 'bad_certificate',
  'untrusted-issuer': 'unknown_ca',
  'certificate-expired': 'certificate_expired',
  'certificate-revoked': 'certificate_revoked',
  'certificate-refused': 'bad_certificate',
  'certificate-wrong-purpose': 'unsupported_certificate',
  'certificate-bad-signature': 'decrypt_error',
  'certificate-unknown': 'certificate_unknown',
  'unsupported-key': 'unsupported_certificate',
  'certificate-does-not-fit-suite': 'illegal_parameter',
  'scheme-not-offered': 'illegal_parameter',
  'scheme-does-not-fit-key': 'illegal_parameter',
  'bad-signature': 'decrypt_error',
  'bad-finished': 'decrypt_error',
} as const satisfies Readonly<Record<string, AlertName>>;

export type FaultCause = keyof typeof alertOfCause;

/** Where TLS 1.2 has another alert. */
const alertOfCause12: Readonly<Partial<Record<FaultCause, AlertName>>> = {
  // RFC 5246 7.4.6: certificate_required came with TLS 1.3.
  'no-client-certificate': 'handshake_failure',
};

/** The alert that a cause leads to; without a version as long as none is agreed on. */
export function alertFor(cause: FaultCause, version: Version | null): AlertName {
  return (version === '1.2' && alertOfCause12[cause]) || alertOfCause[cause];
}

/** An alert, or none; and where the versions differ, each one’s. */
type Told = AlertName | 'none';

/** Alerts other than those of the table above, as some programs send them. */
export interface Alerts {
  /** For what is wrong with a chain: for each cause, and for any other. */
  readonly chain?: Readonly<Partial<Record<Cause | 'any', Told | Readonly<Record<Version, Told>>>>>;
  /** For everything else. */
  readonly other?: Readonly<Partial<Record<FaultCause, Told | Readonly<Record<Version, Told>>>>>;
}

/** The alert that is sent about a fault, by somebody who sends others than this engine; null: none. */
export function alertToSend({ cause, values }: Fault, version: Version | null, alerts: Alerts = {}): AlertName | null {
  const detail = 'check' in values ? values.check.detail : undefined;
  const own = detail ? (alerts.chain?.[detail] ?? alerts.chain?.any) : alerts.other?.[cause];
  const told = (typeof own === 'object' ? own[version ?? '1.3'] : own) ?? alertFor(cause, version);
  return told === 'none' ? null : told;
}

/** Where a fault was found, for the picture. */
export interface Evidence {
  readonly field?: Field;
  readonly bytes?: Uint8Array;
}

/** A cause with the values of this run. */
export type Fault = {
  readonly [C in FaultCause]: { readonly cause: C; readonly values: CauseValues[C] };
}[FaultCause];

/** Thrown by checks and handlers; caught in one place, the endpoint, which sends the alert. */
export class TlsFault<C extends FaultCause = FaultCause> extends Error {
  override readonly name = 'TlsFault';
  readonly found: Fault;

  /**
   * @param cause why, from the table above
   * @param values what there is to say about it in this run
   */
  constructor(
    cause: C,
    values: CauseValues[C],
    readonly evidence: Evidence = {},
  ) {
    super(cause);
    this.found = { cause, values } as Fault;
  }
}
