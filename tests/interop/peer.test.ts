// The peer as a program: its events, its answers, and how it ends.

import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fromText } from '../../src/bytes/index.ts';
import { pem, pemOf, pkiOf } from './credentials.ts';
import { closeAll, HOST, nodeClient, nodeReceived, nodeServer, ourClient } from './ends.ts';
import { only } from './matrix.ts';
import { type Files, Program, pemFiles } from './program.ts';

// Programs take a second to start, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const pki = pkiOf('P-256');
const REQUEST = 'GET / HTTP/1.1\r\nHost: api.example\r\n\r\n';
let files: Files;
beforeAll(() => {
  files = pemFiles();
});
afterAll(() => files.remove());
afterEach(closeAll);

async function portOf(server: Program): Promise<number> {
  return Number((await server.event('listening')).port);
}

describe('peer server', () => {
  let server: Program;
  let port: number;
  beforeAll(async () => {
    const trust = ['--ca', files.path('client-ca.pem'), '--client-auth', 'asked'];
    const more = ['--alpn', 'h2,http/1.1', '--groups', 'secp384r1,x25519', '--keylog', files.path('server.log')];
    server = Program.peer('server', '--port', '0', ...files.shown('server'), ...trust, ...more);
    port = await portOf(server);
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    expect(server.stderr).toBe('');
  });

  it('tells what a connection agreed on, and logs its secrets', async () => {
    const secrets: string[] = [];
    const client = nodeClient(port, {
      ...pemOf(pki.client),
      ca: pem(pki.serverRoot),
      rejectUnauthorized: true,
      ecdhCurve: 'X25519:P-384',
      ALPNProtocols: ['http/1.1'],
    });
    client.socket.on('keylog', (line: Buffer) => secrets.push(line.toString().trim()));
    await client.connected;
    const connected = await server.event('connected', ({ peer }) => peer !== null);
    expect(connected).toMatchObject({
      version: '1.3',
      suite: 'TLS_AES_128_GCM_SHA256',
      group: 'x25519',
      alpn: 'http/1.1',
      peer: expect.stringMatching(/^CN=client\.example/),
    });
    const logged = readFileSync(files.path('server.log'), 'utf8').trim().split('\n');
    expect(secrets.length).toBeGreaterThanOrEqual(4);
    for (const line of secrets) expect(logged).toContain(line);
    client.socket.end();
    await server.event('closed', ({ connection }) => connection === connected.connection);
  });

  it('answers several requests at once, in pieces, each when its blank line is there', async () => {
    const clients = await Promise.all([1, 2, 3].map(() => nodeClient(port).connected));
    const answers = clients.map((socket) => nodeReceived(socket, 200));
    for (const letter of REQUEST.slice(0, -1)) for (const socket of clients) socket.write(letter);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(clients.map(({ bytesRead }) => bytesRead)).toEqual(clients.map(() => clients[0]?.bytesRead));
    await server.event('connected', () => server.events.filter(({ event }) => event === 'connected').length >= 3);
    for (const socket of clients) socket.write(REQUEST.slice(-1));
    for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n.*<h1>/s);
  });

  it('says close_notify after its answer, and to a close_notify', async () => {
    const asking = ourClient(port);
    await asking.first('connected');
    asking.connection.send(fromText(REQUEST));
    expect((await asking.first('closed')).how).toBe('close_notify');
    const silent = ourClient(port);
    await silent.first('connected');
    silent.connection.close();
    expect((await silent.first('closed')).how).toBe('close_notify');
  });

  it('reports the alert that it sends and goes on', async () => {
    const { failed } = nodeClient(port, pemOf(pki.strangerClient));
    expect(await failed).toBe('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA');
    expect(await server.event('alert')).toMatchObject({ direction: 'sent', description: 'unknown_ca', code: 48 });
    await expect(nodeClient(port).connected).resolves.toBeDefined();
  });

  it('reports the alert that it receives', async () => {
    ourClient(port, { serverName: 'www.example' });
    const alert = await server.event('alert', ({ direction }) => direction === 'received');
    expect(alert).toMatchObject({ description: 'bad_certificate', code: 42 });
    await server.event('closed', ({ connection }) => connection === alert.connection);
  });

  it('speaks TLS 1.2 to a client that knows no better', async () => {
    const secrets: string[] = [];
    const client = nodeClient(port, { ...only('1.2'), ecdhCurve: 'P-256:P-384' });
    client.socket.on('keylog', (line: Buffer) => secrets.push(line.toString().trim()));
    await client.connected;
    const suite = 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256';
    const connected = await server.event('connected', ({ version }) => version === '1.2');
    expect(connected).toMatchObject({ suite, group: 'secp384r1', alpn: null, peer: null });
    expect(secrets).toEqual([expect.stringMatching(/^CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}$/)]);
    expect(readFileSync(files.path('server.log'), 'utf8')).toContain(secrets[0]);
  });

  it('survives a connection that breaks off', async () => {
    const socket = connect({ port, host: HOST });
    await new Promise((resolve) => socket.write(Uint8Array.of(22, 3, 1), resolve));
    socket.resetAndDestroy();
    await expect(nodeClient(port).connected).resolves.toBeDefined();
  });
});

describe('peer server, TLS 1.2 at most', () => {
  const rsa = pkiOf('RSA');
  let server: Program;
  let port: number;
  beforeAll(async () => {
    files.save('rsa', rsa.server);
    server = Program.peer('server', ...files.shown('rsa'), '--max', '1.2');
    port = await portOf(server);
  });
  afterAll(() => server.stop());

  it('names no group where static RSA needs none, in its report and on its page', async () => {
    const trust = { ca: pem(rsa.serverRoot), rejectUnauthorized: true };
    const socket = await nodeClient(port, { ...only('1.2'), ...trust, ciphers: 'AES128-GCM-SHA256' }).connected;
    const connected = { version: '1.2', suite: 'TLS_RSA_WITH_AES_128_GCM_SHA256', group: null };
    expect(await server.event('connected')).toMatchObject(connected);
    const answer = nodeReceived(socket, 200);
    socket.write(REQUEST);
    expect(await answer).toContain('<dt>Group</dt><dd>none: static RSA</dd>');
  });

  it('refuses a client that insists on TLS 1.3', async () => {
    expect(await nodeClient(port, only('1.3')).failed).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
    const alert = { direction: 'sent', description: 'protocol_version', code: 70, epoch: 'cleartext' };
    expect(await server.event('alert')).toMatchObject({
      ...alert,
      reason: expect.stringMatching(/speaks TLS 1\.2\.$/),
    });
  });
});

describe('peer client', () => {
  const trusting = () => ['--servername', 'api.example', '--ca', files.path('server-ca.pem')];

  it('sends a text to an echoing peer and prints the answer', async () => {
    const server = Program.peer('server', ...files.shown('server'), '--echo');
    const to = ['--connect', `127.0.0.1:${await portOf(server)}`];
    const client = Program.peer('client', ...to, ...trusting(), '--send', 'Grüße, "Echo"');
    expect(await client.exit).toBe(0);
    expect(client.events.map(({ event }) => event)).toEqual(['connected', 'answer', 'closed']);
    expect((await client.event('answer')).text).toBe('Grüße, "Echo"');
    expect(await server.stop()).toBe(0);
  });

  it('shows its certificate whatever authorities the server names, and reports the refusal', async () => {
    const server = await nodeServer({ ...pemOf(pki.server), ca: pem(pki.clientRoot), requestCert: true });
    const to = ['--connect', `127.0.0.1:${server.port}`];
    const client = Program.peer('client', ...to, ...trusting(), ...files.shown('stranger'));
    expect(await client.event('connected')).toMatchObject({ version: '1.3', alpn: null });
    await client.exit;
    // Node's server closes without an alert when it doesn't trust a certificate; OpenSSL's own program sends one.
    expect(client.events.at(-1)).toMatchObject({ event: 'closed' });
  });

  it('refuses a server that it does not trust: alert, reason and status 1', async () => {
    const server = await nodeServer(pemOf(pki.strangerServer));
    const client = Program.peer('client', '--connect', `127.0.0.1:${server.port}`, ...trusting());
    expect(await client.exit).toBe(1);
    const alert = { event: 'alert', direction: 'sent', description: 'unknown_ca', code: 48 };
    expect(client.events).toEqual([
      expect.objectContaining({ ...alert, reason: expect.stringMatching(/\.$/) }),
      { event: 'closed', how: 'fault' },
    ]);
    expect(await server.failed).toBe('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA');
  });

  it('speaks the version that it is told to, and no worse', async () => {
    const wide = await nodeServer({ ...pemOf(pki.server), minVersion: 'TLSv1.2' });
    const narrow = await nodeServer({ ...pemOf(pki.server), ...only('1.2') });
    const older = Program.peer('client', '--connect', `127.0.0.1:${wide.port}`, ...trusting(), '--max', '1.2');
    const newer = Program.peer('client', '--connect', `127.0.0.1:${narrow.port}`, ...trusting(), '--min', '1.3');
    expect(await older.event('connected')).toMatchObject({ version: '1.2', group: 'x25519' });
    expect(await older.exit).toBe(0);
    expect(await newer.exit).toBe(1);
    expect(await newer.event('alert')).toMatchObject({ direction: 'received', description: 'protocol_version' });
  });

  it('says in one sentence that nobody is there', async () => {
    const client = Program.peer('client', '--connect', '127.0.0.1:1');
    expect(await client.exit).toBe(1);
    expect(client.stdout).toBe('');
    expect(client.stderr).toMatch(/^127\.0\.0\.1:1 can't be reached: .*\.\n$/);
  });
});

describe('a wrong command', () => {
  it.each([
    ['a bad flag', ['server', '--verbose'], /^There is no flag --verbose;.*\.\n$/],
    ['a bad file', ['client', '--connect', 'localhost:1', '--ca', 'nowhere.pem'], /^--ca nowhere\.pem .*\.\n$/],
  ])('%s: one sentence and status 2', async (_, args, sentence) => {
    const program = Program.peer(...args);
    expect(await program.exit).toBe(2);
    expect(program.stdout).toBe('');
    expect(program.stderr).toMatch(sentence);
  });
});
