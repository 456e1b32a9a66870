// What the TLS of Go, Java and Rust says. Alerts that Java and an older rustls receive follow rules: alerts.ts.
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
    'algorithm constraints check failed on': ['weak-key', 'unsupported-signature'],
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
  ...closedBy('Java', ['remote host terminated the handshake', 'ssl peer shut down incorrectly']),
];

const rustls = [
  // rustls rustls/src/error/mod.rs, Display of AlertDescription behind `received fatal alert: the peer`.
  ...toldBy('rustls', {
    'the peer received an unexpected message': 'unexpected_message',
    'the peer failed to verify a message': 'bad_record_mac',
    'the peer rejected an over-length message': 'record_overflow',
    'the peer failed to negotiate an acceptable set of security parameters': 'handshake_failure',
    'the peer rejected the certificate as corrupt or incorrectly signed': 'bad_certificate',
    'the peer did not support the certificate': 'unsupported_certificate',
    'the peer found the certificate to be revoked': 'certificate_revoked',
    'the peer found the certificate to be expired': 'certificate_expired',
    'the peer rejected the certificate for an unspecified reason': 'certificate_unknown',
    'the peer rejected a message because a field was incorrect or inconsistent': 'illegal_parameter',
    'the peer found the certificate was not issued by a trusted ca': 'unknown_ca',
    'the peer denied access': 'access_denied',
    'the peer failed to decode a message': 'decode_error',
    'the peer failed to perform a handshake cryptographic operation': 'decrypt_error',
    'the peer did not support a suitable tls version': 'protocol_version',
    'the peer required a higher security level than was offered': 'insufficient_security',
    'the peer encountered an internal error': 'internal_error',
    'the peer detected an attempted version downgrade': 'inappropriate_fallback',
    'the peer required a specific extension that was not provided': 'missing_extension',
    'the peer rejected an unsolicited extension': 'unsupported_extension',
    'the peer required a client certificate': 'certificate_required',
    'the peer did not support any of the offered application protocols': 'no_application_protocol',
  }),
  // The same file, Display of Error, and of CertificateError behind `invalid peer certificate`.
  ...checkedBy('rustls', {
    'peer is incompatible: nociphersuitesincommon': 'no-common-suite',
    'peer is incompatible: nokxgroupsincommon': 'no-common-group',
    'peer is incompatible: nosignatureschemesincommon': 'no-common-scheme',
    'peer is incompatible: tls12notoffered': 'no-common-version',
    'peer is incompatible: tls12notofferedorenabled': 'no-common-version',
    'peer is incompatible: servertlsversionisdisabledbyourconfig': 'no-common-version',
    'peer is incompatible: serverdoesnotsupporttls12or13': 'no-common-version',
    'peer misbehaved: attempteddowngradetotls12whentls13issupported': 'downgrade-sentinel',
    'peer misbehaved: incorrectfinished': 'bad-finished',
    'invalid peer certificate: badencoding': 'unreadable-certificate',
    "cannot decrypt peer's message": 'bad-record-mac',
    "peer doesn't support any known protocol": 'no-common-protocol',
    'received unexpected handshake message: got': 'unexpected-message',
  }),
  ...checkedBy(
    'rustls',
    {
      'peer sent no certificates': 'no-client-certificate',
      'peer misbehaved: nocertificatespresented': 'no-client-certificate',
    },
    server,
  ),
  ...certificateCheckedBy('rustls', {
    'invalid peer certificate: unknownissuer': ['no-issuer', 'self-signed'],
    'invalid peer certificate: expired': 'expired',
    'invalid peer certificate: certificate expired': 'expired',
    'invalid peer certificate: notvalidyet': 'not-yet-valid',
    'invalid peer certificate: certificate not valid yet': 'not-yet-valid',
    'invalid peer certificate: badsignature': 'bad-signature',
    'invalid peer certificate: unhandledcriticalextension': 'unknown-critical-extension',
    'invalid peer certificate: invalidpurpose': 'wrong-usage',
    'invalid peer certificate: certificate does not allow extended key usage': 'wrong-usage',
  }),
  ...certificateCheckedBy(
    'rustls',
    {
      'invalid peer certificate: notvalidforname': 'name-mismatch',
      'invalid peer certificate: certificate not valid for name': 'name-mismatch',
    },
    client,
  ),
  ...refusedBy('rustls', ['invalid peer certificate']),
  // rustls, at an end of the stream without close_notify.
  ...closedBy('rustls', ['peer closed connection without sending tls close notify']),
];

export const languageSpellings: readonly Spelling[] = [...goAlerts, ...goChecks, ...javaChecks, ...rustls];
