// What OpenSSL says when it refuses, and with it BoringSSL, Node.js, Python, Ruby, nginx and everything else that prints
// OpenSSL's texts. Alerts that it receives follow rules: alerts.ts.

import type { FaultCause } from '../../tls/index.ts';
import { besideBy, certificateCheckedBy, checkedBy, refusedBy, type Spelling, weights } from './spelling.ts';
import { verifySpellings } from './verify-errors.ts';

// OpenSSL 3.0 include/openssl/sslerr.h, texts by `openssl errstr`. They tell enough to be taken wherever they stand.
const reasons: Readonly<Record<string, readonly FaultCause[]>> = {
  'no shared cipher': ['no-common-suite', 'no-server-certificate'],
  'no suitable key share': ['no-common-group'],
  'no shared groups': ['no-common-group'],
  'no suitable signature algorithm': ['no-common-scheme'],
  'no shared signature algorithms': ['no-common-scheme'],
  'wrong signature type': ['scheme-not-offered', 'scheme-does-not-fit-key'],
  // crypto/rsa/rsa_err.c: a signature by another key than the certificate's.
  'legacy sigalg disallowed or unsupported': ['scheme-not-offered', 'no-common-scheme'],
  'rsa routines::bad signature': ['bad-signature'],
  'rsa routines:rsa verify:bad signature': ['bad-signature'],
  'last octet invalid': ['bad-signature'],
  'padding check failed': ['bad-signature'],
  'block type is not 01': ['bad-signature'],
  'wrong signature length': ['bad-signature'],
  'data too large for modulus': ['bad-signature'],
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

export const opensslSpellings: readonly Spelling[] = [
  ...checkedBy('OpenSSL', reasons),
  ...checkedBy('OpenSSL', { 'peer did not return a certificate': 'no-client-certificate' }, { side: 'server' }),
  afterPrefix,
  // OpenSSL and BoringSSL ssl_err: the other side wants to renegotiate, as servers do that ask for a certificate late.
  ...besideBy(
    'OpenSSL',
    { 'no renegotiation': 'renegotiation-unsafe' },
    { shownBy: ['hello-request', 'renegotiation'], version: '1.2' },
  ),
  ...verifySpellings,
  ...refusedBy('OpenSSL', ['certificate verify failed']),
  // OpenSSL up to 1.0.1 ssl/s3_srvr.c: its server says so when a certificate that was shown does not hold.
  ...refusedBy('OpenSSL', ['ssl3 get client certificate:no certificate returned'], { side: 'server' }),
  // Node.js lib/internal/errors.js.
  ...certificateCheckedBy('Node.js', { ERR_TLS_CERT_ALTNAME_INVALID: 'name-mismatch' }, { side: 'client' }),
  // Python Modules/_ssl.c.
  ...certificateCheckedBy(
    'Python',
    { 'hostname mismatch, certificate is not valid for': 'name-mismatch' },
    { side: 'client' },
  ),
];
