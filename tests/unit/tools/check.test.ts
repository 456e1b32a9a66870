// The command line of `check`: what it understands, how it ends, and the fields of its answer.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { check } from '../../../tools/check/check.ts';
import { readFlags } from '../../../tools/check/flags.ts';
import { report } from '../../../tools/check/report.ts';
import { CheckError, usage } from '../../../tools/check/usage.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(project, 'tests/corpus/cases');
const own = mkdtempSync(join(tmpdir(), 'countersign-check-'));
afterAll(() => rmSync(own, { recursive: true }));

const day = ['--at', '2026-12-01T12:00:00Z'];
const at = (situation: string, file: string) => join(folder, situation, file);
/** What the client shows in a situation, on a day on which it happened. */
function shown(situation: string): readonly string[] {
  const { client } = JSON.parse(readFileSync(at(situation, 'case.json'), 'utf8'));
  if (client.pkcs12) {
    const secret = join(own, situation);
    writeFileSync(secret, `${client.password}\n`);
    return ['--client', at(situation, client.pkcs12), '--client-password-file', secret, ...day];
  }
  const chain = [client.chain ?? []].flat().flatMap((file: string) => ['--client-chain', at(situation, file)]);
  return ['--client', at(situation, client.certificate), '--client-key', at(situation, client.key), ...chain, ...day];
}

async function asked(args: readonly string[]) {
  const { status, text } = report(await check(readFlags(args), 0), true);
  return { status, ...JSON.parse(text) };
}

function refused(args: readonly string[]): string {
  try {
    readFlags(args);
  } catch (error) {
    if (error instanceof CheckError) return error.message;
    throw error;
  }
  return '';
}

describe('the flags', () => {
  it('are all read', () => {
    const side = (of: string) => [
      ...[`--${of}`, `${of}.p12`, `--${of}-key`, 'key', `--${of}-chain`, 'a', `--${of}-chain`, 'b'],
      ...[
        `--${of}-password-file`,
        'secret',
        `--${of}-trusts`,
        'none',
        `--${of}-like`,
        'java',
        `--${of}-version`,
        '1.2',
      ],
    ];
    const rest = ['--client-auth', 'asked', '--name', '192.0.2.1', '--at', '2026-12-01', '--crl', 'x', '--crl', 'y'];
    const more = ['--crl-check', '--verify-depth', '1', '--server-sigalgs', 'ECDSA+SHA256:ed25519', '--json'];
    const flags = readFlags([...side('client'), ...side('server'), ...rest, ...more, '--also', 'p', 'q']);
    const one = { key: 'key', chain: ['a', 'b'], passwordFile: 'secret', trusts: 'none', like: 'java', version: '1.2' };
    expect(flags).toEqual({
      client: { file: 'client.p12', ...one },
      server: { file: 'server.p12', ...one },
      clientAuthentication: 'asked',
      name: '192.0.2.1',
      at: Date.UTC(2026, 11, 1),
      crl: ['x', 'y'],
      crlCheck: true,
      verifyDepth: 1,
      serverSigalgs: ['ecdsa_secp256r1_sha256', 'ed25519'],
      also: ['p', 'q'],
      json: true,
    });
  });

  it.each([
    [['--cleint', 'x'], 'There is no flag --cleint; --help lists them.'],
    [['--client'], '--client needs a value after it.'],
    [['--json=yes'], '--json takes no value.'],
    [['--name', 'a', '--name', 'b'], '--name stands there twice; give it once.'],
    [['client.pem'], '"client.pem" has no place here: say with a flag what it is for.'],
    [['--version', '1.1'], '--version takes 1.2, 1.3, and "1.1" is none of them.'],
    [['--client-like', 'apache'], /^--client-like takes openssl, nginx, curl, python, .*java, and "apache" is none/],
    [['--client-like', 'nginx'], '--client-like takes no nginx: it is never the client.'],
    [['--server-like', 'curl'], '--server-like takes no curl: it is never the server.'],
    [['--verify-depth', 'deep'], '--verify-depth takes a number from 0 to 99, and "deep" is none.'],
    [['--at', 'soon'], '--at takes a time such as 2026-12-01T12:00:00Z, and "soon" is none.'],
    [['--name', 'a b'], '--name takes a DNS name or an IP address, and "a b" is neither.'],
  ])('%j are refused in a sentence', (args, sentence) => {
    if (typeof sentence === 'string') expect(refused(args)).toBe(sentence);
    else expect(refused(args)).toMatch(sentence);
  });
});

describe('the program', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tools/check.ts', ...args], { cwd: project, encoding: 'utf8' });

  it('ends with 0 where it works, and says so', () => {
    const { status, stdout, stderr } = run(...shown('ok-p256'), '--server-trusts', at('ok-p256', 'server-trusts.pem'));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^It would work\.\n/);
    expect(status).toBe(0);
  }, 60_000);

  it('ends with 2 for a file that is not there, in a sentence and as an object', () => {
    const missing = join(own, 'missing.pem');
    const { status, stdout, stderr } = run('--client', missing, '--json');
    expect(stderr).toBe(`${missing} can't be read: there is no such file.\n`);
    expect(JSON.parse(stdout)).toEqual({ error: stderr.trim() });
    expect(status).toBe(2);
  }, 60_000);

  it('tells how it is called', () => {
    const { status, stdout } = run('--help');
    expect(stdout).toBe(usage);
    expect(status).toBe(0);
  }, 60_000);
});

describe('the answer', () => {
  it('has every field where it works', async () => {
    const trusts = ['--server-trusts', at('ok-p256', 'server-trusts.pem')];
    const { status, ...answer } = await asked([...shown('ok-p256'), ...trusts]);
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      ...{ outcome: 'works', refusedBy: null, who: null, clientCertificate: 'accepted', alert: null },
      ...{ headline: 'It would work.', reason: expect.stringMatching(/CN=/), check: null, remedy: null },
    });
    expect(answer.warnings).toContain('No certificate was given for the server: it shows the demo’s.');
  });

  it('says who refuses, with which alert, and what to change', async () => {
    const trusts = ['--server-trusts', at('bad-client-expired', 'server-trusts.pem')];
    const answer = await asked([...shown('bad-client-expired'), ...trusts]);
    expect(answer).toMatchObject({
      ...{ status: 1, outcome: 'refused', refusedBy: 'server', who: null, clientCertificate: null },
      ...{ alert: { description: 'certificate_expired', code: 45 }, check: 'validity' },
      ...{ headline: 'The server would refuse this client.', reason: expect.stringMatching(/has expired\.$/) },
      remedy: expect.stringMatching(/certificate renewed: it expired on 1 November 2026/),
    });
  });

  it('says whose files keep it from starting', async () => {
    const side = ['--server', at('bad-server-key-mismatch', 'server.pem'), '--server-key'];
    const answer = await asked([...side, at('bad-server-key-mismatch', 'server.key'), ...day]);
    expect(answer).toMatchObject({
      ...{ status: 1, outcome: 'does not start', refusedBy: null, who: 'server', alert: null, check: 'key of another' },
    });
  });

  it('is about the half that was brought: CAs for servers are put aside without a server', async () => {
    const trusts = ['--server-trusts', at('ok-p256', 'server-trusts.pem')];
    const alien = ['--client-trusts', at('ok-p256', 'client-trusts.pem')];
    const answer = await asked([...shown('ok-p256'), ...trusts, ...alien, '--name', 'api.harbour.example']);
    expect(answer).toMatchObject({ outcome: 'works', clientCertificate: 'accepted' });
    expect(answer.warnings.join(' ')).toMatch(/CAs that the client is to trust were not tried/);
    expect(answer.warnings.join(' ')).toMatch(/--name is not looked at/);
    expect(answer.warnings.join(' ')).not.toMatch(/Nothing was given for the client/);
  });

  it('says which programs would do otherwise, and why', async () => {
    const name = 'intermediate-only-in-server-trust';
    const flags = [...shown(name), '--server-trusts', at(name, 'server-trusts.pem')];
    const engine = await asked(flags);
    expect(engine.outcome).toBe('works');
    const [refusing] = engine.elsewhere;
    expect(refusing).toMatchObject({ side: 'server', outcome: 'refused', refusedBy: 'server' });
    expect(refusing.sentence).toMatch(
      /^OpenSSL, Node\.js and nginx as the server would refuse this client\. .* is not a root/,
    );
    const openssl = await asked([...flags, '--server-like', 'openssl']);
    expect(openssl).toMatchObject({ outcome: 'refused', alert: { description: 'unknown_ca' } });
    expect(openssl.elsewhere[0].sentence).toMatch(
      /^Go, GnuTLS, Java and Python as the server would accept this client\.$/,
    );
  });

  it('of nginx is a page, after a handshake that ended well', async () => {
    const name = 'bad-self-signed-client-unknown';
    const trusts = ['--server-trusts', at(name, 'server-trusts.pem'), '--server-like', 'nginx'];
    const stranger = await asked([...shown(name), ...trusts, '--client-like', 'openssl']);
    expect(stranger).toMatchObject({ outcome: 'refused', refusedBy: 'server', alert: null, check: 'trust-anchor' });
    expect(stranger.reason).toMatch(/HTTP 400, “The SSL certificate error”/);
    const nobody = await asked([...trusts, ...day]);
    expect(nobody).toMatchObject({ outcome: 'refused', refusedBy: 'server', clientCertificate: 'none', alert: null });
    expect(nobody.reason).toMatch(/HTTP 400, “No required SSL certificate was sent”/);
    const asking = await asked([...trusts, ...day, '--client-auth', 'asked']);
    expect(asking).toMatchObject({ outcome: 'works', clientCertificate: 'none' });
  });

  it.each([
    ['openssl', 'verify error:num=18:self-signed certificate', 'tlsv1 alert unknown ca'],
    ['node', /socket\.authorizationError: DEPTH_ZERO_SELF_SIGNED_CERT$/, 'closed, without an error'],
    ['go', "tls: client didn't provide a certificate", 'remote error: tls: bad certificate'],
    [
      'gnutls',
      'Error in handshake: Error in the certificate.',
      '*** Fatal error: A TLS fatal alert has been received.',
    ],
    [
      'java',
      'SSLHandshakeException: Empty client certificate chain',
      /^SSLHandshakeException: Received fatal alert: bad_c/,
    ],
  ])('has what %s writes at both ends', async (like, server, client) => {
    const name = 'bad-self-signed-client-unknown';
    const trusts = ['--server-trusts', at(name, 'server-trusts.pem'), '--server-like', like, '--client-like', like];
    const { logs } = await asked([...shown(name), ...trusts]);
    const line = (text: string | RegExp) => (typeof text === 'string' ? text : expect.stringMatching(text));
    expect(logs).toMatchObject([
      { side: 'server', line: line(server) },
      { side: 'client', line: line(client) },
    ]);
  });

  it('of Node says that an application has to look, where a certificate is only asked for', async () => {
    const name = 'asked-client-certificate-unknown-ca';
    const like = ['--client-like', 'node', '--server-like', 'node', '--client-auth', 'asked'];
    const answer = await asked([...shown(name), '--server-trusts', at(name, 'server-trusts.pem'), ...like]);
    expect(answer).toMatchObject({ outcome: 'works', clientCertificate: 'not authorized' });
  });

  it('looks at lists of revoked certificates when told to', async () => {
    const name = 'bad-crl-client-revoked';
    const trusts = [...shown(name), '--server-trusts', at(name, 'server-trusts.pem'), '--crl', at(name, 'revoked.crl')];
    expect(await asked(trusts)).toMatchObject({ check: 'revocation', alert: { description: 'certificate_revoked' } });
    const openssl = await asked([...trusts, '--server-like', 'openssl']);
    expect(openssl).toMatchObject({ outcome: 'works' });
    expect(openssl.warnings.join(' ')).toMatch(/this server has to be told to, with --crl-check/);
    expect(await asked([...trusts, '--server-like', 'openssl', '--crl-check'])).toMatchObject({
      alert: { description: 'certificate_revoked', code: 44 },
    });
    const go = await asked([...trusts, '--server-like', 'go', '--crl-check']);
    expect(go).toMatchObject({ outcome: 'works' });
    expect(go.warnings.join(' ')).toMatch(/its application has to/);
  });
});
