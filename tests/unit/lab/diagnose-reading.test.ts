// Logs are read as what they say. The lines are real ones, as the programs print them.

import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/lab/diagnose/index.ts';
import type { AlertName, FaultCause, Role, Version } from '../../../src/tls/index.ts';
import measured from '../../vectors/data/alerts.json' with { type: 'json' };

const shown = Object.values(measured.receivedAlertShownAs);

describe('an alert that was seen with a real program', () => {
  const programs = [
    ['openssl', 'OpenSSL'],
    ['node', 'Node.js'],
    ['gnutls', 'GnuTLS'],
    ['gnutls-cli', 'GnuTLS'],
  ] as const;
  it.each(shown.flatMap((row) => programs.map(([key, program]) => [program, row.name, row[key]] as const)))(
    'from %s is read as %s',
    (program, alert, line) => {
      expect(readLog(line)).toMatchObject([{ kind: 'alert', program, alerts: [alert] }]);
    },
  );
});

describe('an alert that was received', () => {
  it.each<[program: string, text: string, alert: AlertName, side?: Role | undefined, version?: Version]>([
    ['OpenSSL', 'tlsv13 alert certificate required', 'certificate_required', undefined, '1.3'],
    ['OpenSSL', 'error:14094412:SSL routines:ssl3_read_bytes:sslv3 alert bad certificate', 'bad_certificate'],
    ['OpenSSL', 'error:0A000418', 'unknown_ca'],
    ['OpenSSL', 'SSL alert number 48', 'unknown_ca'],
    ['OpenSSL', 'SSL alert number 117', 'general_error'],
    ['OpenSSL', 'SSL alert number 121', 'ech_required'],
    ['OpenSSL', 'SSL3 alert read:fatal:unknown CA', 'unknown_ca'],
    [
      'OpenSSL',
      '<<< TLS 1.3, Alert [length 0002], fatal certificate_required',
      'certificate_required',
      undefined,
      '1.3',
    ],
    ['BoringSSL', 'error:10000412:SSL routines:OPENSSL_internal:SSLV3_ALERT_BAD_CERTIFICATE', 'bad_certificate'],
    ['OpenSSL', 'TLSV1_ALERT_CERTIFICATE_REQUIRED', 'certificate_required', undefined, '1.3'],
    ['Node.js', "code: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'", 'unknown_ca'],
    [
      'Node.js',
      'write EPROTO 802C2A3DF07F0000:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:../deps/openssl/openssl/ssl/record/rec_layer_s3.c:1601:SSL alert number 40',
      'handshake_failure',
    ],
    [
      'Python',
      "SSLError(1, '[SSL: SSLV3_ALERT_CERTIFICATE_EXPIRED] sslv3 alert certificate expired (_ssl.c:2580)')",
      'certificate_expired',
    ],
    [
      'curl',
      'curl: (56) OpenSSL SSL_read: OpenSSL/3.0.22: error:0A000413:SSL routines::sslv3 alert unsupported certificate, errno 0',
      'unsupported_certificate',
      'client',
      '1.3',
    ],
    ['curl', 'curl: (35) OpenSSL/3.0.22: error:0A000418:SSL routines::tlsv1 alert unknown ca', 'unknown_ca', 'client'],
    ['curl', 'curl: (60) SSL certificate verification failed', 'certificate_expired', 'client'],
    ['curl', '* TLSv1.3 (IN), TLS alert, unknown (628):', 'certificate_required', 'client', '1.3'],
    ['curl', '* TLSv1.2 (IN), TLS alert, handshake failure (552):', 'handshake_failure', 'client', '1.2'],
    [
      'nginx',
      '2026/11/23 12:00:00 [info] 31#31: *7 SSL_do_handshake() failed (SSL: error:0A000418:SSL routines::tlsv1 alert unknown ca:SSL alert number 48) while SSL handshaking, client: 10.0.0.9, server: 0.0.0.0:443',
      'unknown_ca',
      'server',
    ],
    [
      'nginx',
      '*9 SSL_read() failed (SSL: error:0A00045C:SSL routines::tlsv13 alert certificate required:SSL alert number 116) while reading response header from upstream, client: 10.0.0.9, server: front',
      'certificate_required',
      'client',
      '1.3',
    ],
    [
      'PostgreSQL',
      'connection to server at "db" (10.0.0.5), port 5432 failed: SSL error: tlsv13 alert certificate required',
      'certificate_required',
      'client',
      '1.3',
    ],
    [
      'MySQL',
      'ERROR 2026 (HY000): SSL connection error: error:0A000418:SSL routines::tlsv1 alert unknown ca',
      'unknown_ca',
      'client',
    ],
    [
      'Envoy',
      'upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: TLS_error:|268436498:SSL routines:OPENSSL_internal:SSLV3_ALERT_BAD_CERTIFICATE:TLS_error_end',
      'bad_certificate',
      'client',
    ],
    [
      'HAProxy',
      '10.0.0.9:38736 [05/Aug/2026:08:37:12.994] mqtt/1: SSL handshake failure (error:0A000418:SSL routines::tlsv1 alert unknown ca)',
      'unknown_ca',
      'server',
    ],
    ['Go', 'remote error: tls: bad certificate', 'bad_certificate'],
    ['Go', 'Get "https://a.example/": remote error: tls: expired certificate', 'certificate_expired', 'client'],
    ['Go', 'remote error: tls: certificate required', 'certificate_required', undefined, '1.3'],
    ['Go', 'remote error: tls: alert(116)', 'certificate_required', undefined, '1.3'],
    [
      'Go',
      'http: TLS handshake error from 10.0.0.9:52704: remote error: tls: unknown certificate authority',
      'unknown_ca',
      'server',
    ],
    [
      'Java',
      'javax.net.ssl.SSLHandshakeException: (certificate_required) Received fatal alert: certificate_required',
      'certificate_required',
      undefined,
      '1.3',
    ],
    ['Java', 'Caused by: javax.net.ssl.SSLException: Received fatal alert: internal_error', 'internal_error'],
    ['rustls', 'received fatal alert: BadCertificate', 'bad_certificate'],
    [
      'rustls',
      'received fatal alert: the peer required a client certificate',
      'certificate_required',
      undefined,
      '1.3',
    ],
    ['rustls', 'received fatal alert: the peer found the certificate was not issued by a trusted CA', 'unknown_ca'],
    ['GnuTLS', '*** Received alert [40]: Handshake failed', 'handshake_failure'],
    ['GnuTLS', 'REC[0x55]: Alert[2|42] - Certificate is bad - was received', 'bad_certificate'],
    ['NSS', 'SSL_ERROR_BAD_CERT_ALERT', 'bad_certificate'],
    ['Firefox', 'Error code: SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT', 'certificate_required', 'client', '1.3'],
    ['NSS', 'Peer does not recognize and trust the CA that issued your certificate.', 'unknown_ca'],
    ['mbed TLS', 'is a fatal alert message (msg 48)', 'unknown_ca'],
    ['Apple', 'Error Domain=NSOSStatusErrorDomain (errSSLPeerUnknownCA)', 'unknown_ca'],
    [
      'Schannel',
      'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 46.',
      'certificate_unknown',
    ],
    ['Chrome', 'net::ERR_SSL_DECRYPT_ERROR_ALERT', 'decrypt_error', 'client'],
    ['any program', 'Alert (Level: Fatal, Description: Certificate Unknown)', 'certificate_unknown'],
    [
      'any program',
      '"Alert": {\n  "level"      : "fatal",\n  "description": "handshake_failure"\n}',
      'handshake_failure',
    ],
    ['any program', 'unknown_ca', 'unknown_ca'],
    ['any program', 'bad certificate (42)', 'bad_certificate'],
    ['any program', 'alert 116', 'certificate_required', undefined, '1.3'],
  ])('by %s: %s', (program, text, alert, side, version) => {
    const [reading, ...others] = readLog(text);
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ kind: 'alert', program, alerts: [alert] });
    expect([reading?.side, reading?.version]).toEqual([side, version]);
  });

  it('may be one of several where the program has one name for them', () => {
    const [reading] = readLog('This site can’t be reached: ERR_BAD_SSL_CLIENT_AUTH_CERT');
    expect(reading).toMatchObject({ kind: 'alert', program: 'Chrome', side: 'client' });
    expect(reading?.alerts).toContain('certificate_required');
    expect(reading?.alerts).toContain('unknown_ca');
  });

  it('may be told in words, after a handshake that succeeded', () => {
    const [reading] = readLog('<center>No required SSL certificate was sent</center>');
    expect(reading).toMatchObject({
      kind: 'alert',
      program: 'nginx',
      side: 'client',
      causes: ['no-client-certificate'],
    });
  });
});

describe('a check that refused', () => {
  it.each<[program: string, text: string, cause: FaultCause, side?: Role | undefined, version?: Version]>([
    ['OpenSSL', 'peer did not return a certificate', 'no-client-certificate', 'server'],
    [
      'Node.js',
      '806C62D9CB7F0000:error:0A0000C7:SSL routines:tls_process_client_certificate:peer did not return a certificate:../deps/openssl/openssl/ssl/statem/statem_srvr.c:3517:',
      'no-client-certificate',
      'server',
    ],
    [
      'Python',
      '[SSL: PEER_DID_NOT_RETURN_A_CERTIFICATE] peer did not return a certificate (_ssl.c:1006)',
      'no-client-certificate',
      'server',
    ],
    ['OpenSSL', 'verify error:num=20:unable to get local issuer certificate', 'untrusted-issuer'],
    [
      'OpenSSL',
      'error:0A0000C1:SSL routines:tls_post_process_client_hello:no shared cipher',
      'no-common-suite',
      'server',
    ],
    ['OpenSSL', 'error:0A00007B:SSL routines:tls_process_cert_verify:bad signature', 'bad-signature'],
    ['OpenSSL', 'error:0A000095:SSL routines:tls_process_finished:digest check failed', 'bad-finished'],
    ['OpenSSL', 'error:0A000084:SSL routines::too many key updates', 'flood'],
    ['OpenSSL', 'error:0A0000A4:SSL routines::too much early data', 'flood'],
    ['OpenSSL', 'SSL3 alert write:fatal:certificate expired', 'certificate-expired'],
    [
      'OpenSSL',
      '>>> TLS 1.3, Alert [length 0002], fatal certificate_required',
      'no-client-certificate',
      undefined,
      '1.3',
    ],
    ['Node.js', 'ERR_SSL_NO_SHARED_CIPHER', 'no-common-suite'],
    ['OpenSSL', "code: 'CERT_HAS_EXPIRED'", 'certificate-expired'],
    ['OpenSSL', "code: 'CERT_REVOKED'", 'certificate-revoked'],
    ['OpenSSL', 'verify error:num=12:CRL has expired', 'certificate-unknown'],
    ['OpenSSL', 'verify error:num=3:unable to get certificate CRL', 'certificate-unknown'],
    ['OpenSSL', "code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'", 'untrusted-issuer'],
    [
      'Node.js',
      "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames",
      'certificate-refused',
      'client',
    ],
    [
      'Python',
      "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'a.example'. (_ssl.c:1006)",
      'certificate-refused',
      'client',
    ],
    [
      'Python',
      '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unsuitable certificate purpose (_ssl.c:1006)',
      'certificate-wrong-purpose',
    ],
    [
      'Ruby',
      'SSL_accept returned=1 errno=0 peeraddr=127.0.0.1:1 state=error: certificate verify failed (certificate has expired)',
      'certificate-expired',
      'server',
    ],
    [
      'curl',
      'curl: (60) SSL certificate problem: self-signed certificate in certificate chain',
      'untrusted-issuer',
      'client',
    ],
    [
      'curl',
      "curl: (60) SSL: no alternative certificate subject name matches target host name 'a.example'",
      'certificate-refused',
      'client',
    ],
    ['curl', '* TLSv1.3 (OUT), TLS alert, unknown CA (560):', 'untrusted-issuer', 'client', '1.3'],
    [
      'nginx',
      '*1 client SSL certificate verify error: (18:self-signed certificate) while reading client request headers',
      'untrusted-issuer',
      'server',
    ],
    [
      'nginx',
      '*1 client sent no required SSL certificate while reading client request headers',
      'no-client-certificate',
      'server',
    ],
    [
      'Apache',
      '[ssl:info] AH02276: Certificate Verification: Error (10): certificate has expired',
      'certificate-expired',
      'server',
    ],
    [
      'PostgreSQL',
      'LOG:  could not accept SSL connection: peer did not return a certificate',
      'no-client-certificate',
      'server',
    ],
    [
      'Envoy',
      'TLS_error:|268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED:verify cert failed: X509_verify_cert: certificate verification error at depth 0: unable to get local issuer certificate:TLS_error_end',
      'untrusted-issuer',
    ],
    [
      'Go',
      "http: TLS handshake error from 10.0.0.9:1: tls: client didn't provide a certificate",
      'no-client-certificate',
      'server',
    ],
    [
      'Go',
      'tls: failed to verify client certificate: x509: certificate signed by unknown authority',
      'untrusted-issuer',
    ],
    [
      'Go',
      'x509: certificate has expired or is not yet valid: current time 2026-11-23T12:00:00Z is before 2027-01-01T00:00:00Z',
      'certificate-refused',
    ],
    ['Go', 'x509: certificate is valid for a.example, not b.example', 'certificate-refused', 'client'],
    ['Go', 'tls: no cipher suite supported by both client and server', 'no-common-suite', 'server'],
    ['Java', 'javax.net.ssl.SSLHandshakeException: Empty client certificate chain', 'no-client-certificate', 'server'],
    [
      'Java',
      'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target\n\tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)\n\tat java.base/sun.security.ssl.CertificateMessage$T13CertificateConsumer.checkServerCerts(CertificateMessage.java:1318)',
      'untrusted-issuer',
      'client',
    ],
    [
      'Java',
      'Extended key usage does not permit use for TLS client authentication',
      'certificate-wrong-purpose',
      'server',
    ],
    ['rustls', 'invalid peer certificate: UnknownIssuer', 'untrusted-issuer'],
    ['rustls', 'peer sent no certificates', 'no-client-certificate', 'server'],
    [
      'GnuTLS',
      '- Status: The certificate is NOT trusted. The certificate chain uses expired certificate. ',
      'certificate-expired',
    ],
    ['GnuTLS', 'REC[0x55]: Sending Alert[2|48] - CA is unknown', 'untrusted-issuer'],
    ['NSS', 'SEC_ERROR_UNKNOWN_ISSUER', 'untrusted-issuer'],
    ['Firefox', 'MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE', 'certificate-refused', 'client'],
    ['Chrome', 'NET::ERR_CERT_AUTHORITY_INVALID', 'untrusted-issuer', 'client'],
    [
      'mbed TLS',
      'SSL - No client certification received from the client, but required by the authentication mode',
      'no-client-certificate',
      'server',
    ],
    [
      'any program',
      "ERROR: The certificate's owner does not match hostname ‘a.example’",
      'certificate-refused',
      'client',
    ],
    ['Java', 'java.io.IOException: Wrong HTTPS hostname: should be <a.example>', 'certificate-refused'],
    [
      'Java',
      'java.security.cert.CertificateExpiredException: certificate expired on 20261101000000GMT+00:00',
      'certificate-expired',
    ],
    [
      'Java',
      'java.security.cert.CertificateNotYetValidException: certificate not valid till 20271101000000GMT+00:00',
      'certificate-refused',
    ],
    [
      '.NET',
      'Certificate validation failed, subject was CN=a.example. UntrustedRoot A certificate chain processed, but terminated in a root certificate which is not trusted by the trust provider.',
      'untrusted-issuer',
    ],
    ['wolfSSL', 'error -188, ASN no signer error to confirm failure', 'untrusted-issuer'],
    [
      '.NET',
      'The remote certificate is invalid because of errors in the certificate chain: NotTimeValid',
      'certificate-expired',
    ],
    [
      'Schannel',
      'A fatal alert was generated and sent to the remote endpoint. This may result in termination of the connection. The TLS protocol defined fatal alert code is 48.',
      'untrusted-issuer',
    ],
  ])('in %s: %s', (program, text, cause, side, version) => {
    const [reading, ...others] = readLog(text);
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ kind: 'check', program });
    expect([reading?.causes?.[0], reading?.side, reading?.version]).toEqual([cause, side, version]);
  });

  it('may not say why', () => {
    const [reading] = readLog('[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:1006)');
    expect(reading).toMatchObject({ kind: 'check', program: 'Python' });
    expect(reading?.causes).toContain('untrusted-issuer');
    expect(reading?.causes).toContain('certificate-expired');
  });
});

describe('a connection that just ended', () => {
  it.each<[text: string, side?: Role]>([
    ['Error: read ECONNRESET'],
    ['Error: socket hang up'],
    ['Client network socket disconnected before secure TLS connection was established', 'client'],
    ['[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1006)'],
    ['curl: (35) OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to localhost:24432', 'client'],
    ['javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake'],
    ['*3 peer closed connection in SSL handshake while SSL handshaking to upstream', 'client'],
    ['GnuTLS: The TLS connection was non-properly terminated.'],
  ])('%s', (text, side) => {
    const [reading] = readLog(text);
    expect(reading?.kind).toBe('closed');
    expect(reading?.side).toBe(side);
  });

  it('is not put down to another program', () => {
    expect(readLog("config: couldn't load client cert file open c.pem")).toMatchObject([
      { kind: 'unsent', program: 'any program' },
    ]);
    expect(readLog('E: Could not load client certificate (c.pem, SslCert option) or key')).toMatchObject([
      { kind: 'unsent', program: 'any program' },
    ]);
    expect(readLog('FetchError: Invalid response body: Premature close')).toMatchObject([{ program: 'Node.js' }]);
  });

  it('counts for nothing where something tells why', () => {
    const readings = readLog('tlsv1 alert unknown ca\nread ECONNRESET\nsocket hang up');
    expect(readings).toMatchObject([{ kind: 'alert', alerts: ['unknown_ca'] }]);
  });
});

describe('a whole log', () => {
  const log = `2026/11/23 12:00:01 [notice] 1#1: start worker process 31
2026/11/23 12:00:05 [info] 31#31: *1 client SSL certificate verify error: (10:certificate has expired) while reading client request headers, client: 10.0.0.9, server: a.example
curl: (56) OpenSSL SSL_read: OpenSSL/3.0.22: error:0A000415:SSL routines::sslv3 alert certificate expired, errno 0
2026/11/23 12:00:05 [info] 31#31: *1 connection reset by peer`;

  it('is read line by line, and the line that knows the reason comes first', () => {
    expect(readLog(log)).toMatchObject([
      { kind: 'check', program: 'nginx', side: 'server', details: ['expired'], excerpt: 'certificate has expired' },
      { kind: 'alert', program: 'curl', side: 'client', alerts: ['certificate_expired'] },
    ]);
  });

  it('says a thing once, however often it stands there', () => {
    expect(readLog(`${log}\n`.repeat(50))).toHaveLength(2);
  });
});
