// What Envoy is told, in the TLS contexts of a listener and of a cluster. Data only.

import type { Program, Setting, Values } from './setting.ts';

const source = 'https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/transport_sockets/tls/v3/';
const within =
  (kind: 'Downstream' | 'Upstream', page: 'common' | 'tls') =>
  (lines: (values: Values) => string): Setting => ({
    lines: (values) => `"@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.${kind}TlsContext
${lines(values)}`,
    source: `${source}${page}.proto`,
  });
const common = {
  show: ({ certificate, key }: Values) => `common_tls_context:
  tls_certificates:
  - certificate_chain: { filename: ${certificate} }
    private_key: { filename: ${key} }`,
  trust: ({ trusts }: Values) => `common_tls_context:
  validation_context:
    trusted_ca: { filename: ${trusts} }`,
  depth: ({ trusts, depth }: Values) => `common_tls_context:
  validation_context:
    trusted_ca: { filename: ${trusts} }
    max_verify_depth: ${depth + 1}`,
  lists: ({ trusts, list }: Values) => `common_tls_context:
  validation_context:
    trusted_ca: { filename: ${trusts} }
    crl: { filename: ${list} }
    only_verify_leaf_cert_crl: true`,
  versions: () => `common_tls_context:
  tls_params: { tls_minimum_protocol_version: TLSv1_2, tls_maximum_protocol_version: TLSv1_3 }`,
  schemes: () => `common_tls_context:
  tls_params: { signature_algorithms: [ecdsa_secp256r1_sha256, rsa_pss_rsae_sha256, ed25519] }`,
};

const [down, downTls] = [within('Downstream', 'common'), within('Downstream', 'tls')];
const [up, upTls] = [within('Upstream', 'common'), within('Upstream', 'tls')];
const demanding = (how: boolean) => (values: Values) => `require_client_certificate: ${how}\n${common.trust(values)}`;

export const envoy: Program = {
  title: 'Envoy',
  server: {
    show: down(common.show),
    trust: downTls(demanding(true)),
    demand: downTls(demanding(true)),
    ask: downTls(demanding(false)),
    depth: down(common.depth),
    lists: down(common.lists),
    versions: down(common.versions),
    schemes: down(common.schemes),
  },
  client: {
    show: up(common.show),
    trust: up(common.trust),
    depth: up(common.depth),
    lists: up(common.lists),
    name: upTls(
      ({ name, trusts }) => `sni: ${name}
common_tls_context:
  validation_context:
    trusted_ca: { filename: ${trusts} }
    match_typed_subject_alt_names:
    - { san_type: DNS, matcher: { exact: ${name} } }`,
    ),
    versions: up(common.versions),
    schemes: up(common.schemes),
  },
};
