// What can be wrong with the certificates that a server shows. How the wrong ones are made is in spoiled-certificates.ts.

import { byClient, byServer, type Entry, inBoth } from '../catalogue/entry.ts';
import { dialectOf, reworded } from './reword.ts';
import { type Flaw, inTime, isOfDates, judged, spoiled } from './spoiled-certificates.ts';

export const serverCertificates: readonly Entry[] = [
  {
    id: 'no-server-certificate',
    title: 'No server certificate',
    story: 'The server has no certificate to show, and so no way to say who it is.',
    who: 'server',
    topic: 'certificate',
    expect: inBoth(() => byServer('no-server-certificate', 'handshake_failure', 'ClientHello')),
    apply: (cast) => ({ ...cast, server: { ...cast.server, identities: [] } }),
  },
  {
    id: 'empty-server-certificate',
    title: 'Empty server certificate',
    story: 'The server sends a Certificate with an empty list, which only a client may do.',
    who: 'server',
    topic: 'certificate',
    // RFC 9846 4.5.1.3 names the alert; RFC 5246 7.4.2 has no word for this.
    expect: inBoth(() => byClient('empty-server-certificate', 'decode_error', 'Certificate')),
    apply: (cast) => ({
      ...cast,
      server: reworded(cast.server, 'Certificate', dialectOf(cast.scenario), (body) => ({
        ...body,
        certificate_list: [],
      })),
    }),
  },
  {
    id: 'server-untrusted-ca',
    title: 'Server certificate from an untrusted CA',
    story: 'The server shows a certificate in the right name, from a CA that the client does not trust.',
    who: 'server',
    topic: 'certificate',
    measured: 'server_untrusted_ca',
    expect: inBoth(() => byClient('untrusted-issuer', 'unknown_ca', 'Certificate')),
    apply: (cast) => ({ ...cast, server: { ...cast.server, identities: [cast.pki.strangerServer] } }),
  },
  flawed('self-signed', {
    id: 'server-self-signed',
    title: 'Self-signed server certificate',
    story: 'The server has signed its certificate itself, and no CA vouches for it.',
    measured: 'server_self_signed',
  }),
  flawed('expired', {
    id: 'server-expired',
    title: 'Server certificate expired',
    story: 'The server’s certificate was valid until yesterday.',
    measured: 'server_expired',
  }),
  flawed('not-yet-valid', {
    id: 'server-not-yet-valid',
    title: 'Server certificate not yet valid',
    story: 'The server’s certificate will be valid from tomorrow on.',
    measured: 'server_not_yet_valid',
  }),
  flawed('wrong-eku', {
    id: 'server-wrong-eku',
    title: 'Server certificate made for clients',
    story: 'The server’s certificate may only be used by a client: extKeyUsage says clientAuth and nothing else.',
    measured: 'server_eku_client_only',
  }),
  flawed('wrong-name', {
    id: 'server-wrong-name',
    title: 'Server certificate in another name',
    story: 'The client asks for the host api, and the server shows a good certificate for the host www.',
    measured: 'server_hostname_mismatch',
  }),
  flawed('missing-intermediate', {
    id: 'server-missing-intermediate',
    title: 'Server leaves out the issuing CA',
    story: 'The server shows its own certificate only, without the one that leads from it to the root.',
    measured: 'server_missing_intermediate',
  }),
  flawed('wrong-order', {
    id: 'server-wrong-order',
    title: 'Server certificates in the wrong order',
    story: 'The server puts the root before the issuing CA, so that not every certificate certifies the one before it.',
  }),
  flawed('issuer-not-ca', {
    id: 'server-issuer-not-ca',
    title: 'Server certificate issued by no CA',
    story: 'Another server used its own certificate to issue this one, though it is no certification authority.',
    measured: 'server_issuer_not_ca',
  }),
  flawed('path-too-long', {
    id: 'server-path-too-long',
    title: 'One CA too many above the server',
    story:
      'A CA that may issue to servers but not to further CAs has done so, and the server’s certificate comes from there.',
  }),
  flawed('bad-issuer-signature', {
    id: 'server-bad-issuer-signature',
    title: 'Server certificate with a spoiled signature',
    story: 'One bit of the signature that the CA put on the server’s certificate is wrong.',
    measured: 'server_bad_cert_signature',
  }),
  flawed('unknown-critical-extension', {
    id: 'server-unknown-critical-extension',
    title: 'Server certificate with an unknown demand',
    story: 'The server’s certificate has an extension that nobody knows and that is marked as critical.',
    measured: 'server_unknown_critical_ext',
  }),
  {
    ...flawed('no-digital-signature', {
      id: 'server-no-digital-signature',
      title: 'Server key that may not sign handshakes',
      story:
        'The server’s certificate is for signing documents only: keyUsage has neither digitalSignature nor keyEncipherment.',
    }),
    expect: {
      '1.3': () => judged('no-digital-signature', 'client'),
      // A server of static RSA looks for a key that may decrypt (RFC 5246 7.4.2), finds none, and refuses before its client can.
      '1.2': ({ keyExchange }) =>
        keyExchange === 'static'
          ? byServer('no-common-scheme', 'handshake_failure', 'ClientHello')
          : judged('no-digital-signature', 'client'),
    },
  },
  flawed('not-der', {
    id: 'server-not-der',
    title: 'Server sends PEM for DER',
    story: 'The server sends its certificates as they stand in their files: as PEM text, not as the bytes in it.',
  }),
];

/** A server that shows certificates with one flaw. */
function flawed(flaw: Flaw, words: Pick<Entry, 'id' | 'title' | 'story' | 'measured'>): Entry {
  return {
    ...words,
    who: 'server',
    topic: 'certificate',
    expect: inBoth(() => judged(flaw, 'client')),
    ...(isOfDates(flaw) && { anyDay: true }),
    apply(cast) {
      const ready = isOfDates(flaw) ? inTime(cast) : cast;
      return {
        ...ready,
        server: { ...ready.server, identities: [spoiled(ready.pki, 'server', flaw, cast.scenario.at)] },
      };
    },
  };
}
