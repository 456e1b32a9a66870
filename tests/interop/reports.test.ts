// What OpenSSL refuses: our engine is the offender, or somebody tampers with its bytes, and it must report the alert that
// comes back as received. TLS 1.3 alerts come in the clear or protected, as the table says.

import type { ConnectionOptions, TlsOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientConfig, ServerConfig } from '../../src/tls/index.ts';
import { openSslAlert } from './alerts.ts';
import { pem, pemOf, pkiOf } from './credentials.ts';
import { closeAll, nodeClient, nodeServer, type OurEnd, ourClient, ourServer, type Passing, relay } from './ends.ts';
import { flipped, lyingIn } from './tampering.ts';

afterEach(closeAll);

const pki = pkiOf('P-256');
const insisting = { ca: pem(pki.clientRoot), requestCert: true, rejectUnauthorized: true };
const showing = { identities: [pki.client] };

interface ClientCase {
  readonly ours?: Partial<ClientConfig>;
  readonly node?: TlsOptions;
  readonly tamper?: (passing: Passing) => readonly Buffer[];
}

const clientCases: Readonly<Record<string, ClientCase>> = {
  client_no_cert: { node: insisting },
  server_requests_sigalg_client_cannot_do: {
    ours: { ...showing, anchors: [pkiOf('RSA').serverRoot] },
    node: { ...insisting, ...pemOf(pkiOf('RSA').server), sigalgs: 'rsa_pss_rsae_sha256' },
  },
  flip_cv_client: { ours: { ...showing, ...lyingIn('CertificateVerify') }, node: insisting },
  flip_fin_client_keyed: { ours: lyingIn('Finished') },
  flip_fin_client_ct: { tamper: flipped('client', 0) },
  flip_app_client: { tamper: flipped('client', 1) },
  no_shared_cipher: { ours: { suites: ['TLS_AES_128_GCM_SHA256'] }, node: { ciphers: 'TLS_AES_256_GCM_SHA384' } },
  no_shared_group: { ours: { groups: ['x25519'] }, node: { ecdhCurve: 'P-256' } },
  no_shared_sigalg_for_server_cert: { ours: { schemes: ['rsa_pss_rsae_sha256'] } },
  alpn_mismatch: { ours: { alpn: ['h2'] }, node: { ALPNProtocols: ['http/1.1'] } },
  no_shared_version_client13_server12: { node: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } },
};

describe('OpenSSL’s server refuses our client', () => {
  it.each(Object.entries(clientCases))('%s', async (scenario, { ours, node, tamper }) => {
    const server = await nodeServer({ ...pemOf(pki.server), ...node });
    const end = ourClient(tamper ? await relay(server.port, tamper) : server.port, ours);
    end
      .first('connected')
      .then(() => end.connection.send(new Uint8Array(4)))
      .catch(() => undefined);
    await received(end, openSslAlert(scenario, 'server'));
  });
});

interface ServerCase {
  readonly ours?: Partial<ServerConfig>;
  readonly node?: ConnectionOptions;
  readonly tamper?: (passing: Passing) => readonly Buffer[];
}

const serverCases: Readonly<Record<string, ServerCase>> = {
  flip_cv_server: { ours: lyingIn('CertificateVerify') },
  flip_fin_server_keyed: { ours: lyingIn('Finished') },
  // Our server's flight: EncryptedExtensions, Certificate, CertificateVerify, Finished; then data.
  flip_fin_server_ct: { tamper: flipped('server', 3) },
  flip_app_server: { tamper: flipped('server', 4) },
  flip_ch_random: { tamper: flipped('client', 0, { type: 22, at: 5 + 6 }) },
};

describe('OpenSSL’s client refuses our server', () => {
  it.each(Object.entries(serverCases))('%s', async (scenario, { ours, node, tamper }) => {
    const { port, end } = await ourServer(ours);
    nodeClient(tamper ? await relay(port, tamper) : port, node);
    end
      .first('connected')
      .then(() => end.connection.send(new Uint8Array(4)))
      .catch(() => undefined);
    await received(end, openSslAlert(scenario, 'client'));
  });
});

/** Our end reports the alert as received, under the protection in which it came, and sends none itself. */
async function received(end: OurEnd, { number, name, encrypted }: ReturnType<typeof openSslAlert>): Promise<void> {
  const alert = await end.first('alert');
  expect(alert).toMatchObject({ direction: 'received', level: 'fatal', code: number, description: name });
  expect(alert.epoch !== 'cleartext').toBe(encrypted);
  expect((await end.first('closed')).how).toBe('alert');
  expect(end.all('fault')).toEqual([]);
}
