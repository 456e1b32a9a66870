// What can be wrong with the certificates that a side shows. English; one place, ready for other languages.

import type { EntryWords } from './entry-words.ts';

export const certificateEntries = {
  'untrusted-ca': {
    title: 'Untrusted CA',
    story: 'The client shows a certificate from a CA that the server does not trust.',
  },
  'no-client-certificate': {
    title: 'No client certificate',
    story: 'The client has no certificate to show.',
  },
  'client-self-signed': {
    title: 'Self-signed client certificate',
    story: 'The client has signed its certificate itself, and no CA vouches for it.',
  },
  'client-expired': {
    title: 'Client certificate expired',
    story: 'The client’s certificate was valid until yesterday.',
  },
  'client-only-expired': {
    title: 'Client has only expired certificates, and shows none',
    story: 'Both certificates that the client could show have expired, and this client keeps back what has.',
  },
  'client-not-yet-valid': {
    title: 'Client certificate not yet valid',
    story: 'The client’s certificate will be valid from tomorrow on.',
  },
  'client-wrong-eku': {
    title: 'Client certificate made for servers',
    story: 'The client’s certificate may only be used by a server: extKeyUsage says serverAuth and nothing else.',
  },
  'client-wrong-name': {
    title: 'Client certificate in a name not permitted',
    story:
      'The server trusts a CA for names of one partner only, and that CA has issued a certificate in another name.',
  },
  'client-missing-intermediate': {
    title: 'Client leaves out the issuing CA',
    story: 'The client shows its own certificate only, without the one that leads from it to the root.',
  },
  'client-wrong-order': {
    title: 'Client certificates in the wrong order',
    story: 'The client puts the root before the issuing CA, so that not every certificate certifies the one before it.',
  },
  'client-issuer-not-ca': {
    title: 'Client certificate issued by no CA',
    story: 'Another client used its own certificate to issue this one, though it is no certification authority.',
  },
  'client-path-too-long': {
    title: 'One CA too many above the client',
    story:
      'A CA that may issue to clients but not to further CAs has done so, and the client’s certificate comes from there.',
  },
  'client-bad-issuer-signature': {
    title: 'Client certificate with a spoiled signature',
    story: 'One bit of the signature that the CA put on the client’s certificate is wrong.',
  },
  'client-unknown-critical-extension': {
    title: 'Client certificate with an unknown demand',
    story: 'The client’s certificate has an extension that nobody knows and that is marked as critical.',
  },
  'client-no-digital-signature': {
    title: 'Client key that may not sign handshakes',
    story: 'The client picked its certificate for signing documents: keyUsage has no digitalSignature.',
  },
  'verify-depth-exceeded': {
    title: 'Server allows no CA in between',
    story: 'The server was told how long a chain may be, and the client’s has one CA more between itself and the root.',
  },
  'intermediate-as-anchor': {
    title: 'Server trusts an issuing CA, and wants a root',
    story:
      'The server was given the issuing CA instead of the root, and takes only what is signed by itself for an end.',
  },
  'client-issuer-may-not-sign': {
    title: 'CA above the client may not sign certificates',
    story: 'The certificate of the CA that issued the client’s says that its key is for lists of revoked ones only.',
  },
  'server-clock-behind': {
    title: 'Server’s clock is a day behind',
    story: 'The client’s certificate was issued an hour ago, and by the server’s clock that is still to come.',
  },
  'client-revoked': {
    title: 'Client certificate revoked',
    story: 'The CA has put the client’s certificate on its list of revoked ones, and the server has that list.',
  },
  'revocation-list-outdated': {
    title: 'List of revoked certificates out of date',
    story:
      'The server demands a list of revoked certificates, and the one that it has should have been replaced yesterday.',
  },
  'revocation-list-missing': {
    title: 'List of revoked certificates missing',
    story: 'The server demands a list of revoked certificates of the client’s CA, and has none.',
  },
  'client-weak-key': {
    title: 'Client key too short',
    story:
      'The client’s certificate is in order, but for an RSA key of 1024 bits, which is less than the server takes.',
  },
  'client-weak-digest': {
    title: 'Client certificate signed with SHA-1',
    story:
      'The client’s certificate is in order, but for the digest that its CA signed: SHA-1, which the server no longer takes.',
  },
  'client-not-der': {
    title: 'Client sends PEM for DER',
    story: 'The client sends its certificates as they stand in their files: as PEM text, not as the bytes in it.',
  },
  'no-server-certificate': {
    title: 'No server certificate',
    story: 'The server has no certificate to show, and so no way to say who it is.',
  },
  'empty-server-certificate': {
    title: 'Empty server certificate',
    story: 'The server sends a Certificate with an empty list, which only a client may do.',
  },
  'server-untrusted-ca': {
    title: 'Server certificate from an untrusted CA',
    story: 'The server shows a certificate in the right name, from a CA that the client does not trust.',
  },
  'server-self-signed': {
    title: 'Self-signed server certificate',
    story: 'The server has signed its certificate itself, and no CA vouches for it.',
  },
  'server-expired': {
    title: 'Server certificate expired',
    story: 'The server’s certificate was valid until yesterday.',
  },
  'server-not-yet-valid': {
    title: 'Server certificate not yet valid',
    story: 'The server’s certificate will be valid from tomorrow on.',
  },
  'server-wrong-eku': {
    title: 'Server certificate made for clients',
    story: 'The server’s certificate may only be used by a client: extKeyUsage says clientAuth and nothing else.',
  },
  'server-wrong-name': {
    title: 'Server certificate in another name',
    story: 'The client asks for the host api, and the server shows a good certificate for the host www.',
  },
  'server-missing-intermediate': {
    title: 'Server leaves out the issuing CA',
    story: 'The server shows its own certificate only, without the one that leads from it to the root.',
  },
  'server-wrong-order': {
    title: 'Server certificates in the wrong order',
    story: 'The server puts the root before the issuing CA, so that not every certificate certifies the one before it.',
  },
  'server-issuer-not-ca': {
    title: 'Server certificate issued by no CA',
    story: 'Another server used its own certificate to issue this one, though it is no certification authority.',
  },
  'server-path-too-long': {
    title: 'One CA too many above the server',
    story:
      'A CA that may issue to servers but not to further CAs has done so, and the server’s certificate comes from there.',
  },
  'server-bad-issuer-signature': {
    title: 'Server certificate with a spoiled signature',
    story: 'One bit of the signature that the CA put on the server’s certificate is wrong.',
  },
  'server-unknown-critical-extension': {
    title: 'Server certificate with an unknown demand',
    story: 'The server’s certificate has an extension that nobody knows and that is marked as critical.',
  },
  'server-no-digital-signature': {
    title: 'Server key that may not sign handshakes',
    story:
      'The server’s certificate is for signing documents only: keyUsage has neither digitalSignature nor keyEncipherment.',
  },
  'server-not-der': {
    title: 'Server sends PEM for DER',
    story: 'The server sends its certificates as they stand in their files: as PEM text, not as the bytes in it.',
  },
} as const satisfies Readonly<Record<string, EntryWords>>;
