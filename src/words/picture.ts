// The words of the picture: titles, captions, pills, heads. English; one place, ready for other languages.
// It must not know timelines: values come in, words go out.

import type { Phase } from '../lab/index.ts';
import type { Epoch, FaultCause, Role, Version } from '../tls/index.ts';
import { listed, number, size } from './grammar.ts';

export const actors: Readonly<Record<Role, string>> = { client: 'Client', server: 'Server' };

/** The titles of the bands, and the short ones for marks on a playbar. */
export const phases: Readonly<Record<Phase, { readonly title: string; readonly short: string }>> = {
  negotiation: { title: 'Negotiation and key exchange', short: 'Negotiation' },
  'server authentication': { title: 'Authentication of the server', short: 'Server' },
  'client authentication': { title: 'Authentication of the client', short: 'Client' },
  'application data': { title: 'Application data', short: 'Data' },
};

/** The bands of somebody who listens on the wire: which phase it is, only those who hold the keys can tell. */
export const wirePhases = { readable: 'No keys in use yet', sealed: 'Keys in use' };

/** Titles of bands that would be wrong in TLS 1.2, where keys come later. @param asks whether the server asks who the client is */
export const tls12Titles = (fresh: boolean, asks: boolean): Readonly<Partial<Record<Phase, string>>> => ({
  negotiation: 'Negotiation',
  ...(fresh && { 'server authentication': 'Authentication of the server, key exchange' }),
  'client authentication': asks ? 'Authentication of the client, cipher setup' : 'Key exchange and cipher setup',
});

const judged = ['Certificate', 'CertificateVerify', 'ServerKeyExchange'];

export const heads = {
  before: 'about to begin',
  waiting: (messages: readonly string[]) => `waiting for ${listed(messages, 'or')}`,
  busy: (message: string) => `${judged.includes(message) ? 'judging' : 'answering'} ${message}`,
  connected: 'connected',
  refusedPeer: (peer: Role) => `refused the ${peer}`,
  brokeOff: 'broke off',
  refusedBy: (peer: Role) => `refused by the ${peer}`,
  told: (alert: string) => `got ${alert}`,
  closed: 'closed',
  cut: 'cut off',
  nobody: 'knows nobody',
  shown: (name: string) => `was shown ${name}`,
  knows: (name: string) => `knows ${name} ✓`,
};

export const checks = { chain: 'chain', signature: 'signature', finished: 'Finished' };

const epochs: Readonly<Record<Epoch, string>> = {
  cleartext: 'no keys',
  handshake: 'handshake keys',
  application: 'application keys',
};

/** Whether the other side has the other end of these keys already, and whether it fits. */
export type KeyLikeness = 'first' | 'same' | 'other';

export const keys = {
  /** Both directions at once. */
  both: (epoch: Epoch, like: KeyLikeness) => ({ first: epochs[epoch], same: 'same keys', other: 'other keys' })[like],
  one: (epoch: Epoch, direction: 'read' | 'write', like: KeyLikeness) =>
    `${like === 'other' ? 'other ' : ''}${epochs[epoch]}, to ${direction}`,
  renewed: (direction: 'read' | 'write') => `new keys, to ${direction}`,
};

export const marks = { connected: 'connected', cut: 'connection cut' };

export const titles = {
  alert: (name: string, code: number) => `alert: ${name} (${code})`,
  changeCipherSpec: 'ChangeCipherSpec',
  data: 'application data',
  ghostAlert: (name: string) => name.replace(/^alert /, 'alert: '),
};

export const captions = {
  helloParts: {
    supported_versions: 'versions',
    key_share: 'key share',
    server_name: 'server name',
    cookie: 'cookie',
  } as Readonly<Record<string, string>>,
  suites: 'suites',
  hello: (parts: readonly string[]) => parts.join(', '),
  secondHello: (group: string) => `again, with a key share in ${group}`,
  retry: (group: string | undefined) => (group ? `asks for a key share in ${group}` : 'asks for its cookie back'),
  encryptedExtensions: (protocol: string | undefined) => (protocol ? `protocol ${protocol}` : 'nothing more to settle'),
  exchanges: { fresh: 'ECDHE', static: 'static RSA' },
  share: (group: string, scheme: string) => `${group} key share, ${scheme}`,
  done: 'your turn',
  answer: (group: string) => `${group} key share`,
  encryptedSecret: 'a secret encrypted to the server’s key',
  anotherHandshake: 'wants another handshake',
  request: (authorities: readonly string[]) =>
    authorities.length === 0 ? 'who are you?' : `accepts ${listed(authorities, 'or')}`,
  emptyCertificate: 'empty: no certificate',
  unreadableCertificate: 'a certificate that can’t be read',
  verify: (scheme: string) => scheme,
  finished: 'checksum of all so far',
  ticket: 'for coming back later',
  keyUpdate: (asks: boolean) => (asks ? 'new keys, yours too please' : 'new keys from here on'),
  changeCipherSpec: {
    '1.2': 'from here on protected',
    '1.3': 'no meaning, for old middleboxes',
  } satisfies Record<Version, string>,
  data: (first: string, bytes: number) => (first === '' ? size(bytes) : `${first}, ${size(bytes)}`),
};

export const interference = {
  bit: 'one bit flipped on the wire',
  bytes: (count: number) => `${number(count)} ${count === 1 ? 'byte' : 'bytes'} changed on the wire`,
  resized: 'changed on the wire',
  dropped: 'lost on the wire',
  overtaken: 'overtaken on the wire',
  injected: 'put on the wire by somebody else',
};

export const records = {
  unknownType: 'unknown record',
  record: (number: number, bytes: number) => `record ${number}, ${size(bytes)}`,
};

export const brackets = {
  shared: (bytes: number) => `one record, ${size(bytes)}`,
  spread: (records: number, bytes: number) => `${number(records)} records, ${size(bytes)}`,
};

export const ghostNote = 'what would have followed';

export const strands = { read: 'reads', write: 'writes' };

/** What broke, in the few words of a pill. */
export const broken: Readonly<Record<FaultCause, string>> = {
  'malformed-message': 'can’t be read',
  'malformed-alert': 'alert can’t be read',
  'empty-handshake-fragment': 'empty record',
  'empty-alert-fragment': 'empty alert',
  'message-too-long': 'message too long',
  'record-too-long': 'record too long',
  'unknown-content-type': 'unknown record',
  'no-content-type': 'record holds nothing',
  'bad-record-mac': 'record was tampered with',
  'unexpected-message': 'not its turn',
  'unexpected-record': 'not its turn',
  'unexpected-change-cipher-spec': 'ChangeCipherSpec out of place',
  'key-change-inside-message': 'keys change inside a message',
  'interleaved-record': 'in the middle of a message',
  flood: 'too much of nothing',
  'no-common-version': 'no common version',
  'obsolete-version': 'SSL 3.0 or older',
  'no-common-suite': 'no common cipher suite',
  'no-common-group': 'no common group',
  'no-common-scheme': 'no common signature scheme',
  'no-common-protocol': 'no common protocol',
  'no-server-certificate': 'no certificate to show',
  'missing-extension': 'extension missing',
  'duplicate-extension': 'extension sent twice',
  'misplaced-extension': 'extension out of place',
  'unsolicited-extension': 'extension nobody asked for',
  'bad-compression': 'compression is not allowed',
  'version-not-offered': 'version was not offered',
  'suite-not-offered': 'suite was not offered',
  'suite-changed': 'suite changed midway',
  'group-not-offered': 'group was not offered',
  'group-without-share': 'group without a key share',
  'protocol-not-offered': 'protocol was not offered',
  'session-id-not-echoed': 'session id not echoed',
  'bad-key-share': 'unusable key share',
  'needless-retry': 'retry without need',
  'second-retry': 'second retry',
  'changed-second-hello': 'second ClientHello differs',
  'downgrade-sentinel': 'version was pushed down',
  'request-context': 'answers no request of ours',
  'bad-key-update': 'meaningless KeyUpdate',
  'inappropriate-fallback': 'version was pushed down',
  'bad-point-formats': 'point formats leave out the usual one',
  'bad-renegotiation-info': 'renegotiation_info must be empty',
  'no-secure-renegotiation': 'renegotiation_info is missing',
  'bad-curve-type': 'curve without a name',
  'empty-server-certificate': 'no certificate',
  'no-client-certificate': 'no certificate',
  'unreadable-certificate': 'certificate can’t be read',
  'untrusted-issuer': 'issuer not trusted',
  'certificate-expired': 'certificate expired',
  'certificate-refused': 'certificate refused',
  'certificate-wrong-purpose': 'wrong kind of certificate',
  'certificate-bad-signature': 'issuer’s signature does not fit',
  'certificate-unknown': 'certificate not acceptable',
  'unsupported-key': 'unknown kind of key',
  'certificate-does-not-fit-suite': 'certificate does not fit the suite',
  'scheme-not-offered': 'scheme was not offered',
  'scheme-does-not-fit-key': 'scheme does not fit the key',
  'bad-signature': 'signature does not fit',
  'bad-finished': 'Finished does not fit',
};

/** What a certificate is called that names nobody. */
export const emptyName = 'an empty name';
