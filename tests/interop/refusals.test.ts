// What we refuse: our engine notices, and OpenSSL at the other end must receive the alert that OpenSSL itself would send.

import type { ConnectionOptions, TlsOptions } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientConfig, FaultCause, ServerConfig, Version } from '../../src/tls/index.ts';
import { sentenceOf } from '../../src/words/causes/index.ts';
import { type Expected, openSslAlert } from './alerts.ts';
import { type Defect, faulty, pemOf, pkiOf, refusedChains } from './credentials.ts';
import {
  closeAll,
  nodeClient,
  nodeServer,
  type OurEnd,
  ourClient,
  ourServer,
  type Passing,
  relay,
  type Tamper,
} from './ends.ts';
import { only, unlikeSuites, versions } from './matrix.ts';
import { flipped, misspoken, places, randomFlipped, withoutChange, withoutVersions } from './tampering.ts';

afterEach(closeAll);

const pki = pkiOf('P-256');
const rsa = pkiOf('RSA');

interface Case<Ours, Node> {
  readonly ours?: Partial<Ours>;
  readonly node?: Node;
  /** Where the alert alone would leave open whether this was the fault. */
  readonly cause?: FaultCause;
  readonly tamper?: (passing: Passing, receiver: OurEnd) => ReturnType<Tamper>;
}
type Cases<Ours, Node> = Readonly<Record<string, Case<Ours, Node>>>;

type ServerCase = Case<ServerConfig, ConnectionOptions>;
const required = { clientAuthentication: 'required' } as const;
const shows = (defect: Defect): ServerCase => ({ ours: required, node: pemOf(faulty('client', defect)) });
const serverCases = (version: Version): Cases<ServerConfig, ConnectionOptions> => ({
  ...Object.fromEntries(refusedChains('client').map(([scenario, defect]) => [scenario, shows(defect)])),
  client_no_cert: { ours: required, cause: 'no-client-certificate' },
  server_requests_sigalg_client_cannot_do: {
    ours: { ...required, identities: [rsa.server], schemes: ['rsa_pss_rsae_sha256'] },
    node: pemOf(pki.client),
    cause: 'no-client-certificate',
  },
  no_shared_cipher: { ...unlikeSuites[version], cause: 'no-common-suite' },
  no_shared_group: { ours: { groups: ['x25519'] }, node: { ecdhCurve: 'P-256' }, cause: 'no-common-group' },
  no_shared_sigalg_for_server_cert: { node: { sigalgs: 'rsa_pss_rsae_sha256' }, cause: 'no-common-scheme' },
  alpn_mismatch: { ours: { alpn: ['h2'] }, node: { ALPNProtocols: ['http/1.1'] } },
  flip_cv_client: {
    ours: required,
    node: pemOf(pki.client),
    // In the clear before TLS 1.3: nobody needs keys to change it.
    tamper: version === '1.3' ? misspoken(version, places[version].clientProof) : flipped(places[version].clientProof),
  },
  flip_fin_client_keyed: { tamper: misspoken(version, places[version].clientFinished) },
  flip_fin_client_ct: { tamper: flipped(places[version].clientFinished) },
  flip_app_client: { tamper: flipped(places[version].clientData) },
});

describe.each(versions)('our server refuses OpenSSL’s client, TLS %s', (version) => {
  it.each(Object.entries(serverCases(version)))('%s', async (scenario, { ours, node, tamper, cause }) => {
    const expected = openSslAlert(scenario, 'server', version);
    const { port, end } = await ourServer({ versions: [version], ...ours });
    const target = tamper ? await relay(port, (passing) => tamper(passing, end)) : port;
    const client = nodeClient(target, { ...only(version), ...node });
    client.connected.then((socket) => socket.write('data')).catch(() => undefined);
    expect(await client.failed).toBe(expected.shown);
    await sent(end, expected);
    if (cause) expect(end.all('fault')[0]?.cause).toBe(cause);
  });
});

type ClientCase = Case<ClientConfig, TlsOptions>;
const presents = (defect: Defect): ClientCase => ({ node: pemOf(faulty('server', defect)) });

const clientCases = (version: Version): Cases<ClientConfig, TlsOptions> => ({
  ...Object.fromEntries(refusedChains('server').map(([scenario, defect]) => [scenario, presents(defect)])),
  server_hostname_mismatch: { ours: { serverName: 'www.example' } },
  ...(version === '1.3'
    ? { flip_cv_server: { tamper: misspoken(version, places[version].serverProof) } }
    : { flip_ske_sig: { tamper: flipped(places[version].serverProof) }, flip_ch_random: { tamper: randomFlipped } }),
  flip_fin_server_keyed: { tamper: misspoken(version, places[version].serverFinished) },
  flip_fin_server_ct: { tamper: flipped(places[version].serverFinished) },
  flip_app_server: { tamper: flipped(places[version].serverData) },
});

describe.each(versions)('our client refuses OpenSSL’s server, TLS %s', (version) => {
  it.each(Object.entries(clientCases(version)))('%s', async (scenario, { ours, node, tamper }) => {
    const expected = openSslAlert(scenario, 'client', version);
    const server = await nodeServer({ ...only(version), ...pemOf(pki.server), ...node });
    server.connected.then((socket) => socket.write('data')).catch(() => undefined);
    const port = tamper ? await relay(server.port, (passing) => tamper(passing, end)) : server.port;
    const end = ourClient(port, { versions: [version], ...ours });
    expect(await server.failed).toBe(expected.shown);
    await sent(end, version === '1.3' ? protectedAtOnce(expected) : expected);
  });
});

// RFC 9846 6: once there are keys, alerts are protected. OpenSSL's client still sends those of its handshake in the clear.
function protectedAtOnce(expected: Expected): Expected {
  return { ...expected, encrypted: true };
}

// Ours can't be read by a server that saw another ClientHello and so has other keys.
it('our client refuses, under its own keys, a server that saw another ClientHello: flip_ch_random, TLS 1.3', async () => {
  const server = await nodeServer(pemOf(pki.server));
  const end = ourClient(await relay(server.port, randomFlipped));
  expect(await server.failed).toBe('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC');
  await sent(end, protectedAtOnce(openSslAlert('flip_ch_random', 'client', '1.3')));
});

describe('our client sees that somebody took TLS 1.3 out of its offer', () => {
  it('downgrade_strip_supported_versions', async () => {
    const server = await nodeServer({ ...pemOf(pki.server), minVersion: 'TLSv1.2' });
    const end = ourClient(await relay(server.port, withoutVersions), { versions });
    const expected = openSslAlert('downgrade_strip_supported_versions', 'client', '1.3');
    expect(await server.failed).toBe(expected.shown);
    await sent(end, expected);
    expect(end.all('fault')[0]?.cause).toBe('downgrade-sentinel');
  });
});

// RFC 5246 7.4.9: it is a fatal error if a Finished is not preceded by a ChangeCipherSpec. What comes makes no sense in the clear.
describe('our engine misses a ChangeCipherSpec of TLS 1.2', () => {
  const unexpected = { number: 10, name: 'unexpected_message', shown: 'ERR_SSL_SSLV3_ALERT_UNEXPECTED_MESSAGE' };
  const ciphers = [
    ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256'],
    ['TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256', 'ECDHE-ECDSA-CHACHA20-POLY1305'],
  ] as const;

  it.each(ciphers)('of OpenSSL’s client: %s', async (suite, cipher) => {
    const { port, end } = await ourServer({ versions: ['1.2'], suites: [suite] });
    const client = nodeClient(await relay(port, withoutChange('client')), { ...only('1.2'), ciphers: cipher });
    expect(await client.failed).toBe(unexpected.shown);
    await sent(end, { ...unexpected, from: 'server', encrypted: false });
  });

  it.each(ciphers)('of OpenSSL’s server: %s', async (suite, cipher) => {
    const server = await nodeServer({ ...only('1.2'), ...pemOf(pki.server), ciphers: cipher });
    const port = await relay(server.port, withoutChange('server'));
    const end = ourClient(port, { versions: ['1.2'], suites: [suite] });
    expect(await server.failed).toBe(unexpected.shown);
    await sent(end, { ...unexpected, from: 'client', encrypted: true });
  });
});

// RFC 9846 4.5.1.2, RFC 5280 4.2.1.3: if keyUsage is present, digitalSignature must be set. OpenSSL doesn't look; we do.
describe('our engine is stricter than OpenSSL about a key that may not sign', () => {
  const unsupported = { number: 43, name: 'unsupported_certificate', from: 'client', shown: '' } as const;

  it.each(versions)('as a server, TLS %s', async (version) => {
    const { port, end } = await ourServer({ versions: [version], ...required });
    const client = nodeClient(port, { ...only(version), ...pemOf(faulty('client', 'ku_no_digital_signature')) });
    expect(await client.failed).toBe('ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE');
    await sent(end, { ...unsupported, encrypted: version === '1.3' });
  });

  // OpenSSL's server of TLS 1.2 has no suite for such a key, and says so itself.
  it('as a client, TLS 1.3', async () => {
    const server = await nodeServer(pemOf(faulty('server', 'ku_no_digital_signature')));
    const end = ourClient(server.port);
    expect(await server.failed).toBe('ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE');
    await sent(end, { ...unsupported, encrypted: true });
  });
});

/** Our end sent this alert, and only this one, under this protection, after a fault that led to it. */
async function sent(end: OurEnd, { number, encrypted }: Expected): Promise<void> {
  await end.first('closed');
  const alerts = end.all('alert').filter(({ direction }) => direction === 'sent');
  expect(alerts.map(({ code, level, epoch }) => [code, level, epoch !== 'cleartext'])).toEqual([
    [number, 'fatal', encrypted],
  ]);
  expect(end.all('fault').map(({ alert }) => alert)).toEqual(alerts.map(({ description }) => description));
  expect(end.all('fault').map(sentenceOf)[0]).toMatch(/\.$/);
}
