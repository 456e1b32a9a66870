// Prose for what goes wrong: titles, what was found, what the other side gets to see.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { FaultCause, Role } from '../../../tls/index.ts';
import { capital, inWords, listed } from '../grammar.ts';
import { broken } from '../picture.ts';

/** Who refuses and who is refused. */
export interface Parties {
  readonly by: Role;
  readonly of: Role;
}

/** A heading for the causes that people meet; the others are made from the words on the pill. */
const headings: Readonly<Partial<Record<FaultCause, (p: Parties) => string>>> = {
  'untrusted-issuer': ({ by }) => `The ${by} does not know who issued this certificate`,
  'bad-signature': ({ of }) => `The ${of} can’t prove that it holds the key`,
  'no-client-certificate': () => 'The server insists, and the client has nothing to show',
  'empty-server-certificate': () => 'The server shows no certificate',
  'certificate-expired': ({ of }) => `The ${of}’s certificate has expired`,
  'certificate-refused': ({ by, of }) => `The ${by} does not accept the ${of}’s certificate`,
  'certificate-wrong-purpose': ({ of }) => `The ${of}’s certificate is made for something else`,
  'certificate-bad-signature': ({ of }) => `A signature in the ${of}’s chain does not fit`,
  'certificate-unknown': ({ by, of }) => `The ${by} can’t accept the ${of}’s certificate`,
  'unreadable-certificate': ({ of }) => `The ${of}’s certificate can’t be read`,
  'bad-finished': () => 'The two sides did not see the same handshake',
  'bad-record-mac': ({ of }) => `What arrived is not what the ${of} sent`,
  'unexpected-message': ({ of }) => `The ${of} speaks out of turn`,
  'unexpected-record': ({ of }) => `The ${of} speaks out of turn`,
  'malformed-message': ({ by }) => `The ${by} can’t read this message`,
  'no-common-version': () => 'There is no version that both speak',
  'no-common-suite': () => 'There is no cipher suite that both know',
  'no-common-group': () => 'There is no key exchange that both know',
  'no-common-scheme': () => 'There is no kind of signature that both know',
  'no-common-protocol': () => 'There is no application protocol that both speak',
  'changed-second-hello': () => 'The second ClientHello is not the first one again',
  'downgrade-sentinel': () => 'Somebody pushed the version down',
};

export const heading = (cause: FaultCause, parties: Parties): string =>
  headings[cause]?.(parties) ?? `The ${parties.by} breaks off: ${broken[cause]}`;

/** The story of a chain that leads nowhere. */
export const untrusted = (
  v: Parties & { readonly last: string; readonly issuer: string; readonly accepted: readonly string[] },
): string => {
  const ends =
    v.last === v.issuer
      ? `The ${v.of}’s chain ends at **${v.issuer}**, which vouches for itself.`
      : `The ${v.of}’s chain leads to **${v.issuer}**, who issued ${v.last}.`;
  const trusts =
    v.accepted.length > 0
      ? ` The ${v.by} trusts **${listed(v.accepted)}**, as it said in its CertificateRequest, and nothing links the two.`
      : ` The ${v.by} was told beforehand whom to trust, and nothing links this chain to anybody on its list.`;
  return ends + trusts;
};

/** Why a cause matters, where there is more to say than what was found. */
const lessons: Readonly<Partial<Record<FaultCause, (p: Parties) => string>>> = {
  'untrusted-issuer': ({ of }) =>
    `The certificate may be perfect in every other way. Anybody can run a CA and issue a certificate with the ${of}’s name; what counts is whether the issuer is on the list.`,
  'bad-signature': ({ of }) =>
    `The certificate itself is good: it was issued by a CA that is trusted. But a certificate is public, and everybody may have a copy. The signature in CertificateVerify has to show that the ${of} also holds the private key. This one does not.`,
  'no-client-certificate': () =>
    'The client answered the request with an empty Certificate. That is allowed; whether it is enough is for the server to decide, and this one insists.',
  'certificate-expired': () =>
    'A certificate says itself until when it counts. After that day nobody vouches for it any more, even if nothing else has changed.',
  'certificate-wrong-purpose': () =>
    'A certificate says what its key may be used for. One that is made for servers does not make its owner a client.',
  'bad-finished': () =>
    'Finished is a checksum over all messages before it. When it differs, then some message arrived in another form than it was sent, or the two sides hold different keys.',
  'bad-record-mac': () =>
    'Every protected record carries a tag that only fits these very bytes and this very place in the sequence. One flipped bit is enough to break it.',
  'unexpected-message': () =>
    'Each state accepts certain messages and no others. To be lenient here would mean to skip a check: attacks on TLS have been built from that.',
};

export const lesson = (cause: FaultCause, parties: Parties): string | undefined => lessons[cause]?.(parties);

export const foundTitle = (by: Role): string => `What the ${by} found`;
export const sightTitle = (of: Role): string => `What the ${of} gets to see`;

export const found = (sentence: string, alert: string | undefined): string =>
  alert === undefined ? `${sentence} It closes.` : `${sentence} It sends !!${alert}!! and closes.`;

/** What the side at the other end gets to see. */
export const sight = (v: {
  /** Steps since it believed the handshake over; undefined: it did not. */
  readonly since: number | undefined;
  readonly news: string;
  readonly cleartext: boolean;
  readonly arrives: boolean;
}): string => {
  if (!v.arrives) return 'Nothing: the alert does not arrive. It waits, until the connection ends.';
  const before =
    v.since === undefined
      ? 'In the middle of the handshake an alert arrives:'
      : `It believed that the handshake was over ${v.since <= 1 ? 'a step' : `${inWords(v.since)} steps`} ago. Now an alert says:`;
  const late = v.since === undefined ? '' : ' A program notices this only when it next reads from the connection.';
  const open = v.cleartext ? ' The alert travels in the clear: everybody on the wire can read it as well.' : '';
  return `${before} ${v.news}.${late}${open}`;
};

/** What an alert tells the side that receives it: two bytes, put into words. */
const news: Readonly<Record<string, string>> = {
  close_notify: 'the other side sends nothing more',
  unexpected_message: 'a message came that had no place there. Which one, it does not say',
  bad_record_mac: 'a record did not open. Somebody changed it on the way, or the keys differ',
  record_overflow: 'a record was too long',
  handshake_failure: 'the two have too little in common. What is missing, it does not say',
  bad_certificate: 'its own certificate was refused, for a reason that has no alert of its own',
  unsupported_certificate: 'its own certificate is of a kind that is of no use here',
  certificate_revoked: 'its own certificate was withdrawn by whoever issued it',
  certificate_expired: 'its own certificate is out of date',
  certificate_unknown: 'its own certificate was refused, for a reason that has no alert of its own',
  illegal_parameter: 'a value in one of its messages makes no sense. Which one, it does not say',
  unknown_ca: 'its own certificate was refused, because the other side does not trust whoever issued it',
  access_denied: 'its certificate is good, but does not open this door',
  decode_error: 'one of its messages could not be read. Which one, it does not say',
  decrypt_error: 'a signature or a checksum of its own did not fit. Which one, it does not say',
  protocol_version: 'the other side does not speak this version of TLS',
  insufficient_security: 'what it offers is too weak for the other side',
  internal_error: 'something went wrong at the other side that has nothing to do with it',
  inappropriate_fallback: 'it tried an older version although both speak a newer one',
  missing_extension: 'an extension was missing in one of its messages',
  unsupported_extension: 'it answered with an extension that nobody had asked for',
  unrecognized_name: 'nobody by the name that it asked for is there',
  certificate_required: 'it should have shown a certificate',
  no_application_protocol: 'none of the application protocols that it offered is spoken here',
  user_canceled: 'somebody at the other end called it off',
};

export const newsOf = (alert: string): string =>
  news[alert] ?? 'something is wrong. The number of the alert says no more than that';

/** For an alert that nobody's check explains: it was made up, or forged. */
export const bareAlert = (from: Role, alert: string): { readonly title: string; readonly lead: string } => ({
  title: `The ${from} sends ${alert}`,
  lead: `${capital(from)} to ${from === 'client' ? 'server' : 'client'}: ${newsOf(alert)}.`,
});
