// What to change, and who must, for each way in which a handshake can fail with somebody's own certificates. It must not know how
// failures are found.

import type { Obstacle } from '../../lab/own/index.ts';
import type { FailedCheck } from '../../pki/index.ts';
import type { FaultCause, Role } from '../../tls/index.ts';

/** Both sides by their names: whose certificate it is, and who refuses it. */
export interface Sides {
  readonly of: Role;
  readonly by: Role;
}

type Remedy = (sides: Sides) => string;

/** For a check of a chain that failed: one or two sentences. */
export function remedyForCheck({ detail, reason }: FailedCheck, sides: Sides): string {
  if (reason.what === 'not a root')
    return `Add the root “${reason.issuer}” to what the ${sides.by} trusts, or have it take partial chains, if it can.`;
  if (reason.what === 'namesake')
    return `Give the ${sides.by} the certificate of the CA “${reason.issuer}” whose key issued it: the one that it has is older or newer.`;
  if (reason.what === 'no issuer')
    return `If the ${sides.by} trusts the CA above “${reason.issuer}”, add the certificate of “${reason.issuer}” to the ${sides.of}’s certificate file, after its own. If not, add the root to what the ${sides.by} trusts.`;
  if (reason.what === 'self-signed')
    return reason.alone
      ? `Add this very certificate to what the ${sides.by} trusts, or have one issued by a CA that the ${sides.by} trusts.`
      : `Add the root “${reason.subject}” to what the ${sides.by} trusts.`;
  return byCause[detail](sides);
}

const reissue: Remedy = ({ of }) => `Have the ${of}’s certificate issued anew, without this fault.`;
const reissueCa: Remedy = () => 'The CA has to be issued anew, or the certificate has to come from another one.';

const byCause: Readonly<Record<FailedCheck['detail'], Remedy>> = {
  'no-anchors': ({ by }) => `Give the ${by} the CAs that it is to trust: it has none.`,
  'no-issuer': ({ by }) => `Add the root of this chain to what the ${by} trusts.`,
  'self-signed': ({ by }) => `Add this certificate to what the ${by} trusts.`,
  'too-complex': reissueCa,
  malformed: reissue,
  'unknown-critical-extension': reissue,
  'issuer-not-ca': reissueCa,
  'ca-as-leaf': ({ of }) => `Give the ${of} a certificate of its own, not a CA’s.`,
  'path-too-long': ({ by }) =>
    `Use a CA with fewer intermediates, or let the ${by} verify deeper if its configuration limits that.`,
  'issuer-may-not-sign': reissueCa,
  'no-digital-signature': ({ of }) => `Have the ${of}’s certificate issued anew with digitalSignature in its keyUsage.`,
  'no-key-encipherment': ({ of }) => `Have the ${of}’s certificate issued anew with keyEncipherment, or use ECDHE.`,
  'wrong-usage': ({ of }) => `Have the ${of}’s certificate issued anew with ${of}Auth in its extendedKeyUsage.`,
  'key-identifier': reissue,
  'weak-key': ({ of }) =>
    `Have it issued anew with a stronger key: P-256, or RSA with 2048 bits or more. It is in the ${of}’s chain.`,
  'unsupported-key': ({ of }) => `Use a key that all programs know: P-256 or RSA. It is in the ${of}’s chain.`,
  'unsupported-signature': () => 'Have it issued anew, signed with SHA-256 or better.',
  'name-mismatch': () =>
    'Connect by a name that the certificate has, or have it issued anew with this name as a subject alternative name.',
  'bad-signature': () => 'Get the certificate again from the CA: it was damaged or changed, or another key signed it.',
  expired: () => 'Renew it; or set the clock right, if that is wrong.',
  'not-yet-valid': () => 'Set the clock right, or wait until it is valid.',
  'name-not-permitted': ({ of }) => `Use a CA that may issue for this name, for the ${of}.`,
  'name-excluded': ({ of }) => `Use a CA that may issue for this name, for the ${of}.`,
  'unsupported-constraint': reissueCa,
  revoked: ({ of }) => `Have a new certificate issued for the ${of}, with a new key if the old one was lost.`,
  'no-revocation-list': ({ by }) => `Give the ${by} the list of this CA, and one of each CA above it that it asks for.`,
  'revocation-list-outdated': ({ by }) =>
    `Get a new list from the CA and give it to the ${by}; until then it refuses everybody.`,
  'revocation-list-not-yet-valid': ({ by }) => `Set the clock of the ${by} right, or wait until the list is valid.`,
  'bad-revocation-list': ({ by }) =>
    `Get the list again from the CA and give it to the ${by}: it was damaged, or another key signed it.`,
};

/** For any other refusal that there is something to do about. */
export const byFault: Readonly<Partial<Record<FaultCause, string>>> = {
  'no-client-certificate':
    'Give the client a certificate that a CA issued which the server trusts, with its key; or let the server only ask for one.',
  'no-common-version': 'Let both sides speak a version in common: TLS 1.3 or 1.2.',
  'no-common-scheme':
    'Use a certificate with a key whose signatures the other side takes, P-256 or RSA for instance; or let it take more.',
  'authorities-too-long': 'Let the server trust only the CAs that issue its clients’ certificates.',
  'no-server-certificate': 'Give the server a certificate with its key.',
  'bad-signature': 'Give the side that signed the key that belongs to its certificate.',
};

export const byObstacle: { readonly [W in Obstacle['what']]: string } = {
  'key of another': 'Use the certificate that was issued for this key, or the key that belongs to this certificate.',
  'no certificate': 'Give the certificate that the CA issued for this key.',
  'no key in the file': 'Give the file that holds the private key.',
  'key locked': 'Give the right password for the key.',
  'weak key': 'Have it issued anew with a stronger key: P-256, or RSA with 2048 bits or more.',
  'weak signature': 'Have it issued anew, signed with SHA-256 or better.',
  'strange curve': 'Make a new key, P-256 or RSA with 2048 bits or more, and have a certificate issued for it.',
  'out of order': 'Put the certificates in their order: its own first, then each issuer’s, and none twice.',
  'nobody named': 'Have it issued anew with a subject, or with a subject alternative name.',
  'too many certificates': 'Leave only its own certificate and those of the CAs above it in the file.',
  'nothing trusted': 'Give it the root of the CA that issued the other side’s certificate.',
  'key refused': 'Make a new key, P-256 or RSA with 2048 bits or more, and have a certificate issued for it.',
  'unreadable certificate': 'Have the certificate issued anew by software that writes proper DER.',
};

export const upsideDown = 'Put the certificate that belongs to the key first in the file, and its CA’s after it.';
