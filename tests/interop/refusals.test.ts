// What we refuse: our engine notices, and OpenSSL at the other end must receive the alert that OpenSSL itself would send.

import type { ConnectionOptions, TlsOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientConfig, ServerConfig } from '../../src/tls/index.ts';
import { openSslAlert } from './alerts.ts';
import { type Defect, faulty, pemOf, pkiOf } from './credentials.ts';
import { closeAll, nodeClient, nodeServer, type OurEnd, ourClient, ourServer, type Passing, relay } from './ends.ts';
import { flipped, withoutVersions } from './tampering.ts';

afterEach(closeAll);

const pki = pkiOf('P-256');
const rsa = pkiOf('RSA');

const certificateDefects: readonly (readonly [scenario: string, defect: Defect])[] = [
  ['untrusted_ca', 'untrusted_ca'],
  ['self_signed', 'self_signed'],
  ['expired', 'expired'],
  ['not_yet_valid', 'not_yet_valid'],
  ['missing_intermediate', 'missing_intermediate'],
  ['bad_cert_signature', 'bad_cert_signature'],
  ['unknown_critical_ext', 'unknown_critical_ext'],
  ['issuer_not_ca', 'issuer_not_ca'],
];

interface ServerCase {
  readonly ours?: Partial<ServerConfig>;
  readonly node?: ConnectionOptions;
  readonly tamper?: (passing: Passing) => readonly Buffer[];
  readonly version?: string;
}

const required = { clientAuthentication: 'required' } as const;
const shows = (defect: Defect): ServerCase => ({ ours: required, node: pemOf(faulty('client', defect)) });

const serverCases: Readonly<Record<string, ServerCase>> = {
  ...Object.fromEntries(certificateDefects.map(([scenario, defect]) => [`client_${scenario}`, shows(defect)])),
  client_eku_server_only: shows('wrong_eku'),
  client_no_cert: { ours: required },
  server_requests_sigalg_client_cannot_do: {
    ours: { ...required, identities: [rsa.server], schemes: ['rsa_pss_rsae_sha256'] },
    node: pemOf(pki.client),
  },
  no_shared_cipher: { ours: { suites: ['TLS_AES_128_GCM_SHA256'] }, node: { ciphers: 'TLS_AES_256_GCM_SHA384' } },
  no_shared_group: { ours: { groups: ['x25519'] }, node: { ecdhCurve: 'P-256' } },
  no_shared_sigalg_for_server_cert: { node: { sigalgs: 'rsa_pss_rsae_sha256' } },
  alpn_mismatch: { ours: { alpn: ['h2'] }, node: { ALPNProtocols: ['http/1.1'] } },
  no_shared_version_client12_server13: { node: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' }, version: '1.2' },
  // Without client authentication the client's first protected record is its Finished, its second its first data.
  flip_fin_client_ct: { tamper: flipped('client', 0) },
  flip_app_client: { tamper: flipped('client', 1) },
};

describe('our server refuses OpenSSL’s client', () => {
  it.each(Object.entries(serverCases))('%s', async (scenario, { ours, node, tamper, version }) => {
    const expected = openSslAlert(scenario, 'server', version);
    const { port, end } = await ourServer(ours);
    const client = nodeClient(tamper ? await relay(port, tamper) : port, node);
    client.connected.then((socket) => socket.write('data')).catch(() => undefined);
    expect(await client.failed).toBe(expected.shown);
    await sent(end, expected.number);
  });
});

interface ClientCase {
  readonly ours?: Partial<ClientConfig>;
  readonly node?: TlsOptions;
  readonly tamper?: (passing: Passing) => readonly Buffer[];
}

const presents = (defect: Defect): ClientCase => ({ node: pemOf(faulty('server', defect)) });

const clientCases: Readonly<Record<string, ClientCase>> = {
  ...Object.fromEntries(certificateDefects.map(([scenario, defect]) => [`server_${scenario}`, presents(defect)])),
  server_eku_client_only: presents('wrong_eku'),
  server_hostname_mismatch: { ours: { serverName: 'www.example' } },
  // OpenSSL's server flight: EncryptedExtensions, Certificate, CertificateVerify, Finished, then two tickets, then data.
  flip_fin_server_ct: { tamper: flipped('server', 3) },
  flip_app_server: { tamper: flipped('server', 6) },
};

describe('our client refuses OpenSSL’s server', () => {
  it.each(Object.entries(clientCases))('%s', async (scenario, { ours, node, tamper }) => {
    const expected = openSslAlert(scenario, 'client');
    const server = await nodeServer({ ...pemOf(pki.server), ...node });
    server.connected.then((socket) => socket.write('data')).catch(() => undefined);
    const end = ourClient(tamper ? await relay(server.port, tamper) : server.port, ours);
    expect(await server.failed).toBe(expected.shown);
    await sent(end, expected.number);
  });
});

// RFC 9846 6: once there are keys, alerts are protected. OpenSSL's client sends this one in the clear; ours can't be read by a
// server that saw another ClientHello and so has other keys.
it('our client refuses, under its own keys, a server that saw another ClientHello: flip_ch_random', async () => {
  const server = await nodeServer(pemOf(pki.server));
  const end = ourClient(await relay(server.port, flipped('client', 0, { type: 22, at: 5 + 6 })));
  expect(await server.failed).toBe('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC');
  await sent(end, openSslAlert('flip_ch_random', 'client').number);
});

describe('our client sees that somebody took TLS 1.3 out of its offer', () => {
  it('downgrade_strip_supported_versions', async () => {
    const server = await nodeServer({ ...pemOf(pki.server), minVersion: 'TLSv1.2' });
    const end = ourClient(await relay(server.port, withoutVersions), { versions: ['1.2', '1.3'] });
    const expected = openSslAlert('downgrade_strip_supported_versions', 'client');
    expect(await server.failed).toBe(expected.shown);
    await sent(end, expected.number);
    expect(end.all('fault')[0]?.cause).toBe('downgrade-sentinel');
  });
});

// RFC 9846 4.5.2.2: if keyUsage is present, digitalSignature must be set. OpenSSL doesn't look; we do.
describe('our engine is stricter than OpenSSL about a key that may not sign', () => {
  const UNSUPPORTED = 43;

  it('as a server', async () => {
    const { port, end } = await ourServer(required);
    const client = nodeClient(port, pemOf(faulty('client', 'ku_no_digital_signature')));
    expect(await client.failed).toBe('ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE');
    await sent(end, UNSUPPORTED);
  });

  it('as a client', async () => {
    const server = await nodeServer(pemOf(faulty('server', 'ku_no_digital_signature')));
    const end = ourClient(server.port);
    expect(await server.failed).toBe('ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE');
    await sent(end, UNSUPPORTED);
  });
});

/** Our end sent this alert, and only this one, after a fault that led to it. */
async function sent(end: OurEnd, code: number): Promise<void> {
  await end.first('closed');
  const alerts = end.all('alert').filter(({ direction }) => direction === 'sent');
  expect(alerts.map((alert) => alert.code)).toEqual([code]);
  expect(end.all('fault').map(({ alert }) => alert)).toEqual(alerts.map(({ description }) => description));
  expect(end.all('fault')[0]?.sentence).toMatch(/\.$/);
}
