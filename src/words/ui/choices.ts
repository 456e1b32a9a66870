// The words of what can be chosen of a handshake. It must not know which choices go together.

import type {
  GroupChoice,
  KeyChoice,
  KeyExchangeChoice,
  ProtocolChoice,
  Scenario,
  SuiteChoice,
} from '../../lab/index.ts';

export const choiceWords = {
  version: 'Version',
  versions: { '1.3': 'TLS 1.3', '1.2': 'TLS 1.2' } satisfies Record<Scenario['version'], string>,
  suite: 'Suite',
  suites: {
    TLS_AES_128_GCM_SHA256: 'AES-128-GCM',
    TLS_AES_256_GCM_SHA384: 'AES-256-GCM',
    TLS_CHACHA20_POLY1305_SHA256: 'ChaCha20-Poly1305',
  } satisfies Record<SuiteChoice, string>,
  keyExchange: 'Exchange',
  keyExchanges: { ephemeral: 'ECDHE, fresh keys', static: 'static RSA' } satisfies Record<KeyExchangeChoice, string>,
  group: 'Group',
  groups: { x25519: 'x25519', secp256r1: 'secp256r1', secp384r1: 'secp384r1' } satisfies Record<GroupChoice, string>,
  keys: 'Keys',
  keyKinds: { 'P-256': 'ECDSA P-256', 'P-384': 'ECDSA P-384', RSA: 'RSA 2048', Ed25519: 'Ed25519' } satisfies Record<
    KeyChoice,
    string
  >,
  alpn: 'ALPN',
  alpnMeaning: 'Which protocol the client offers to speak inside the connection, and what the server makes of it.',
  protocols: {
    'http/1.1': 'http/1.1',
    h2: 'h2, out of two',
    'h2 declined': 'http/1.1, out of two',
    unanswered: 'offered, no answer',
    none: 'not offered',
  } satisfies Record<ProtocolChoice, string>,
  first: 'First',
  firstMeaning:
    'Once the client holds the connection to be there: whether it hears what the server says, or writes its request to the end before it reads. It matters when the server refuses late.',
  firsts: { server: 'the client reads', client: 'the client writes' } satisfies Record<Scenario['first'], string>,
  retry: 'HelloRetryRequest',
  retryMeaning: 'The client guesses the group wrong at first.',
  coalesced: 'Messages share records',
  coalescedMeaning: 'The server packs its messages into one record.',
  compatibility: 'Middlebox disguise',
  compatibilityMeaning: 'Both sides send a ChangeCipherSpec that means nothing.',
} as const;
