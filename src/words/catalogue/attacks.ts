// What somebody on the wire can do. English; one place, ready for other languages.

import type { EntryWords } from './entry-words.ts';

export const attackEntries = {
  'suites-stripped': {
    title: 'Cipher suite struck from the offer',
    story:
      'An attacker strikes the server’s favourite suite from the ClientHello, so that the server takes its second choice.',
  },
  downgrade: {
    title: 'Downgrade to an older version',
    story:
      'Both sides speak the older version too, and an attacker takes the newer one out of the ClientHello’s offer.',
  },
  'alpn-stripped': {
    title: 'Protocol struck from the offer',
    story: 'An attacker takes ALPN out of the ClientHello, so that nobody agrees on what the connection is for.',
  },
  'extended-master-secret-stripped': {
    title: 'Extended master secret struck from the offer',
    story:
      'An attacker takes extended_master_secret out of the ClientHello, so that the keys depend on the randoms only.',
  },
  'hello-random-flipped': {
    title: 'A bit of the client’s random flipped',
    story: 'An attacker flips one bit of the random in the ClientHello, which nothing protects yet.',
  },
  'server-hello-edited': {
    title: 'Suite in the ServerHello replaced',
    story: 'An attacker replaces the suite that the server picked by another one that the client offers.',
  },
  'share-swapped': {
    title: 'Key share of an attacker',
    story: 'An attacker puts a key share of its own in the place of one that goes by, in order to know the secret.',
  },
  'client-share-swapped': {
    title: 'Client’s key exchange of an attacker',
    story:
      'An attacker puts a secret of its own in the place of the client’s, in a ClientKeyExchange that nothing signs.',
  },
  'certificate-request-stripped': {
    title: 'CertificateRequest taken out',
    story:
      'An attacker takes the CertificateRequest out of the server’s messages, so that the client never shows who it is.',
  },
  'alert-injected': {
    title: 'A forged alert',
    story:
      'Before the ServerHello arrives, an attacker tells the client in the server’s name that the handshake has failed.',
  },
  'cleartext-injected': {
    title: 'A goodbye in the clear',
    story:
      'Between the two records of the page, an attacker slips in a close_notify in the clear, to cut the page short.',
  },
  truncation: {
    title: 'Page cut short',
    story: 'The server sends its page in two records, and an attacker cuts the connection before the second one.',
  },
  'replayed-record': {
    title: 'A request replayed',
    story:
      'An attacker keeps the client’s encrypted request and sends it to the server a second time, after the answer.',
  },
  flip: {
    title: 'A flipped bit',
    story: 'Somebody on the wire flips a bit of one record, wherever you like.',
  },
} as const satisfies Readonly<Record<string, EntryWords>>;
