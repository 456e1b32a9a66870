// What can go wrong with Finished and with protected records, and with records as such. English; one place, ready for other languages.

import type { EntryWords } from './entry-words.ts';

export const protectionEntries = {
  'client-bad-finished': {
    title: 'Client Finished with a wrong bit',
    story: 'One bit of the client’s Finished is wrong, in a record that is sealed with the right keys.',
  },
  'server-bad-finished': {
    title: 'Server Finished with a wrong bit',
    story: 'One bit of the server’s Finished is wrong, in a record that is sealed with the right keys.',
  },
  'wrong-finished-label': {
    title: 'Finished made with a wrong label',
    story:
      'The client has the right keys and the right messages, but makes its Finished with a label that is not its own.',
  },
  'ciphertext-flipped': {
    title: 'A bit of the ciphertext flipped',
    story: 'Somebody on the wire flips one bit in the middle of the encrypted page that the server sends.',
  },
  'tag-flipped': {
    title: 'A bit of the authentication tag flipped',
    story: 'Somebody on the wire flips the last bit of the first record that the client protects: a bit of its tag.',
  },
  'header-flipped': {
    title: 'A bit of the record header flipped',
    story:
      'Somebody on the wire flips a bit of the version in a protected record’s header, which is not even encrypted.',
  },
  'record-dropped': {
    title: 'A record lost',
    story: 'The server sends its page in two records, and somebody on the wire keeps the first one.',
  },
  'record-duplicated': {
    title: 'A record twice',
    story: 'The server sends its page in two records, and somebody on the wire sends the first one twice.',
  },
  'records-swapped': {
    title: 'Two records in the wrong order',
    story: 'The server sends its page in two records, and somebody on the wire lets the second one overtake the first.',
  },
  'nonce-reused': {
    title: 'A nonce used twice',
    story: 'The server seals the second record of its page with the sequence number, and so the nonce, of the first.',
  },
  'bad-padding': {
    title: 'Nothing but padding',
    story: 'The client’s first protected record holds nothing but zeros: padding, and no type of what it pads.',
  },
  'wrong-inner-type': {
    title: 'Wrong type inside the record',
    story: 'The client’s first protected record says on the inside that it holds application data, not handshake.',
  },
  'oversized-record': {
    title: 'A record that is too long',
    story: 'The client seals its request in a record that is longer than any may be.',
  },
  'oversized-plaintext': {
    title: 'A record that holds too much',
    story:
      'The client’s request fills a record with one byte more than any may hold, which shows only when it is opened.',
  },
  'empty-handshake-record': {
    title: 'A handshake record without content',
    story: 'The client’s first protected record says that it is handshake, and holds not a single byte of it.',
  },
  'empty-data-record': {
    title: 'A data record without content',
    story: 'Before its request the client sends a record of application data that holds nothing.',
  },
  'empty-alert-record': {
    title: 'An alert without content',
    story: 'The client says goodbye with a record that is an alert by its type, and holds none.',
  },
  'unknown-content-type': {
    title: 'A record of an unknown type',
    story: 'The ClientHello arrives in a record of type 24, which is heartbeat, and this server never learnt it.',
  },
  'key-change-inside-message': {
    title: 'A message across the change of keys',
    story:
      'The server begins its next message in the record of its ServerHello, after which everything has to be encrypted.',
  },
  'interleaved-record': {
    title: 'A record in the middle of a message',
    story: 'Somebody on the wire cuts the ServerHello into two records, and puts a ChangeCipherSpec between them.',
  },
} as const satisfies Readonly<Record<string, EntryWords>>;
