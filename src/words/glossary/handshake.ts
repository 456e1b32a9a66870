// What the handshake and its records are made of, in two sentences each. English; one place, ready for other languages.

import type { Term } from './term.ts';

export const handshake: readonly Term[] = [
  {
    name: 'AEAD',
    text: 'A cipher that hides data and guards it against change in one go, such as AES-GCM. What it has sealed either opens as it was, or not at all.',
  },
  {
    name: 'alert',
    text: 'A short message with which a side says that something is wrong, or that it has nothing more to send. It has a level and a number, and no room for details.',
  },
  {
    name: 'ALPN',
    text: 'The part of the handshake that agrees on what is spoken inside, HTTP/2 for instance. The client names what it can speak, and the server picks one.',
  },
  {
    name: 'cipher suite',
    forms: ['cipher suite', 'cipher suites', 'suite', 'suites'],
    text: 'The cipher that protects records, and the hash that goes with it, under one name. In TLS 1.2 the name also says how keys are exchanged and who signs how.',
  },
  {
    name: 'Diffie-Hellman',
    text: 'A way for two sides to come to the same secret by sending each other one number. Whoever listens sees both numbers and still can’t work it out.',
  },
  {
    name: 'extension',
    text: 'An entry that a message or a certificate carries beyond its fixed fields, with a number of its own. Whoever does not know one passes over it, unless it is marked as critical.',
  },
  {
    name: 'forward secrecy',
    text: 'That recorded traffic stays secret even if a private key is stolen later. It needs keys that are made for one connection and then forgotten.',
  },
  {
    name: 'group',
    text: 'The arithmetic in which keys are exchanged, for example the curve x25519. Both sides have to compute in the same one.',
  },
  {
    name: 'handshake',
    text: 'The messages at the start of a connection. In them both sides agree on how to go on, make common keys, and prove who they are.',
  },
  {
    name: 'hash',
    forms: ['hash', 'hashes'],
    text: 'A short value computed from data of any length, such as 32 bytes by SHA-256. Nobody can find two different data with the same one.',
  },
  {
    name: 'HelloRetryRequest',
    forms: ['HelloRetryRequest'],
    text: 'The answer of a server that lacks something in the ClientHello, usually a key share in a group that it takes. The client sends its hello once more.',
  },
  {
    name: 'HMAC',
    text: 'A checksum made with a hash and a secret key. Only those who have the key can make it or check it.',
  },
  {
    name: 'key share',
    text: 'One side’s public half of the key exchange, made for this connection only. With its own secret half and the other’s share each side comes to the same secret.',
  },
  {
    name: 'middlebox',
    forms: ['middlebox', 'middleboxes'],
    text: 'A device between the two sides that looks into connections, such as a firewall. Some break off what they have never seen before.',
  },
  {
    name: 'mutual TLS',
    text: 'TLS in which not only the server but also the client shows a certificate and proves that it holds the key. Then each knows who the other is.',
  },
  {
    name: 'nonce',
    text: 'A number that is used once with a key. If two records were sealed with the same one, what is in them could be compared, and others be forged.',
  },
  {
    name: 'PSK',
    text: 'A secret that both sides have from before, often from an earlier connection. With it they can do without certificates.',
  },
  {
    name: 'random',
    text: 'The 32 bytes of chance in each hello. They make every handshake different, so that an old one can’t be played again.',
  },
  {
    name: 'record',
    text: 'What travels on the wire: a header of five bytes and its content. A message may span several records, and a record may hold several messages.',
  },
  {
    name: 'renegotiation',
    text: 'A second handshake inside a connection of TLS 1.2. TLS 1.3 has done away with it.',
  },
  {
    name: 'resumption',
    text: 'Going on in a new connection from what an earlier one has agreed on. No certificate is shown again, and nobody proves anew who they are.',
  },
  {
    name: 'session id',
    text: 'A number with which TLS 1.2 took up an earlier connection. In TLS 1.3 it only comes back unchanged, so that old devices on the way are not puzzled.',
  },
  {
    name: 'signature scheme',
    text: 'The name of a way to sign: the kind of key and the hash that goes with it, for example ecdsa_secp256r1_sha256. Each side lists those that it can check.',
  },
  {
    name: 'SNI',
    text: 'The extension in which a client says which host it wants. A server with several names picks its certificate by it, and whoever listens can read it.',
  },
  {
    name: 'ticket',
    text: 'What a server hands out so that a later connection can begin where this one ends. To the client it is sealed: only the server can read it.',
  },
  {
    name: 'transcript',
    text: 'All messages of the handshake so far, in order, as one side has sent and received them. Signatures and checksums are made over its hash.',
  },
];
