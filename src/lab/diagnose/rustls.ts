// What rustls says. Alerts that an older one receives follow rules: alerts.ts. Data only.

import { certificateCheckedBy, checkedBy, closedBy, refusedBy, type Spelling, toldBy } from './spelling.ts';

const client = { side: 'client' } as const;
const server = { side: 'server' } as const;

export const rustlsSpellings: readonly Spelling[] = [
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
  // Before 0.21, rustls rustls/src/error.rs with the names of webpki's Error; the same names in Debug.
  ...certificateCheckedBy('rustls', {
    'invalidcertificate(unknownissuer': ['no-issuer', 'self-signed'],
    'invalidcertificate(expired': 'expired',
    'invalidcertificate(notvalidyet': 'not-yet-valid',
    'invalidcertificate(badsignature': 'bad-signature',
    'invalidcertificate(notvalidforname': 'name-mismatch',
    'invalidcertificate(invalidpurpose': 'wrong-usage',
    'invalidcertificate(revoked': 'revoked',
    'invalidcertificate(unknownrevocationstatus': 'no-revocation-list',
    'invalid peer certificate: revoked': 'revoked',
    'invalid peer certificate: unknownrevocationstatus': 'no-revocation-list',
    'invalid peer certificate: expiredrevocationlist': 'revocation-list-outdated',
    'webpkierror(unknownissuer': ['no-issuer', 'self-signed'],
    'invalid certificate: unknownissuer': ['no-issuer', 'self-signed'],
    'invalid peer certificate contents: invalid peer certificate: unknownissuer': ['no-issuer', 'self-signed'],
    certnotvalidforname: 'name-mismatch',
    certexpired: 'expired',
    certnotvalidyet: 'not-yet-valid',
    requiredekunotfound: 'wrong-usage',
    causedasendentity: 'ca-as-leaf',
    endentityusedasca: 'issuer-not-ca',
    invalidsignatureforpublickey: 'bad-signature',
    pathlenconstraintviolated: 'path-too-long',
    nameconstraintviolation: 'name-not-permitted',
    unsupportedcriticalextension: 'unknown-critical-extension',
    unsupportedsignaturealgorithm: ['unsupported-signature', 'weak-digest'],
    unsupportedcrlsignaturealgorithm: 'bad-revocation-list',
  }),
  ...refusedBy('rustls', ['invalid peer certificate']),
  // rustls, at an end of the stream without close_notify.
  ...closedBy('rustls', ['peer closed connection without sending tls close notify']),
  // tokio-rustls src/common/handshake.rs; std::io::ErrorKind.
  ...closedBy('rustls', ['tls handshake eof'], { early: true }),
  ...closedBy('any program', [
    'kind: connectionreset',
    'kind: brokenpipe',
    'kind: connectionaborted',
    'kind: unexpectedeof',
  ]),
];
