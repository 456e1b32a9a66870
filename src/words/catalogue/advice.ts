// What somebody should check whose own connection fails in the way of an entry. English; one place, ready for other languages.

import type { Entry } from '../../lab/index.ts';

/** By id, where there is something to look at that others of the topic don't share. */
const special: Readonly<Record<string, string>> = {
  'untrusted-ca': 'the CA file that the server trusts for clients, and who issued the client’s certificate.',
  'no-client-certificate': 'whether the client is told which certificate and key to use, and finds and reads them.',
  'client-self-signed':
    'whether the client was given a test certificate; the server must know that very one, or a CA’s.',
  'client-expired': 'the dates in the client’s certificate, and the server’s clock.',
  'client-not-yet-valid': 'the server’s clock and time zone, and when the client’s certificate begins.',
  'client-wrong-eku': 'extendedKeyUsage of the client’s certificate: it has to allow clientAuth.',
  'client-wrong-name': 'the names in the client’s certificate, and the name constraints of the CAs above it.',
  'client-missing-intermediate':
    'whether the client’s certificate file holds the issuing CA after its own certificate.',
  'client-issuer-not-ca': 'basicConstraints of the certificate that issued the client’s: it has to say CA.',
  'client-path-too-long': 'the path length that the CAs above the client’s certificate allow.',
  'client-bad-issuer-signature':
    'whether the issuing CA was renewed with another key, and the file holds the right one.',
  'client-unknown-critical-extension': 'which extension of the client’s certificate is critical, and who can read it.',
  'client-no-digital-signature': 'keyUsage of the client’s certificate: it has to allow digitalSignature.',
  'client-not-der': 'how the client’s file is read: PEM and DER mixed up.',
  'bad-signature': 'whether the client’s key belongs to its certificate; with a smart card or HSM, its driver.',
  'client-key-of-another': 'whether the client’s key belongs to its certificate: compare their public keys.',
  'copied-certificate': 'where the client’s private key is: the certificate alone proves nothing.',
  'server-key-of-another': 'whether the server’s key belongs to its certificate: compare their public keys.',
  'server-bad-signature': 'whether the server’s key belongs to its certificate; with an HSM, its driver.',
  'no-server-certificate': 'whether the server is configured with a certificate for this name.',
  'server-untrusted-ca': 'the CA file that the client trusts, and who issued the server’s certificate.',
  'server-self-signed': 'whether the client was told to trust this very certificate.',
  'server-expired': 'the dates in the server’s certificate, whether a renewed one was loaded, and the client’s clock.',
  'server-not-yet-valid': 'the client’s clock and time zone, and when the server’s certificate begins.',
  'server-wrong-eku': 'extendedKeyUsage of the server’s certificate: it has to allow serverAuth.',
  'server-wrong-name': 'the name that the client asks for, and subjectAltName of the server’s certificate.',
  'server-missing-intermediate':
    'whether the server’s certificate file holds the issuing CA after its own certificate.',
  'server-issuer-not-ca': 'basicConstraints of the certificate that issued the server’s: it has to say CA.',
  'server-path-too-long': 'the path length that the CAs above the server’s certificate allow.',
  'server-bad-issuer-signature':
    'whether the issuing CA was renewed with another key, and the file holds the right one.',
  'server-unknown-critical-extension': 'which extension of the server’s certificate is critical, and who can read it.',
  'server-no-digital-signature': 'keyUsage of the server’s certificate: it has to allow digitalSignature.',
  'server-not-der': 'how the server’s file is read: PEM and DER mixed up.',
  'no-common-version': 'the lowest and the highest version that each side allows.',
  'no-common-suite': 'the cipher suites that each side allows, and whether they fit the kind of the server’s key.',
  'no-common-group': 'the groups (curves) that each side allows.',
  'no-common-protocol': 'the protocols that each side names by ALPN.',
  downgrade: 'whether something on the way, such as a proxy that inspects TLS, changes the ClientHello.',
  'connection-cut': 'timeouts, firewalls and proxies on the way, and whether the other side crashed.',
};

const usual: Readonly<Record<Entry['topic'], string>> = {
  certificate: 'the file that holds the certificates, and the order they stand in.',
  possession: 'which key the side that was refused signs with, and whether its library or driver is sound.',
  negotiation: 'the versions and settings of both sides, and proxies on the way.',
  flow: 'the library of the side that was refused: an honest one doesn’t do this. Proxies on the way might.',
  attack: 'what stands between the two sides: proxies, inspection, or somebody who shouldn’t be there.',
  protection: 'proxies and hardware on the way, and the library of the side that was refused.',
};

/** What to check, as it goes on after a colon. */
export function adviceFor({ id, topic }: Pick<Entry, 'id' | 'topic'>): string {
  return special[id] ?? usual[topic];
}

/** The entries with advice of their own. */
export const advised: readonly string[] = Object.keys(special);
