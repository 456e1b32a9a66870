// What can go wrong when the two sides negotiate. English; one place, ready for other languages.

import type { EntryWords } from './entry-words.ts';

export const negotiationEntries = {
  'no-common-version': {
    title: 'No version in common',
    story: 'The client offers one version of TLS, and the server speaks another one only.',
  },
  'no-common-suite': {
    title: 'No cipher suite in common',
    story: 'The server takes one cipher suite only, and the client offers all but that one.',
  },
  'no-common-group': {
    title: 'No group in common',
    story: 'The server takes one group for the key exchange only, and the client offers all but that one.',
  },
  'no-common-scheme': {
    title: 'No signature scheme in common',
    story: 'The client accepts only signatures of a kind that the server’s key can’t make.',
  },
  'no-common-protocol': {
    title: 'No application protocol in common',
    story: 'The client wants to speak the first version of HTTP only, and the server speaks the second one only.',
  },
  'client-cannot-sign': {
    title: 'Client can’t sign as asked',
    story: 'The server’s CertificateRequest allows only signatures that the client’s key can’t make.',
  },
  'authorities-match-nothing': {
    title: 'Server names other authorities',
    story: 'The server trusts one CA only, and names it, but the client has no certificate from there.',
  },
  'authorities-too-long': {
    title: 'Server trusts too many CAs to name them',
    story: 'The names of all CAs that the server trusts take more room than the list in CertificateRequest has.',
  },
  'misdirected-request': {
    title: 'Request for another host than the hello named',
    story:
      'The ClientHello names a host that asks for no certificate, and then the client wants a page of one that does.',
  },
  'duplicate-extension': {
    title: 'Extension twice',
    story: 'The ClientHello carries server_name twice, with two names, and nobody can tell which one counts.',
  },
  'missing-extension': {
    title: 'ClientHello without signature_algorithms',
    story: 'The client does not say which signatures it accepts, so that the server can’t know how to sign.',
  },
  'missing-key-share': {
    title: 'ClientHello without a key share',
    story: 'The client leaves key_share out altogether, where it might at least have sent an empty list.',
  },
  'no-null-compression': {
    title: 'Nothing but compression offered',
    story: 'The client wants its records compressed with DEFLATE and leaves no other choice.',
  },
  'point-formats-without-uncompressed': {
    title: 'Nothing but compressed points offered',
    story: 'The client’s ec_point_formats leaves out uncompressed points, the only form that is left.',
  },
  'bad-key-share': {
    title: 'Client key share that is none',
    story: 'The client’s half of the key exchange is no point of the group, or one that leads to no secret at all.',
  },
  'server-bad-key-share': {
    title: 'Server key share that is none',
    story: 'The server’s half of the key exchange is no point of the group, or one that leads to no secret at all.',
  },
  'second-retry': {
    title: 'A second HelloRetryRequest',
    story: 'The server has the client try again with another key share, and then asks for yet another one.',
  },
  'server-picks-version-not-offered': {
    title: 'Server picks a version not offered',
    story: 'The server answers with an older version of TLS, and the client did not offer it.',
  },
  'server-picks-suite-not-offered': {
    title: 'Server picks a suite not offered',
    story: 'The server picks a cipher suite that is not in the client’s list.',
  },
  'server-picks-group-not-offered': {
    title: 'Server picks a group not offered',
    story: 'The server sends its key share in a group that is not in the client’s list.',
  },
  'server-missing-key-share': {
    title: 'ServerHello without a key share',
    story: 'The server leaves key_share out of its ServerHello, so that the client has nothing to make keys from.',
  },
  'server-picks-protocol-not-offered': {
    title: 'Server picks a protocol not offered',
    story: 'The server says that the two will speak a version of HTTP that the client did not offer.',
  },
  'server-duplicate-extension': {
    title: 'Server answers an extension twice',
    story: 'The server answers twice which protocol the two will speak.',
  },
  'unsolicited-extension': {
    title: 'Server answers what nobody asked',
    story: 'The server agrees to shorter records with max_fragment_length, which the client never proposed.',
  },
  'misplaced-extension': {
    title: 'Extension in the wrong message',
    story: 'The server puts an extension into its ServerHello that the client knows, but that has no place there.',
  },
  'session-id-not-echoed': {
    title: 'Session id not echoed',
    story: 'The server does not repeat the session id that the client sent, as if it spoke an older version.',
  },
  'no-secure-renegotiation': {
    title: 'Server without secure renegotiation',
    story:
      'The server leaves out renegotiation_info, so that an attacker might put a handshake of its own before this one.',
  },
  'renegotiation-info-not-empty': {
    title: 'Handshake tied to an earlier one',
    story: 'The server’s renegotiation_info ties this handshake to an earlier one, and there was none.',
  },
} as const satisfies Readonly<Record<string, EntryWords>>;
