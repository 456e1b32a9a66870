// A second opinion from OpenSSL on what we mint: chains of every pair of CA and leaf keys must pass its strict
// verification, and what it refuses we must refuse as well.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateKey, type PrivateKey, publicOf, seededEnv } from '../../src/crypto/index.ts';
import { defaultScenario, supply } from '../../src/lab/index.ts';
import { castOf } from '../../src/lab/run.ts';
import {
  type Certificate,
  type DemoKind,
  demoPki,
  mint,
  privateKeyFromPem,
  privateKeyToPem,
  signatureSpoiled,
  type Template,
  toPem,
  verifyChain,
} from '../../src/pki/index.ts';
import { pemOf } from '../../src/story/certificates/index.ts';

import { constrained, differences, faults, lapses, type OddChain } from '../unit/pki/odd-chains.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const KINDS: readonly DemoKind[] = ['P-256', 'RSA', 'Ed25519'];
const CURVES = [...KINDS, 'P-384'] as const;

await supply();

const found = spawnSync('openssl', ['version'], { encoding: 'utf8' });
const missing = found.status !== 0;
const why = missing ? ' (skipped: there is no openssl program on this machine)' : ` (${found.stdout.trim()})`;

if (missing && process.env.CI === 'true') {
  it('needs the openssl program', () => {
    expect.fail('There is no openssl program; install it: with CI=true these tests must not be skipped.');
  });
}

describe.skipIf(missing)(`openssl verify${why}`, () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function save(name: string, certificates: readonly Certificate[]): string {
    const path = join(folder, name);
    writeFileSync(path, certificates.map((one) => toPem('CERTIFICATE', one.der)).join(''));
    return path;
  }

  /** What OpenSSL says: `OK`, or its error. */
  function opinion(
    chain: readonly Certificate[],
    root: Certificate,
    purpose: string,
    more: readonly string[] = [],
    strictness: readonly string[] = ['-x509_strict', '-check_ss_sig'],
  ): string {
    const files = [save('leaf.pem', chain.slice(0, 1)), save('others.pem', chain.slice(1)), save('root.pem', [root])];
    const [leaf = '', others = '', anchor = ''] = files;
    const untrusted = chain.length > 1 ? ['-untrusted', others] : [];
    const time = ['-attime', String(NOW / 1000)];
    const options = [...strictness, '-purpose', purpose, '-CAfile', anchor, ...untrusted, ...time, ...more];
    const { status, stdout, stderr } = spawnSync('openssl', ['verify', ...options, leaf], { encoding: 'utf8' });
    return status === 0 && /: OK/.test(stdout) ? 'OK' : `${stdout}${stderr}`;
  }

  it.each(KINDS)('accepts the demo PKI of %s', (kind) => {
    const pki = demoPki(kind, NOW);
    const host = ['-verify_hostname', 'api.example'];
    expect(opinion(pki.server.chain, pki.serverRoot, 'sslserver', host)).toBe('OK');
    expect(opinion(pki.client.chain, pki.clientRoot, 'sslclient')).toBe('OK');
    expect(opinion(pki.strangerClient.chain, pki.strangerRoot, 'sslclient')).toBe('OK');
    expect(opinion(pki.strangerServer.chain, pki.strangerRoot, 'sslserver', host)).toBe('OK');
    expect(opinion(pki.strangerClient.chain, pki.clientRoot, 'sslclient')).toMatch(/unable to get local issuer/);
  });

  // Where its own server would be told the same, each as the entry of the catalogue has it.
  it.each([
    ['verify-depth-exceeded', ['-verify_depth', '0'], /error 22 at 1 depth lookup: certificate chain too long/],
    ['intermediate-as-anchor', [], /error 2 at 1 depth lookup: unable to get issuer certificate/],
    ['intermediate-as-anchor', ['-partial_chain'], /^OK$/],
    ['client-issuer-may-not-sign', [], /error 79 at 1 depth lookup: invalid CA certificate/],
    ['server-clock-behind', ['-attime', String((NOW - DAY) / 1000)], /error 9 at 0 depth lookup: .* not yet valid/],
    ['server-clock-behind', [], /^OK$/],
    ['client-weak-key', ['-auth_level', '2'], /error 66 at 0 depth lookup: EE certificate key too weak/],
    ['client-weak-key', ['-auth_level', '1'], /^OK$/],
    // Since 3.0 level 1 is enough to refuse it.
    ['client-weak-digest', ['-auth_level', '1'], /error 68 at 0 depth lookup: CA signature digest algorithm too weak/],
    ['client-weak-digest', ['-auth_level', '0'], /^OK$/],
  ])('finds what the server of %s finds, told %j', (id, more, said) => {
    const { client, server } = castOf({ ...defaultScenario, mischief: [{ id }] });
    const [anchor] = server.anchors.slice(-1);
    if (!anchor) throw new Error('the server trusts nobody');
    expect(opinion(client.identities[0]?.chain ?? [], anchor, 'sslclient', more, [])).toMatch(said);
  });

  it('reads what the page copies, whose warning is no part of it', () => {
    const { server, serverRoot } = demoPki('P-256', NOW);
    const files = [serverRoot, ...server.chain].map(({ der }, index) => {
      const path = join(folder, `copied-${index}.pem`);
      writeFileSync(path, pemOf(der, {}));
      expect(execFileSync('openssl', ['x509', '-in', path, '-outform', 'DER'])).toEqual(Buffer.from(der));
      return path;
    });
    const [root = '', leaf = '', issuer = ''] = files;
    const time = ['-attime', String(NOW / 1000)];
    const verdict = execFileSync('openssl', ['verify', ...time, '-CAfile', root, '-untrusted', issuer, leaf]);
    expect(verdict.toString()).toContain('OK');
    const all = join(folder, 'copied.pem');
    writeFileSync(all, [issuer, root].map((path) => readFileSync(path, 'utf8')).join(''));
    expect(execFileSync('openssl', ['verify', ...time, '-CAfile', all, leaf]).toString()).toContain('OK');
  });

  const pairs = CURVES.flatMap((ca) => CURVES.map((leaf) => [ca, leaf] as const));
  it.each(pairs)('accepts a chain: CA keys %s, leaf key %s', (ca, leaf) => {
    const { chain, root } = chainOf(keyOf(ca, 'ca'), keyOf(leaf, 'leaf'), {});
    expect(opinion(chain, root, 'sslserver', ['-verify_ip', '192.0.2.7'])).toBe('OK');
    expect(verifyChain({ chain, anchors: [root], role: 'server', name: '192.0.2.7', now: NOW }).failed).toBeUndefined();
  });

  it.each<[string, Partial<Template>, RegExp]>([
    ['expired', { notAfter: NOW - DAY }, /has expired/],
    ['not yet valid', { notBefore: NOW + DAY }, /not yet valid/],
    ['for clients only', { extendedKeyUsage: ['clientAuth'] }, /purpose/],
    ['outside the permitted names', { subjectAltNames: ['other.test'] }, /permitted subtree/],
    ['with an unknown critical extension', { extensions: [odd(true)] }, /critical extension/],
  ])('agrees to refuse a leaf that is %s', (_, change, words) => {
    const { chain, root } = chainOf(keyOf('P-256', 'ca'), keyOf('P-256', 'leaf'), change);
    expect(opinion(chain, root, 'sslserver')).toMatch(words);
    expect(verifyChain({ chain, anchors: [root], role: 'server', now: NOW }).ok).toBe(false);
  });

  it('agrees on names within constraints, and on extensions that are odd but not critical', () => {
    const { chain, root } = chainOf(keyOf('P-256', 'ca'), keyOf('P-256', 'leaf'), { extensions: [odd(false)] });
    expect(opinion(chain, root, 'sslserver')).toBe('OK');
    expect(verifyChain({ chain, anchors: [root], role: 'server', now: NOW }).ok).toBe(true);
  });

  const loosely = (chain: readonly Certificate[], root: Certificate) =>
    opinion(chain, root, 'sslserver', [], ['-check_ss_sig']);
  const usual = ({ chain, root }: OddChain) => verifyChain({ chain, anchors: [root], role: 'server', now: NOW }).ok;

  it.each(Object.entries(lapses))('agrees to take %s', (_, odd) => {
    expect(loosely(odd.chain, odd.root)).toBe('OK');
    expect(usual(odd)).toBe(true);
  });

  it.each(Object.entries(faults))('agrees to refuse %s', (_, odd) => {
    expect(loosely(odd.chain, odd.root)).toMatch(/error/i);
    expect(usual(odd)).toBe(false);
  });

  it.each(Object.entries(differences))('takes %s, and we do not', (_, odd) => {
    expect(loosely(odd.chain, odd.root)).toBe('OK');
    expect(usual(odd)).toBe(false);
  });

  it.each(Object.entries(constrained))('agrees on names: %s', (_, odd) => {
    expect(usual(odd)).toBe(loosely(odd.chain, odd.root) === 'OK');
  });

  it('agrees to refuse a spoiled signature', () => {
    const { chain, root } = chainOf(keyOf('P-256', 'ca'), keyOf('P-256', 'leaf'), {});
    const spoiled = chain.map((one, i) => (i === 0 ? signatureSpoiled(one) : one));
    expect(opinion(spoiled, root, 'sslserver')).toMatch(/signature failure/);
  });

  it.each(CURVES)('reads the private keys that we write: %s', (kind) => {
    const key = keyOf(kind, 'leaf');
    const path = join(folder, 'key.pem');
    writeFileSync(path, privateKeyToPem(key));
    expect(execFileSync('openssl', ['pkey', '-in', path, '-check', '-noout'], { encoding: 'utf8' })).toMatch(/valid/);
    expect(privateKeyFromPem(execFileSync('openssl', ['pkey', '-in', path], { encoding: 'utf8' }))).toEqual(key);
    if (kind === 'Ed25519') return;
    const old = execFileSync('openssl', ['pkey', '-in', path, '-traditional'], { encoding: 'utf8' });
    expect(old).toMatch(/BEGIN (EC|RSA) PRIVATE KEY/);
    expect(privateKeyFromPem(old)).toEqual(key);
  });
});

const keys = new Map<string, PrivateKey>();

function keyOf(kind: (typeof CURVES)[number], label: string): PrivateKey {
  const id = `${kind} ${label}`;
  const key = keys.get(id) ?? generateKey(kind, seededEnv(id, NOW));
  keys.set(id, key);
  return key;
}

function odd(critical: boolean) {
  return { oid: '1.3.6.1.4.1.55738.666.1', critical, value: Uint8Array.of(5, 0) };
}

/** A root and a constrained intermediate of one key each, and a server below. */
function chainOf(ca: PrivateKey, leaf: PrivateKey, change: Partial<Template>) {
  const env = seededEnv('openssl', NOW);
  const dates = { notBefore: NOW - DAY, notAfter: NOW + DAY };
  const root = mint({ subject: 'Root', ca: {}, ...dates }, publicOf(ca), { key: ca }, env);
  const nameConstraints = { permitted: ['example.com', '192.0.2.0/24'], excluded: ['no.example.com', '2001:db8::/33'] };
  const issuing = mint(
    {
      subject: [
        ['C', 'AT'],
        ['CN', 'Issuing'],
      ],
      ca: { pathLength: 0 },
      nameConstraints,
      ...dates,
    },
    publicOf(ca),
    { certificate: root, key: ca },
    env,
  );
  const template: Template = {
    subject: [
      ['O', 'Äpfel & Söhne'],
      ['CN', 'www.example.com'],
    ],
    subjectAltNames: ['www.example.com', '192.0.2.7'],
    extendedKeyUsage: ['serverAuth'],
    ...dates,
    ...change,
  };
  return { root, chain: [mint(template, publicOf(leaf), { certificate: issuing, key: ca }, env), issuing] };
}
