// The words of the Certificates pane: what stands in a certificate, what was checked, who trusts whom. Longer texts are in the notation
// of `rich`; values come in, words go out. English; one place, ready for other languages.

import type { ClientAuthentication } from '../lab/index.ts';
import type { CheckId, KeyUsage, Profile } from '../pki/index.ts';
import type { Role, Version } from '../tls/index.ts';
import { counted, day, listed } from './grammar.ts';

/** Names of controls. */
export const labels = {
  details: 'Details',
  bytes: 'Bytes',
  pem: 'Copy as PEM',
  copied: 'The certificate is copied as PEM.',
  warning: 'Its private key is public: never trust it elsewhere.',
  /** Goes along with what is copied, into files of unknown encoding: ASCII only. */
  pemWarning: 'A demo certificate of Countersign. Its private key is public, anybody can use it: never trust this.',
  notCopied: 'The browser did not allow copying. Here it is, to be marked by hand:',
  pemText: 'The certificate as PEM',
  about: (control: string, certificate: string) => `${control}: ${certificate}`,
  passed: 'passed',
  failed: 'failed',
  warned: 'taken with a warning',
  goTo: (step: number) => `Step ${step}`,
  trust: 'Whom they trust',
};

export const titles: Readonly<Record<Role, string>> = {
  server: 'The server’s certificates',
  client: 'The client’s certificates',
};

/** Whether a side has shown anything, and what will come of it. */
export const leads = {
  holds: (names: readonly string[]) =>
    names.length === 0
      ? 'It has no certificate to show.'
      : `It can show ${names.length === 1 ? 'one' : 'certificates'} for **${listed(names, 'or')}**.`,
  server: 'Nothing is shown yet. A server always has to show who it is.',
  client: {
    off: 'In this scenario nobody asks the client who it is, so it shows nothing.',
    asked:
      'Nothing is shown yet. A client shows a certificate only when it is asked: this server will ask, and go on also with a client that shows none.',
    required:
      'Nothing is shown yet. A client shows a certificate only when it is asked: this server will ask, and insist.',
    /** Where only the server knows. */
    unknown: 'Nothing is shown yet. A client shows a certificate only when it is asked.',
  } satisfies Record<ClientAuthentication | 'unknown', string>,
  awaited: (of: Role) => `The ${of} has shown nothing yet.`,
  /** For whoever listens. */
  onWire: {
    '1.3': {
      open: 'Nothing to see yet. In TLS 1.3 certificates travel encrypted: who listens will see none.',
      sealed: 'In TLS 1.3 certificates travel encrypted: who listens sees none.',
    },
    '1.2': {
      open: 'Nothing to see yet. In TLS 1.2 certificates travel in the clear, for everybody to read.',
      sealed: 'It travels under keys here, so who listens can’t read it.',
    },
  } satisfies Record<Version, Record<'open' | 'sealed', string>>,
  request: (authorities: readonly string[]) =>
    authorities.length === 0
      ? 'The server has asked who the client is. It names no CA, so any certificate may do.'
      : `The server has asked who the client is, and names **${listed(authorities)}**: a hint for which certificate will do.`,
  shown: (of: Role, count: number) =>
    count === 1
      ? `The ${of} has shown **one certificate**, its own.`
      : `The ${of} has shown **${counted(count, 'certificate')}**, its own first.`,
  empty: (of: Role) => `The ${of} has sent an empty list: it shows no certificate.`,
  gone: (of: Role) => `The connection has ended, and the ${of} has shown nothing.`,
};

/** What the other side makes of a chain. */
export const verdicts = {
  open: (by: Role) => `The ${by} has not judged it yet.`,
  skipped: (by: Role) => `The ${by} has not judged it: the connection ended before.`,
  good: (by: Role, root: string) =>
    `The ${by} finds it good: it leads to **${root}**, which the ${by} trusts. Whether anything was revoked (CRL, OCSP), nobody here looks.`,
  without: 'The server only asked. It goes on with a client that it does not know.',
  bad: (by: Role, reason: string) => `The ${by} refuses it. ${reason}`,
  badCertificate: (by: Role, subject: string, reason: string) =>
    `The ${by} refuses it because of **${subject}**. ${reason}`,
  tally: (passed: number, failed: number, warned: number, paths: number) =>
    `${counted(passed + failed + warned, 'check')}: ${failed + warned === 0 ? 'all passed' : [...mishaps(failed, warned), `${passed} passed`].join(', ')}${paths > 1 ? `, on the best of ${paths} paths` : ''}.`,
  nowhere: (by: Role) => `From here no way leads to anybody whom the ${by} trusts.`,
};

function mishaps(failed: number, warned: number): readonly string[] {
  return [...(failed > 0 ? [`${failed} failed`] : []), ...(warned > 0 ? [counted(warned, 'warning')] : [])];
}

/** Whether a side has shown that it holds the key of its certificate. */
export const proofs = {
  passed: (of: Role) => `The ${of} has proved that it holds the key of this certificate.`,
  failed: (of: Role, reason: string) => `The ${of} has not proved that it holds the key of this certificate. ${reason}`,
  open: (of: Role) =>
    `A certificate can be copied. That the ${of} holds the key of this one is still to be proved by a signature.`,
  openWithoutSignature: (of: Role) =>
    `A certificate can be copied. That the ${of} holds the key of this one, only its Finished will show.`,
  skipped: (of: Role) => `Whether the ${of} holds the key of this certificate, nobody has looked at any more.`,
};

/** What a certificate is in its chain. */
export const places = {
  own: (of: Role) => `the ${of}’s own`,
  issuer: 'vouches for the one above',
  along: 'sent along',
  needless: 'sent, but on no way to a trusted root',
  sentRoot: (by: Role) => `root, which the ${by} trusts already`,
  storedRoot: (by: Role) => `root, from what the ${by} trusts; it was not sent`,
  outOfOrder: (text: string, number: number) => `${text}; sent as number ${number}`,
};

export const certificateWords = {
  emptyName: 'an empty name',
  issuedBy: (issuer: string) => `issued by ${issuer}`,
  issuedByItself: 'issued by itself',
  unreadable: 'A certificate that can’t be read',
  unreadableNote: 'These bytes are no X.509 certificate in DER.',
  changed: 'These are the bytes that arrived. They were changed on the wire.',
  tally: (all: number, failed: number, warned: number) =>
    [counted(all, 'check'), ...mishaps(failed, warned)].join(', '),
};

/** The lines of a certificate’s details, in their order. */
export const lines = {
  subject: 'Belongs to',
  names: 'Stands for',
  issuer: 'Issued by',
  validity: 'Valid',
  key: 'Key',
  purposes: 'Made for',
  usage: 'The key may',
  authority: 'CA',
  limits: 'Only for',
  signature: 'Signed with',
  serial: 'Serial',
  fingerprint: 'SHA-256',
};

export const keys = {
  RSA: (bits: number) => `RSA, ${bits} bits`,
  'RSA-PSS': (bits: number) => `RSA, ${bits} bits, for RSASSA-PSS only`,
  'P-256': 'ECDSA on P-256, 256 bits',
  'P-384': 'ECDSA on P-384, 384 bits',
  'P-521': 'ECDSA on P-521, 521 bits',
  Ed25519: 'Ed25519, 256 bits',
  unknown: 'of a kind that nobody here knows',
};

/** What extKeyUsage calls a purpose, in words. */
export const purposes: Readonly<Record<string, string>> = {
  serverAuth: 'servers (serverAuth)',
  clientAuth: 'clients (clientAuth)',
  codeSigning: 'signing programs (codeSigning)',
  emailProtection: 'e-mail (emailProtection)',
  timeStamping: 'time stamps (timeStamping)',
  OCSPSigning: 'telling what was revoked (OCSPSigning)',
  anyExtendedKeyUsage: 'everything (anyExtendedKeyUsage)',
};
export const anyPurpose = 'everything: it names no purpose';

export const usages: Readonly<Record<KeyUsage, string>> = {
  digitalSignature: 'sign in a handshake (digitalSignature)',
  nonRepudiation: 'sign documents (nonRepudiation)',
  keyEncipherment: 'decrypt a secret that was sent to it (keyEncipherment)',
  dataEncipherment: 'decrypt data (dataEncipherment)',
  keyAgreement: 'agree on keys (keyAgreement)',
  keyCertSign: 'sign certificates (keyCertSign)',
  cRLSign: 'sign lists of what was revoked (cRLSign)',
  encipherOnly: 'only encrypt (encipherOnly)',
  decipherOnly: 'only decrypt (decipherOnly)',
};
export const anyUsage = 'do everything: it names no use';

export const authority = {
  no: 'no, it may not issue certificates',
  yes: 'yes, it may issue certificates',
  limited: (cas: number) =>
    cas === 0
      ? 'yes, but it may issue to no further CA'
      : `yes, with at most ${counted(cas, 'CA')} between it and a leaf`,
};

/** Which names a CA is confined to. */
export const limits = (permitted: readonly string[], excluded: readonly string[]): string =>
  [
    ...(permitted.length > 0 ? [`names below ${listed(permitted, 'or')}`] : []),
    ...(excluded.length > 0 ? [`no names below ${listed(excluded, 'or')}`] : []),
  ].join(', ');

/** From when until when, and what that means at `now`. */
export const validity = {
  period: (from: number, to: number) => `from ${day(from)} to ${day(to)}`,
  valid: (now: number) => `valid on ${day(now)}`,
  expired: (days: number, to: number) => `expired ${days < 1 ? 'today' : `${counted(days, 'day')} ago, on ${day(to)}`}`,
  early: (days: number, from: number) =>
    `not valid yet: ${days < 1 ? 'from today on' : `in ${counted(days, 'day')}, from ${day(from)} on`}`,
};

export const checkNames: Readonly<Record<CheckId, string>> = {
  'trust-anchor': 'End of the chain',
  'well-formed': 'Form',
  'critical-extensions': 'Critical extensions',
  'basic-constraints': 'Being a CA, or not',
  'path-length': 'Number of certificates between it and the leaf',
  'key-usage': 'What the key may do',
  'extended-key-usage': 'What it was made for',
  'key-identifiers': 'Key of the issuer',
  'key-strength': 'Strength of the key',
  name: 'Name that was wanted',
  signature: 'Signature of the issuer',
  validity: 'Time of validity',
  'name-constraints': 'Names that it may bear',
  revocation: 'Not revoked',
};

/** Who demands what is checked. */
export const profiles: Readonly<Record<Profile, string>> = {
  usual: 'asked of every certificate',
  rfc5280: 'asked of whoever issues certificates',
  webpki: 'asked on the public web',
};

export const choices = {
  title: (who: Role, some: boolean) => (some ? `Why the ${who} shows this one` : `Why the ${who} shows none`),
  chosen: 'Chosen',
  among: 'Out of',
  nothing: 'nothing: it has none',
  only: 'no others: it is the only one it has',
  empty: 'an empty chain',
  named: 'The server named',
  nobody: 'nobody: any CA will do',
  stray: 'This one leads to none of the CAs that the server named.',
};

export const stores = {
  title: (by: Role) => `The ${by} trusts`,
  notes: {
    client: 'It was told so beforehand. A server’s chain has to lead to one of these.',
    server:
      'It was told so beforehand. A client’s chain has to lead to one of these. Everybody to whom one of them ever issues a certificate for clients gets in: so let it be a CA of one’s own, never a public one.',
  } satisfies Record<Role, string>,
  idle: 'It was told so beforehand. In this scenario it does not ask who the client is, and so needs none of these.',
  nobody: 'nobody',
};
