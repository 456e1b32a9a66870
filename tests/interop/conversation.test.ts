// Beyond the matrix: records in every shape, much data, new keys, tickets, other keys and schemes, nobody to show.

import { afterEach, describe, expect, it } from 'vitest';
import { fromText } from '../../src/bytes/index.ts';
import { generateKey, seededEnv } from '../../src/crypto/index.ts';
import { clientDefaults } from '../../src/tls/index.ts';
import { leafOf, NOW, pem, pemOf, pkiOf } from './credentials.ts';
import { closeAll, nodeClient, nodeReceived, nodeServer, ourClient, ourServer, relay } from './ends.ts';

afterEach(closeAll);

const pki = pkiOf('P-256');
const { records } = clientDefaults;
const MUCH = 'Ein Zeichen kommt selten allein. '.repeat(6000);
const shapes = [
  ['one record for a flight', { coalesce: true }],
  ['fragments of 100 bytes', { fragment: 100 }],
  ['coalesced into fragments of 333 bytes', { coalesce: true, fragment: 333 }],
  ['padding', { padding: 77 }],
  ['no compatibility mode', { compatibility: false }],
] as const;

describe('records', () => {
  it.each(shapes)('of our client: %s', async (_, shape) => {
    const server = await nodeServer({ ...pemOf(pki.server), ca: pem(pki.clientRoot), requestCert: true });
    const ours = ourClient(server.port, { identities: [pki.client], records: { ...records, ...shape } });
    const socket = await server.connected;
    await ours.first('connected');
    ours.connection.send(fromText('x'.repeat(1000)));
    expect(await nodeReceived(socket, 1000)).toBe('x'.repeat(1000));
  });

  it.each(shapes)('of our server: %s', async (_, shape) => {
    const { port, end: ours } = await ourServer({
      clientAuthentication: 'required',
      records: { ...records, ...shape },
    });
    const socket = await nodeClient(port, pemOf(pki.client)).connected;
    await ours.first('connected');
    ours.connection.send(fromText('x'.repeat(1000)));
    expect(await nodeReceived(socket, 1000)).toBe('x'.repeat(1000));
  });

  it('arrive byte by byte', async () => {
    const server = await nodeServer({ ...pemOf(pki.server), ca: pem(pki.clientRoot), requestCert: true });
    const port = await relay(server.port, ({ record }) => [...record].map((byte) => Buffer.of(byte)));
    const ours = ourClient(port, { identities: [pki.client] });
    (await server.connected).write('slowly');
    expect(await ours.received(6)).toBe('slowly');
  });

  it('carry much in both directions', async () => {
    const server = await nodeServer(pemOf(pki.server));
    const ours = ourClient(server.port);
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
});

describe('who is who', () => {
  it('a client with nothing to show is nobody: ours', async () => {
    const server = await nodeServer({
      ...pemOf(pki.server),
      ca: pem(pki.clientRoot),
      requestCert: true,
      rejectUnauthorized: false,
    });
    const ours = ourClient(server.port);
    expect((await server.connected).authorized).toBe(false);
    expect(ours.all('chose').map(({ what }) => what)).toContain('no certificate');
  });

  it('a client with nothing to show is nobody: OpenSSL’s', async () => {
    const { port, end } = await ourServer({ clientAuthentication: 'asked' });
    await nodeClient(port).connected;
    expect((await end.first('connected')).facts.peer).toBeNull();
    expect(end.saw('heard', 'Certificate')).toBe(true);
  });

  it('a P-384 key on both sides', async () => {
    const key = generateKey('P-384', seededEnv('P-384', NOW));
    const scheme = 'ecdsa_secp384r1_sha384';
    const { port, end } = await ourServer({
      clientAuthentication: 'required',
      identities: [leafOf('server', {}, pki.issuers.server, key)],
    });
    const mine = pemOf(leafOf('client', {}, pki.issuers.client, key));
    await nodeClient(port, { ...mine, ca: pem(pki.serverRoot), rejectUnauthorized: true }).connected;
    expect((await end.first('connected')).facts.peer).toBe('CN=client.example');
    expect(end.all('check').find(({ what }) => what === 'signature')?.value).toBe(scheme);
    expect(end.all('chose').find(({ what }) => what === 'scheme')?.value).toBe(scheme);
  });

  it.each(['rsa_pss_rsae_sha256', 'rsa_pss_rsae_sha384', 'rsa_pss_rsae_sha512'])(
    'an RSA key with %s',
    async (scheme) => {
      const rsa = pkiOf('RSA');
      const trust = { ca: pem(rsa.clientRoot), requestCert: true, rejectUnauthorized: true };
      const server = await nodeServer({ ...pemOf(rsa.server), ...trust, sigalgs: `${scheme}:rsa_pkcs1_sha256` });
      const ours = ourClient(server.port, { anchors: [rsa.serverRoot], identities: [rsa.client] });
      expect((await server.connected).authorized).toBe(true);
      expect(ours.all('check').find(({ what }) => what === 'signature')?.value).toBe(scheme);
      expect(ours.all('chose').find(({ what }) => what === 'scheme')?.value).toBe(scheme);
    },
  );
});
