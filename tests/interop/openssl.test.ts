// The peer as a program against the openssl program: as anyone would try it by hand.

import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Version } from '../../src/tls/index.ts';
import { pem, pkiOf } from './credentials.ts';
import { versions } from './matrix.ts';
import { type Files, Program, pemFiles, withOpenssl } from './program.ts';

// Programs take a second to start, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const REQUEST = 'GET / HTTP/1.0\r\n\r\n';

interface Handshake {
  readonly version: Version;
  /** Whose certificate the server shows. */
  readonly server: string;
  readonly suite: string;
  /** The suite in OpenSSL's words. */
  readonly cipher: string;
  readonly group: string | null;
}

const with12 = (server: string, suite: string, cipher: string, group: string | null): Handshake => {
  return { version: '1.2', server, suite, cipher, group };
};
const [modern, ...older]: readonly [Handshake, ...Handshake[]] = [
  {
    version: '1.3',
    server: 'server',
    suite: 'TLS_AES_128_GCM_SHA256',
    cipher: 'TLS_AES_128_GCM_SHA256',
    group: 'x25519',
  },
  with12('server', 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256', 'ECDHE-ECDSA-AES128-GCM-SHA256', 'x25519'),
  with12('rsa', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 'x25519'),
  with12('rsa', 'TLS_RSA_WITH_AES_128_GCM_SHA256', 'AES128-GCM-SHA256', null),
];
const handshakes = [modern, ...older].map((handshake) => [handshake.suite, handshake] as const);

let files: Files;
beforeAll(() => {
  files = pemFiles();
  const { server, serverRoot } = pkiOf('RSA');
  files.save('rsa', server);
  writeFileSync(files.path('server-cas.pem'), pem(serverRoot, pkiOf('P-256').serverRoot));
});
afterAll(() => files.remove());

withOpenssl('openssl s_client and our server', toOurServer);
withOpenssl('our client and openssl s_server', fromOurClient);

/** Flags of openssl that show an identity of ours; `d` for the second one of a server. */
function shown(name: string, d = ''): readonly string[] {
  const cert = files.path(`${name}.pem`);
  return [`-${d}cert`, cert, `-${d}key`, files.path(`${name}.key`), `-${d}cert_chain`, cert];
}

// With static RSA, OpenSSL also logs the premaster secret, under an older label; the master secret is all that is needed.
function secretsIn(name: string): readonly string[] {
  const lines = readFileSync(files.path(name), 'utf8').trim().split('\n');
  return lines.filter((line) => !/^(#|RSA )/.test(line));
}

/** What the client logged stands in the server's log of several connections, too: five secrets in TLS 1.3, one in TLS 1.2. */
function expectSameSecrets(client: readonly string[], server: readonly string[], version: Version): void {
  expect(client).toHaveLength(version === '1.3' ? 5 : 1);
  if (version === '1.2') expect(client[0]).toMatch(/^CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}$/);
  expect(server).toEqual(expect.arrayContaining([...client]));
}

function toOurServer(): void {
  const servers = new Map<string, Program>();
  beforeAll(async () => {
    const demands = ['--client-auth', 'required', '--ca', files.path('client-ca.pem')];
    for (const name of ['server', 'rsa'])
      servers.set(
        name,
        Program.peer('server', ...files.shown(name), ...demands, '--keylog', files.path(`${name}.log`)),
      );
    await Promise.all([...servers.values()].map((server) => server.event('listening')));
  });
  afterAll(async () => {
    for (const server of servers.values()) expect(await server.stop()).toBe(0);
  });

  const serverOf = (name: string): Program => {
    const server = servers.get(name);
    if (!server) throw new Error(`nobody shows ${name}`);
    return server;
  };
  const visiting = async (name: string, version: Version): Promise<readonly string[]> => {
    const { port } = await serverOf(name).event('listening');
    return ['s_client', '-connect', `127.0.0.1:${port}`, '-ign_eof', ...(version === '1.2' ? ['-tls1_2'] : [])];
  };
  const trusting = () => ['-CAfile', files.path('server-cas.pem'), '-verify_return_error'];
  const named = ['-servername', 'api.example', '-verify_hostname', 'api.example'];

  it.each(handshakes)('shake hands, get a page, and log the same secrets: %s', async (suite, handshake) => {
    const { version, server, cipher, group } = handshake;
    const limits = version === '1.2' ? ['-cipher', cipher] : [];
    const log = ['-keylogfile', files.path(`s_client ${cipher}.log`)];
    const target = [...(await visiting(server, version)), ...limits];
    const client = Program.openssl([...target, ...trusting(), ...named, ...shown('client'), ...log], REQUEST);
    expect(await client.exit).toBe(0);
    expect(client.stdout).toContain(`New, TLSv${version}, Cipher is ${cipher}`);
    expect(client.stdout).toContain('Verify return code: 0 (ok)');
    expect(client.stdout).toContain('HTTP/1.1 200 OK');
    expect(client.stdout).toContain(`<dd>TLS ${version}</dd><dt>Suite</dt><dd>${suite}</dd>`);
    const connected = await serverOf(server).event('connected', (event) => event.suite === suite);
    expect(connected).toMatchObject({ version, group, peer: expect.stringMatching(/^CN=client\.example/) });
    expectSameSecrets(secretsIn(`s_client ${cipher}.log`), secretsIn(`${server}.log`), version);
  });

  // RFC 5246 7.4.1.4.1: hash and curve have nothing to do with each other; both keys are on P-256.
  it('both sign with the hash that OpenSSL asks for, TLS 1.2', async () => {
    const hash = ['-sigalgs', 'ECDSA+SHA384'];
    const client = Program.openssl(
      [...(await visiting('server', '1.2')), ...trusting(), ...shown('client'), ...hash],
      REQUEST,
    );
    expect(await client.exit).toBe(0);
    expect(client.stdout).toMatch(/Peer signing digest: SHA384\s+Peer signature type: ECDSA/);
    expect(client.stdout).toContain('HTTP/1.1 200 OK');
  });

  // A session that allows early data comes from a server that shows the same certificate: ours takes no early data.
  it.each([
    ['at once', 'X25519'],
    ['after a HelloRetryRequest', 'P-521:X25519'],
  ])('its early data is passed over, %s', async (_, groups) => {
    const session = files.path('session.pem');
    const early = files.path('early.txt');
    writeFileSync(early, 'early '.repeat(2000));
    const allowing = ['s_server', '-accept', '0', '-www', '-max_early_data', '16384', ...shown('server')];
    const issuer = Program.openssl(allowing);
    const port = await issuer.printed(/ACCEPT \S+:(\d+)/);
    const first = ['s_client', '-connect', `127.0.0.1:${port}`, '-ign_eof', ...named, '-sess_out', session];
    expect(await Program.openssl([...first, ...trusting()], REQUEST).exit).toBe(0);
    await issuer.stop();
    const resuming = ['-sess_in', session, '-early_data', early, '-groups', groups];
    const target = [...(await visiting('server', '1.3')), ...trusting(), ...named, ...shown('client')];
    const client = Program.openssl([...target, ...resuming], REQUEST);
    expect(await client.exit).toBe(0);
    expect(client.stdout).toContain('Early data was rejected');
    expect(client.stdout).toContain('HTTP/1.1 200 OK');
  });

  it('its unknown_ca in the clear is reported as received', async () => {
    const wrong = ['-CAfile', files.path('client-ca.pem'), '-verify_return_error'];
    const client = Program.openssl([...(await visiting('server', '1.3')), ...wrong, ...shown('client')]);
    expect(await client.exit).not.toBe(0);
    const alert = await serverOf('server').event('alert', ({ direction }) => direction === 'received');
    expect(alert).toMatchObject({ description: 'unknown_ca', code: 48, epoch: 'cleartext' });
  });

  const refused = [
    ['stranger', 'unknown_ca', 48],
    ['expired', 'certificate_expired', 45],
  ] as const;
  it.each(versions.flatMap((version) => refused.map((row) => [version, ...row] as const)))(
    'it is told that its certificate is refused: TLS %s, %s',
    async (version, name, description, code) => {
      const client = Program.openssl([...(await visiting('server', version)), ...trusting(), ...shown(name)]);
      expect(await client.exit).not.toBe(0);
      expect(client.stderr).toContain(`SSL alert number ${code}`);
      const sent = { direction: 'sent', description, epoch: version === '1.3' ? 'application' : 'cleartext' };
      await serverOf('server').event('alert', (alert) =>
        Object.entries(sent).every(([key, value]) => alert[key] === value),
      );
    },
  );
}

function fromOurClient(): void {
  let server: Program;
  let target: readonly string[];
  beforeAll(async () => {
    const demands = ['-Verify', '3', '-verify_return_error', '-CAfile', files.path('client-ca.pem')];
    const both = [...shown('server'), ...shown('rsa', 'd')];
    const log = ['-keylogfile', files.path('s_server.log')];
    server = Program.openssl(['s_server', '-accept', '0', '-www', ...both, ...demands, ...log]);
    const port = await server.printed(/ACCEPT \S+:(\d+)/);
    const trust = ['--ca', files.path('server-cas.pem'), '--servername', 'api.example'];
    target = ['client', '--connect', `127.0.0.1:${port}`, ...trust];
  });
  afterAll(() => server.stop());

  it.each(handshakes)('shake hands, get a page, and log the same secrets: %s', async (suite, handshake) => {
    const { version, cipher, group } = handshake;
    const limits = version === '1.2' ? ['--suites', suite] : [];
    const log = ['--keylog', files.path(`${suite}.log`)];
    const client = Program.peer(...target, ...files.shown('client'), ...limits, '--send', REQUEST, ...log);
    expect(await client.exit).toBe(0);
    const peer = expect.stringMatching(/^CN=api\.example/);
    expect(await client.event('connected')).toMatchObject({ version, suite, group, peer });
    const page = String((await client.event('answer')).text);
    expect(page).toContain(`New, TLSv${version}, Cipher is ${cipher}`);
    expect(page).toMatch(/^HTTP\/1\.0 200 ok.*Subject: O=Countersign Demo, CN=client\.example/s);
    expectSameSecrets(secretsIn(`${suite}.log`), secretsIn('s_server.log'), version);
  });

  it.each([
    ['1.3', 'stranger', 'unknown_ca', 48],
    ['1.3', 'expired', 'certificate_expired', 45],
    ['1.3', undefined, 'certificate_required', 116],
    ['1.2', undefined, 'handshake_failure', 40],
  ])('its refusal is reported: TLS %s, %s', async (version, name, description, code) => {
    const showing = name === undefined ? [] : files.shown(name);
    const client = Program.peer(...target, ...showing, '--max', version, '--send', REQUEST);
    expect(await client.exit).toBe(1);
    expect(await client.event('alert')).toMatchObject({ direction: 'received', description, code });
    expect(client.events.some(({ event }) => event === 'connected')).toBe(version === '1.3');
  });
}
