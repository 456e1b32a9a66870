// What can be wrong with the certificates that a client shows. How the wrong ones are made is in spoiled-certificates.ts.

import { byServer, type Entry, type Expectation, inBoth, whenAsked } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';
import { type Flaw, inTime, isOfDates, judged, overstepped, spoiled } from './spoiled-certificates.ts';

export const clientCertificates: readonly Entry[] = [
  {
    id: 'no-client-certificate',
    title: 'No client certificate',
    story: 'The client has no certificate to show.',
    who: 'client',
    topic: 'certificate',
    measured: 'client_no_cert',
    expect: {
      '1.3': whenAsked(nothingShown(byServer('no-client-certificate', 'certificate_required', 'Certificate'))),
      '1.2': whenAsked(nothingShown(byServer('no-client-certificate', 'handshake_failure', 'Certificate'))),
    },
    apply: (cast) => ({ ...cast, client: { ...cast.client, identities: [] } }),
  },
  flawed('self-signed', {
    id: 'client-self-signed',
    title: 'Self-signed client certificate',
    story: 'The client has signed its certificate itself, and no CA vouches for it.',
    measured: 'client_self_signed',
  }),
  flawed('expired', {
    id: 'client-expired',
    title: 'Client certificate expired',
    story: 'The client’s certificate was valid until yesterday.',
    measured: 'client_expired',
  }),
  flawed('not-yet-valid', {
    id: 'client-not-yet-valid',
    title: 'Client certificate not yet valid',
    story: 'The client’s certificate will be valid from tomorrow on.',
    measured: 'client_not_yet_valid',
  }),
  flawed('wrong-eku', {
    id: 'client-wrong-eku',
    title: 'Client certificate made for servers',
    story: 'The client’s certificate may only be used by a server: extKeyUsage says serverAuth and nothing else.',
    measured: 'client_eku_server_only',
  }),
  {
    id: 'client-wrong-name',
    title: 'Client certificate in a name not permitted',
    story:
      'The server trusts a CA for names of one partner only, and that CA has issued a certificate in another name.',
    who: 'client',
    topic: 'certificate',
    expect: inBoth(whenAsked(() => byServer('certificate-unknown', 'certificate_unknown', 'Certificate'))),
    // Nobody expects a client under a certain name, so only its CA's name constraints can make one wrong (RFC 5280 4.2.1.10).
    apply: (cast) => {
      const { authority, identity } = overstepped(cast.pki);
      return {
        ...cast,
        client: { ...cast.client, identities: [identity] },
        server: { ...cast.server, anchors: [...cast.server.anchors, authority] },
      };
    },
  },
  flawed('missing-intermediate', {
    id: 'client-missing-intermediate',
    title: 'Client leaves out the issuing CA',
    story: 'The client shows its own certificate only, without the one that leads from it to the root.',
    measured: 'client_missing_intermediate',
  }),
  flawed('wrong-order', {
    id: 'client-wrong-order',
    title: 'Client certificates in the wrong order',
    story: 'The client puts the root before the issuing CA, so that not every certificate certifies the one before it.',
  }),
  flawed('issuer-not-ca', {
    id: 'client-issuer-not-ca',
    title: 'Client certificate issued by no CA',
    story: 'Another client used its own certificate to issue this one, though it is no certification authority.',
    measured: 'client_issuer_not_ca',
  }),
  flawed('path-too-long', {
    id: 'client-path-too-long',
    title: 'One CA too many above the client',
    story:
      'A CA that may issue to clients but not to further CAs has done so, and the client’s certificate comes from there.',
  }),
  flawed('bad-issuer-signature', {
    id: 'client-bad-issuer-signature',
    title: 'Client certificate with a spoiled signature',
    story: 'One bit of the signature that the CA put on the client’s certificate is wrong.',
    measured: 'client_bad_cert_signature',
  }),
  flawed('unknown-critical-extension', {
    id: 'client-unknown-critical-extension',
    title: 'Client certificate with an unknown demand',
    story: 'The client’s certificate has an extension that nobody knows and that is marked as critical.',
    measured: 'client_unknown_critical_ext',
  }),
  flawed('no-digital-signature', {
    id: 'client-no-digital-signature',
    title: 'Client key that may not sign handshakes',
    story: 'The client picked its certificate for signing documents: keyUsage has no digitalSignature.',
    measured: 'client_ku_no_digital_signature',
  }),
  flawed('not-der', {
    id: 'client-not-der',
    title: 'Client sends PEM for DER',
    story: 'The client sends its certificates as they stand in their files: as PEM text, not as the bytes in it.',
  }),
];

/** A client that shows certificates with one flaw, whomever the server names as its authorities: OpenSSL does so too. */
function flawed(flaw: Flaw, words: Pick<Entry, 'id' | 'title' | 'story' | 'measured'>): Entry {
  return {
    ...words,
    who: 'client',
    topic: 'certificate',
    expect: inBoth(whenAsked(() => judged(flaw, 'server'))),
    ...(isOfDates(flaw) && { anyDay: true }),
    apply(cast) {
      const ready = isOfDates(flaw) ? inTime(cast) : cast;
      const identities = [spoiled(ready.pki, 'client', flaw, cast.scenario.at)];
      return { ...ready, client: { ...ready.client, identities, heedAuthorities: false } };
    },
  };
}

/** What comes of an empty Certificate. */
function nothingShown(refusal: Expectation): (scenario: Scenario) => Expectation {
  const because = 'Nobody minds, because the server only asked: the client stays unknown.';
  return ({ clientAuthentication }) => (clientAuthentication === 'asked' ? { noticed: false, because } : refusal);
}
