// Checks of certificates that are close to each other: who meets one that nothing here fails for may learn from the other. Data only.

import type { Cause } from '../../pki/index.ts';

const kin: Readonly<Partial<Record<Cause, readonly Cause[]>>> = {
  'name-excluded': ['name-not-permitted'],
  'unsupported-constraint': ['name-not-permitted'],
  'issuer-may-not-sign': ['issuer-not-ca'],
  'ca-as-leaf': ['issuer-not-ca'],
  'too-complex': ['path-too-long'],
  'key-identifier': ['no-issuer'],
  'unsupported-signature': ['weak-digest'],
  'revocation-list-not-yet-valid': ['revocation-list-outdated'],
  'bad-revocation-list': ['revocation-list-outdated'],
};

/** Whether a check that is read of is close to one that can be seen to fail. */
export function isKin(read: Cause, played: Cause): boolean {
  return kin[read]?.includes(played) ?? false;
}
