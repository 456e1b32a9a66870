// What the fields of ClientHello, ServerHello and HelloRetryRequest mean. Keys are ends of paths, without indices.
// Data only. English, ready for other languages.

export const helloFields: Readonly<Record<string, string>> = {
  ClientHello: 'The first message: what the client speaks, offers and wants.',
  ServerHello: 'The server’s choices, and its half of the key exchange.',
  HelloRetryRequest: 'A ServerHello in disguise. It asks the client to try again with something else.',
  msg_type: 'Which handshake message this is, as a number.',
  'ClientHello.length':
    'How many bytes of this message follow. Three bytes, since messages may be longer than records.',
  legacy_version: 'A leftover: always TLS 1.2. The true version is negotiated in supported_versions.',
  random:
    'Fresh random bytes. They make this handshake unlike every other one, so that nothing recorded can be played again.',
  'HelloRetryRequest.random':
    'Not random: a fixed value, the SHA-256 hash of “HelloRetryRequest”. By it the client tells this message from a ServerHello.',
  legacy_session_id:
    'In TLS 1.2 the name of an earlier session. Now empty, or random bytes that make the handshake look familiar to old devices.',
  legacy_session_id_echo: 'The client’s legacy_session_id, sent back unchanged.',
  cipher_suites: 'The combinations of encryption and hash that the client knows, its favourite first.',
  'cipher_suites.[]':
    'One combination: the cipher that protects records, and the hash that keys are derived with. The key exchange is negotiated elsewhere.',
  cipher_suite: 'The one combination of encryption and hash that the server picked.',
  legacy_compression_methods: 'A leftover: one entry, null. Compression inside TLS turned out to give secrets away.',
  'legacy_compression_methods.[]': 'null, for no compression.',
  legacy_compression_method: 'Always null: TLS 1.3 does not compress.',
  extensions: 'Everything that was added to TLS over the years, as a list of typed entries.',
  'ServerHello.extensions':
    'Only what is needed to make keys. All other answers come encrypted, in EncryptedExtensions.',
  'HelloRetryRequest.extensions': 'What the client should change in its second ClientHello.',
};

/** For each message: what its length in the header says. */
export const messageLength =
  'How many bytes of this message follow. Three bytes, since a message may be longer than a record.';
