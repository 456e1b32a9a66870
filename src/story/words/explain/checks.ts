// What is checked, as questions with answers in this run's values. English, ready for other languages.

import type { CheckId } from '../../../pki/index.ts';
import type { Role } from '../../../tls/index.ts';

/** Checks of a chain that belong together in a reader's eyes, in the order in which they are shown. */
export const chainQuestions: readonly {
  readonly ids: readonly CheckId[];
  readonly text: (of: Role, by: Role) => string;
}[] = [
  { ids: ['well-formed', 'critical-extensions'], text: () => 'Every certificate is well-formed' },
  { ids: ['key-strength'], text: () => 'Every key is of a known kind and strong enough' },
  { ids: ['signature'], text: () => 'Every signature in the chain holds' },
  { ids: ['validity'], text: () => 'Every certificate is valid today' },
  {
    ids: ['basic-constraints', 'path-length', 'key-identifiers'],
    text: () => 'Whoever issued a certificate is allowed to issue',
  },
  {
    ids: ['key-usage', 'extended-key-usage'],
    text: (of) => (of === 'client' ? 'May be used by clients' : 'May be used by servers'),
  },
  {
    ids: ['name', 'name-constraints'],
    text: (of) => (of === 'server' ? 'Names the server that was wanted' : 'The names are allowed'),
  },
  { ids: ['trust-anchor'], text: (_, by) => `The chain ends at a CA that the ${by} trusts` },
];

export const possession = 'Proof of possession: signed with the key of this certificate';

export const lists = {
  certificate: (of: Role) => `Checks of the ${of}’s certificate`,
  message: (by: Role) => `What the ${by} checks`,
};

export const notLooked = 'not looked at any more';
export const later = 'will be looked at later';

/** What the receiver looks at in each message, apart from what has a verdict of its own. */
export const messageChecks = {
  ClientHello: ['No extension comes twice or where it does not belong', 'No compression: TLS 1.3 has none'],
  ServerHello: [
    '`legacy_session_id` comes back unchanged',
    'The key share is a usable value of a group that the client offered',
    'No extension that was not asked for',
  ],
  HelloRetryRequest: [
    'It is the first one',
    'It asks for something that the client offered and has not sent yet',
    '`legacy_session_id` comes back unchanged',
  ],
  EncryptedExtensions: ['It comes right after ServerHello, encrypted', 'Only answers to what the client asked'],
  CertificateRequest: ['`certificate_request_context` is empty', '`signature_algorithms` is there'],
  Certificate: ['`certificate_request_context` is empty'],
  CertificateVerify: ['The scheme is one that was offered', 'The scheme fits the key in the certificate'],
  Finished: ['`verify_data` is as long as the hash'],
  KeyUpdate: ['`request_update` is 0 or 1'],
  NewSessionTicket: ['It comes after the handshake'],
} as const;

export const protocolChecks = {
  version: 'TLS 1.3 is what both speak',
  suite: 'The cipher suite is one that both know',
  group: 'There is a key share in a group that both know',
  signature: 'The signature fits the key and everything said before',
  finished: 'The checksum is the one that this side computes itself',
  alpn: 'The protocol is one that was offered',
  'key share': 'The key share is usable',
  extensions: 'The extensions are where they belong',
  'certificate request': 'The request can be answered',
  'session id': 'The session id comes back unchanged',
} as const;

export const clientCertificateGiven = (insists: boolean): string =>
  insists
    ? 'The client shows a certificate, since the server insists'
    : 'No certificate is fine: the server only asked';
