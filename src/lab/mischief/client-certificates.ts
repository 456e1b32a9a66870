// What can be wrong with the certificates that a client shows. How the wrong ones are made is in spoiled-certificates.ts.

import { byServer, type Entry, type Expectation, inBoth, whenAsked } from '../catalogue/entry.ts';
import type { PlainReason } from '../catalogue/reason.ts';
import type { Scenario } from '../scenario.ts';
import { type Flaw, inTime, isOfDates, judged, overstepped, runOut, spoiled } from './spoiled-certificates.ts';
import { signedWithSha1 } from './weak-digest.ts';
import { weakClient } from './weak-key.ts';

const KEPT_BACK = 'nothing-shown';

export const clientCertificates: readonly Entry[] = [
  {
    id: 'no-client-certificate',
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
    measured: 'client_self_signed',
  }),
  flawed('expired', {
    id: 'client-expired',
    measured: 'client_expired',
  }),
  {
    id: 'client-only-expired',
    who: 'client',
    topic: 'certificate',
    anyDay: true,
    expect: {
      '1.3': whenAsked(
        nothingShown(byServer('no-client-certificate', 'certificate_required', 'Certificate'), KEPT_BACK),
      ),
      '1.2': whenAsked(nothingShown(byServer('no-client-certificate', 'handshake_failure', 'Certificate'), KEPT_BACK)),
    },
    // Chromium on Windows doesn't offer what has expired (net/ssl/client_cert_store_win.cc); OpenSSL and Go show whatever they are given.
    apply(cast) {
      const ready = inTime(cast);
      const identities = runOut(ready.pki, cast.scenario.at);
      return { ...ready, client: { ...ready.client, identities, passesOverExpired: true } };
    },
  },
  flawed('not-yet-valid', {
    id: 'client-not-yet-valid',
    measured: 'client_not_yet_valid',
  }),
  flawed('wrong-eku', {
    id: 'client-wrong-eku',
    measured: 'client_eku_server_only',
  }),
  {
    id: 'client-wrong-name',
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
    measured: 'client_missing_intermediate',
  }),
  flawed('wrong-order', {
    id: 'client-wrong-order',
  }),
  flawed('issuer-not-ca', {
    id: 'client-issuer-not-ca',
    measured: 'client_issuer_not_ca',
  }),
  flawed('path-too-long', {
    id: 'client-path-too-long',
  }),
  flawed('bad-issuer-signature', {
    id: 'client-bad-issuer-signature',
    measured: 'client_bad_cert_signature',
  }),
  flawed('unknown-critical-extension', {
    id: 'client-unknown-critical-extension',
    measured: 'client_unknown_critical_ext',
  }),
  flawed('no-digital-signature', {
    id: 'client-no-digital-signature',
    measured: 'client_ku_no_digital_signature',
  }),
  {
    id: 'client-weak-key',
    who: 'client',
    topic: 'certificate',
    expect: inBoth(whenAsked(() => byServer('certificate-refused', 'bad_certificate', 'Certificate'))),
    apply: (cast) => ({ ...cast, client: { ...cast.client, identities: [weakClient(cast.pki)] } }),
  },
  {
    id: 'client-weak-digest',
    who: 'client',
    topic: 'certificate',
    expect: inBoth(whenAsked(() => byServer('certificate-refused', 'bad_certificate', 'Certificate'))),
    apply(cast) {
      const { identity, root } = signedWithSha1(cast.pki);
      const { client, server, pki } = cast;
      return {
        ...cast,
        client: { ...client, identities: [identity] },
        server: root === pki.clientRoot ? server : { ...server, anchors: [...server.anchors, root] },
      };
    },
  },
  flawed('not-der', {
    id: 'client-not-der',
  }),
];

/** A client that shows certificates with one flaw, whomever the server names as its authorities: OpenSSL does so too. */
function flawed(flaw: Flaw, named: Pick<Entry, 'id' | 'measured'>): Entry {
  return {
    ...named,
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
function nothingShown(
  refusal: Expectation,
  because: PlainReason = 'client-only-asked',
): (scenario: Scenario) => Expectation {
  return ({ clientAuthentication }) => (clientAuthentication === 'asked' ? { noticed: false, because } : refusal);
}
