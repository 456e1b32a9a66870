// How programs print an alert that they receive, as seen with the versions named below; and what OpenSSL prints when it refuses by itself.

import type { Cause, FailedCheck } from '../pki/index.ts';
import type { AlertName, FaultCause, Role, Version } from '../tls/index.ts';

export const logSource = 'Seen with OpenSSL 3.0.19, GnuTLS 3.7.9 and Node.js 20.20.2.';

/** Over the lines of the side that is told, and of the one that refuses. */
export const toldTitle = (reader: Role): string => `In the log of the ${reader}, which is told`;
export const ownTitle = (by: Role): string => `In the log of the ${by}, which refuses`;

/** What is odd about such lines, if there is something. */
export function logNote(name: AlertName, version: Version): string | undefined {
  const protocol = printed[name]?.[0];
  if (protocol === 'tlsv13' || (protocol === 'tlsv1' && version === '1.2') || protocol === undefined) return undefined;
  return `OpenSSL’s “${protocol}” names the version that this alert was first defined in, not the one that is spoken here: that is TLS ${version}.`;
}

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

/** Over the lines of the side whose write breaks, because the other has refused it and its alert lies unread. */
export const brokenTitle = (who: Role): string => `In the log of the ${who}, whose write breaks`;
export const brokenSource =
  'Seen with OpenSSL 3.0.19, Node.js 20.20.2, Python 3.11.7, Java 17.0.15 and curl 7.88.1 on Linux, against a server that insists on a certificate; Go by its source (net.OpError).';
export const brokenNote =
  'Whether it is “reset by peer” or “broken pipe” is chance: the first write after a reset reports the one, a later one the other. Some, like curl and s_client, read once more at times, and then print the alert.';

/** How programs print a write that fails like that. */
export const brokenLines: readonly { readonly program: string; readonly text: string }[] = [
  { program: 'openssl s_client', text: 'write:errno=104' },
  { program: 'Node.js', text: 'Error: write ECONNRESET' },
  { program: 'Python', text: 'ssl.SSLEOFError: EOF occurred in violation of protocol (_ssl.c:2427)' },
  { program: 'Java', text: 'java.net.SocketException: Connection reset by peer' },
  { program: 'Java, later', text: 'java.net.SocketException: Broken pipe' },
  { program: 'curl', text: 'curl: (55) getpeername() failed with errno 107: Transport endpoint is not connected' },
  { program: 'Go', text: 'write tcp 127.0.0.1:50000->127.0.0.1:8443: write: connection reset by peer' },
];

/** OpenSSL 3.0, X509_verify_cert_error_string. */
const verifying: Readonly<Partial<Record<Cause, readonly [number: number, text: string]>>> = {
  'no-issuer': [20, 'unable to get local issuer certificate'],
  'self-signed': [18, 'self-signed certificate'],
  expired: [10, 'certificate has expired'],
  'not-yet-valid': [9, 'certificate is not yet valid'],
  'bad-signature': [7, 'certificate signature failure'],
  'issuer-not-ca': [79, 'invalid CA certificate'],
  'issuer-may-not-sign': [79, 'invalid CA certificate'],
  'path-too-long': [25, 'path length constraint exceeded'],
  'wrong-usage': [26, 'unsuitable certificate purpose'],
  'no-digital-signature': [26, 'unsuitable certificate purpose'],
  'unknown-critical-extension': [34, 'unhandled critical extension'],
  'weak-key': [66, 'EE certificate key too weak'],
  'weak-digest': [68, 'CA signature digest algorithm too weak'],
  'name-not-permitted': [47, 'permitted subtree violation'],
  'name-excluded': [48, 'excluded subtree violation'],
  'unsupported-constraint': [51, 'unsupported name constraint type'],
  revoked: [23, 'certificate revoked'],
  'no-revocation-list': [3, 'unable to get certificate CRL'],
  'revocation-list-outdated': [12, 'CRL has expired'],
  'revocation-list-not-yet-valid': [11, 'CRL is not yet valid'],
  'bad-revocation-list': [8, 'CRL signature failure'],
  'name-mismatch': [62, 'hostname mismatch'],
};

/** OpenSSL 3.0, include/openssl/sslerr.h. */
const reasons: Readonly<Partial<Record<FaultCause, readonly [number: number, text: string]>>> = {
  'bad-signature': [0x7b, 'bad signature'],
  'no-client-certificate': [0xc7, 'peer did not return a certificate'],
  'no-common-version': [0x102, 'unsupported protocol'],
  'no-common-suite': [0xc1, 'no shared cipher'],
  'no-common-group': [0x65, 'no suitable key share'],
  'no-common-scheme': [0x76, 'no suitable signature algorithm'],
  'no-common-protocol': [0xeb, 'no application protocol'],
  'bad-finished': [0x95, 'digest check failed'],
};
/** OpenSSL’s number and text for a check that failed, as far as they are known here. */
export function verifyError({
  detail,
  reason,
  index,
}: Pick<FailedCheck, 'detail' | 'reason' | 'index'>): readonly [number: number, text: string] | undefined {
  if (reason.what === 'chain too long') return [22, 'certificate chain too long'];
  if (detail === 'weak-key' && index > 0) return [67, 'CA certificate key too weak'];
  if (reason.what === 'not a root') return [2, 'unable to get issuer certificate'];
  if (reason.what === 'self-signed' && !reason.alone) return [19, 'self-signed certificate in certificate chain'];
  return detail === 'no-anchors' ? verifying['no-issuer'] : verifying[detail];
}

const verifyFailed = [0x86, 'certificate verify failed'] as const;

/**
 * What OpenSSL prints as the side that refuses, as far as its texts are known here.
 * @param failed the check of a chain that failed, where one did
 */
export function ownLines(
  by: Role,
  cause: FaultCause,
  failed: Pick<FailedCheck, 'detail' | 'reason' | 'index'> | undefined,
): readonly { readonly program: string; readonly text: string }[] {
  const reason = failed ? verifyFailed : reasons[cause];
  if (!reason) return [];
  const [code, text] = reason;
  const error = `0A000${code.toString(16).toUpperCase().padStart(3, '0')}:SSL routines::${text}`;
  const found = failed && verifyError(failed);
  return [
    ...(found ? [{ program: `openssl s_${by}`, text: `verify error:num=${found[0]}:${found[1]}` }] : []),
    { program: 'OpenSSL', text: error },
  ];
}

export const ownSource = 'Texts of OpenSSL 3.0.19; other programs have others.';
