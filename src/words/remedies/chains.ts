// What to do about a certificate that is refused, by the check of its chain that failed. Texts are in the notation of `rich`; values come in,
// words go out. English, ready for other languages.

import type { Cause } from '../../pki/index.ts';
import { type Remedy, serving } from './remedy.ts';

const issuing: Remedy = {
  check: ({ of }) => `basicConstraints of the certificate that issued the ${of}’s: it has to say CA.`,
  change: ({ of }) => `**On the ${of}:** have its certificate issued anew, by a CA whose own says CA: TRUE.`,
};

const allowing = (use: string): Remedy => ({
  check: ({ of }) => `keyUsage of the ${of}’s certificate: it has to allow ${use}.`,
  change: ({ of }) => `**On the ${of}:** have its certificate issued anew, with ${use} in keyUsage.`,
});

const naming: Remedy = {
  check: ({ of }) => `the names in the ${of}’s certificate, and the name constraints of the CAs above it.`,
  change: ({ of }) =>
    `**On the ${of}:** have a certificate issued by a CA that may vouch for this name, or under a name that this CA may vouch for.`,
};

const supported: Remedy = {
  check: ({ of, by }) => `the kinds of key and signature in the ${of}’s chain, and which of them the ${by} takes.`,
  change: ({ of, by }) =>
    `**On the ${of}:** have a chain issued with keys and signatures of a usual kind, such as P-256 or RSA with 2048 bits and SHA-256. **On the ${by}** only if it is too old to know them.`,
};

export const chains: Readonly<Record<Cause, Remedy>> = {
  'no-anchors': {
    check: ({ by }) => `which CAs the ${by} trusts${serving(by)}: it has none.`,
    change: ({ of, by }) =>
      `**On the ${by}:** put the root that the ${of}’s certificate leads to into the CA file${serving(by)}.`,
  },
  'no-issuer': {
    check: ({ of, by }) =>
      `who issued the ${of}’s certificate, whether its file holds the CAs in between after its own, and the CA file that the ${by} trusts${serving(by)}.`,
    change: ({ of, by }) =>
      `**On the ${of}:** show a certificate from a CA that the ${by} trusts, and in the same file, behind it, those of all CAs in between. **On the ${by}**, if this CA is to be trusted: put its root into the CA file${serving(by)}. That lets in whatever it issues.`,
  },
  'self-signed': {
    check: ({ of, by }) =>
      `whether the ${of} was given a test certificate; the ${by} must know that very one, or a CA’s.`,
    change: ({ of, by }) =>
      `**On the ${of}:** show a certificate that a CA has issued which the ${by} trusts. For a test it is enough **on the ${by}** to put this very certificate on the list of those that it trusts.`,
  },
  'too-complex': {
    check: ({ of }) => `how many certificates the ${of}’s file holds, and whether all of them belong there.`,
    change: ({ of }) =>
      `**On the ${of}:** leave only its own certificate and those of the CAs above it in the file, in this order.`,
  },
  malformed: {
    check: ({ of }) => `which rule the ${of}’s chain breaks, and what has issued it.`,
    change: ({ of }) => `**On the ${of}:** have the certificate issued anew, by a CA that keeps the rules of RFC 5280.`,
  },
  'unknown-critical-extension': {
    check: ({ of }) => `which extension of the ${of}’s certificate is critical, and who can read it.`,
    change: ({ of, by }) =>
      `**On the ${of}:** have the certificate issued anew without this extension, or with it marked as not critical. **On the ${by}** only if there is a version that understands it.`,
  },
  'issuer-not-ca': issuing,
  'ca-as-leaf': {
    check: ({ of }) => `whether the ${of} was given a CA’s certificate in place of its own.`,
    change: ({ of }) => `**On the ${of}:** show a certificate of its own, issued by that CA.`,
  },
  'path-too-long': {
    check: ({ of }) => `the path length that the CAs above the ${of}’s certificate allow.`,
    change: ({ of }) =>
      `**On the ${of}:** have its certificate issued by a CA that stands higher, or the CA above renewed with a greater path length.`,
  },
  'issuer-may-not-sign': {
    check: ({ of }) => `keyUsage of the certificate that issued the ${of}’s: it has to allow keyCertSign.`,
    change: ({ of }) =>
      `**On the ${of}:** have its certificate issued by a CA that may sign certificates: with keyCertSign in keyUsage.`,
  },
  'no-digital-signature': allowing('digitalSignature'),
  'no-key-encipherment': allowing('keyEncipherment'),
  'wrong-usage': {
    check: ({ of }) => `extendedKeyUsage of the ${of}’s certificate: it has to allow ${of}Auth.`,
    change: ({ of }) => `**On the ${of}:** have its certificate issued anew, with ${of}Auth in extendedKeyUsage.`,
  },
  'key-identifier': {
    check: ({ of }) => `whether the ${of}’s file holds the issuing CA with the key that has signed, or an older one.`,
    change: ({ of }) => `**On the ${of}:** put the certificate of the CA that has really issued its own into the file.`,
  },
  'weak-key': {
    check: ({ of, by }) => `how many bits the keys in the ${of}’s chain have, and how many the ${by} wants.`,
    change: ({ of, by }) =>
      `**On the ${of}:** make a new key, P-256 or RSA with 2048 bits or more, and have it certified. **On the ${by}** a lower security level would let the short key in, and every other one like it.`,
  },
  'weak-digest': {
    check: ({ of }) =>
      `with which digest the certificates in the ${of}’s chain are signed: openssl x509 -text shows it as Signature Algorithm.`,
    change: ({ of, by }) =>
      `**On the ${of}:** have the certificate issued anew, signed with SHA-256; if a CA above it is at fault, that one’s. **On the ${by}** a lower security level would let SHA-1 in, for everybody.`,
  },
  'unsupported-key': supported,
  'unsupported-signature': supported,
  'name-mismatch': {
    check: ({ of, by }) => `the name that the ${by} asks for, and subjectAltName of the ${of}’s certificate.`,
    change: ({ of, by }) =>
      `**On the ${by}:** ask for a name that stands in the certificate, if the address is at fault. Otherwise **on the ${of}:** have it issued anew with this name in subjectAltName.`,
  },
  'bad-signature': {
    check: () => 'whether the issuing CA was renewed with another key, and the file holds the right one.',
    change: ({ of, by }) =>
      `**On the ${of}:** put the certificate of the CA that has really signed its own into the file; if there is none, have it issued anew. **On the ${by}** only if its copy of the root is an old one.`,
  },
  expired: {
    check: ({ of, by }) =>
      `the dates in the ${of}’s certificate, whether a renewed one was loaded, and the ${by}’s clock.`,
    change: ({ of, by }) =>
      `**On the ${of}:** have the certificate renewed, and the program load the new one. **On the ${by}** only if its clock is wrong.`,
  },
  'not-yet-valid': {
    check: ({ of, by }) => `the ${by}’s clock and time zone, and when the ${of}’s certificate begins.`,
    change: ({ of, by }) =>
      `**On the ${by}:** set the clock, if it is slow. Otherwise **on the ${of}:** wait, or go on with the certificate from before.`,
  },
  'name-not-permitted': naming,
  'name-excluded': naming,
  'unsupported-constraint': naming,
  revoked: {
    check: ({ of, by }) =>
      `the serial number of the ${of}’s certificate in the list of revoked ones that the ${by} has.`,
    change: ({ of }) =>
      `**On the ${of}:** have a new certificate issued, with a new key if the old one may be in other hands. What was revoked stays so.`,
  },
  'no-revocation-list': {
    check: ({ by }) => `of which CAs the ${by} has lists of revoked certificates, and of which it demands one.`,
    change: ({ by }) =>
      `**On the ${by}:** give it the list of each CA in the chain of which it demands one, of the leaf’s issuer first.`,
  },
  'revocation-list-outdated': {
    check: ({ by }) => `until when the list says that it counts (nextUpdate), and the clock of the ${by}.`,
    change: ({ by }) =>
      `**On the ${by}:** fetch the CA’s new list, and see to it that this happens by itself from now on. Until then it refuses everybody.`,
  },
  'revocation-list-not-yet-valid': {
    check: ({ by }) => `from when on the list counts (thisUpdate), and the clock of the ${by}.`,
    change: ({ by }) => `**On the ${by}:** set the clock right, or use the list once it is valid.`,
  },
  'bad-revocation-list': {
    check: ({ by }) => `who signed the list that the ${by} has, and whether that CA may sign lists (cRLSign).`,
    change: ({ by }) => `**On the ${by}:** get the list again, from the very CA that issued the certificate.`,
  },
};
