// What can go wrong when the two sides negotiate: they have nothing in common, or the client nothing to show. What is wrong with a hello
// stands in hellos.ts, and what a server answers without being asked in answers.ts.

import { type AlertName, clientCertificateTypes, signatureSchemes } from '../../tls/index.ts';
import { certificateRequestExtensions, clientHelloExtensions, extension } from '../../tls/wire/index.ts';
import type { Cast } from '../cast.ts';
import { byServer, type Entry, type Expectation, inBoth, whenAsked } from '../catalogue/entry.ts';
import type { Scenario } from '../scenario.ts';
import { answers } from './answers.ts';
import { hellos } from './hellos.ts';
import { inClientHello, replacing, reworded } from './reword.ts';

const nothingInCommon: readonly Entry[] = [
  {
    id: 'no-common-version',
    title: 'No version in common',
    story: 'The client offers one version of TLS, and the server speaks another one only.',
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
    title: 'No cipher suite in common',
    story: 'The server takes one cipher suite only, and the client offers all but that one.',
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
    title: 'No group in common',
    story: 'The server takes one group for the key exchange only, and the client offers all but that one.',
    who: 'client',
    topic: 'negotiation',
    measured: 'no_shared_group',
    expect: inBoth(
      unlessStatic(
        byServer('no-common-group', 'handshake_failure', 'ClientHello'),
        'Nobody minds, because static RSA needs no group: the client encrypts its secret to the server’s key.',
      ),
    ),
    apply: (cast) => {
      const groups = cast.client.groups.filter((name) => !cast.server.groups.includes(name));
      return { ...cast, client: { ...cast.client, groups, shares: groups.slice(0, 1) } };
    },
  },
  {
    id: 'no-common-scheme',
    title: 'No signature scheme in common',
    story: 'The client accepts only signatures of a kind that the server’s key can’t make.',
    who: 'client',
    topic: 'negotiation',
    measured: 'no_shared_sigalg_for_server_cert',
    expect: inBoth(
      unlessStatic(
        byServer('no-common-scheme', 'handshake_failure', 'ClientHello'),
        'Nobody minds, because with static RSA the server signs nothing: it shows its key by decrypting.',
      ),
    ),
    apply: (cast) => {
      const schemes = { supported_signature_algorithms: [alien(cast)] };
      const other = extension(clientHelloExtensions, 'signature_algorithms', schemes);
      return inClientHello(cast, (hello) => ({ ...hello, extensions: replacing(hello.extensions, other) }));
    },
  },
  {
    id: 'no-common-protocol',
    title: 'No application protocol in common',
    story: 'The client wants to speak the first version of HTTP only, and the server speaks the second one only.',
    who: 'server',
    topic: 'negotiation',
    measured: 'alpn_mismatch',
    expect: inBoth(({ alpn }) =>
      alpn === 'none'
        ? { noticed: false, because: 'Nothing happens, because the client does not say what it wants to speak.' }
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
    title: 'Client can’t sign as asked',
    story: 'The server’s CertificateRequest allows only signatures that the client’s key can’t make.',
    who: 'server',
    topic: 'negotiation',
    measured: 'server_requests_sigalg_client_cannot_do',
    expect: { '1.3': nothingToShow('certificate_required'), '1.2': nothingToShow('handshake_failure') },
    apply: askingForOtherKeys,
  },
  {
    id: 'authorities-match-nothing',
    title: 'Server names other authorities',
    story: 'The server trusts one CA only, and names it, but the client has no certificate from there.',
    who: 'server',
    topic: 'negotiation',
    expect: { '1.3': nothingToShow('certificate_required'), '1.2': nothingToShow('handshake_failure') },
    apply: (cast) => ({ ...cast, server: { ...cast.server, anchors: [cast.pki.strangerRoot] } }),
  },
];

export const negotiation: readonly Entry[] = [...nothingInCommon, ...hellos, ...answers];

/** What comes of it with fresh keys; and why nobody minds with static RSA. */
function unlessStatic(expectation: Expectation, because: string): (scenario: Scenario) => Expectation {
  return ({ keyExchange }) => (keyExchange === 'static' ? { noticed: false, because } : expectation);
}

/** The client shows an empty Certificate, since it has nothing that suits. */
function nothingToShow(alert: AlertName): ReturnType<typeof whenAsked> {
  const because = 'Nobody minds, because the server only asked: the client shows nothing and stays unknown.';
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
