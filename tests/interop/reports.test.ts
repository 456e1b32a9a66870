// What OpenSSL refuses: our engine is the offender, or somebody tampers with its bytes, and it must report the alert that
// comes back as received. Alerts come in the clear or protected, as the table says. (What Node doesn't look at, certificates,
// is in verdicts.test.ts.)

import type { ConnectionOptions, TlsOptions } from 'node:tls';
import { afterEach, describe, it } from 'vitest';
import type { ClientConfig, ServerConfig, Version } from '../../src/tls/index.ts';
import { openSslAlert, reported } from './alerts.ts';
import { pem, pemOf, pkiOf } from './credentials.ts';
import { closeAll, nodeClient, nodeServer, type OurEnd, ourClient, ourServer, relay, type Tamper } from './ends.ts';
import { only, unlikeSuites, versions } from './matrix.ts';
import { flipped, lyingIn, places, randomFlipped, withoutChange, withoutVersions } from './tampering.ts';

afterEach(closeAll);

const pki = pkiOf('P-256');
const insisting = { ca: pem(pki.clientRoot), requestCert: true, rejectUnauthorized: true };
const showing = { identities: [pki.client] };

interface Case<Ours, Node> {
  readonly ours?: Partial<Ours>;
  readonly node?: Node;
  readonly tamper?: Tamper;
}
type ClientCase = Case<ClientConfig, TlsOptions>;

const clientCases = (version: Version): Readonly<Record<string, ClientCase>> => ({
  client_no_cert: { node: insisting },
  server_requests_sigalg_client_cannot_do: {
    ours: { ...showing, anchors: [pkiOf('RSA').serverRoot] },
    node: { ...insisting, ...pemOf(pkiOf('RSA').server), sigalgs: 'rsa_pss_rsae_sha256' },
  },
  client_key_mismatch: { ours: { identities: [{ ...pki.client, key: pki.server.key }] }, node: insisting },
  flip_cv_client: { ours: { ...showing, ...lyingIn('CertificateVerify') }, node: insisting },
  flip_fin_client_keyed: { ours: lyingIn('Finished') },
  flip_fin_client_ct: { tamper: flipped(places[version].clientFinished) },
  flip_app_client: { tamper: flipped(places[version].clientData) },
  no_shared_cipher: unlikeSuites[version],
  no_shared_group: { ours: { groups: ['x25519'] }, node: { ecdhCurve: 'P-256' } },
  no_shared_sigalg_for_server_cert: { ours: { schemes: ['rsa_pss_rsae_sha256'] } },
  alpn_mismatch: { ours: { alpn: ['h2'] }, node: { ALPNProtocols: ['http/1.1'] } },
});

describe.each(versions)('OpenSSL’s server refuses our client, TLS %s', (version) => {
  it.each(Object.entries(clientCases(version)))('%s', async (scenario, { ours, node, tamper }) => {
    const server = await nodeServer({ ...only(version), ...pemOf(pki.server), ...node });
    const end = ourClient(tamper ? await relay(server.port, tamper) : server.port, { versions: [version], ...ours });
    sendsWhenConnected(end);
    await reported(end, openSslAlert(scenario, 'server', version));
  });
});

type ServerCase = Case<ServerConfig, ConnectionOptions>;

const serverCases = (version: Version): Readonly<Record<string, ServerCase>> => ({
  server_key_mismatch: { ours: { identities: [{ ...pki.server, key: pki.client.key }] } },
  ...(version === '1.3'
    ? { flip_cv_server: { ours: lyingIn('CertificateVerify') } }
    : { flip_ske_sig: { ours: lyingIn('ServerKeyExchange') } }),
  flip_fin_server_keyed: { ours: lyingIn('Finished') },
  flip_fin_server_ct: { tamper: flipped(places[version].serverFinished) },
  flip_app_server: { tamper: flipped(places[version].serverData), ours: { tickets: 2 } },
  flip_ch_random: { tamper: randomFlipped },
});

describe.each(versions)('OpenSSL’s client refuses our server, TLS %s', (version) => {
  it.each(Object.entries(serverCases(version)))('%s', async (scenario, { ours, node, tamper }) => {
    const { port, end } = await ourServer({ versions: [version], ...ours });
    nodeClient(tamper ? await relay(port, tamper) : port, { ...only(version), ...node });
    sendsWhenConnected(end);
    await reported(end, openSslAlert(scenario, 'client', version));
  });
});

it('OpenSSL’s client sees that somebody took TLS 1.3 out of its offer: downgrade_strip_supported_versions', async () => {
  const { port, end } = await ourServer({ versions });
  nodeClient(await relay(port, withoutVersions), { minVersion: 'TLSv1.2' });
  await reported(end, openSslAlert('downgrade_strip_supported_versions', 'client', '1.3'));
});

// RFC 5246 7.4.9: it is a fatal error if a Finished is not preceded by a ChangeCipherSpec.
describe('OpenSSL misses our ChangeCipherSpec of TLS 1.2', () => {
  const unexpected = { number: 10, name: 'unexpected_message' };

  it('as a server', async () => {
    const server = await nodeServer({ ...only('1.2'), ...pemOf(pki.server) });
    const end = ourClient(await relay(server.port, withoutChange('client')), { versions: ['1.2'] });
    await reported(end, { ...unexpected, encrypted: false });
  });

  it('as a client', async () => {
    const { port, end } = await ourServer({ versions: ['1.2'] });
    nodeClient(await relay(port, withoutChange('server')), only('1.2'));
    await reported(end, { ...unexpected, encrypted: true });
  });
});

describe.each(versions)('OpenSSL notices that our key is not the certificate’s, TLS %s', (version) => {
  const decrypt = { number: 51, name: 'decrypt_error' };

  it('as a server', async () => {
    const server = await nodeServer({ ...only(version), ...pemOf(pki.server), ...insisting });
    const identities = [{ chain: pki.client.chain, key: pki.server.key }];
    const end = ourClient(server.port, { versions: [version], identities });
    await reported(end, { ...decrypt, encrypted: version === '1.3' });
  });

  it('as a client', async () => {
    const identities = [{ chain: pki.server.chain, key: pki.client.key }];
    const { port, end } = await ourServer({ versions: [version], identities });
    nodeClient(port, only(version));
    await reported(end, { ...decrypt, encrypted: false });
  });
});

function sendsWhenConnected(end: OurEnd): void {
  end
    .first('connected')
    .then(() => end.connection.send(new Uint8Array(4)))
    .catch(() => undefined);
}
