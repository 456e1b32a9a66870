// What certificates, keys and those who issue them are, in two sentences each. English; one place, ready for other languages.

import type { Term } from './term.ts';

export const certificates: readonly Term[] = [
  {
    name: 'CA',
    forms: ['CA', 'CAs', 'certificate authority', 'certificate authorities'],
    text: 'A certificate authority: somebody who issues certificates and signs each with their own key. Whoever trusts a CA takes its word for who holds which key.',
  },
  {
    name: 'certificate',
    text: 'A signed statement that a public key belongs to a name, for a time and for a purpose. It is no secret and proves nothing by itself: everybody may have a copy.',
  },
  {
    name: 'chain',
    text: 'A certificate followed by that of the CA which issued it, and so on. It has to lead to somebody whom the other side trusts already.',
  },
  {
    name: 'common name',
    text: 'The part of a certificate’s subject that was once used for the name of a host. Programs look for host names in subjectAltName today.',
  },
  {
    name: 'CRL',
    text: 'A list of certificates that a CA has withdrawn before their time was over, signed by that CA. Whoever doesn’t fetch it never learns of it.',
  },
  {
    name: 'DER',
    text: 'The binary form of a certificate or a key, in which each value can be written in one way only. PEM is the same bytes as text.',
  },
  {
    name: 'ECDSA',
    text: 'A way to sign with a key on an elliptic curve, such as P-256. Its keys and signatures are much shorter than those of RSA.',
  },
  {
    name: 'EKU',
    forms: ['EKU', 'extendedKeyUsage', 'extended key usage'],
    text: 'Extended key usage: what a certificate’s key may be used for, such as serverAuth or clientAuth. A certificate for servers does not make its owner a client.',
  },
  {
    name: 'fingerprint',
    text: 'The hash of a whole certificate. Two that have the same fingerprint are the same, byte for byte.',
  },
  {
    name: 'intermediate',
    forms: ['intermediate', 'intermediates', 'issuing CA', 'issuing CAs', 'intermediate CA', 'intermediate CAs'],
    text: 'A CA whose certificate was issued by another CA, and not by itself. Whoever shows a chain has to send those of its intermediates along.',
  },
  {
    name: 'issuer',
    text: 'The CA that has signed a certificate. Its name stands in it, and its key is what the signature is checked with.',
  },
  {
    name: 'key usage',
    forms: ['key usage', 'keyUsage', 'key usages'],
    text: 'An entry in a certificate that says what its key may do, such as sign a handshake or sign certificates. Verifiers refuse a key that does something else.',
  },
  {
    name: 'leaf',
    forms: ['leaf', 'leaves', 'leaf certificate', 'leaf certificates'],
    text: 'The certificate at the beginning of a chain: that of the server or the client itself. It can’t issue others.',
  },
  {
    name: 'PEM',
    text: 'The text form of a certificate or a key: its bytes in Base64 between two lines that begin with dashes. One file can hold several, one after the other.',
  },
  {
    name: 'possession',
    forms: ['possession', 'proof of possession'],
    text: 'Holding the private key that belongs to a certificate. It is proved by signing something new with it, never by showing the key.',
  },
  {
    name: 'private key',
    text: 'The secret half of a pair of keys, which never leaves its owner. Only it can make signatures that the public key fits.',
  },
  {
    name: 'public key',
    text: 'The half of a pair of keys that everybody may know; it stands in the certificate. Signatures of the private key are checked with it.',
  },
  {
    name: 'revocation',
    text: 'Withdrawing a certificate before its time is over, for instance because its key was stolen. Whoever verifies has to ask, by CRL or OCSP: the certificate itself doesn’t change.',
  },
  {
    name: 'root',
    forms: ['root', 'roots', 'root certificate', 'root certificates'],
    text: 'A CA whose certificate is signed by itself. It counts only for those who have put it on their list beforehand.',
  },
  {
    name: 'RSA',
    text: 'A kind of key, and a way to sign or to encrypt with it, older than elliptic curves. It is safe with 2,048 bits and more.',
  },
  {
    name: 'serial number',
    text: 'The number that a CA gives to each certificate that it issues. Lists of withdrawn certificates call them by it.',
  },
  {
    name: 'signature',
    text: 'Bytes that only the holder of a private key can make for certain data, and that everybody can check with the public key. If one bit of the data changes, it no longer fits.',
  },
  {
    name: 'trust anchor',
    text: 'Somebody whom a side trusts without further proof, usually a root from its CA file. Every chain that is accepted ends at one.',
  },
];
