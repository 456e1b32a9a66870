// What is said of a line that is about no refused handshake: about files, about statuses of HTTP, and about reasons that nothing here
// fails for. English; one place, ready for other languages.

import type { Beside, Mishap, Remark, Unplayed } from '../../lab/diagnose/index.ts';

/** Nothing was sent yet. What is wrong with the file, and what to do. */
const mishaps: Readonly<Record<Mishap, string>> = {
  'key-of-another':
    'this private key does not belong to this certificate. Look for the key from which the certificate was requested; where a file holds several certificates, the first one counts.',
  'no-pem':
    'this file has not the PEM block that was looked for. It may be DER or PKCS#12, it may hold the key where a certificate was wanted (or the other way round), or it is something else, such as a web page.',
  'not-readable':
    'this file of a certificate or key can’t be used. It may be damaged, in another form than was said, or of a kind that this program does not know.',
  'no-file':
    'this file can’t be opened. Its path may be wrong as seen from the program, or the program may not read it.',
  'wrong-password':
    'this file does not open with this password. If the password is right, the file may be encrypted in a way that the program does not know.',
  'password-needed': 'this key is encrypted, and the program was given no password for it.',
  mac: 'the check of this PKCS#12 file’s integrity fails. The password may be wrong; or the file has no such check, or one in a newer form than the program knows; or it is damaged.',
  'old-encryption':
    'this file is encrypted in a way that this program no longer has, or does not have yet: RC2, RC4 or DES are off in OpenSSL 3 unless asked for with -legacy, and older programs don’t know AES with PBES2. Open it where it opens, and write it anew.',
  'keystore-password':
    'this key store does not open. The password may be wrong; but this is also what Java says of a PKCS#12 file whose encryption it does not know, such as one that OpenSSL 3 wrote and an old Java reads.',
  'keystore-format':
    'this key store is not in the format that was expected. It may be PKCS#12 where JKS was said, PEM, or damaged on its way.',
  'no-anchors':
    'this trust store holds no certificate that Java takes for a CA. It may be empty or another file; in a PKCS#12 file that OpenSSL made, CAs lack a mark that Java looks for: make it with keytool -importcert.',
  'anchors-not-loaded': 'this file of trusted CAs can’t be used. Its path may be wrong, or no certificate is in it.',
  'weak-key':
    'this certificate’s key is too short for the program’s security level: OpenSSL wants RSA of 2048 bits at level 2, which many distributions set. Make a new key and have it certified.',
  'weak-digest':
    'this certificate, or a CA above it, is signed with a digest that the program no longer takes, such as MD5 or SHA-1. Have it issued anew.',
  'no-key': 'there is a certificate, but no private key with it.',
  'key-out-of-reach':
    'Windows has the certificate, but the program can’t use its private key: it may be in memory only, in another user’s store, or not be exportable, or this user may not read it.',
  'windows-security':
    'Windows itself could not prepare the connection: the certificate’s store, its key, or which protocols and suites are allowed.',
  keychain: 'macOS did not find the certificate with its key in the keychain, or may not use it without asking.',
  'strange-key': 'this program can’t use a key or a certificate of this kind.',
  token:
    'the token, or the module that speaks to it, does not give the key: the PIN, the slot, or what kinds of signatures it can make.',
  'no-certificate-set':
    'this side was given no certificate to show, or a file in which there is none for its key, such as a store of trusted CAs.',
  settings: 'the settings for TLS don’t fit together.',
};

const besides: Readonly<Record<Beside, string>> = {
  'nginx-none':
    'This is a page in HTTP, with status 400 (496 inside nginx): the handshake went through, and then nginx refused, since the client had shown no certificate. No alert was sent.',
  'nginx-refused':
    'This is a page in HTTP, with status 400 (495 inside nginx): the handshake went through, and then nginx refused the certificate that the client had shown. The reason is in nginx’s error log at level info.',
  'nginx-plain-http':
    'This is a page in HTTP, with status 400 (497 inside nginx): the client spoke plain HTTP to a port for TLS. There was no handshake: use https in the address.',
  'iis-required':
    'This is a status of HTTP, 403.7: IIS decided, not TLS. It wanted a certificate for this address, and the client showed none.',
  'iis-revoked':
    'This is a status of HTTP, 403.13: IIS decided, after the handshake. The client’s certificate is revoked, or IIS could not find out whether it is.',
  'iis-untrusted':
    'This is a status of HTTP, 403.16: IIS decided, after the handshake. It does not trust the client’s certificate: its CA is missing among the computer’s trusted roots, or one that is not self-signed stands among them.',
  'iis-dates':
    'This is a status of HTTP, 403.17: IIS decided, after the handshake. The client’s certificate has expired or is not yet valid, by the server’s clock.',
  misdirected:
    'This is a status of HTTP, 421: the server decided, after a handshake that went well. The request is for another host than the connection was made for, and the two have different demands on TLS: the client should open a connection of its own for that name.',
  forbidden:
    'This is a status of HTTP, 403: the handshake went through, and the server, or an application behind it, does not let this client in. No alert tells of it; if it is about the certificate, then about whom it names: look for its mapping to a user, or for a rule.',
  unauthorized:
    'This is a status of HTTP, 401: the handshake went through, and an application wants to know who it is, perhaps by other means than a certificate.',
  'envoy-upstream':
    'Envoy says this to its own client, of its connection to the server behind it. Between the two that may be TLS or not even TCP; what follows “transport failure reason” would tell.',
  gateway:
    'This is a status of HTTP. Most often a proxy made it, because its connection to the server behind it failed: the reason is in the proxy’s log, and there it is the client. But a server behind may send it, too, when it can’t answer; then the handshakes went through.',
  'url-session-required':
    'URLSession says this when a server that asks for a certificate turns the client away: because none was sent, but also because a certificate was taken and the answer was HTTP’s status 403. The server’s log tells which.',
  'url-session-rejected':
    'URLSession says this when the server turned away a client that had a certificate: in the handshake, or later by a status of HTTP. The server’s log tells which.',
  'after-the-handshake':
    'The server asks for a certificate only after the handshake, for a certain address. In TLS 1.3 a client has to offer that, and this one did not; browsers never do. Have the server ask in the handshake, or let it speak TLS 1.2 there. Authentication after the handshake is not played here.',
  'authorities-too-long':
    'A message would be longer than the protocol allows: that is so where a server names very many CAs, such as all of the system’s. Let it name only those that issue its clients’ certificates.',
  'renegotiation-asked':
    'The server asked for the client’s certificate by renegotiation, after it had seen the request, and that failed. Many clients refuse to renegotiate; TLS 1.3 has none. Have the server ask in the handshake.',
  'renegotiation-unsafe':
    'One side wants to renegotiate, or lacks the safe way to, and the other does not take part in that.',
  'plain-text':
    'One side does not speak TLS at all on this port, so there is no handshake to show: look at the port, and whether the address says http or https.',
  'no-sni':
    'The client did not say in its ClientHello which host it wants (server_name), and this server needs that to tell its hosts, and their demands, apart.',
  unreachable:
    'Nobody answered in time, so there was no handshake to refuse: look at the address, the port, firewalls, and whether the other side is running. Its log tells whether anything arrived.',
  'shows-none':
    'The client says itself that it shows no certificate: it has none, or none that fits what the server asks for, by who issued it, by its kind of key or by what it is for.',
  account:
    'The handshake went through, and then the program’s own rules for who may log in refused: whom the certificate names is not whom they want, or something else than a certificate is missing. TLS knows nothing of that.',
  'proxy-refused': 'A proxy on the way refused to make the connection. There was no handshake with the server yet.',
};

const unplayed: Readonly<Record<Unplayed, string>> = {
  'crl-form': 'a list of revoked certificates that can’t be read, or has what the program does not know',
  'crl-scope': 'a list of revoked certificates that is for other certificates than this one',
  'crl-issuer': 'whoever signed the list of revoked certificates, whose own chain does not hold',
  policy: 'certificate policies, which this engine does not process',
  'proxy-certificate': 'proxy certificates (RFC 3820), which this engine does not know',
  resources: 'the Internet addresses that a certificate is for (RFC 3779), which are no matter for TLS',
  'suite-b': 'Suite B, a profile that is not in use any more',
  email: 'an e-mail address that was looked for in the certificate, which TLS itself never does',
  dane: 'records in the DNS (DANE), and there is no DNS here',
  lookup: 'the program’s own store of CAs, which failed when it was asked',
  transparency: 'Certificate Transparency, which this engine does not check',
  ocsp: 'what OCSP says, or does not say, about the certificate, and nobody answers OCSP here',
  'strict-form': 'a rule for whoever issues certificates, which only a strict verifier (-x509_strict) insists on',
  'explicit-curve': 'an elliptic curve that is spelled out instead of named, which hardly anybody writes or takes',
  'raw-key': 'a raw public key in the place of a certificate, which this engine does not speak of',
  program: 'the program that was asked to verify, not the certificate',
  'constraint-form': 'name constraints in a form that verifiers don’t process',
  'key-form': 'a CA’s public key that can’t be read',
  rejected: 'a mark in the trust store that says not to trust this certificate for this purpose',
  loop: 'certificates that issue each other in a circle',
  'mismatched-algorithms':
    'a signature that names another algorithm than the certificate, or than its issuer’s key has',
  'old-version':
    'an X.509 certificate of version 1, which this program does not take; with files of your own it can be tried under “Your certificates”',
  fingerprint: 'a certificate or key that was pinned, and is not the one that was shown',
};

/** What to make of a line that tells of more, or of something else, than a refused handshake. */
export function remarkSentence(remark: Remark): string {
  if (isMishap(remark)) return `Nothing was sent yet: ${mishaps[remark]}`;
  if (isBeside(remark)) return besides[remark];
  return `This is about ${unplayed[remark]}: so there is no run of it here.`;
}

/** Whether a remark is about a file that somebody has, and could try here. */
export function isMishap(remark: Remark): remark is Mishap {
  return remark in mishaps;
}

/** Whether a remark is about what no handshake decided. */
export function isBeside(remark: Remark): remark is Beside {
  return remark in besides;
}
