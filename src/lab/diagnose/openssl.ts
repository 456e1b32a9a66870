// What OpenSSL says when it refuses, and with it BoringSSL, Node.js, Python, Ruby, nginx and everything else that prints
// OpenSSL's texts. Alerts that it receives follow rules: alerts.ts.

import type { FaultCause } from '../../tls/index.ts';
import { certificateCheckedBy, checkedBy, refusedBy, type Spelling, weights } from './spelling.ts';

// OpenSSL 3.0 include/openssl/sslerr.h, texts by `openssl errstr`. They tell enough to be taken wherever they stand.
const reasons: Readonly<Record<string, readonly FaultCause[]>> = {
  'no shared cipher': ['no-common-suite', 'no-server-certificate'],
  'no suitable key share': ['no-common-group'],
  'no shared groups': ['no-common-group'],
  'no suitable signature algorithm': ['no-common-scheme'],
  'no shared signature algorithms': ['no-common-scheme'],
  'wrong signature type': ['scheme-not-offered', 'scheme-does-not-fit-key'],
  'digest check failed': ['bad-finished'],
  'decryption failed or bad record mac': ['bad-record-mac'],
  'unknown cipher returned': ['suite-not-offered'],
  'wrong cipher returned': ['suite-not-offered', 'suite-changed'],
  'inappropriate fallback': ['downgrade-sentinel', 'inappropriate-fallback'],
  'unsafe legacy renegotiation disabled': ['no-secure-renegotiation'],
  'renegotiation mismatch': ['bad-renegotiation-info'],
  'unsolicited extension': ['unsolicited-extension'],
  'missing sigalgs extension': ['missing-extension'],
  'missing supported groups extension': ['missing-extension'],
  'wrong certificate type': ['certificate-does-not-fit-suite'],
  'invalid compression algorithm': ['bad-compression'],
  'app data in handshake': ['unexpected-record'],
  'ccs received early': ['unexpected-change-cipher-spec'],
  'unexpected ccs message': ['unexpected-change-cipher-spec'],
  'not on record boundary': ['key-change-inside-message'],
  'mixed handshake and non handshake data': ['interleaved-record'],
  'too many warn alerts': ['flood'],
  'too many key updates': ['flood'],
  'too much early data': ['flood'],
  'excessive message size': ['message-too-long'],
  'encrypted length too long': ['record-too-long'],
  'invalid key update type': ['bad-key-update'],
};

// From the same file: words that others use too. They count behind OpenSSL's own prefix only.
const shortReasons: typeof reasons = {
  'bad signature': ['bad-signature'],
  'unexpected message': ['unexpected-message'],
  'unexpected record': ['unexpected-record'],
  'unsupported protocol': ['no-common-version', 'version-not-offered'],
  'version too low': ['no-common-version'],
  'no protocols available': ['no-common-version'],
  'no application protocol': ['no-common-protocol'],
  'wrong curve': ['group-not-offered'],
  'bad key share': ['bad-key-share', 'group-not-offered'],
  'bad ecpoint': ['bad-key-share'],
  'bad extension': ['malformed-message', 'misplaced-extension', 'duplicate-extension'],
  'length mismatch': ['malformed-message'],
  'bad record type': ['unknown-content-type', 'no-content-type'],
  'bad change cipher spec': ['unexpected-change-cipher-spec'],
  'data length too long': ['record-too-long'],
};

/** `SSL routines:function:`, `ERR_SSL_`, `[SSL: `, `SSL error: `. */
const prefix = '(?:\\bssl routines:[^:\\n]{0,60}:|\\berr ssl |\\[ssl: |\\bssl error: )';

const afterPrefix: Spelling = {
  program: 'OpenSSL',
  find: new RegExp(`${prefix}(${Object.keys(shortReasons).join('|')})\\b`, 'g'),
  says: ([, reason = '']) => ({ kind: 'check', causes: shortReasons[reason] ?? [] }),
  weight: weights.reason,
};

// OpenSSL crypto/x509/x509_txt.c, X509_verify_cert_error_string; where 1.1.1 and 3.x differ, both.
const certificateTexts = certificateCheckedBy('OpenSSL', {
  'unable to get issuer certificate': 'no-issuer',
  'unable to get local issuer certificate': 'no-issuer',
  'unable to verify the first certificate': 'no-issuer',
  'self-signed certificate': 'self-signed',
  'self signed certificate': 'self-signed',
  'self-signed certificate in certificate chain': 'no-issuer',
  'self signed certificate in certificate chain': 'no-issuer',
  'certificate not trusted': 'no-issuer',
  'subject issuer mismatch': 'no-issuer',
  'certificate signature failure': 'bad-signature',
  "unable to decrypt certificate's signature": 'bad-signature',
  'certificate is not yet valid': 'not-yet-valid',
  'certificate has expired': 'expired',
  "format error in certificate's notbefore field": 'malformed',
  "format error in certificate's notafter field": 'malformed',
  'invalid or inconsistent certificate extension': 'malformed',
  'certificate chain too long': ['path-too-long', 'too-complex'],
  'path length constraint exceeded': 'path-too-long',
  'unsuitable certificate purpose': ['wrong-usage', 'no-digital-signature', 'ca-as-leaf'],
  'unsupported certificate purpose': ['wrong-usage', 'no-digital-signature', 'ca-as-leaf'],
  'key usage does not include digital signature': 'no-digital-signature',
  'invalid non-ca certificate (has ca markings)': 'ca-as-leaf',
  'invalid ca certificate': 'issuer-not-ca',
  'key usage does not include certificate signing': 'issuer-may-not-sign',
  'authority and subject key identifier mismatch': 'key-identifier',
  'authority and issuer serial number mismatch': 'key-identifier',
  'unhandled critical extension': 'unknown-critical-extension',
  'permitted subtree violation': 'name-not-permitted',
  'excluded subtree violation': 'name-excluded',
  'unsupported name constraint type': 'unsupported-constraint',
  'hostname mismatch': 'name-mismatch',
  'ip address mismatch': 'name-mismatch',
  'ee certificate key too weak': 'weak-key',
  'ca certificate key too weak': 'weak-key',
  'unable to get certificate crl': 'no-revocation-list',
  'crl has expired': 'revocation-list-outdated',
  'crl is not yet valid': 'revocation-list-not-yet-valid',
  'crl signature failure': 'bad-revocation-list',
  'ca signature digest algorithm too weak': 'unsupported-signature',
  'cannot find certificate signature algorithm': 'unsupported-signature',
});

// OpenSSL include/openssl/x509_vfy.h, X509_V_ERR_…; Node.js uses these names as its error codes (src/crypto/crypto_common.cc).
const certificateCodes = certificateCheckedBy('OpenSSL', {
  UNABLE_TO_GET_ISSUER_CERT: 'no-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'no-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'no-issuer',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'no-issuer',
  CERT_UNTRUSTED: 'no-issuer',
  CERT_SIGNATURE_FAILURE: 'bad-signature',
  UNABLE_TO_DECRYPT_CERT_SIGNATURE: 'bad-signature',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  CERT_HAS_EXPIRED: 'expired',
  CERT_CHAIN_TOO_LONG: ['path-too-long', 'too-complex'],
  PATH_LENGTH_EXCEEDED: 'path-too-long',
  CERT_REVOKED: 'revoked',
  UNABLE_TO_GET_CRL: 'no-revocation-list',
  CRL_HAS_EXPIRED: 'revocation-list-outdated',
  CRL_NOT_YET_VALID: 'revocation-list-not-yet-valid',
  CRL_SIGNATURE_FAILURE: 'bad-revocation-list',
  INVALID_CA: 'issuer-not-ca',
  INVALID_PURPOSE: ['wrong-usage', 'no-digital-signature', 'ca-as-leaf'],
  UNHANDLED_CRITICAL_EXTENSION: 'unknown-critical-extension',
  HOSTNAME_MISMATCH: 'name-mismatch',
});

export const opensslSpellings: readonly Spelling[] = [
  ...checkedBy('OpenSSL', reasons),
  ...checkedBy('OpenSSL', { 'peer did not return a certificate': 'no-client-certificate' }, { side: 'server' }),
  afterPrefix,
  ...certificateTexts,
  ...certificateCodes,
  ...refusedBy('OpenSSL', ['certificate verify failed']),
  // Node.js lib/internal/errors.js.
  ...certificateCheckedBy('Node.js', { ERR_TLS_CERT_ALTNAME_INVALID: 'name-mismatch' }, { side: 'client' }),
  // Python Modules/_ssl.c.
  ...certificateCheckedBy(
    'Python',
    { 'hostname mismatch, certificate is not valid for': 'name-mismatch' },
    { side: 'client' },
  ),
];
