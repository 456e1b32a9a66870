// Beyond the matrix: records in every shape, much data, new keys, tickets, other keys and schemes, nobody to show.

import { afterEach, describe, expect, it } from 'vitest';
import { fromText } from '../../src/bytes/index.ts';
import { generateKey, seededEnv } from '../../src/crypto/index.ts';
import { clientDefaults, type RecordConfig, type Version } from '../../src/tls/index.ts';
import { leafOf, NOW, pem, pemOf, pkiOf } from './credentials.ts';
import { closeAll, nodeClient, nodeReceived, nodeServer, type OurEnd, ourClient, ourServer, relay } from './ends.ts';
import { only, versions } from './matrix.ts';

afterEach(closeAll);

const pki = pkiOf('P-256');
const { records } = clientDefaults;
const MUCH = 'Ein Zeichen kommt selten allein. '.repeat(6000);
const shapes: readonly (readonly [title: string, shape: Partial<RecordConfig>])[] = [
  ['one record for a flight', { coalesce: true }],
  ['fragments of 100 bytes', { fragment: 100 }],
  ['coalesced into fragments of 333 bytes', { coalesce: true, fragment: 333 }],
];
const shapesOf: Readonly<Record<Version, typeof shapes>> = {
  '1.2': shapes,
  '1.3': [...shapes, ['padding', { padding: 77 }], ['no compatibility mode', { compatibility: false }]],
};

const pss = ['rsa_pss_rsae_sha256', 'rsa_pss_rsae_sha384', 'rsa_pss_rsae_sha512'];
const rsaSchemes: Readonly<Record<Version, readonly string[]>> = {
  '1.2': [...pss, 'rsa_pkcs1_sha256', 'rsa_pkcs1_sha384', 'rsa_pkcs1_sha512'],
  '1.3': pss,
};

describe.each(versions)('records of TLS %s', (version) => {
  const spoken = { versions: [version] };
  const theirs = { ...only(version), ...pemOf(pki.server), ca: pem(pki.clientRoot) };

  it.each(shapesOf[version])('of our client: %s', async (_, shape) => {
    const server = await nodeServer({ ...theirs, requestCert: true });
    const ours = ourClient(server.port, { ...spoken, identities: [pki.client], records: { ...records, ...shape } });
    const socket = await server.connected;
    await ours.first('connected');
    ours.connection.send(fromText('x'.repeat(1000)));
    expect(await nodeReceived(socket, 1000)).toBe('x'.repeat(1000));
  });

  it.each(shapesOf[version])('of our server: %s', async (_, shape) => {
    const { port, end: ours } = await ourServer({
      ...spoken,
      clientAuthentication: 'required',
      records: { ...records, ...shape },
    });
    const socket = await nodeClient(port, { ...only(version), ...pemOf(pki.client) }).connected;
    await ours.first('connected');
    ours.connection.send(fromText('x'.repeat(1000)));
    expect(await nodeReceived(socket, 1000)).toBe('x'.repeat(1000));
  });

  it('arrive byte by byte', async () => {
    const server = await nodeServer({ ...theirs, requestCert: true });
    const port = await relay(server.port, ({ record }) => [...record].map((byte) => Buffer.of(byte)));
    const ours = ourClient(port, { ...spoken, identities: [pki.client] });
    (await server.connected).write('slowly');
    expect(await ours.received(6)).toBe('slowly');
  });

  it('carry much in both directions', async () => {
    const server = await nodeServer(theirs);
    const ours = ourClient(server.port, spoken);
    const socket = await server.connected;
    await ours.first('connected');
    const received = nodeReceived(socket, MUCH.length);
    ours.connection.send(fromText(MUCH));
    socket.write(MUCH);
    expect((await received) === MUCH).toBe(true);
    expect((await ours.received(MUCH.length)) === MUCH).toBe(true);
  });
});

describe('after the handshake', () => {
  it.each([true, false])('keys are updated, the peer’s too: %s', async (both) => {
    const server = await nodeServer(pemOf(pki.server));
    const ours = ourClient(server.port);
    const socket = await server.connected;
    await ours.first('connected');
    for (const word of ['first', 'again']) {
      ours.connection.updateKeys(both);
      ours.connection.send(fromText(word));
      expect(await nodeReceived(socket, 5)).toBe(word);
      socket.removeAllListeners('data');
    }
    socket.write('answer');
    expect(await ours.received(6)).toBe('answer');
    expect(ours.saw('heard', 'KeyUpdate')).toBe(both);
  });

  it('OpenSSL takes our tickets, and a second handshake when it tries to use one', async () => {
    const { port, end } = await ourServer({ tickets: 2 });
    const { socket, connected } = nodeClient(port);
    const session = new Promise<Buffer>((resolve) => socket.once('session', resolve));
    await connected;
    await end.first('connected');
    end.connection.send(fromText('hello'));
    const again = nodeClient(port, { session: await session });
    expect((await again.connected).isSessionReused()).toBe(false);
  });

  it('OpenSSL takes a handshake in full from us, after another server’s ticket of TLS 1.2', async () => {
    const other = await nodeServer({ ...only('1.2'), ...pemOf(pki.server) });
    const session = (await nodeClient(other.port, only('1.2')).connected).getSession();
    if (!session) throw new Error('there is no session to go on with');
    const { port, end } = await ourServer({ versions: ['1.2'] });
    const socket = await nodeClient(port, { ...only('1.2'), session }).connected;
    expect(socket.isSessionReused()).toBe(false);
    socket.write('in full');
    expect(await end.received(7)).toBe('in full');
  });
});

// RFC 5746 4.2 lets a side refuse; no_renegotiation is a warning, but OpenSSL then gives up by itself, with handshake_failure.
describe('another handshake on a connection of TLS 1.2', () => {
  const trace = (end: OurEnd) =>
    end.all('alert').map(({ direction, level, description }) => [direction, level, description]);
  const refusal = [
    ['sent', 'warning', 'no_renegotiation'],
    ['received', 'fatal', 'handshake_failure'],
  ];

  it('is refused to OpenSSL’s client', async () => {
    const { port, end } = await ourServer({ versions: ['1.2'] });
    const { connected, failed } = nodeClient(port, only('1.2'));
    (await connected).renegotiate({}, () => undefined);
    expect(await failed).toBe('ERR_SSL_NO_RENEGOTIATION');
    await end.first('closed');
    expect(trace(end)).toEqual(refusal);
  });

  it('is refused to OpenSSL’s server', async () => {
    const server = await nodeServer({ ...only('1.2'), ...pemOf(pki.server) });
    const ours = ourClient(server.port, { versions: ['1.2'] });
    const socket = await server.connected;
    await ours.first('connected');
    socket.renegotiate({}, () => undefined);
    expect(await server.failed).toBe('ERR_SSL_NO_RENEGOTIATION');
    await ours.first('closed');
    expect(trace(ours)).toEqual(refusal);
  });
});

describe.each(versions)('who is who in TLS %s', (version) => {
  const spoken = { versions: [version] };

  it('a client with nothing to show is nobody: ours', async () => {
    const trust = { ca: pem(pki.clientRoot), requestCert: true, rejectUnauthorized: false };
    const server = await nodeServer({ ...only(version), ...pemOf(pki.server), ...trust });
    const ours = ourClient(server.port, spoken);
    expect((await server.connected).authorized).toBe(false);
    expect(ours.all('chose').map(({ what }) => what)).toContain('no certificate');
  });

  it('a client with nothing to show is nobody: OpenSSL’s', async () => {
    const { port, end } = await ourServer({ ...spoken, clientAuthentication: 'asked' });
    await nodeClient(port, only(version)).connected;
    expect((await end.first('connected')).facts.peer).toBeNull();
    expect(end.saw('heard', 'Certificate')).toBe(true);
  });

  it('a P-384 key on both sides', async () => {
    const key = generateKey('P-384', seededEnv('P-384', NOW));
    const scheme = 'ecdsa_secp384r1_sha384';
    const identities = [leafOf('server', {}, pki.issuers.server, key)];
    // TLS 1.2 lets such a key sign with the other scheme, too: the order decides.
    const schemes = [scheme, 'ecdsa_secp256r1_sha256'];
    const { port, end } = await ourServer({ ...spoken, clientAuthentication: 'required', identities, schemes });
    const mine = pemOf(leafOf('client', {}, pki.issuers.client, key));
    const trust = { ca: pem(pki.serverRoot), rejectUnauthorized: true };
    await nodeClient(port, { ...only(version), ...mine, ...trust }).connected;
    expect((await end.first('connected')).facts.peer).toBe('CN=client.example');
    expect(schemesOf(end)).toEqual([scheme, scheme]);
  });

  it.each(rsaSchemes[version])('an RSA key with %s', async (scheme) => {
    const rsa = pkiOf('RSA');
    const trust = { ca: pem(rsa.clientRoot), requestCert: true, rejectUnauthorized: true };
    // OpenSSL wants to know the scheme of its certificates, too.
    const sigalgs = [...new Set([scheme, 'rsa_pkcs1_sha256'])].join(':');
    const server = await nodeServer({ ...only(version), ...pemOf(rsa.server), ...trust, sigalgs });
    const schemes = [scheme, ...clientDefaults.schemes.filter((name) => name !== scheme)];
    const ours = ourClient(server.port, { ...spoken, anchors: [rsa.serverRoot], identities: [rsa.client], schemes });
    expect((await server.connected).authorized).toBe(true);
    expect(schemesOf(ours)).toEqual([scheme, scheme]);
  });
});

// RFC 9846 4.3.3: in TLS 1.2 the name of a curve in a scheme says nothing; RFC 5246 7.4.1.4.1: it stands for ECDSA with a hash.
describe.each(['P-256', 'P-384'] as const)('a %s key in TLS 1.2', (kind) => {
  const key = generateKey(kind, seededEnv(kind, NOW));
  const server = leafOf('server', {}, pki.issuers.server, key);
  const client = leafOf('client', {}, pki.issuers.client, key);

  it.each(['ecdsa_secp256r1_sha256', 'ecdsa_secp384r1_sha384'])('signs with %s in both directions', async (sigalgs) => {
    const trust = { ca: pem(pki.clientRoot), requestCert: true, rejectUnauthorized: true };
    const theirs = await nodeServer({ ...only('1.2'), ...pemOf(server), ...trust, sigalgs });
    const ours = ourClient(theirs.port, { versions: ['1.2'], identities: [client] });
    expect((await theirs.connected).authorized).toBe(true);
    expect(schemesOf(ours)).toEqual([sigalgs, sigalgs]);

    const { port, end } = await ourServer({
      versions: ['1.2'],
      identities: [server],
      clientAuthentication: 'required',
    });
    await nodeClient(port, { ...only('1.2'), ...pemOf(client), sigalgs }).connected;
    await end.first('connected');
    expect(schemesOf(end)).toEqual([sigalgs, sigalgs]);
  });
});

/** The schemes with which the peer and our end signed. */
function schemesOf(end: OurEnd): readonly (string | undefined)[] {
  const checked = end.all('check').find((each) => each.what === 'signature');
  const chosen = end.all('chose').find((each) => each.what === 'scheme');
  return [checked?.value, chosen?.value];
}
