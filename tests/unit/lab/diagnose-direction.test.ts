// Who refused: each program's words for an alert that it sends, and for one that it receives.

import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/lab/diagnose/index.ts';
import type { AlertName, Role } from '../../../src/tls/index.ts';

describe('the words for an alert that was received', () => {
  it.each<[program: string, text: string, alert: AlertName, side?: Role]>([
    // Erlang/OTP lib/ssl/src/ssl_alert.erl.
    [
      'Erlang',
      'TLS server: In state wait_finished received CLIENT ALERT: Fatal - Bad Certificate',
      'bad_certificate',
      'server',
    ],
    [
      'Erlang',
      'TLS client: In state wait_cert_cr received SERVER ALERT: Fatal - Certificate required',
      'certificate_required',
      'client',
    ],
    // Bouncy Castle org/bouncycastle/tls/TlsFatalAlertReceived.java.
    ['Bouncy Castle', 'org.bouncycastle.tls.TlsFatalAlertReceived: bad_certificate(42)', 'bad_certificate'],
    // OpenSSL apps/lib/s_cb.c.
    ['OpenSSL', 'SSL3 alert read:fatal:unknown CA', 'unknown_ca'],
    ['OpenSSL', '<<< TLS 1.2, Alert [length 0002], fatal handshake_failure', 'handshake_failure'],
    // curl lib/vtls/openssl.c.
    ['curl', '* TLSv1.3 (IN), TLS alert, bad certificate (554):', 'bad_certificate', 'client'],
    // PostgreSQL src/backend/libpq/be-secure-openssl.c, with debugging.
    ['PostgreSQL', 'DEBUG: SSL: read alert (0x0230)', 'unknown_ca'],
    // GnuTLS lib/alert.c; gnutls_alert_get_name behind curl's words.
    ['GnuTLS', 'REC[0x55]: Alert[2|42] - Certificate is bad - was received', 'bad_certificate'],
    ['GnuTLS', 'curl: (35) gnutls_handshake() failed: Handshake failed', 'handshake_failure', 'client'],
    // JDK sun/security/ssl: Alert.java, and SSLSocketImpl.java up to 8.
    ['Java', 'javax.net.ssl.SSLHandshakeException: Received fatal alert: bad_certificate', 'bad_certificate'],
    ['Java', 'main, RECV TLSv1.2 ALERT:  fatal, handshake_failure', 'handshake_failure'],
    // Go src/crypto/tls/conn.go, now and before 1.5.
    ['Go', 'remote error: tls: bad certificate', 'bad_certificate'],
    ['Go', 'remote error: bad certificate', 'bad_certificate'],
    // rustls rustls/src/error.rs, in Debug.
    ['rustls', 'AlertReceived(CertificateRequired)', 'certificate_required'],
    // mbed TLS library/ssl_msg.c.
    ['mbed TLS', 'ssl_msg.c:5005: got an alert message, type: [2:48]', 'unknown_ca'],
    // Windows events 36887, in both forms.
    ['Schannel', 'The following fatal alert was received: 46.', 'certificate_unknown'],
    [
      'Schannel',
      'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 48.',
      'unknown_ca',
    ],
    // Apple's Network.framework, and Secure Transport by number.
    [
      'Apple',
      'boringssl_context_handle_fatal_alert(2170) [C1:2] read alert, level: fatal, description: certificate required',
      'certificate_required',
    ],
    ['Apple', 'CFNetwork SSLHandshake failed (-9825)', 'bad_certificate', 'client'],
    // FreeRADIUS src/main/tls.c; wpa_supplicant src/crypto/tls_openssl.c; stunnel src/ssl.c; OpenVPN src/openvpn/ssl_openssl.c.
    ['FreeRADIUS', 'eap_tls: (TLS) TLS Alert read:fatal:unknown CA', 'unknown_ca', 'server'],
    ['FreeRADIUS', '(5) eap_tls: ERROR: (TLS) Alert read:fatal:unknown CA', 'unknown_ca', 'server'],
    ['FreeRADIUS', '(5) eap_tls: ERROR: (TLS) EAP-TLS - Alert read:fatal:unknown CA', 'unknown_ca', 'server'],
    [
      'wpa_supplicant',
      'SSL: SSL3 alert: read (remote end reported an error):fatal:certificate expired',
      'certificate_expired',
      'client',
    ],
    ['stunnel', 'LOG3: SSL alert (read): fatal: bad certificate', 'bad_certificate'],
    ['OpenVPN', 'Received fatal SSL alert: unknown CA', 'unknown_ca'],
  ])('%s: %s', (program, text, alert, side) => {
    const [reading, ...others] = readLog(text);
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ kind: 'alert', program, alerts: [alert] });
    expect(reading?.side).toBe(side);
  });
});

describe('the words for an alert that was sent', () => {
  it.each<[program: string, text: string, cause: string, side?: Role]>([
    [
      'Erlang',
      'TLS server: In state wait_cert at ssl_handshake.erl:2111 generated SERVER ALERT: Fatal - Certificate Expired',
      'certificate-expired',
      'server',
    ],
    [
      'Erlang',
      'TLS client: In state certify at ssl_handshake.erl:1372 generated CLIENT ALERT: Fatal - Unknown CA',
      'untrusted-issuer',
      'client',
    ],
    ['Bouncy Castle', 'org.bouncycastle.tls.TlsFatalAlert: certificate_expired(45)', 'certificate-expired'],
    ['OpenSSL', 'SSL3 alert write:fatal:unknown CA', 'untrusted-issuer'],
    ['OpenSSL', '>>> TLS 1.3, Alert [length 0002], fatal certificate_required', 'no-client-certificate'],
    ['curl', '* TLSv1.2 (OUT), TLS alert, unknown CA (560):', 'untrusted-issuer', 'client'],
    ['PostgreSQL', 'DEBUG: SSL: write alert (0x022d)', 'certificate-expired'],
    ['GnuTLS', 'REC[0x55]: Sending Alert[2|48] - CA is unknown', 'untrusted-issuer'],
    ['Java', 'main, SEND TLSv1.2 ALERT:  fatal, description = certificate_expired', 'certificate-expired'],
    [
      'Java',
      'javax.net.ssl|ERROR|TransportContext.java:363|Fatal (CERTIFICATE_EXPIRED): no words',
      'certificate-expired',
    ],
    ['Go', 'local error: tls: unknown certificate authority', 'untrusted-issuer'],
    ['mbed TLS', 'ssl_msg.c:5200: send alert level=2 message=45', 'certificate-expired'],
    ['Schannel', 'The following fatal alert was generated: 48. The internal error state is 552.', 'untrusted-issuer'],
    ['Apple', 'write alert, level: fatal, description: unknown CA', 'untrusted-issuer'],
    ['FreeRADIUS', 'eap_tls: (TLS) TLS Alert write:fatal:certificate expired', 'certificate-expired', 'server'],
    ['FreeRADIUS', '(5) eap_tls: ERROR: (TLS) Alert write:fatal:certificate expired', 'certificate-expired', 'server'],
    [
      'wpa_supplicant',
      'SSL: SSL3 alert: write (local SSL3 detected an error):fatal:unknown CA',
      'untrusted-issuer',
      'client',
    ],
    ['stunnel', 'LOG3: TLS alert (write): fatal: unknown CA', 'untrusted-issuer'],
    ['OpenVPN', 'Sent fatal SSL alert: unknown CA', 'untrusted-issuer'],
  ])('%s: %s', (program, text, cause, side) => {
    const [reading, ...others] = readLog(text);
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ kind: 'check', program });
    expect([reading?.causes?.[0], reading?.side]).toEqual([cause, side]);
  });
});

describe('Erlang, which adds the reason', () => {
  it.each([
    ['{bad_cert,cert_expired}', 'expired'],
    ['{bad_cert,unknown_ca}', 'no-issuer'],
    ['{bad_cert,selfsigned_peer}', 'self-signed'],
    ['{bad_cert,{revoked,keyCompromise}}', 'revoked'],
    ['{bad_cert,hostname_check_failed}', 'name-mismatch'],
    ['{bad_cert,invalid_ext_key_usage}', 'wrong-usage'],
    ['{bad_cert,max_path_length_reached}', 'path-too-long'],
  ])('%s', (reason, check) => {
    const line = `TLS server: In state certify at ssl_handshake.erl:2012 generated SERVER ALERT: Fatal - Handshake Failure\n - ${reason}`;
    expect(readLog(line)[0]).toMatchObject({ kind: 'check', program: 'Erlang', details: [check] });
  });
});
