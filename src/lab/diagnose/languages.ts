// What the TLS of Go and Java says. Alerts that Java receives follow rules: alerts.ts.
// Data only.

import { certificateCheckedBy, checkedBy, closedBy, refusedBy, type Spelling, toldBy } from './spelling.ts';

const client = { side: 'client' } as const;
const server = { side: 'server' } as const;

// Go src/crypto/tls/alert.go, behind the `remote error` of src/crypto/tls/conn.go.
const goAlerts = toldBy('Go', {
  'remote error: tls: unexpected message': 'unexpected_message',
  'remote error: tls: bad record mac': 'bad_record_mac',
  'remote error: tls: record overflow': 'record_overflow',
  'remote error: tls: handshake failure': 'handshake_failure',
  'remote error: tls: bad certificate': 'bad_certificate',
  'remote error: tls: unsupported certificate': 'unsupported_certificate',
  'remote error: tls: revoked certificate': 'certificate_revoked',
  'remote error: tls: expired certificate': 'certificate_expired',
  'remote error: tls: unknown certificate': 'certificate_unknown',
  'remote error: tls: illegal parameter': 'illegal_parameter',
  'remote error: tls: unknown certificate authority': 'unknown_ca',
  'remote error: tls: access denied': 'access_denied',
  'remote error: tls: error decoding message': 'decode_error',
  'remote error: tls: error decrypting message': 'decrypt_error',
  'remote error: tls: protocol version not supported': 'protocol_version',
  'remote error: tls: insufficient security level': 'insufficient_security',
  'remote error: tls: internal error': 'internal_error',
  'remote error: tls: inappropriate fallback': 'inappropriate_fallback',
  'remote error: tls: user canceled': 'user_canceled',
  'remote error: tls: no renegotiation': 'no_renegotiation',
  'remote error: tls: missing extension': 'missing_extension',
  'remote error: tls: unsupported extension': 'unsupported_extension',
  'remote error: tls: unrecognized name': 'unrecognized_name',
  'remote error: tls: certificate required': 'certificate_required',
  'remote error: tls: no application protocol': 'no_application_protocol',
});

const goChecks = [
  // Go src/crypto/tls/handshake_server.go and handshake_server_tls13.go.
  ...checkedBy(
    'Go',
    {
      "tls: client didn't provide a certificate": 'no-client-certificate',
      'tls: client offered only unsupported versions': 'no-common-version',
      'tls: no cipher suite supported by both client and server': 'no-common-suite',
      'tls: no ecdhe curve supported by both client and server': 'no-common-group',
      'tls: client requested unsupported application protocols': 'no-common-protocol',
      'tls: invalid signature by the client certificate': 'bad-signature',
      'tls: invalid client finished hash': 'bad-finished',
      "tls: client's finished message is incorrect": 'bad-finished',
    },
    server,
  ),
  // The same up to 1.4, and where a certificate of the other side can't be read.
  ...certificateCheckedBy(
    'Go',
    {
      "client's certificate's extended key usage doesn't permit it to be used for client authentication": 'wrong-usage',
    },
    server,
  ),
  ...checkedBy(
    'Go',
    {
      'tls: failed to parse client certificate': 'unreadable-certificate',
      'tls: client certificate used with invalid signature algorithm': 'scheme-not-offered',
      'tls: no supported elliptic curves offered': 'no-common-group',
    },
    server,
  ),
  ...refusedBy(
    'Go',
    ['tls: failed to verify client certificate', "tls: failed to verify client's certificate"],
    server,
  ),
  // Go src/crypto/tls/handshake_client.go and handshake_client_tls13.go.
  ...checkedBy(
    'Go',
    {
      'tls: server selected unsupported protocol version': 'version-not-offered',
      'tls: downgrade attempt detected': 'downgrade-sentinel',
      'tls: failed to parse certificate from server': 'unreadable-certificate',
      'tls: failed to parse server certificate': 'unreadable-certificate',
      'tls: server selected unadvertised alpn protocol': 'protocol-not-offered',
      'tls: server chose an unconfigured cipher suite': 'suite-not-offered',
      'tls: invalid signature by the server certificate': 'bad-signature',
      'tls: invalid server finished hash': 'bad-finished',
      "tls: server's finished message was incorrect": 'bad-finished',
    },
    client,
  ),
  // Go src/crypto/tls/auth.go, common.go and conn.go.
  ...checkedBy('Go', {
    "tls: peer doesn't support any of the certificate's signature algorithms": 'no-common-scheme',
    'tls: received unexpected handshake message of type': 'unexpected-message',
    'local error: tls: bad record mac': 'bad-record-mac',
  }),
  // Go src/crypto/tls/common.go, CertificateVerificationError: both sides.
  ...refusedBy('Go', ['tls: failed to verify certificate']),
  // Go src/crypto/x509/verify.go.
  ...certificateCheckedBy('Go', {
    'x509: certificate signed by unknown authority': ['no-issuer', 'self-signed'],
    'x509: certificate has expired or is not yet valid': ['expired', 'not-yet-valid'],
    'x509: certificate has expired or is not yet valid: current time … is after': 'expired',
    'x509: certificate has expired or is not yet valid: current time … is before': 'not-yet-valid',
    'x509: certificate is not authorized to sign other certificates': ['issuer-not-ca', 'issuer-may-not-sign'],
    'x509: a root or intermediate certificate is not authorized to sign for this name': [
      'name-not-permitted',
      'name-excluded',
    ],
    'x509: a root or intermediate certificate is not authorized for an extended key usage': 'wrong-usage',
    'x509: too many intermediates for path length constraint': 'path-too-long',
    'x509: certificate specifies an incompatible key usage': 'wrong-usage',
    'x509: issuer name does not match subject from issuing certificate': 'no-issuer',
    'x509: unhandled critical extension': 'unknown-critical-extension',
    'parent certificate cannot sign this kind of certificate': ['issuer-not-ca', 'issuer-may-not-sign'],
    'x509: invalid signature': 'bad-signature',
    'crypto/rsa: verification error': ['bad-signature', 'no-issuer'],
    'x509: ecdsa verification failure': ['bad-signature', 'no-issuer'],
    'x509: cannot verify signature: insecure algorithm': 'weak-digest',
    'x509: cannot verify signature: algorithm unimplemented': 'unsupported-signature',
    'certificate is not trusted': ['no-issuer', 'self-signed'],
  }),
  ...certificateCheckedBy(
    'Go',
    {
      'x509: certificate is valid for ': 'name-mismatch',
      'x509: certificate is not valid for any names': 'name-mismatch',
      'x509: certificate relies on legacy common name field': 'name-mismatch',
      'x509: cannot validate certificate for ': 'name-mismatch',
    },
    client,
  ),
];

const javaChecks = [
  // JDK 17 sun/security/ssl: CertificateMessage, ServerHello, ClientHello, AlpnExtension.
  ...checkedBy(
    'Java',
    {
      'empty client certificate chain': 'no-client-certificate',
      'no cipher suites in common': 'no-common-suite',
      'client requested protocol ': 'no-common-version',
      'no matching application layer protocol values': 'no-common-protocol',
    },
    server,
  ),
  // JDK 17 sun/security/ssl: ServerHello, ECDHServerKeyExchange.
  ...checkedBy(
    'Java',
    {
      'the server selected protocol version ': ['version-not-offered', 'no-common-version'],
      'a potential protocol version downgrade attack': 'downgrade-sentinel',
    },
    client,
  ),
  ...checkedBy('Java', { 'invalid ecdh serverkeyexchange signature': 'bad-signature' }, { ...client, version: '1.2' }),
  // JDK 17 sun/security/ssl: CertificateMessage (TLS 1.2 says `server` for both), CertificateVerify, Finished, HandshakeContext.
  ...checkedBy('Java', {
    'empty server certificate chain': ['no-client-certificate', 'empty-server-certificate'],
    'failed to parse server certificates': 'unreadable-certificate',
    'invalid certificateverify signature': 'bad-signature',
    'invalid certificateverify message: invalid signature': 'bad-signature',
    'the finished message cannot be verified': 'bad-finished',
    'unexpected handshake message: ': 'unexpected-message',
  }),
  // JDK 17 sun/security/validator: PKIXValidator, SimpleValidator, EndEntityChecker; provider/certpath; x509/CertificateValidity.
  ...certificateCheckedBy('Java', {
    'unable to find valid certification path to requested target': ['no-issuer', 'self-signed'],
    'pkix path building failed': ['no-issuer', 'self-signed'],
    'path does not chain with any of the trust anchors': ['no-issuer', 'self-signed'],
    'no trusted certificate found': ['no-issuer', 'self-signed'],
    'validity check failed': ['expired', 'not-yet-valid'],
    'certificateexpiredexception: notafter': 'expired',
    'certificatenotyetvalidexception: notbefore': 'not-yet-valid',
    'basic constraints check failed': ['issuer-not-ca', 'path-too-long'],
    'end user tried to act as a ca': 'issuer-not-ca',
    'violated path length constraints': 'path-too-long',
    'keyusage does not allow digital signatures': 'no-digital-signature',
    'certificate contains unsupported critical extensions': 'unknown-critical-extension',
    'unrecognized critical extension(s)': 'unknown-critical-extension',
    'algorithm constraints check failed on': ['weak-digest', 'weak-key'],
    'algorithm constraints check failed on signature algorithm': 'weak-digest',
    'algorithm constraints check failed on disabled signature algorithm': 'weak-digest',
    'algorithm constraints check failed on keysize limits': 'weak-key',
    'algorithm constraints check failed on key': 'weak-key',
  }),
  ...certificateCheckedBy(
    'Java',
    { 'extended key usage does not permit use for tls client authentication': 'wrong-usage' },
    server,
  ),
  // The same, and JDK 17 sun/security/util/HostnameChecker.
  ...certificateCheckedBy(
    'Java',
    {
      'extended key usage does not permit use for tls server authentication': 'wrong-usage',
      'no name matching ': 'name-mismatch',
      'no subject alternative dns name matching ': 'name-mismatch',
      'no subject alternative names matching ip address ': 'name-mismatch',
      'no subject alternative names present': 'name-mismatch',
    },
    client,
  ),
  ...refusedBy('Java', ['pkix path validation failed']),
  // JDK 17 sun/security/ssl: SSLSocketImpl, SSLSocketInputRecord.
  ...closedBy('Java', ['remote host terminated the handshake', 'remote host closed connection during handshake'], {
    early: true,
  }),
  ...closedBy('Java', ['ssl peer shut down incorrectly']),
];

export const languageSpellings: readonly Spelling[] = [...goAlerts, ...goChecks, ...javaChecks];
