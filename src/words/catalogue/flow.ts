// What can go wrong with the order of things, and with the end. English; one place, ready for other languages.

import type { EntryWords } from './entry-words.ts';

export const flowEntries = {
  'finished-too-early': {
    title: 'Client finishes too early',
    story: 'The client says Finished before it is time, and leaves out what should have come first.',
  },
  'server-finished-too-early': {
    title: 'Server finishes too early',
    story: 'The server skips the rest of its part and says Finished, in the hope that nobody counts.',
  },
  'data-before-finished': {
    title: 'Request before Finished',
    story: 'The client sends its request where its Finished is due, with the keys of that moment.',
  },
  'server-data-before-finished': {
    title: 'Answer before Finished',
    story: 'The server sends data where its Finished is due, with the keys of that moment.',
  },
  'certificate-unasked': {
    title: 'Certificate that nobody asked for',
    story: 'The client shows its certificate although the server did not ask for one.',
  },
  renegotiation: {
    title: 'Client begins another handshake',
    story: 'Once connected, the client sends a second ClientHello through the connection before its request.',
  },
  'hello-request': {
    title: 'Server asks for another handshake',
    story: 'Before its page the server sends a HelloRequest, to have the client begin anew.',
  },
  'change-cipher-spec-too-early': {
    title: 'ChangeCipherSpec too early',
    story: 'An attacker slips in a ChangeCipherSpec before there are keys, so that the server would use empty ones.',
  },
  'change-cipher-spec-twice': {
    title: 'ChangeCipherSpec twice',
    story: 'Somebody on the wire sends the client’s ChangeCipherSpec a second time.',
  },
  'client-unexpected-message': {
    title: 'Client message out of turn',
    story: 'The client sends a message that the server does not wait for at that moment.',
  },
  'server-unexpected-message': {
    title: 'Server message out of turn',
    story: 'The server sends a message that the client does not wait for at that moment.',
  },
  'connection-cut': {
    title: 'Connection cut',
    story: 'Somebody pulls the plug: from one moment on, nothing passes in either direction.',
  },
  'close-without-notify': {
    title: 'Client leaves without a goodbye',
    story: 'The client has its page and closes the connection without saying close_notify.',
  },
  'server-close-without-notify': {
    title: 'Server leaves without a goodbye',
    story: 'The server sends its page and closes the connection at once, without saying close_notify.',
  },
} as const satisfies Readonly<Record<string, EntryWords>>;
