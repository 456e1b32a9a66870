// What fields mean in TLS 1.2, where that differs from TLS 1.3 or exists only there. Keys are ends of paths, without indices.
// Data only. English, ready for other languages.

export const tls12Fields: Readonly<Record<string, string>> = {
  TLSCiphertext:
    'A protected record: its header in the clear, then a part of the nonce in most suites, then ciphertext that only the two sides can open.',
  'TLSCiphertext.type':
    'What the record carries. In TLS 1.2 everybody can see it: only the content is encrypted. TLS 1.3 hides it.',
  legacy_record_version: 'TLS 1.2; in a first ClientHello TLS 1.0, because old servers stumble over anything newer.',
  'TLSCiphertext.fragment':
    'The encrypted content with an authentication tag of 16 bytes at its end. If one bit of it changes, or the type, or the version, the tag no longer fits.',
  nonce_explicit:
    'The part of the nonce that each record carries: eight bytes, in the clear. The other four come from the key block. Here it is the sequence number.',
  'TLSCiphertext.fragment.content': 'The encrypted content, and an authentication tag of 16 bytes at its end.',
  GenericAEADCipher: 'What a protected record holds once it is opened: the content, and nothing else.',
  'GenericAEADCipher.content': 'What the record carries: handshake messages, an alert, or application data.',
  level: 'Warning or fatal. After a fatal alert the connection is over; after a warning it may go on.',
  ChangeCipherSpec:
    'From the next record on, all that the sender says is protected. It is no handshake message: Finished does not cover it.',

  ServerHello: 'The server’s choices. Its half of the key exchange comes later, if at all.',
  'ClientHello.legacy_version': 'The newest version that the client speaks, unless supported_versions says more.',
  'ServerHello.legacy_version': 'The version that the server picked. In TLS 1.2 it is called server_version.',
  random:
    'Fresh random bytes. Those of both sides go into the keys, so that no two connections have the same ones. A server that could speak TLS 1.3 leaves a mark in the last eight.',
  'ClientHello.random':
    'Fresh random bytes. Those of both sides go into the keys, so that no two connections have the same ones.',
  legacy_session_id:
    'The name of an earlier session that the client would like to take up again. Empty: there is none.',
  legacy_session_id_echo: 'The name of this session, for taking it up again. Empty: the server remembers no sessions.',
  cipher_suites:
    'The recipes that the client knows, its favourite first: key exchange, kind of signature, cipher and hash in one name.',
  'cipher_suites.[]':
    'One recipe: how keys are exchanged, which kind of key signs, the cipher that protects records, and the hash that keys are made with.',
  cipher_suite: 'The one recipe that the server picked: key exchange, kind of signature, cipher and hash in one name.',
  legacy_compression_methods: 'One entry, null. Compression inside TLS turned out to give secrets away.',
  legacy_compression_method: 'Always null: nobody compresses any more.',
  'ServerHello.extensions': 'Answers to extensions of the ClientHello, for everybody to read.',

  'ServerHello.extensions.server_name': 'Empty: the server says that it has taken the name into account.',
  'ServerHello.extensions.application_layer_protocol_negotiation': 'The one protocol that the server picked.',
  supported_groups:
    'The groups (curves, for instance) in which the client can exchange keys, its favourite first. An ECDSA key in a certificate has to be on one of these curves too.',
  signature_algorithms: 'The kinds of signatures that the client can verify, in ServerKeyExchange and in certificates.',
  renegotiation_info:
    'Ties a repeated handshake to the first one, so that nobody can put words of their own before it. Empty in a first handshake.',
  renegotiated_connection: 'Empty in a first handshake. In a repeated one, the Finished of the one before.',
  ec_point_formats: 'How points on curves are written. Only “uncompressed” is left.',
  extended_master_secret:
    'Asks for a master secret that is tied to all that was said up to ClientKeyExchange. It has no content.',
  'ServerHello.extensions.extended_master_secret':
    'Yes: the master secret will be tied to all that was said up to ClientKeyExchange.',
  encrypt_then_mac: 'Asks for a safer order of encrypting and authenticating with old ciphers.',
  session_ticket: 'Tickets for taking up a session again.',
  heartbeat: 'Signs of life.',
  // Those of TLS 1.3, in a ClientHello that offers both versions.
  key_share: 'Public halves of fresh key pairs, in case the server speaks TLS 1.3.',
  psk_key_exchange_modes: 'For TLS 1.3: how the client would take up an earlier session again.',
  supported_versions: 'The versions that the client speaks. A server that knows TLS 1.2 only passes over this list.',

  HelloRequest: 'The server wants another handshake. Empty.',

  Certificate: 'A chain of certificates: the sender’s own first, then those that vouch for it. In the clear.',
  'certificate_list.[]': 'One certificate, as DER. It opens as a layer of its own.',

  ServerKeyExchange: 'The server’s half of the key exchange, signed with the key of its certificate.',
  'ServerKeyExchange.params': 'What is signed, together with both randoms.',
  curve_type: 'How the curve is described: 3 for by its name. Nothing else is left.',
  named_curve: 'The curve in which keys are exchanged.',
  public: 'The server’s public key on this curve. It is fresh, and its private half is thrown away afterwards.',
  'ServerKeyExchange.signature': 'The signature. It covers both randoms and params, not the rest of the handshake.',

  CertificateRequest: 'The server asks the client for a certificate, and says of which kind.',
  certificate_types: 'Kinds of key that the server takes. ecdsa_sign stands for Ed25519 as well.',
  'certificate_types.[]': 'One kind of key.',
  'CertificateRequest.supported_signature_algorithms':
    'The kinds of signatures that the server can verify. The client needs a key that can make one of these.',
  certificate_authorities: 'The names of the CAs whose certificates the server accepts. Empty: it does not say.',
  'certificate_authorities.[]': 'The distinguished name of one CA, in DER.',

  ServerHelloDone: 'The server has said its part. Empty.',

  ClientKeyExchange: 'The client’s half of the key exchange.',
  exchange_keys: 'The client’s public key, in the group that the server named.',
  point: 'The public key itself. It is fresh, and its private half is thrown away afterwards.',
  encrypted_pre_master_secret:
    'The premaster secret, encrypted to the RSA key in the server’s certificate: the version, and 46 random bytes. Who has that key can open it, even years later.',

  signature: 'The signature. It covers all handshake messages before this one, as they were sent.',
  verify_data:
    'Twelve bytes, made with the PRF from the master secret and the hash of all messages so far. The receiver computes the same and compares.',

  ticket_lifetime_hint: 'For how many seconds the ticket may be good.',
};
