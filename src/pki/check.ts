// What a verdict consists of: single checks with the value they looked at, and the one table that says which
// alert a failed check calls for. It knows nothing of how checks are made, nor of TLS beyond six names.

import type { Certificate } from './certificate.ts';
import type { CheckReason, CheckValue } from './reason.ts';

/**
 * What is demanded: what verifiers usually insist on; or every rule of RFC 5280, those for whoever issues included, which `usual` only
 * warns of; or also what browsers and the CA/Browser Forum add to it.
 */
export type Profile = 'usual' | 'rfc5280' | 'webpki';

export type CheckId =
  | 'trust-anchor'
  | 'well-formed'
  | 'critical-extensions'
  | 'basic-constraints'
  | 'path-length'
  | 'key-usage'
  | 'extended-key-usage'
  | 'key-identifiers'
  | 'key-strength'
  | 'name'
  | 'signature'
  | 'validity'
  | 'name-constraints'
  | 'revocation';

/** Why a check failed, for machines: each cause has its alert. */
export type Cause =
  | 'no-anchors'
  | 'no-issuer'
  | 'self-signed'
  | 'too-complex'
  | 'malformed'
  | 'unknown-critical-extension'
  | 'issuer-not-ca'
  | 'ca-as-leaf'
  | 'path-too-long'
  | 'issuer-may-not-sign'
  | 'no-digital-signature'
  | 'no-key-encipherment'
  | 'wrong-usage'
  | 'key-identifier'
  | 'weak-key'
  | 'unsupported-key'
  | 'unsupported-signature'
  | 'weak-digest'
  | 'name-mismatch'
  | 'bad-signature'
  | 'expired'
  | 'not-yet-valid'
  | 'name-not-permitted'
  | 'name-excluded'
  | 'unsupported-constraint'
  | 'revoked'
  | 'no-revocation-list'
  | 'revocation-list-outdated'
  | 'revocation-list-not-yet-valid'
  | 'bad-revocation-list';

interface CheckBase {
  readonly id: CheckId;
  /** Which certificate, by its common name or first alternative name. */
  readonly subject: string;
  /** Its place in the path: 0 is the leaf. */
  readonly index: number;
  /** What the check looked at. */
  readonly value: CheckValue;
  /** Why it passed or failed, or what is odd. */
  readonly reason: CheckReason;
  /** The least profile that demands it. */
  readonly profile: Profile;
  /** Where it is demanded, for example `RFC 5280 4.2.1.9`. */
  readonly section: string;
}

export interface PassedCheck extends CheckBase {
  readonly outcome: 'passed';
}

/** It broke a rule, and is taken all the same: under the profile in force that is no reason to refuse. */
export interface WarnedCheck extends CheckBase {
  readonly outcome: 'warned';
}

export interface FailedCheck extends CheckBase {
  readonly outcome: 'failed';
  readonly detail: Cause;
}

export type Check = PassedCheck | WarnedCheck | FailedCheck;

/** Whether a check is a reason to refuse. */
export function isFailed(check: Check): check is FailedCheck {
  return check.outcome === 'failed';
}

/** The outcome of verifying a chain. */
export interface Verdict {
  readonly ok: boolean;
  /** Leaf … anchor: the valid path, or else the one that came furthest. */
  readonly path: readonly Certificate[];
  /** Everything that was looked at on that path, whatever came of it. */
  readonly checks: readonly Check[];
  /** The decisive failure; absent exactly when `ok`. */
  readonly failed?: FailedCheck;
  /** How many ways were tried that don't only begin another. */
  readonly pathsTried: number;
}

export type CertificateAlert =
  | 'unknown_ca'
  | 'certificate_expired'
  | 'certificate_revoked'
  | 'bad_certificate'
  | 'unsupported_certificate'
  | 'decrypt_error'
  | 'certificate_unknown';

/** Whatever is not here is certificate_unknown. So is a list of revoked certificates that is of no use: of the certificate itself nothing is known then. */
const ALERTS: Readonly<Partial<Record<Cause, CertificateAlert>>> = {
  'no-anchors': 'unknown_ca',
  'no-issuer': 'unknown_ca',
  'self-signed': 'unknown_ca',
  'too-complex': 'unknown_ca',
  'issuer-not-ca': 'unknown_ca',
  'issuer-may-not-sign': 'unknown_ca',
  'path-too-long': 'unknown_ca',
  expired: 'certificate_expired',
  'not-yet-valid': 'bad_certificate',
  malformed: 'bad_certificate',
  'name-mismatch': 'bad_certificate',
  'weak-key': 'bad_certificate',
  'weak-digest': 'bad_certificate',
  'wrong-usage': 'unsupported_certificate',
  'no-digital-signature': 'unsupported_certificate',
  'no-key-encipherment': 'unsupported_certificate',
  'ca-as-leaf': 'unsupported_certificate',
  'unsupported-key': 'unsupported_certificate',
  'unsupported-signature': 'unsupported_certificate',
  'bad-signature': 'decrypt_error',
  revoked: 'certificate_revoked',
  'bad-revocation-list': 'decrypt_error',
};

/** The alert that a failed check calls for; the same choice as OpenSSL's, but where a list of revoked certificates is of no use. */
export function alertOf(check: FailedCheck): CertificateAlert {
  return ALERTS[check.detail] ?? 'certificate_unknown';
}
