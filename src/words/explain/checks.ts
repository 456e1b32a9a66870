// What is checked, as questions with answers in this run's values. English, ready for other languages.

import type { CheckId } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';

/** Some checks as one question. */
export interface ChainQuestion {
  readonly ids: readonly CheckId[];
  /** Those whose values are shown when all is well; all of them when absent. */
  readonly shows?: readonly CheckId[];
  /** Where it asks about the leaf only, or about those only who issued. */
  readonly about?: 'leaf' | 'issuers';
  readonly text: (of: Role, by: Role, today: string) => string;
}

/** Checks of a chain that belong together in a reader's eyes, in the order in which they are shown. */
export const chainQuestions: readonly ChainQuestion[] = [
  {
    ids: ['well-formed'],
    text: () => 'Every certificate is well-formed',
  },
  { ids: ['critical-extensions'], text: () => 'Every extension that is marked as critical is understood' },
  { ids: ['key-strength'], text: () => 'Every key is of a known kind and strong enough' },
  { ids: ['signature'], text: () => 'Every signature in the chain holds' },
  { ids: ['validity'], text: (_, __, today) => `Every certificate is valid on ${today}` },
  {
    ids: ['basic-constraints', 'path-length', 'key-identifiers', 'key-usage', 'extended-key-usage'],
    shows: ['basic-constraints'],
    about: 'issuers',
    text: () => 'Whoever issued a certificate is allowed to issue',
  },
  {
    ids: ['key-usage', 'extended-key-usage', 'basic-constraints', 'path-length', 'key-identifiers'],
    shows: ['key-usage', 'extended-key-usage'],
    about: 'leaf',
    text: (of) => `May be used by ${of}s`,
  },
  { ids: ['name', 'name-constraints'], shows: ['name'], text: (of) => questionsOfName[of] },
  { ids: ['revocation'], text: () => 'No certificate was revoked' },
  { ids: ['trust-anchor'], text: (_, by) => `The chain ends at a CA that the ${by} trusts` },
];

const questionsOfName: Readonly<Record<Role, string>> = {
  server: 'Names the server that was wanted',
  client: 'The names are within what its issuers may vouch for',
};

export const possession = 'Proof of possession: signed with the key of this certificate';
/** With static RSA nothing is signed. */
export const possessionByFinished = 'Proof of possession: only the key of this certificate opens the way to Finished';

export const lists = {
  certificate: (of: Role) => `Checks of the ${of}’s certificate`,
  message: (by: Role) => `What the ${by} checks`,
};

/** What the receiver looks at in each message of TLS 1.3, apart from what has a verdict of its own. */
export const messageChecks: Readonly<Record<string, readonly string[]>> = {
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
  CertificateVerify: ['The scheme is one that was offered', 'The scheme fits the key in the certificate'],
  Finished: ['`verify_data` is as long as the hash'],
  KeyUpdate: ['`request_update` is 0 or 1'],
  NewSessionTicket: ['It comes after the handshake'],
};

export const protocolChecks = {
  version: 'The version is one that both speak',
  suite: 'The cipher suite is one that both know',
  group: 'There is a group for the key exchange that both know',
  signature: 'The signature fits the key and everything said before',
  finished: 'The checksum is the one that this side computes itself',
  alpn: 'The protocol is one that was offered',
  'key share': 'The key share is usable',
  extensions: 'The extensions are where they belong',
  'certificate request': 'The request can be answered',
  'session id': 'The session id comes back unchanged',
  'extended master secret': 'The master secret will be bound to all that was said up to ClientKeyExchange',
} as const;

/** What the signature in a ServerKeyExchange has to fit. */
export const signedShare = 'The signature fits the key, both randoms and the key share';

export const nothingShown = {
  refused: {
    client: 'The client shows a certificate, since the server insists',
    server: 'The server shows a certificate, as it always has to',
  },
  accepted: 'No certificate is fine, since the server only asked',
};
