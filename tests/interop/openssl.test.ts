// The peer as a program against the openssl program: as anyone would try it by hand.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Files, opensslVersion, Program, pemFiles } from './program.ts';

// Programs take a second to start, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const REQUEST = 'GET / HTTP/1.0\r\n\r\n';
const version = opensslVersion();
let files: Files;
beforeAll(() => {
  files = pemFiles();
});
afterAll(() => files.remove());

if (version === undefined) {
  it('needs the openssl program', ({ skip }) => {
    if (process.env.CI === 'true')
      expect.fail('There is no openssl program; install it: with CI=true these tests must not be skipped.');
    skip('There is no openssl program on this machine.');
  });
} else {
  describe(`openssl s_client and our server (${version})`, toOurServer);
  describe(`our client and openssl s_server (${version})`, fromOurClient);
}

/** Flags of openssl that show an identity of ours. */
function shown(name: string): readonly string[] {
  const cert = files.path(`${name}.pem`);
  return ['-cert', cert, '-key', files.path(`${name}.key`), '-cert_chain', cert];
}

function secretsIn(name: string): readonly string[] {
  const lines = readFileSync(files.path(name), 'utf8').trim().split('\n');
  return lines.filter((line) => !line.startsWith('#')).sort();
}

function toOurServer(): void {
  let server: Program;
  let target: readonly string[];
  beforeAll(async () => {
    const demands = ['--client-auth', 'required', '--ca', files.path('client-ca.pem')];
    server = Program.peer('server', ...files.shown('server'), ...demands, '--keylog', files.path('ours-server.log'));
    target = ['s_client', '-connect', `127.0.0.1:${(await server.event('listening')).port}`, '-ign_eof'];
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
  });
  const trusting = () => ['-CAfile', files.path('server-ca.pem'), '-verify_return_error'];
  const named = ['-servername', 'api.example', '-verify_hostname', 'api.example'];

  it('shake hands, get a page, and log the same secrets', async () => {
    const log = ['-keylogfile', files.path('theirs-client.log')];
    const client = Program.openssl([...target, ...trusting(), ...named, ...shown('client'), ...log], REQUEST);
    expect(await client.exit).toBe(0);
    expect(client.stdout).toContain('New, TLSv1.3, Cipher is TLS_AES_128_GCM_SHA256');
    expect(client.stdout).toContain('Verify return code: 0 (ok)');
    expect(client.stdout).toContain('HTTP/1.1 200 OK');
    expect(client.stdout).toContain('CN=client.example');
    expect(secretsIn('ours-server.log')).toEqual(secretsIn('theirs-client.log'));
  });

  it('its unknown_ca in the clear is reported as received', async () => {
    const wrong = ['-CAfile', files.path('client-ca.pem'), '-verify_return_error'];
    const client = Program.openssl([...target, ...wrong, ...shown('client')]);
    expect(await client.exit).not.toBe(0);
    const alert = await server.event('alert', ({ direction }) => direction === 'received');
    expect(alert).toMatchObject({ description: 'unknown_ca', code: 48, epoch: 'cleartext' });
  });

  it.each([
    ['stranger', 'unknown_ca', 48],
    ['expired', 'certificate_expired', 45],
  ])('it is told that its certificate is refused: %s', async (name, description, code) => {
    const client = Program.openssl([...target, ...trusting(), ...shown(name)]);
    expect(await client.exit).not.toBe(0);
    expect(client.stderr).toContain(`SSL alert number ${code}`);
    await server.event('alert', (alert) => alert.description === description && alert.direction === 'sent');
  });
}

function fromOurClient(): void {
  const accepting = () => {
    const demands = ['-Verify', '3', '-verify_return_error', '-CAfile', files.path('client-ca.pem')];
    const log = ['-keylogfile', files.path('theirs-server.log')];
    return Program.openssl(['s_server', '-accept', '0', '-www', ...shown('server'), ...demands, ...log]);
  };
  let server: Program;
  let target: readonly string[];
  beforeAll(async () => {
    server = accepting();
    const port = await server.printed(/ACCEPT \S+:(\d+)/);
    const trust = ['--ca', files.path('server-ca.pem'), '--servername', 'api.example'];
    target = ['client', '--connect', `127.0.0.1:${port}`, ...trust];
  });
  afterAll(() => server.stop());

  it('shake hands, get a page, and log the same secrets', async () => {
    const log = ['--keylog', files.path('ours-client.log')];
    const client = Program.peer(...target, ...files.shown('client'), '--send', REQUEST, ...log);
    expect(await client.exit).toBe(0);
    expect(await client.event('connected')).toMatchObject({ version: '1.3', peer: expect.stringMatching(/^CN=api/) });
    expect((await client.event('answer')).text).toMatch(
      /^HTTP\/1\.0 200 ok.*Subject: O=Countersign Demo, CN=client\.example/s,
    );
    expect(secretsIn('ours-client.log')).toEqual(secretsIn('theirs-server.log'));
  });

  it.each([
    ['stranger', 'unknown_ca', 48],
    ['expired', 'certificate_expired', 45],
    [undefined, 'certificate_required', 116],
  ])('its refusal is reported: %s', async (name, description, code) => {
    const client = Program.peer(...target, ...(name === undefined ? [] : files.shown(name)), '--send', REQUEST);
    expect(await client.exit).toBe(1);
    expect(await client.event('alert')).toMatchObject({ direction: 'received', description, code });
  });
}
