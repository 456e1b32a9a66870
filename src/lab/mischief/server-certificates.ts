// What can be wrong with the certificates that a server shows. How the wrong ones are made is in spoiled-certificates.ts.

import { byClient, byServer, type Entry, inBoth } from '../catalogue/entry.ts';
import { dialectOf, reworded } from './reword.ts';
import { type Flaw, inTime, isOfDates, judged, spoiled } from './spoiled-certificates.ts';

export const serverCertificates: readonly Entry[] = [
  {
    id: 'no-server-certificate',
    who: 'server',
    topic: 'certificate',
    expect: inBoth(() => byServer('no-server-certificate', 'handshake_failure', 'ClientHello')),
    apply: (cast) => ({ ...cast, server: { ...cast.server, identities: [] } }),
  },
  {
    id: 'empty-server-certificate',
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
    who: 'server',
    topic: 'certificate',
    measured: 'server_untrusted_ca',
    expect: inBoth(() => byClient('untrusted-issuer', 'unknown_ca', 'Certificate')),
    apply: (cast) => ({ ...cast, server: { ...cast.server, identities: [cast.pki.strangerServer] } }),
  },
  flawed('self-signed', {
    id: 'server-self-signed',
    measured: 'server_self_signed',
  }),
  flawed('expired', {
    id: 'server-expired',
    measured: 'server_expired',
  }),
  flawed('not-yet-valid', {
    id: 'server-not-yet-valid',
    measured: 'server_not_yet_valid',
  }),
  flawed('wrong-eku', {
    id: 'server-wrong-eku',
    measured: 'server_eku_client_only',
  }),
  flawed('wrong-name', {
    id: 'server-wrong-name',
    measured: 'server_hostname_mismatch',
  }),
  flawed('missing-intermediate', {
    id: 'server-missing-intermediate',
    measured: 'server_missing_intermediate',
  }),
  flawed('wrong-order', {
    id: 'server-wrong-order',
  }),
  flawed('issuer-not-ca', {
    id: 'server-issuer-not-ca',
    measured: 'server_issuer_not_ca',
  }),
  flawed('path-too-long', {
    id: 'server-path-too-long',
  }),
  flawed('bad-issuer-signature', {
    id: 'server-bad-issuer-signature',
    measured: 'server_bad_cert_signature',
  }),
  flawed('unknown-critical-extension', {
    id: 'server-unknown-critical-extension',
    measured: 'server_unknown_critical_ext',
  }),
  {
    ...flawed('no-digital-signature', {
      id: 'server-no-digital-signature',
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
  }),
];

/** A server that shows certificates with one flaw. */
function flawed(flaw: Flaw, named: Pick<Entry, 'id' | 'measured'>): Entry {
  return {
    ...named,
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
