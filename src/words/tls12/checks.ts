// What the receiver looks at in each message of TLS 1.2, apart from what has a verdict of its own; and names of facts.
// Texts are in the notation of `rich`. English, ready for other languages.

/** By the message's name. */
export const messageChecks12: Readonly<Record<string, readonly string[]>> = {
  ClientHello: [
    'No extension comes twice or where it does not belong',
    'The null method of compression is among those offered',
    '`renegotiation_info`, if it is there, is empty',
  ],
  ServerHello: [
    'No extension that was not asked for',
    'No compression',
    '`renegotiation_info` is there, and empty: both take this for the first handshake',
  ],
  ServerKeyExchange: [
    'The curve has a name, and was offered',
    'The scheme is one that was offered',
    'The scheme fits the key in the certificate',
  ],
  ServerHelloDone: ['It is empty'],
  CertificateVerify: ['The scheme is one that was offered', 'The scheme fits the key in the certificate'],
  Finished: ['`verify_data` is 12 bytes long'],
};

/** With ECDHE. A secret that is encrypted to the server must not be judged aloud. */
export const shareCheck = 'The key share is a usable value of the server’s group';

export const factNames12 = {
  exchange: 'Key exchange',
  masterSecret: 'Master secret',
  keyBlock: 'Key block',
  kinds: 'Kinds of key',
};

export const factValues12 = {
  fresh: 'ECDHE, fresh for each handshake',
  static: 'static RSA',
  extended: 'extended: tied to all that was said before',
  classic: 'tied to the two randoms only',
};
