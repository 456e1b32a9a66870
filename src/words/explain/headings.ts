// A heading for every cause of a refusal, and for what can be wrong with a chain. Values come in, words go out.
// English, ready for other languages.

import type { Cause } from '../../pki/index.ts';
import type { FaultCause, Role, Version } from '../../tls/index.ts';

/** Who refuses, who is refused, what they speak, and whether they are to blame. */
export interface Parties {
  readonly by: Role;
  readonly of: Role;
  readonly version: Version;
  /** Whether somebody on the wire has meddled before: with the handshake in the clear, or with nothing but a record. */
  readonly meddled?: 'in the clear' | 'under keys' | undefined;
  /** Whose words they meddled with. */
  readonly harmed?: Role | undefined;
}

/** What a refusal is called. */
export const heading = (cause: FaultCause, parties: Parties): string => headings[cause](parties);

/** What it is called when it is about a chain and the check that failed says more. */
export const chainHeading = (detail: Cause, parties: Parties): string | undefined => {
  const own = chainHeadings[detail];
  return own && showing(own)(parties);
};

type Heading = (parties: Parties) => string;

/** A heading that blames a side, which is unjust where somebody on the wire has meddled. */
const blaming =
  (heading: Heading): Heading =>
  (parties) =>
    parties.meddled ? notTheSame(parties) : heading(parties);

/** The same for what a side shows of itself, which is unjust where its own words arrive as others. */
const showing =
  (heading: Heading): Heading =>
  (parties) =>
    parties.meddled && parties.harmed === parties.of ? notTheSame(parties) : heading(parties);

function notTheSame({ by, of, harmed }: Parties): string {
  return harmed === by
    ? `What the ${of} heard is not what the ${by} said`
    : `What the ${by} hears is not what the ${of} said`;
}

const outOfTurn = blaming(({ of }) => `The ${of} speaks out of turn`);

const headings: Readonly<Record<FaultCause, Heading>> = {
  'malformed-message': ({ by }) => `The ${by} can’t read this message`,
  'malformed-alert': ({ by }) => `The ${by} gets an alert that it can’t read`,
  'empty-handshake-fragment': ({ by }) => `The ${by} gets a record with nothing in it`,
  'empty-alert-fragment': ({ by }) => `The ${by} gets an alert with nothing in it`,
  'message-too-long': ({ by }) => `The ${by} is told to wait for far too long a message`,
  'record-too-long': () => 'A record is longer than TLS allows',
  'unknown-content-type': ({ by }) => `The ${by} gets a record of a kind that it does not speak`,
  'no-content-type': () => 'A record holds nothing but zeros',
  'bad-record-mac': ({ by, of, meddled, harmed }) =>
    meddled === 'under keys' && harmed !== by
      ? `What arrived is not what the ${of} sent`
      : `The ${by} can’t open a record of the ${of}`,
  'unexpected-message': outOfTurn,
  'unexpected-record': outOfTurn,
  'unexpected-change-cipher-spec': () => 'A ChangeCipherSpec comes that has no place here',
  'key-change-inside-message': () => 'The keys change in the middle of a message',
  'interleaved-record': () => 'A record of another kind comes in the middle of a message',
  flood: ({ by }) => `The ${by} gets more and more that moves nothing on`,

  'no-common-version': () => 'There is no version that both speak',
  'obsolete-version': blaming(({ of }) => `The ${of}’s hello bears the number of a forbidden version`),
  'no-common-suite': () => 'There is no cipher suite that both know',
  'no-common-group': () => 'There is no key exchange that both know',
  'no-common-scheme': () => 'There is no kind of signature that both know',
  'no-common-protocol': () => 'There is no application protocol that both speak',
  'name-not-plain': ({ by }) => `The ${by} does not take the name that it is asked for`,
  'no-server-certificate': blaming(() => 'The server has no certificate to show'),
  'no-private-key': ({ by }) => `The ${by} has no key to sign with`,
  'authorities-too-long': () => 'The server trusts more CAs than it can name',
  'missing-extension': blaming(({ of }) => `The ${of} leaves out what the handshake can’t do without`),
  'duplicate-extension': blaming(({ of }) => `The ${of} sends the same extension twice`),
  'misplaced-extension': blaming(({ of }) => `The ${of} puts an extension where it does not belong`),
  'unsolicited-extension': blaming(({ of }) => `The ${of} answers what nobody had asked`),
  'bad-compression': blaming(({ of }) => `The ${of} wants to compress`),
  'version-not-offered': blaming(({ of }) => `The ${of} picks a version that nobody offered`),
  'suite-not-offered': blaming(({ of }) => `The ${of} picks a cipher suite that nobody offered`),
  'suite-changed': blaming(({ of }) => `The ${of} picks another cipher suite than before`),
  'group-not-offered': blaming(({ of }) => `The ${of} uses a group that nobody offered`),
  'group-without-share': blaming(({ of }) => `The ${of} answers in a group that it got no key share for`),
  'protocol-not-offered': blaming(({ of }) => `The ${of} picks a protocol that nobody offered`),
  'session-id-not-echoed': blaming(({ of }) => `The ${of} does not send the session id back`),
  'bad-key-share': blaming(({ of }) => `The ${of}’s key share is of no use`),
  'needless-retry': blaming(({ of }) => `The ${of} asks for what it has already`),
  'second-retry': blaming(({ of }) => `The ${of} asks a second time`),
  'changed-second-hello': () => 'The second ClientHello is not the first one again',
  'downgrade-sentinel': () => 'Somebody pushed the version down',
  'request-context': blaming(({ of }) => `The ${of} answers a question that was not put`),
  'bad-key-update': blaming(({ of }) => `The ${of} sends a KeyUpdate that means nothing`),
  'inappropriate-fallback': blaming(() => 'The client asks for less than both can do'),
  'bad-point-formats': blaming(({ of }) => `The ${of} leaves out the one way to write points`),
  'bad-renegotiation-info': blaming(({ of }) => `The ${of} takes this for a second handshake`),
  'no-secure-renegotiation': blaming(({ of }) => `The ${of} does not say that this is its first handshake`),
  'bad-curve-type': blaming(({ of }) => `The ${of} uses a curve without a name`),

  'empty-server-certificate': blaming(() => 'The server shows no certificate'),
  'no-client-certificate': blaming(() => 'The server insists, and the client shows nothing'),
  'unreadable-certificate': showing(({ of }) => `The ${of}’s certificate can’t be read`),
  'untrusted-issuer': ({ by }) => `The ${by} does not know who issued this certificate`,
  'certificate-expired': showing(({ of }) => `The ${of}’s certificate has expired`),
  'certificate-revoked': showing(({ of }) => `The ${of}’s certificate was revoked`),
  'certificate-refused': ({ by, of }) => `The ${by} does not accept the ${of}’s certificate`,
  'certificate-wrong-purpose': showing(({ of }) => `The ${of}’s certificate is made for something else`),
  'certificate-bad-signature': ({ of }) => `A signature in the ${of}’s chain does not fit`,
  'certificate-unknown': ({ by, of }) => `The ${by} can’t accept the ${of}’s certificate`,
  'own-key-may-not-sign': ({ by }) => `The ${by} finds that its own key may not sign`,
  'unsupported-key': showing(({ by, of }) => `The ${by} does not know the ${of}’s kind of key`),
  'certificate-does-not-fit-suite': blaming(
    ({ of }) => `The ${of}’s certificate does not go with the suite that it picked`,
  ),
  'scheme-not-offered': blaming(({ by, of }) => `The ${of} signs in a way that the ${by} did not offer`),
  'scheme-does-not-fit-key': blaming(({ of }) => `The ${of} signs in a way that does not go with its key`),
  'bad-signature': ({ by, of, meddled }) =>
    meddled ? `The ${of} has not signed what the ${by} saw` : `The ${of} can’t prove that it holds the key`,
  'bad-finished': ({ of, meddled }) =>
    meddled === 'in the clear'
      ? 'The two sides did not see the same handshake'
      : `The ${of}’s checksum is not the right one`,
};

const chainHeadings: Readonly<Partial<Record<Cause, Heading>>> = {
  'self-signed': ({ of }) => `The ${of} vouches for itself`,
  'issuer-not-ca': ({ of }) => `The ${of}’s certificate was issued by somebody who is no CA`,
  'issuer-may-not-sign': ({ of }) => `The ${of}’s certificate was issued by somebody who may not issue`,
  'path-too-long': ({ of }) => `There is one CA too many above the ${of}`,
  'not-yet-valid': ({ of }) => `The ${of}’s certificate does not count yet`,
  'name-mismatch': ({ of }) => `The ${of}’s certificate is made out to somebody else`,
  'weak-key': ({ of }) => `There is a key in the ${of}’s chain that is too weak`,
  'weak-digest': ({ of }) => `A signature in the ${of}’s chain is made with a weak digest`,
  malformed: ({ of }) => `There is a certificate in the ${of}’s chain that breaks the rules`,
  'no-digital-signature': ({ of }) => `The ${of}’s key may not sign here`,
  'ca-as-leaf': ({ of }) => `The ${of} shows a CA’s certificate as its own`,
  'unsupported-signature': ({ by }) => `The ${by} does not know this kind of signature`,
  'unknown-critical-extension': ({ of }) => `The ${of}’s certificate makes a demand that nobody understands`,
  'name-not-permitted': ({ of }) => `The ${of}’s CA may not vouch for this name`,
  'name-excluded': ({ of }) => `The ${of}’s CA may not vouch for this name`,
};
