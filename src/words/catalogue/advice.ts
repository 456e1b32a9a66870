// What somebody should check whose own connection fails in the way of an entry: what the refusal itself says to look at, or what goes for its
// topic. English; one place, ready for other languages.

import type { Entry } from '../../lab/index.ts';
import type { Cause } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { type Remedy, remedyFor, type Trouble } from '../remedies/index.ts';

/** By id, where it is a certificate, a key or a configuration that is refused, and whose. */
const refused: Readonly<Record<string, readonly [of: Role, trouble: Trouble]>> = {
  ...ofBoth({
    'self-signed': 'self-signed',
    expired: 'expired',
    'not-yet-valid': 'not-yet-valid',
    'wrong-eku': 'wrong-usage',
    'missing-intermediate': 'no-issuer',
    'issuer-not-ca': 'issuer-not-ca',
    'path-too-long': 'path-too-long',
    'bad-issuer-signature': 'bad-signature',
    'unknown-critical-extension': 'unknown-critical-extension',
    'no-digital-signature': 'no-digital-signature',
  }),
  'untrusted-ca': ['client', { chain: 'no-issuer' }],
  'server-untrusted-ca': ['server', { chain: 'no-issuer' }],
  'verify-depth-exceeded': ['client', { demand: 'chain too long' }],
  'intermediate-as-anchor': ['client', { demand: 'not a root' }],
  'client-issuer-may-not-sign': ['client', { chain: 'issuer-may-not-sign' }],
  'server-clock-behind': ['client', { chain: 'not-yet-valid' }],
  'client-weak-key': ['client', { chain: 'weak-key' }],
  'client-weak-digest': ['client', { chain: 'weak-digest' }],
  'client-wrong-name': ['client', { chain: 'name-not-permitted' }],
  'server-wrong-name': ['server', { chain: 'name-mismatch' }],
  'client-revoked': ['client', { chain: 'revoked' }],
  'revocation-list-outdated': ['client', { chain: 'revocation-list-outdated' }],
  'revocation-list-missing': ['client', { chain: 'no-revocation-list' }],
  'client-not-der': ['client', { cause: 'unreadable-certificate' }],
  'server-not-der': ['server', { cause: 'unreadable-certificate' }],
  'no-client-certificate': ['client', { cause: 'no-client-certificate' }],
  'misdirected-request': ['client', { demand: 'misdirected' }],
  'client-only-expired': ['client', { demand: 'only expired' }],
  'client-cannot-sign': ['client', { cause: 'no-client-certificate' }],
  'authorities-match-nothing': ['client', { cause: 'no-client-certificate' }],
  'no-server-certificate': ['server', { cause: 'empty-server-certificate' }],
  'empty-server-certificate': ['server', { cause: 'empty-server-certificate' }],
  'bad-signature': ['client', { cause: 'bad-signature' }],
  'copied-certificate': ['client', { cause: 'bad-signature' }],
  'client-key-of-another': ['client', { cause: 'bad-signature' }],
  'client-verify-replayed': ['client', { cause: 'bad-signature' }],
  'client-verify-other-transcript': ['client', { cause: 'bad-signature' }],
  'client-verify-algorithm-not-offered': ['client', { cause: 'scheme-not-offered' }],
  'server-key-of-another': ['server', { cause: 'bad-signature' }],
  'server-bad-signature': ['server', { cause: 'bad-signature' }],
  'server-key-exchange-bad-signature': ['server', { cause: 'bad-signature' }],
  'server-verify-replayed': ['server', { cause: 'bad-signature' }],
  'server-verify-other-transcript': ['server', { cause: 'bad-signature' }],
  'server-picks-version-not-offered': ['server', { cause: 'no-common-version' }],
  'no-common-version': ['client', { cause: 'no-common-version' }],
  'no-common-suite': ['client', { cause: 'no-common-suite' }],
  'no-common-scheme': ['client', { cause: 'no-common-scheme' }],
  'no-common-group': ['client', { cause: 'no-common-group' }],
  'no-common-protocol': ['client', { cause: 'no-common-protocol' }],
};

/** By id, where there is something else to look at that others of the topic don't share. */
const special: Readonly<Record<string, string>> = {
  downgrade: 'whether something on the way, such as a proxy that inspects TLS, changes the ClientHello.',
  'authorities-too-long':
    'the CA file from which the server names whom it trusts: the store of all public CAs is seldom meant.',
  'connection-cut': 'timeouts, firewalls and proxies on the way, and whether the other side crashed.',
};

const usual: Readonly<Record<Entry['topic'], string>> = {
  certificate: 'the file that holds the certificates, and the order they stand in.',
  possession: 'which key the side that was refused signs with, and whether its library or driver is sound.',
  negotiation: 'the versions and settings of both sides, and proxies on the way.',
  flow: 'the library of the side that was refused: an honest one doesn’t do this. Proxies on the way might.',
  attack: 'what stands between the two sides: proxies, inspection, or somebody who shouldn’t be there.',
  protection: 'proxies and hardware on the way, and the library of the side that was refused.',
};

/** What to check, as it goes on after a colon. */
export function adviceFor({ id, topic }: Pick<Entry, 'id' | 'topic'>): string {
  const [of = 'client', trouble] = refused[id] ?? [];
  const remedy: Remedy | undefined = trouble && remedyFor(trouble);
  return remedy?.check({ of, by: of === 'client' ? 'server' : 'client' }) ?? special[id] ?? usual[topic];
}

/** The entries with advice of their own. */
export const advised: readonly string[] = [...Object.keys(refused), ...Object.keys(special)];

/** The same of either side: `client-expired`, `server-expired`. */
function ofBoth(troubles: Readonly<Record<string, Cause>>): typeof refused {
  const sides = ['client', 'server'] as const;
  return Object.fromEntries(
    sides.flatMap((of) => Object.entries(troubles).map(([name, chain]) => [`${of}-${name}`, [of, { chain }] as const])),
  );
}
