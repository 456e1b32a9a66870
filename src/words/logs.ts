// How programs print an alert that they receive, as seen with the versions named below. Data only.

import type { AlertName, Role } from '../tls/index.ts';

export const logSource = 'Seen with OpenSSL 3.0.19, GnuTLS 3.7.9 and Node.js 20.20.2.';

export const logTitle = 'In the logs this reads';

/** The protocol that OpenSSL names (where the alert was first defined), and what GnuTLS calls it. */
const printed: Readonly<Partial<Record<AlertName, readonly [openssl: 'sslv3' | 'tlsv1' | 'tlsv13', gnutls: string]>>> =
  {
    bad_record_mac: ['sslv3', 'Bad record MAC'],
    handshake_failure: ['sslv3', 'Handshake failed'],
    bad_certificate: ['sslv3', 'Certificate is bad'],
    unsupported_certificate: ['sslv3', 'Certificate is not supported'],
    certificate_expired: ['sslv3', 'Certificate is expired'],
    certificate_unknown: ['sslv3', 'Unknown certificate'],
    illegal_parameter: ['sslv3', 'Illegal parameter'],
    unknown_ca: ['tlsv1', 'CA is unknown'],
    access_denied: ['tlsv1', 'Access was denied'],
    decode_error: ['tlsv1', 'Decode error'],
    decrypt_error: ['tlsv1', 'Decrypt error'],
    protocol_version: ['tlsv1', 'Error in protocol version'],
    internal_error: ['tlsv1', 'Internal error'],
    certificate_required: ['tlsv13', 'Certificate is required'],
    no_application_protocol: ['tlsv1', 'No supported application protocol could be negotiated'],
  };

/**
 * The lines that a program prints when it gets this alert; none for an alert that was not seen.
 * @param reader who gets it: GnuTLS's client prints it without being asked, its server only among debug messages
 */
export function logLines(
  name: AlertName,
  code: number,
  reader: Role,
): readonly { readonly program: string; readonly text: string }[] {
  const known = printed[name];
  if (!known) return [];
  const [protocol, gnutls] = known;
  // OpenSSL numbers the reason for a received alert as 1000 plus the alert's own number.
  const reason = `0A000${(1000 + code).toString(16).toUpperCase()}`;
  const openssl = `${reason}:SSL routines:ssl3_read_bytes:${protocol} alert ${name.replaceAll('_', ' ')}: SSL alert number ${code}`;
  return [
    { program: 'OpenSSL', text: openssl },
    { program: 'Node.js', text: `ERR_SSL_${protocol.toUpperCase()}_ALERT_${name.toUpperCase()}` },
    reader === 'client'
      ? { program: 'gnutls-cli', text: `*** Received alert [${code}]: ${gnutls}` }
      : { program: 'gnutls-serv -d 5', text: `Alert[2|${code}] - ${gnutls} - was received` },
  ];
}
