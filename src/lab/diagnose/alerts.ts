// Alerts by rule: names and numbers, spelled the way of the RFCs and of programs that follow them.
// What no rule covers stands in the other tables.

import { type AlertName, alertDescriptions } from '../../tls/index.ts';
import { sent } from './sent.ts';
import { alertOfNumber, type Saying, type Spelling, weights } from './spelling.ts';

/** Names in words: `bad record mac`. OpenSSL writes `cancelled`, and leaves the RFC's `_RESERVED` out. */
const named: Readonly<Record<string, AlertName>> = {
  ...Object.fromEntries(
    Object.keys(alertDescriptions.codes).map((name) => [
      name.replace('_RESERVED', '').toLowerCase().replaceAll('_', ' '),
      name as AlertName,
    ]),
  ),
  'user cancelled': 'user_canceled',
};
const name = `(${longestFirst(Object.keys(named))})`;

function longestFirst(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

/** Without spaces, as Rust writes them: `badrecordmac`. */
const joined: Readonly<Record<string, AlertName>> = Object.fromEntries(
  Object.entries(named).map(([words, alert]) => [words.replaceAll(' ', ''), alert]),
);

/** GnuTLS's names. */
const gnutlsNames: Readonly<Record<string, AlertName>> = {
  'unexpected message': 'unexpected_message',
  'bad record mac': 'bad_record_mac',
  'handshake failed': 'handshake_failure',
  'certificate is bad': 'bad_certificate',
  'certificate is not supported': 'unsupported_certificate',
  'certificate was revoked': 'certificate_revoked',
  'certificate is expired': 'certificate_expired',
  'unknown certificate': 'certificate_unknown',
  'illegal parameter': 'illegal_parameter',
  'ca is unknown': 'unknown_ca',
  'access was denied': 'access_denied',
  'decode error': 'decode_error',
  'decrypt error': 'decrypt_error',
  'error in protocol version': 'protocol_version',
  'insufficient security': 'insufficient_security',
  'internal error': 'internal_error',
  'the server name sent was not recognized': 'unrecognized_name',
  'certificate is required': 'certificate_required',
  'no supported application protocol could be negotiated': 'no_application_protocol',
};

/** The last two digits of errSSLPeer…. */
const appleNumbers: Readonly<Record<number, AlertName>> = {
  22: 'record_overflow',
  24: 'handshake_failure',
  25: 'bad_certificate',
  26: 'unsupported_certificate',
  27: 'certificate_revoked',
  28: 'certificate_expired',
  29: 'certificate_unknown',
  30: 'illegal_parameter',
  31: 'unknown_ca',
  32: 'access_denied',
  33: 'decode_error',
  34: 'decrypt_error',
  36: 'protocol_version',
  37: 'insufficient_security',
  38: 'internal_error',
};

/** Go's own, where they differ. */
const goNames: Readonly<Record<string, AlertName>> = {
  'expired certificate': 'certificate_expired',
  'unknown certificate': 'certificate_unknown',
  'unknown certificate authority': 'unknown_ca',
  'protocol version not supported': 'protocol_version',
  'error decrypting message': 'decrypt_error',
};

function received(alert: AlertName | undefined): Saying | undefined {
  return alert && alert !== 'close_notify' ? { kind: 'alert', alerts: [alert] } : undefined;
}

const heard = (found: RegExpExecArray) => received(named[found[1] ?? '']);
const numbered = (found: RegExpExecArray) => received(alertOfNumber(Number(found[1])));
/** Direction first, then the name. */
const directed = ([, way = '', alert = '']: RegExpExecArray) =>
  (/^(?:read|rec|<<<|in)/.test(way) ? received : sent)(named[alert]);
/** The same with a number. Fatal is 512, and an OpenSSL that knows no name for 116 still has `unknown (628)`. */
const directedNumber = ([, way = '', number]: RegExpExecArray) =>
  (/^(read|received|in)/.test(way) ? received : sent)(alertOfNumber(Number(number) & 0xff));

function rule(program: string, find: RegExp, says: Spelling['says'], weight: number = weights.alert): Spelling {
  return { program, find, says, weight };
}

export const alertSpellings: readonly Spelling[] = [
  // OpenSSL include/openssl/sslerr.h: SSLV3_ALERT_…, TLSV1_ALERT_…, TLSV13_ALERT_… and a few without ALERT; BoringSSL has the same.
  rule('OpenSSL', new RegExp(`\\b(?:sslv3|tlsv1|tlsv13) (?:alert )?${name}\\b`, 'g'), heard),
  // OpenSSL ssl/record/rec_layer_s3.c: ssl3_read_bytes adds the number.
  rule('OpenSSL', /\bssl alert number (\d{1,3})\b/g, numbered),
  // OpenSSL include/openssl/err.h: the last three hexadecimal digits are the reason, and an alert's is 1000 more than its number.
  rule('OpenSSL', /\berror:(?:0a|14|10)[0-9a-f]{3}([0-9a-f]{3})\b/g, ([, reason = '']) =>
    received(alertOfNumber(Number.parseInt(reason, 16) - 1000)),
  ),
  // OpenSSL apps/lib/s_cb.c: s_client and s_server with -state and with -msg.
  rule('OpenSSL', new RegExp(`\\bssl3 alert (read|write):(?:fatal|warning):${name}\\b`, 'g'), directed),
  rule(
    'OpenSSL',
    new RegExp(`(<<<|>>>) [^\\n]{0,30}\\balert \\[length 0002\\], (?:fatal|warning) ${name}\\b`, 'g'),
    directed,
  ),
  // curl lib/vtls/openssl.c, ossl_trace.
  rule('curl', /\((in|out)\), tls alert, [^\n(]{1,40}\((\d{3})\)/g, directedNumber),
  // PostgreSQL src/backend/libpq/be-secure-openssl.c, info_cb.
  rule('PostgreSQL', /\bssl: (read|write) alert \((0x02[0-9a-f]{2})\)/g, directedNumber),
  // GnuTLS lib/record.c, lib/alert.c and src/socket.c.
  rule('GnuTLS', /\bsending alert\[2[,|](\d{1,3})\]/g, ([, number]) => sent(alertOfNumber(Number(number)))),
  rule('GnuTLS', /\balert\[\d[,|](\d{1,3})\]/g, numbered),
  rule('GnuTLS', /\breceived alert \[(\d{1,3})\]/g, numbered),
  // JDK sun/security/ssl/Alert.java: the RFC's names.
  rule('Java', new RegExp(`\\breceived fatal alert: ${name}\\b`, 'g'), heard),
  // rustls rustls/src/error.rs, until its alerts became sentences.
  rule('rustls', new RegExp(`\\breceived fatal alert: (${Object.keys(joined).join('|')})\\b`, 'g'), ([, word = '']) =>
    received(joined[word]),
  ),
  // Go src/crypto/tls/conn.go up to 1.4, with the names of its alert.go: no `tls:` yet.
  rule(
    'Go',
    /\bremote error: (handshake failure|bad certificate|unexpected message|expired certificate|unknown certificate|unknown certificate authority|protocol version not supported|internal error|error decrypting message|access denied)\b/g,
    ([, words = '']) => ({
      ...(received(goNames[words] ?? named[words]) as Saying),
      peer: 'an older Go',
    }),
  ),
  // Go src/crypto/tls/alert.go: a number for what an older Go has no name for.
  rule('Go', /\bremote error: tls: alert\((\d{1,3})\)/g, numbered),
  // mbed TLS library/ssl_msg.c.
  rule('mbed TLS', /\bis a fatal alert message \(msg (\d{1,3})\)/g, numbered),
  // Schannel events 36887 and 36888.
  rule(
    'Schannel',
    /\bfatal alert was (received|generated)[^\n]{0,120}?\bfatal (?:alert|error) code is (\d{1,3})\b/g,
    directedNumber,
  ),
  rule('Schannel', /\bfatal (?:alert|error) code is (\d{1,3})\b/g, numbered, weights.bare),
  // Go src/crypto/tls/conn.go: what it sends itself, with the names of alert.go.
  rule(
    'Go',
    new RegExp(`\\blocal error: tls: (${longestFirst([...Object.keys(goNames), ...Object.keys(named)])})\\b`, 'g'),
    ([, words = '']) => sent(goNames[words] ?? named[words]),
  ),
  // rustls, Debug of Error::AlertReceived.
  rule('rustls', new RegExp(`\\balertreceived\\((${Object.keys(joined).join('|')})\\)`, 'g'), ([, word = '']) =>
    received(joined[word]),
  ),
  // mbed TLS library/ssl_msg.c, with debugging.
  rule('mbed TLS', /\bgot an alert message, type: \[\d:(\d{1,3})\]/g, numbered),
  rule('mbed TLS', /\bsend alert level=\d message=(\d{1,3})/g, ([, number]) => sent(alertOfNumber(Number(number)))),
  // FreeRADIUS src/main/cb.c (`TLS Alert read:fatal:`, later `(TLS) Alert …` and `(TLS) EAP-TLS - Alert …`), wpa_supplicant src/crypto/tls_openssl.c, stunnel src/verify.c and ssl.c, OpenVPN
  // src/openvpn/ssl_openssl.c: direction first.
  rule(
    'any program',
    new RegExp(`(?:\\b(?:tls|ssl)\\)?|-) alert,? (read|write):(?:fatal|warning):${name}\\b`, 'g'),
    directed,
  ),
  rule(
    'any program',
    new RegExp(`\\balert: (read|write) \\([^)\\n]{1,60}\\):(?:fatal|warning):${name}\\b`, 'g'),
    directed,
  ),
  rule('stunnel', new RegExp(`\\b(?:ssl|tls) alert \\((read|write)\\): (?:fatal|warning): ${name}\\b`, 'g'), directed),
  rule('OpenVPN', new RegExp(`\\b(received|sent) fatal ssl alert: ${name}\\b`, 'g'), directed),
  // Apple's Network.framework: boringssl_context_handle_fatal_alert.
  rule(
    'Apple',
    new RegExp(
      `(?:\\bboringssl context handle fatal alert[^\\n]{0,80}?)?\\b(read|write) alert, level: (?:fatal|warning), description: ${name}\\b`,
      'g',
    ),
    directed,
  ),
  // JDK with javax.net.debug, up to 8 and since 11: sun/security/ssl/SSLSocketImpl.java, Alert.java, TransportContext.java.
  rule(
    'Java',
    new RegExp(`\\b(recv|send) tlsv1(?:\\.\\d)? alert: {1,3}(?:fatal|warning), (?:description = )?${name}\\b`, 'g'),
    directed,
  ),
  rule('Java', new RegExp(`\\bfatal \\(${name}\\): `, 'g'), ([, words = '']) => sent(named[words])),
  // GnuTLS lib/alert.c, gnutls_alert_get_name, behind curl's (lib/vtls/gtls.c), git's and wget's own words.
  rule(
    'GnuTLS',
    new RegExp(`\\bgnutls handshake\\(\\) failed: (${Object.keys(gnutlsNames).join('|')})`, 'g'),
    ([, words = '']) => received(gnutlsNames[words]),
  ),
  // Apple Security/SecureTransport.h, by number.
  rule('Apple', /(?:^|[^\d.-])-98(\d\d)\b/g, ([, number]) => received(appleNumbers[Number(number)])),
  // Any dump of the record: Wireshark, javax.net.debug, Apple's boringssl_context_handle_fatal_alert.
  rule('any program', new RegExp(`\\balert\\b[^}]{0,80}?\\bdescription[": ]{1,6}${name}\\b`, 'g'), heard),
  rule('any program', new RegExp(`\\balert\\b[^\\n]{0,30}?\\b${name}\\b`, 'g'), heard, weights.bare),
  rule('any program', new RegExp(`\\b${name} alert\\b`, 'g'), heard, weights.bare),
  rule('any program', /\balert(?: number| code| description)?[ :=(#]{1,3}(\d{1,3})\b/g, numbered, weights.bare),
  // Nothing but the name, as the RFCs write it.
  rule('any program', new RegExp(`^[^a-z0-9]*${name}[^a-z]*$`, 'g'), heard, weights.bare),
];
