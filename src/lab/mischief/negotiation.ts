// What can go wrong when the two sides negotiate: they have nothing in common, or the client nothing to show. What is wrong with a hello
// stands in hellos.ts, and what a server answers without being asked in answers.ts.

import { type AlertName, clientCertificateTypes, signatureSchemes } from '../../tls/index.ts';
import { certificateRequestExtensions, clientHelloExtensions, extension } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { byServer, type Entry, type Expectation, inBoth, whenAsked } from '../catalogue/entry.ts';
import type { Reason } from '../catalogue/reason.ts';
import type { Scenario } from '../scenario.ts';
import { answers } from './answers.ts';
import { hellos } from './hellos.ts';
import { inClientHello, replacing, reworded } from './reword.ts';

const nothingInCommon: readonly Entry[] = [
  {
    id: 'no-common-version',
    who: 'server',
    topic: 'negotiation',
    // Measured the other way round too, as no_shared_version_client13_server12, and with the same alert.
    measured: 'no_shared_version_client12_server13',
    expect: inBoth(() => byServer('no-common-version', 'protocol_version', 'ClientHello')),
    apply: (cast) => ({
      ...cast,
      server: { ...cast.server, versions: [cast.scenario.version === '1.3' ? '1.2' : '1.3'] },
    }),
  },
  {
    id: 'no-common-suite',
    who: 'client',
    topic: 'negotiation',
    measured: 'no_shared_cipher',
    expect: inBoth(() => byServer('no-common-suite', 'handshake_failure', 'ClientHello')),
    apply: (cast) => {
      const suites = cast.client.suites.filter((name) => !cast.server.suites.includes(name));
      return { ...cast, client: { ...cast.client, suites } };
    },
  },
  {
    id: 'no-common-group',
    who: 'client',
    topic: 'negotiation',
    measured: 'no_shared_group',
    expect: inBoth(
      unlessStatic(byServer('no-common-group', 'handshake_failure', 'ClientHello'), 'static-rsa-no-group'),
    ),
    apply: (cast) => {
      const groups = cast.client.groups.filter((name) => !cast.server.groups.includes(name));
      return { ...cast, client: { ...cast.client, groups, shares: groups.slice(0, 1) } };
    },
  },
  {
    id: 'no-common-scheme',
    who: 'client',
    topic: 'negotiation',
    measured: 'no_shared_sigalg_for_server_cert',
    expect: inBoth(
      unlessStatic(byServer('no-common-scheme', 'handshake_failure', 'ClientHello'), 'static-rsa-no-signature'),
    ),
    apply: (cast) => {
      const schemes = { supported_signature_algorithms: [alien(cast)] };
      const other = extension(clientHelloExtensions, 'signature_algorithms', schemes);
      return inClientHello(cast, (hello) => ({ ...hello, extensions: replacing(hello.extensions, other) }));
    },
  },
  {
    id: 'no-common-protocol',
    who: 'server',
    topic: 'negotiation',
    measured: 'alpn_mismatch',
    expect: inBoth(({ alpn }) =>
      alpn === 'none'
        ? { noticed: false, because: 'no-protocol-wanted' }
        : byServer('no-common-protocol', 'no_application_protocol', 'ClientHello'),
    ),
    apply: (cast) =>
      cast.scenario.alpn === 'none'
        ? cast
        : {
            ...cast,
            client: { ...cast.client, alpn: ['http/1.1'] },
            server: { ...cast.server, alpn: ['h2'] },
          },
  },
  {
    id: 'client-cannot-sign',
    who: 'server',
    topic: 'negotiation',
    measured: 'server_requests_sigalg_client_cannot_do',
    expect: { '1.3': nothingToShow('certificate_required'), '1.2': nothingToShow('handshake_failure') },
    apply: askingForOtherKeys,
  },
  {
    id: 'authorities-match-nothing',
    who: 'server',
    topic: 'negotiation',
    expect: { '1.3': nothingToShow('certificate_required'), '1.2': nothingToShow('handshake_failure') },
    apply: (cast) => ({ ...cast, server: { ...cast.server, anchors: [cast.pki.strangerRoot] } }),
  },
];

export const negotiation: readonly Entry[] = [...nothingInCommon, ...hellos, ...answers];

/** What comes of it with fresh keys; and why nobody minds with static RSA. */
function unlessStatic(expectation: Expectation, because: Reason): (scenario: Scenario) => Expectation {
  return ({ keyExchange }) => (keyExchange === 'static' ? { noticed: false, because } : expectation);
}

/** The client shows an empty Certificate, since it has nothing that suits. */
function nothingToShow(alert: AlertName): ReturnType<typeof whenAsked> {
  const because = 'nothing-shown';
  return whenAsked(({ clientAuthentication }) =>
    clientAuthentication === 'asked'
      ? { noticed: false, because }
      : byServer('no-client-certificate', alert, 'Certificate'),
  );
}

/** A scheme for keys of another kind than everybody’s here. */
function alien({ scenario }: Cast): number {
  return signatureSchemes.codes[scenario.keys === 'RSA' ? 'ecdsa_secp256r1_sha256' : 'rsa_pss_rsae_sha256'];
}

function askingForOtherKeys(cast: Cast): Cast {
  const { server, scenario } = cast;
  const supported_signature_algorithms = [alien(cast)];
  if (scenario.version === '1.3') {
    const other = extension(certificateRequestExtensions, 'signature_algorithms', { supported_signature_algorithms });
    const asking = reworded(server, 'CertificateRequest', '1.3', (request) => ({
      ...request,
      extensions: replacing(request.extensions, other),
    }));
    return { ...cast, server: asking };
  }
  const { rsa_sign, ecdsa_sign } = clientCertificateTypes.codes;
  const certificate_types = [scenario.keys === 'RSA' ? ecdsa_sign : rsa_sign];
  const asking = reworded(server, 'CertificateRequest', '1.2', (request) => ({
    ...request,
    certificate_types,
    supported_signature_algorithms,
  }));
  return { ...cast, server: asking };
}
