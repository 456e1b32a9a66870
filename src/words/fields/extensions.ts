// What extensions and their contents mean. Keys are ends of paths, without indices.
// Data only. English, ready for other languages.

export const extensionFields: Readonly<Record<string, string>> = {
  extension_type: 'Which extension this is, as a number.',
  extension_data: 'What the extension says. Its shape depends on its type.',
  /** For extensions that have no words of their own. */
  'extensions.?': 'An extension that this page does not explain. Whoever does not know it skips it.',
  GREASE:
    'A value without meaning, put there on purpose so that the other side stays used to skipping what it does not know.',

  server_name: 'Which server the client wants. One address may serve many names. It travels in the clear.',
  'EncryptedExtensions.extensions.server_name': 'Empty: the server says that it has taken the name into account.',
  server_name_list: 'A list of names; in practice there is one.',
  'server_name_list.[]': 'One name with its kind.',
  name_type: 'The kind of name: 0 for a host name. No other kind was ever defined.',
  host_name: 'The name of the server, as in an address line, without a port.',

  'ServerHello.extensions.supported_versions':
    'The version that is really spoken. legacy_version only keeps old devices calm.',
  supported_versions: 'The versions of TLS that are really meant. legacy_version only keeps old devices calm.',
  'supported_versions.extension_data.versions': 'The versions that the client speaks, its favourite first.',
  'versions.[]': 'One version of TLS.',
  selected_version: 'The version that the server picked.',

  supported_groups: 'The groups (curves, for instance) in which the client can exchange keys, its favourite first.',
  named_group_list: 'Groups for the key exchange, in order of preference.',
  'named_group_list.[]': 'One group.',

  'ServerHello.extensions.key_share': 'The server’s half of the key exchange.',
  'HelloRetryRequest.extensions.key_share': 'The server asks for a key share in another group.',
  key_share:
    'The public halves of fresh key pairs. Both sides combine one with their own private half and get the same secret.',
  client_shares: 'One public key for each group that the client thinks likely.',
  'client_shares.[]': 'A public key, and the group that it belongs to.',
  server_share: 'The server’s public key, in the group that it picked.',
  group: 'The group in which this public key lives.',
  key_exchange:
    'The public key itself. It is fresh for each handshake, and its private half is thrown away afterwards.',
  selected_group: 'The group in which the server wants a key share.',

  signature_algorithms:
    'The kinds of signatures that the sender can verify in CertificateVerify, and in certificates unless another list says otherwise.',
  'CertificateRequest.extensions.signature_algorithms':
    'The kinds of signatures that the server can verify. The client needs a key that can make one of these.',
  signature_algorithms_cert: 'The kinds of signatures that the sender can verify inside certificates.',
  supported_signature_algorithms: 'Signature schemes, the favourite first.',
  'supported_signature_algorithms.[]': 'One scheme: a kind of key and a hash.',

  certificate_authorities:
    'The names of the CAs whose certificates the sender accepts. They help the other side to pick the right one.',
  authorities: 'Distinguished names of CAs.',
  'authorities.[]': 'The distinguished name of one CA, in DER.',

  application_layer_protocol_negotiation:
    'ALPN: which protocol is to be spoken over this connection, HTTP/1.1 or HTTP/2 for instance.',
  'EncryptedExtensions.extensions.application_layer_protocol_negotiation': 'The one protocol that the server picked.',
  protocol_name_list: 'Names of protocols, the favourite first.',
  'protocol_name_list.[]': 'The name of one protocol.',

  psk_key_exchange_modes:
    'How the client would resume an earlier session: with a fresh key exchange (psk_dhe_ke) or without.',
  ke_modes: 'The modes that the client accepts.',
  'ke_modes.[]': 'One mode. psk_dhe_ke means: with a fresh key exchange.',
  'extensions.cookie':
    'Bytes that the server gave out and wants back, so that it need not remember the client meanwhile.',
  'extension_data.cookie': 'What the cookie means is the server’s own business.',

  renegotiation_info:
    'From TLS 1.2: it ties a repeated handshake to the first one. TLS 1.3 has no repeated handshakes.',
  renegotiated_connection: 'Empty in a first handshake.',
  ec_point_formats: 'From TLS 1.2: how points on curves are written. Only “uncompressed” is left.',
  ec_point_format_list: 'The formats; 0 stands for uncompressed.',
  'ec_point_format_list.[]': 'One format; 0 stands for uncompressed.',
  extended_master_secret:
    'From TLS 1.2: it ties the keys to all that was said up to ClientKeyExchange. TLS 1.3 ties them to every message.',
  encrypt_then_mac: 'From TLS 1.2: a safer order of encrypting and authenticating. TLS 1.3 does both at once.',
  session_ticket: 'From TLS 1.2: tickets for resuming a session.',
  status_request: 'Asks for a proof that the certificate was not withdrawn (OCSP).',
  signed_certificate_timestamp: 'Asks for proofs that the certificate was published in open logs.',
  max_fragment_length: 'Asks for smaller records.',
  record_size_limit: 'The longest record that the sender can take.',
  padding: 'Nothing but zeros, to make the ClientHello a certain length.',
  compress_certificate: 'Ways of compressing certificates that the sender understands.',
  client_certificate_type: 'Other forms of client certificates than X.509.',
  server_certificate_type: 'Other forms of server certificates than X.509.',
  pre_shared_key: 'A secret that both sides know from an earlier session. It must stand last.',
  early_data: 'Announces data that come before the handshake is done.',
  oid_filters: 'Demands on extensions inside the client’s certificate.',
  post_handshake_auth: 'Says that the client may be asked for its certificate later as well.',
  use_srtp: 'For keys of media streams.',
  heartbeat: 'Signs of life, from TLS 1.2.',
};
