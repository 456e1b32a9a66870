// What GnuTLS, NSS (Firefox), mbed TLS and wolfSSL say. Data only.

import { certificateCheckedBy, checkedBy, closedBy, refusedBy, type Spelling, toldBy } from './spelling.ts';

const client = { side: 'client' } as const;
const server = { side: 'server' } as const;

const gnutls = [
  // GnuTLS 3.7.9 lib/errors.c, gnutls_strerror.
  ...checkedBy('GnuTLS', {
    'public key signature verification has failed': 'bad-signature',
    'an unexpected tls handshake packet was received': 'unexpected-message',
    'a packet with illegal or unsupported version was received': 'no-common-version',
    'no common key share with peer': 'no-common-group',
    'could not negotiate a supported cipher suite': 'no-common-suite',
    'no common application protocol could be negotiated': 'no-common-protocol',
    'decryption has failed': 'bad-record-mac',
    'an extension was expected but was not seen': 'missing-extension',
    'an illegal tls extension was received': 'unsolicited-extension',
  }),
  ...checkedBy(
    'GnuTLS',
    { GNUTLS_E_NO_CERTIFICATE_FOUND: 'no-client-certificate', GNUTLS_E_CERTIFICATE_REQUIRED: 'no-client-certificate' },
    server,
  ),
  ...closedBy('GnuTLS', ['GNUTLS_E_PREMATURE_TERMINATION']),
  ...refusedBy('GnuTLS', ['GNUTLS_E_CERTIFICATE_ERROR', 'GNUTLS_E_CERTIFICATE_VERIFICATION_ERROR']),
  ...checkedBy('GnuTLS', { 'no certificate was found': 'no-client-certificate' }, server),
  ...certificateCheckedBy('GnuTLS', { 'key usage violation in certificate has been detected': 'no-digital-signature' }),
  ...refusedBy('GnuTLS', ['error in the certificate verification', 'the certificate is not trusted']),
  ...closedBy('GnuTLS', ['the tls connection was non-properly terminated', 'peer has terminated the connection']),
  // GnuTLS 3.7.9, gnutls_certificate_verification_status_print: strings of libgnutls.so.30.
  ...certificateCheckedBy('GnuTLS', {
    'the certificate issuer is unknown': ['no-issuer', 'self-signed'],
    'the certificate issuer is not a ca': 'issuer-not-ca',
    'the certificate chain uses insecure algorithm': ['weak-digest', 'weak-key'],
    "the certificate chain violates the signer's constraints": ['path-too-long', 'name-not-permitted'],
    'the certificate chain does not match the intended purpose': 'wrong-usage',
    'the certificate chain uses not yet valid certificate': 'not-yet-valid',
    'the certificate chain uses expired certificate': 'expired',
    'the signature in the certificate is invalid': 'bad-signature',
    'the name in the certificate does not match the expected': 'name-mismatch',
    'the certificate contains an unknown critical extension': 'unknown-critical-extension',
  }),
];

const nss = [
  // NSS lib/ssl/sslerr.h; texts from lib/ssl/SSLerrs.h.
  ...toldBy('NSS', {
    SSL_ERROR_HANDSHAKE_UNEXPECTED_ALERT: 'unexpected_message',
    SSL_ERROR_BAD_MAC_ALERT: 'bad_record_mac',
    SSL_ERROR_RECORD_OVERFLOW_ALERT: 'record_overflow',
    SSL_ERROR_HANDSHAKE_FAILURE_ALERT: 'handshake_failure',
    SSL_ERROR_BAD_CERT_ALERT: 'bad_certificate',
    SSL_ERROR_UNSUPPORTED_CERT_ALERT: 'unsupported_certificate',
    SSL_ERROR_REVOKED_CERT_ALERT: 'certificate_revoked',
    SSL_ERROR_EXPIRED_CERT_ALERT: 'certificate_expired',
    SSL_ERROR_CERTIFICATE_UNKNOWN_ALERT: 'certificate_unknown',
    SSL_ERROR_ILLEGAL_PARAMETER_ALERT: 'illegal_parameter',
    SSL_ERROR_UNKNOWN_CA_ALERT: 'unknown_ca',
    SSL_ERROR_ACCESS_DENIED_ALERT: 'access_denied',
    SSL_ERROR_DECODE_ERROR_ALERT: 'decode_error',
    SSL_ERROR_DECRYPT_ERROR_ALERT: 'decrypt_error',
    SSL_ERROR_PROTOCOL_VERSION_ALERT: 'protocol_version',
    SSL_ERROR_INSUFFICIENT_SECURITY_ALERT: 'insufficient_security',
    SSL_ERROR_INTERNAL_ERROR_ALERT: 'internal_error',
    SSL_ERROR_INAPPROPRIATE_FALLBACK_ALERT: 'inappropriate_fallback',
    SSL_ERROR_MISSING_EXTENSION_ALERT: 'missing_extension',
    SSL_ERROR_UNSUPPORTED_EXTENSION_ALERT: 'unsupported_extension',
    SSL_ERROR_UNRECOGNIZED_NAME_ALERT: 'unrecognized_name',
    SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT: 'certificate_required',
    'ssl peer cannot verify your certificate': 'bad_certificate',
    'ssl peer rejected your certificate as expired': 'certificate_expired',
    'ssl peer does not support certificates of the type it received': 'unsupported_certificate',
    'ssl peer had some unspecified issue with the certificate it received': 'certificate_unknown',
    'peer does not recognize and trust the ca that issued your certificate': 'unknown_ca',
    'peer received a valid certificate, but access was denied': 'access_denied',
    'ssl peer was unable to negotiate an acceptable set of security parameters': 'handshake_failure',
    'peer reports failure of signature verification or key exchange': 'decrypt_error',
  }),
  ...checkedBy('NSS', {
    SSL_ERROR_NO_CYPHER_OVERLAP: 'no-common-suite',
    SSL_ERROR_UNSUPPORTED_VERSION: 'no-common-version',
    SSL_ERROR_BAD_MAC_READ: 'bad-record-mac',
    SSL_ERROR_BAD_HANDSHAKE_HASH_VALUE: 'bad-finished',
    SSL_ERROR_NEXT_PROTOCOL_NO_PROTOCOL: 'no-common-protocol',
    SSL_ERROR_RX_RECORD_TOO_LONG: 'record-too-long',
    SSL_ERROR_RX_UNKNOWN_RECORD_TYPE: 'unknown-content-type',
    SSL_ERROR_RX_UNEXPECTED_CERT_VERIFY: 'unexpected-message',
    SSL_ERROR_RX_UNEXPECTED_FINISHED: 'unexpected-message',
    SSL_ERROR_RX_UNEXPECTED_CERTIFICATE: 'unexpected-message',
    SSL_ERROR_RX_UNEXPECTED_CHANGE_CIPHER: 'unexpected-change-cipher-spec',
    SSL_ERROR_RX_UNEXPECTED_EXTENSION: 'unsolicited-extension',
  }),
  // NSS lib/util/secerr.h, and mozilla::pkix pkixnss.h: what Firefox shows about a server's certificate.
  ...certificateCheckedBy('NSS', {
    SEC_ERROR_UNKNOWN_ISSUER: 'no-issuer',
    SEC_ERROR_UNTRUSTED_ISSUER: 'no-issuer',
    SEC_ERROR_EXPIRED_CERTIFICATE: 'expired',
    SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE: 'expired',
    SEC_ERROR_BAD_SIGNATURE: 'bad-signature',
    SEC_ERROR_CA_CERT_INVALID: 'issuer-not-ca',
    SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID: 'path-too-long',
    SEC_ERROR_INADEQUATE_KEY_USAGE: 'no-digital-signature',
    SEC_ERROR_INADEQUATE_CERT_TYPE: 'wrong-usage',
    SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION: 'unknown-critical-extension',
    SEC_ERROR_CERT_NOT_IN_NAME_SPACE: ['name-not-permitted', 'name-excluded'],
    SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED: 'weak-digest',
    SEC_ERROR_REVOKED_CERTIFICATE: 'revoked',
    SEC_ERROR_CRL_EXPIRED: 'revocation-list-outdated',
    SEC_ERROR_CRL_NOT_FOUND: 'no-revocation-list',
    SEC_ERROR_CRL_INVALID: 'bad-revocation-list',
    SEC_ERROR_CRL_BAD_SIGNATURE: 'bad-revocation-list',
  }),
  // lib/util/SECerrs.h, as curl and Firefox of old print them.
  ...certificateCheckedBy('NSS', {
    "peer's certificate issuer is not recognized": 'no-issuer',
    "peer's certificate issuer has been marked as not trusted": ['no-issuer', 'self-signed'],
    "peer's certificate has been marked as not trusted": ['no-issuer', 'self-signed'],
    "peer's certificate has expired": 'expired',
    "peer's certificate has been revoked": 'revoked',
    "peer's certificate has an invalid signature": 'bad-signature',
    "the certificate issuer's certificate has expired": 'expired',
    'certificate type not approved for application': 'wrong-usage',
    'unable to communicate securely with peer: requested domain name does not match': 'name-mismatch',
  }),
  ...certificateCheckedBy(
    'Firefox',
    {
      SSL_ERROR_BAD_CERT_DOMAIN: 'name-mismatch',
      MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT: 'self-signed',
      MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE: 'not-yet-valid',
      MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY: 'ca-as-leaf',
      MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE: 'weak-key',
    },
    client,
  ),
];

// What Firefox shows when a connection ends.
const firefox = closedBy(
  'Firefox',
  ['PR_END_OF_FILE_ERROR', 'PR_CONNECT_RESET_ERROR', 'PR_CONNECT_ABORTED_ERROR'],
  client,
);

// mbed TLS 2.28, mbedtls_strerror and mbedtls_x509_crt_verify_info: strings of libmbedcrypto and libmbedx509.
const mbedtls = [
  ...checkedBy(
    'mbed TLS',
    {
      'no client certification received from the client, but required': 'no-client-certificate',
      'the server has no ciphersuites in common with the client': 'no-common-suite',
    },
    server,
  ),
  ...checkedBy('mbed TLS', {
    'ssl - verification of the message mac failed': 'bad-record-mac',
    'ssl - an unexpected message was received from our peer': 'unexpected-message',
    'ssl - handshake protocol not within min/max boundaries': 'no-common-version',
    'ssl - processing of the certificateverify handshake message failed': 'bad-signature',
    'ssl - processing of the finished handshake message failed': 'bad-finished',
  }),
  ...certificateCheckedBy('mbed TLS', {
    'the certificate is not correctly signed by the trusted ca': ['no-issuer', 'self-signed', 'bad-signature'],
    'the certificate validity has expired': 'expired',
    'the certificate validity starts in the future': 'not-yet-valid',
    'the certificate common name (cn) does not match with the expected cn': 'name-mismatch',
    'the certificate is signed with an unacceptable hash': 'weak-digest',
    'the certificate is signed with an unacceptable key': 'weak-key',
  }),
  // The same by number: include/mbedtls/ssl.h, x509.h, net_sockets.h.
  ...checkedBy('mbed TLS', { '-0x7480': 'no-client-certificate' }, server),
  ...checkedBy('mbed TLS', {
    '-0x7380': 'no-common-suite',
    '-0x7180': 'bad-record-mac',
    '-0x6e80': 'no-common-version',
  }),
  ...refusedBy('mbed TLS', ['-0x2700']),
  ...toldBy('mbed TLS', { '-0x7780': ['handshake_failure', 'certificate_required', 'bad_certificate', 'unknown_ca'] }),
  ...closedBy('mbed TLS', ['-0x7280', '-0x50', '-0x0050', '-0x7880', '-0x4e', '-0x004e']),
  ...refusedBy('mbed TLS', ['x509 - certificate verification failed']),
];

// wolfSSL src/internal.c, wolfSSL_ERR_reason_error_string; wolfcrypt/src/error.c.
const wolfssl = [
  ...checkedBy('wolfSSL', { "peer didn't send cert": 'no-client-certificate' }, server),
  ...checkedBy('wolfSSL', {
    "can't match cipher suite": 'no-common-suite',
    'verify problem on finished': 'bad-finished',
    'verify problem based on signature': 'bad-signature',
    'sanity check on message order error': 'unexpected-message',
  }),
  ...certificateCheckedBy('wolfSSL', {
    'asn no signer error to confirm failure': ['no-issuer', 'self-signed'],
    'asn date error, current date after': 'expired',
    'asn date error, current date before': 'not-yet-valid',
    'peer subject name mismatch': 'name-mismatch',
    'ext key use server/client auth not set error': 'wrong-usage',
    'key use digitalsignature not set error': 'no-digital-signature',
    'not a ca by basic constraint error': 'issuer-not-ca',
  }),
];

// An alert was received that is not named: GnuTLS lib/errors.c, mbed TLS library/error.c, wolfSSL src/internal.c, Apple errSSLFatalAlert, Java, .NET.
const unnamed = toldBy('any program', {
  'a tls fatal alert has been received': ['handshake_failure', 'certificate_required', 'bad_certificate', 'unknown_ca'],
  'a fatal alert message was received from our peer': [
    'handshake_failure',
    'certificate_required',
    'bad_certificate',
    'unknown_ca',
  ],
  'revcd alert fatal error': ['handshake_failure', 'certificate_required', 'bad_certificate', 'unknown_ca'],
  GNUTLS_E_FATAL_ALERT_RECEIVED: ['handshake_failure', 'certificate_required', 'bad_certificate', 'unknown_ca'],
  'received alert fatal error': ['handshake_failure', 'certificate_required', 'bad_certificate', 'unknown_ca'],
  errSSLFatalAlert: ['handshake_failure', 'certificate_required', 'bad_certificate', 'unknown_ca'],
  'authentication failed because the remote party sent a tls alert': [
    'handshake_failure',
    'certificate_required',
    'bad_certificate',
    'unknown_ca',
  ],
});

export const librarySpellings: readonly Spelling[] = [
  ...gnutls,
  ...nss,
  ...firefox,
  ...mbedtls,
  ...wolfssl,
  ...unnamed,
];
