// The words of the Keys pane: why each value exists, what goes into it, who has it, and what there is to know about a command. Texts
// with marks are in the notation of `rich`. It must not know timelines: values come in, words go out.

import type { Role } from '../tls/index.ts';
import { listed } from './grammar.ts';

export const intro = {
  '1.3':
    'How every key of this connection comes about, from top to bottom. What exists at this step stands out; what is still to come is pale.',
  '1.2':
    'How every key of this connection comes about, from top to bottom. TLS 1.2 needs few steps: one secret, and a block of bytes that is cut into keys. What is still to come is pale.',
};

export const sectionTitles = {
  exchange: 'Key exchange',
  early: 'Early stage',
  handshake: 'Handshake keys',
  application: 'Application keys',
  master: 'Master secret',
  block: 'Application keys',
};

/** The second line of a value: the label that goes into it, or else the operation. */
export const marks = {
  label: (label: string) => `“${label}”`,
  share: 'public key',
  cut: 'cut out of key_block',
};

interface Reason {
  readonly mark: string;
  readonly why: string;
}

const labelled = (label: string, why: string): Reason => ({ mark: marks.label(label), why });

const derived = (to: string): Reason =>
  labelled('derived', `A step between two stages: it becomes the salt of \`${to}\`, so that the stages stay apart.`);

const handshakeTraffic = (who: Role, label: string): Reason =>
  labelled(
    label,
    `Everything that protects the **${who}’s** part of the handshake comes from it: its key, its IV, and the key of its Finished. The hash of both hellos ties it to this very handshake.`,
  );

const applicationTraffic = (who: Role, label: string): Reason =>
  labelled(
    label,
    `What the **${who}** sends after the handshake is protected with keys from it. The hash covers everything up to the server’s Finished, certificates included.`,
  );

const updated = (who: Role): Reason =>
  labelled(
    'traffic upd',
    `The **${who}’s** next traffic secret, after a KeyUpdate. It comes from the one before, and nobody gets back from it: whoever steals it can’t open what was said earlier.`,
  );

const finishedKey = (who: Role): Reason =>
  labelled('finished', `The key that the **${who}’s** Finished is made with. It is used once.`);

const finishedValue = (who: Role): Reason => ({
  mark: 'HMAC',
  why: `What has to stand in the **${who}’s** Finished: a checksum of every message before it. Each side computes it by itself, and the two must agree.`,
});

/** Mark and reason of every value that has a name of its own. */
export const reasons = {
  of: {
    shared_secret: {
      mark: 'ECDHE',
      why: 'Both sides compute it, each from its own private half and the other’s public half. Somebody who saw both public halves can’t.',
    },
    early_secret: {
      mark: 'HKDF-Extract',
      why: 'A key from an earlier connection, a PSK, would go in here. This one has none, so zeros go in, and anybody can compute it.',
    },
    'derived from early_secret': derived('handshake_secret'),
    handshake_secret: {
      mark: 'HKDF-Extract',
      why: 'Here the shared secret comes in. All keys of the handshake grow from this one.',
    },
    client_handshake_traffic_secret: handshakeTraffic('client', 'c hs traffic'),
    server_handshake_traffic_secret: handshakeTraffic('server', 's hs traffic'),
    'derived from handshake_secret': derived('main_secret'),
    main_secret: {
      mark: 'HKDF-Extract',
      why: 'The root of everything after the handshake. No new secret goes in: zeros stand in its place.',
    },
    client_application_traffic_secret_0: applicationTraffic('client', 'c ap traffic'),
    server_application_traffic_secret_0: applicationTraffic('server', 's ap traffic'),
    client_application_traffic_secret_N: updated('client'),
    server_application_traffic_secret_N: updated('server'),
    'client finished_key': finishedKey('client'),
    'server finished_key': finishedKey('server'),
    'client verify_data': finishedValue('client'),
    'server verify_data': finishedValue('server'),
    exporter_secret: labelled(
      'exp master',
      'For applications that need keys of their own: whatever they derive from it is bound to this connection.',
    ),
    resumption_secret: labelled(
      'res master',
      'For coming back later: a session ticket turns it into the PSK of the next handshake, in which nobody shows a certificate and none is judged anew. Its hash covers the client’s Finished too, and with it who the client is.',
    ),
    encrypted_pre_master_secret: {
      mark: 'RSA',
      why: 'The premaster secret, encrypted to the key in the server’s certificate. Everybody can read these bytes; only the holder of that key can open them.',
    },
    pre_master_secret: {
      mark: 'ECDHE',
      why: 'Both sides compute it, each from its own private half and the other’s public half. Somebody who saw both public halves can’t.',
    },
    master_secret: labelled(
      'extended master secret',
      'The root of all keys. The hash of everything said so far ties it to this very handshake (RFC 7627).',
    ),
    key_block: labelled(
      'key expansion',
      'As many bytes as are needed, then cut into a key and an IV for each direction.',
    ),
  } as Readonly<Record<string, Reason>>,
  static: {
    mark: 'RSA',
    why: 'The client makes it up and encrypts it to the server’s key. There is **no forward secrecy**: whoever gets that key later can open a recording of this connection.',
  },
  classic: labelled(
    'master secret',
    'The root of all keys. It is tied to the two randoms and to nothing else that was said.',
  ),
};

export const shareReasons = {
  used: 'The public half of a fresh key pair. Anybody may read it: without a private half it leads nowhere.',
  unused: (group: string) =>
    `The public half of a fresh key pair, in a group that the server did not take. It is not used: the server wanted ${group}.`,
  tls12: (who: Role) =>
    who === 'server'
      ? 'The public half of a fresh key pair. Anybody may read it; the server’s signature says whose it is.'
      : 'The public half of a fresh key pair. Anybody may read it: without a private half it leads nowhere.',
};

const write = (who: Role) =>
  `What the **${who}** encrypts its records with, and the ${who === 'client' ? 'server' : 'client'} decrypts them with.`;

export const keyReasons = {
  key: write,
  iv: (who: Role) =>
    `Combined with the number of each record that the **${who}** sends, it gives a nonce that never comes twice with this key.`,
  IV: (who: Role) =>
    `The part of the nonce that stays the same in every record that the **${who}** sends. The other part changes, so that no nonce comes twice with this key.`,
};

/** Which messages a hash covers, as the RFC writes it. */
export const transcripts: Readonly<Record<string, string>> = {
  client_handshake_traffic_secret: 'ClientHello … ServerHello',
  server_handshake_traffic_secret: 'ClientHello … ServerHello',
  client_application_traffic_secret_0: 'ClientHello … server Finished',
  server_application_traffic_secret_0: 'ClientHello … server Finished',
  exporter_secret: 'ClientHello … server Finished',
  resumption_secret: 'ClientHello … client Finished',
  'server verify_data': 'ClientHello … before the server’s Finished',
  'client verify_data': 'ClientHello … before the client’s Finished',
};

/** The same where the first ClientHello stands as message_hash. */
export const retriedTranscripts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(transcripts).map(([name, span]) => [
    name,
    span.replace('ClientHello', 'message_hash, HelloRetryRequest, ClientHello'),
  ]),
);

const clear = 'sent in the clear';

export const inputNotes = {
  zeros: (length: number) => (length === 0 ? 'empty, which counts as zeros' : 'zeros'),
  own: 'never leaves this side',
  clear,
  seeds: {
    session_hash: 'ClientHello … ClientKeyExchange',
    client_random: clear,
    server_random: clear,
  } as Readonly<Record<string, string>>,
};

/** How a value is computed, where the standard has no formula of its own for it. */
export const formulas = {
  share: (group: string) => `${group}(private key, base point)`,
  exchange: (group: string, who: Role, peer: Role) => `${group}(${who}’s private key, ${peer}’s share)`,
  ofSide: (who: Role, name: string) => `${who}’s ${name}`,
};

export const remarks = {
  share: 'The base point is the same for everybody; multiplied with the private key it gives the public one.',
  exchange:
    'The private key of one side, multiplied with the public key of the other. Whichever side does it, the result is the same.',
  /** RFC 9846 section 4.1. */
  retried:
    'After a HelloRetryRequest the first ClientHello is hashed as message_hash: a message of type 254 that holds the hash of it alone (RFC 9846, 4.1). So a server need not remember it.',
  madeUp: 'The version that was offered, 03 03, and 46 random bytes of the client’s.',
  decrypted: 'Opened with the key in the server’s certificate, which stays on the server and is not shown here.',
};

export const commandNotes = {
  kdf: 'OpenSSL 3 prints the same bytes in capitals, with colons.',
  mac: 'For bash or zsh, with xxd, and OpenSSL 3. It prints the same bytes in capitals.',
  expand: (label: string, hashed: boolean, length: number) =>
    `hexinfo is the HkdfLabel: the length ${length}, the label “tls13 ${label}” and ${hashed ? 'the hash' : 'no context'}. OpenSSL 3 prints capitals and colons.`,
  cut: (from: number, to: number) => `The whole key block, and bytes ${from} to ${to - 1} cut out of it.`,
  der: 'For bash or zsh, with xxd. What stands before each key is the DER around it, the same for every key of the group.',
};

const knowers = { client: 'the client', server: 'the server', eavesdropper: 'whoever listens' };

/** Names in the list of who knows a value. */
export const knowerNames = { client: 'Client', server: 'Server', eavesdropper: 'Eavesdropper' };

/** Who has a value, as a phrase. */
export const holdersPhrase = (who: readonly (keyof typeof knowers)[]): string =>
  listed(who.map((each) => knowers[each]));

/**
 * The same in as few words as possible.
 * @param wire what somebody who only listens can do
 */
export function holdersMark(client: boolean, server: boolean, wire: 'reads' | 'computes' | false): string {
  if (wire === 'computes') return 'anybody can compute it';
  if (!client && !server) return 'sent in the clear';
  if (client && server) return wire ? 'everybody has it' : 'both have it';
  const alone = client ? 'the client' : 'the server';
  return wire ? `${alone} has it, sent in the clear` : `only ${alone} has it`;
}

/** Instead of that, where it is not one value. */
export const differing = { travelling: 'changed on its way', derived: 'not the same on both sides' };

export const knowing = {
  since: (step: number) => (step === 0 ? 'from the start' : `since step ${step}`),
  another: (step: number) => `another value, since step ${step}`,
  clear: (step: number) => `in the clear since step ${step}`,
  anyone: 'can compute it: nothing secret goes in',
  notYet: 'not yet',
  notHere: 'not in this run',
  never: 'never',
  /** For whoever listens. */
  hidden: 'not to be had by listening',
  /** Where somebody put a value of their own on the wire. */
  notByListening: 'not by listening',
};

export const warnings = {
  travelling:
    'What arrived is not what its sender made. If somebody put a value of their own in its place, they can compute what the receiver derives from it.',
  derived: 'The two sides **don’t have the same value** here: what one of them said is not what the other heard.',
};
