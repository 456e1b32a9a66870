// Which check of a certificate each entry fails. Their expectations tell it only as far as the alert does, and many checks share one.
// Data only.

import type { Cause } from '../../pki/index.ts';
import type { Entry } from '../catalogue/entry.ts';

const failings: ReadonlyMap<string, Cause> = new Map<string, Cause>([
  ['untrusted-ca', 'no-issuer'],
  ['client-self-signed', 'self-signed'],
  ['client-expired', 'expired'],
  ['client-not-yet-valid', 'not-yet-valid'],
  ['client-wrong-eku', 'wrong-usage'],
  ['client-wrong-name', 'name-not-permitted'],
  ['client-missing-intermediate', 'no-issuer'],
  ['client-issuer-not-ca', 'issuer-not-ca'],
  ['client-path-too-long', 'path-too-long'],
  ['client-bad-issuer-signature', 'bad-signature'],
  ['client-unknown-critical-extension', 'unknown-critical-extension'],
  ['client-no-digital-signature', 'no-digital-signature'],
  ['client-weak-key', 'weak-key'],
  ['client-weak-digest', 'weak-digest'],
  ['verify-depth-exceeded', 'path-too-long'],
  ['intermediate-as-anchor', 'no-issuer'],
  ['client-issuer-may-not-sign', 'issuer-may-not-sign'],
  ['server-clock-behind', 'not-yet-valid'],
  ['client-revoked', 'revoked'],
  ['revocation-list-outdated', 'revocation-list-outdated'],
  ['revocation-list-missing', 'no-revocation-list'],
  ['server-untrusted-ca', 'no-issuer'],
  ['server-self-signed', 'self-signed'],
  ['server-expired', 'expired'],
  ['server-not-yet-valid', 'not-yet-valid'],
  ['server-wrong-eku', 'wrong-usage'],
  ['server-wrong-name', 'name-mismatch'],
  ['server-missing-intermediate', 'no-issuer'],
  ['server-issuer-not-ca', 'issuer-not-ca'],
  ['server-path-too-long', 'path-too-long'],
  ['server-bad-issuer-signature', 'bad-signature'],
  ['server-unknown-critical-extension', 'unknown-critical-extension'],
  ['server-no-digital-signature', 'no-digital-signature'],
]);

/** The check that refuses the certificate of this entry; undefined where none does. */
export function failedCheckOf({ id }: Pick<Entry, 'id'>): Cause | undefined {
  return failings.get(id);
}
