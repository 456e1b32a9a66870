// The words of the picture: titles, captions, pills, heads. English; one place, ready for other languages.
// It must not know timelines: values come in, words go out.

import type { Phase, Scenario } from '../lab/index.ts';
import type { Epoch, Role, Version } from '../tls/index.ts';
import { listed, number, size } from './grammar.ts';

export const actors: Readonly<Record<Role, string>> = { client: 'Client', server: 'Server' };

/** The titles of the bands, and the short ones for marks on a playbar. */
export const phases: Readonly<Record<Phase, { readonly title: string; readonly short: string }>> = {
  negotiation: { title: 'Negotiation', short: 'Negotiation' },
  'server authentication': { title: 'Authentication of the server', short: 'Server' },
  'client authentication': { title: 'Authentication of the client', short: 'Client' },
  'application data': { title: 'Application data', short: 'Data' },
};

/** The client’s part where nobody asks who it is. */
export const unasked = { title: 'Key exchange and cipher setup', short: 'Keys' };

/** What else a band holds. */
export const bandNotes = (held: readonly ('exchange' | 'ciphers')[]): string =>
  listed(held.map((what) => ({ exchange: 'key exchange', ciphers: 'cipher setup' })[what]));

/** The bands of somebody who listens on the wire: which phase it is, only those who hold the keys can tell. */
export const wirePhases = { readable: 'No keys in use yet', sealed: 'Keys in use' };

/** What the colours and strokes of the lifelines mean. */
export const legend = {
  epochs: { cleartext: 'clear text', handshake: 'handshake keys', application: 'application keys' },
  wire: { cleartext: 'clear text', handshake: 'protected', application: 'protected' },
  slim: 'slim: reads with other keys',
} satisfies Record<string, string | Record<Epoch, string>>;

const judged = ['Certificate', 'CertificateVerify', 'ServerKeyExchange'];

export const heads = {
  before: 'begins',
  waits: 'waits',
  waiting: (messages: readonly string[]) => `waits for ${listed(messages, 'or')}`,
  busy: (message: string) => `${judged.includes(message) ? 'judges' : 'answers'} ${message}`,
  connected: 'connected',
  refusedPeer: (peer: Role) => `refused the ${peer}`,
  brokeOff: 'broke off',
  refused: 'refused',
  refusedBy: (peer: Role) => `refused by the ${peer}`,
  told: (alert: string) => `got ${alert}`,
  /** It was connected, and has said goodbye. */
  ended: 'ends connected',
  endedBefore: 'ends unconnected',
  cut: 'cut off',
  connectedThen: (what: string) => `connected, then ${what}`,
  checked: (names: readonly string[]) => (names.length === 0 ? '' : `checked ${names.join(', ')}`),
  nobody: 'knows nobody',
  shown: (name: string) => `was shown ${name}`,
  knows: (name: string) => `knows ${name}`,
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
    `${direction}s with ${like === 'other' ? 'other ' : ''}${epochs[epoch]}`,
  renewed: (direction: 'read' | 'write') => `${direction}s with new keys`,
};

/** What a client made of several certificates of its own. @param shown the one that it shows; undefined: none */
export const candidates = (count: number, shown: string | undefined): string =>
  `${count} candidates${shown === undefined ? ', none matches' : `: ${shown}`}`;

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
    key_share: 'half a key',
    server_name: 'server name',
    cookie: 'cookie',
  } as Readonly<Record<string, string>>,
  suites: 'ciphers',
  hello: (parts: readonly string[]) => parts.join(', '),
  secondHello: (group: string) => `again, with half a key of ${group}`,
  retry: (group: string | undefined) => (group ? `asks for half a key of ${group}` : 'asks for its cookie back'),
  encryptedExtensions: (protocol: string | undefined) =>
    protocol ? `we’ll speak ${protocol}` : 'nothing more to settle',
  otherHalf: 'the other half',
  staticRsa: 'static RSA',
  share: (signed: string) => `half a key, ${signed}`,
  done: 'your turn',
  encryptedSecret: 'a secret encrypted to the server’s key',
  anotherHandshake: 'wants another handshake',
  request: (authorities: readonly string[], insists: Scenario['clientAuthentication']) => {
    const from = authorities.length === 0 ? '' : `from ${listed(authorities, 'or')}`;
    if (insists !== 'off') return `${insists === 'asked' ? 'optional' : 'required'}: ${from || 'who are you?'}`;
    return from === '' ? 'who are you?' : `one ${from}`;
  },
  claims: (name: string) => `says: I am ${name}`,
  emptyCertificate: (accepted: boolean) => `empty: shows none${accepted ? ', and that will do' : ''}`,
  unreadableCertificate: 'a certificate that can’t be read',
  signed: (who: Role, fits: boolean) => `${fits ? '' : 'should be '}signed with the ${who}’s key`,
  finished: 'checksum of all so far',
  ticket: 'for coming back later',
  keyUpdate: (asks: boolean) => (asks ? 'new keys, yours too please' : 'new keys from here on'),
  changeCipherSpec: {
    '1.2': 'from here on protected',
    '1.3': 'no meaning, for old middleboxes',
  } satisfies Record<Version, string>,
  goodbye: 'goodbye',
  /** Of what came to somebody who had refused before. */
  neverRead: 'never read',
  /** Of what was to be written to a connection that is gone. */
  neverSent: 'never sent',
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

/** What a certificate is called that names nobody. */
export const emptyName = 'an empty name';
