// What is made to take along opens in the programs that people use: OpenSSL, NSS and Java. And the lines that stand beside each file make
// the same with OpenSSL.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { seededEnv } from '../../src/crypto/index.ts';
import { deriveBy } from '../../src/crypto/passwords/index.ts';
import {
  demoFamily,
  type Family,
  holders,
  needsPassword,
  type Paper,
  papersFor,
  papersOf,
  type WishedKey,
  written,
} from '../../src/lab/practice/index.ts';
import { type Item, openFile } from '../../src/pki/containers/index.ts';
import type { Certificate } from '../../src/pki/index.ts';
import { keytoolLine, linesFor } from '../../src/words/making/index.ts';
import { practice, WISHED_KEYS } from '../unit/lab/practice/family.ts';
import { opensslVersion, withPrograms } from './program.ts';

// Java starts anew for every question, and takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const PASSWORD = 'practice 7';
const NOW = Date.now();
const derive = deriveBy(globalThis.crypto.subtle);
const openssl = { program: 'openssl', from: 'openssl' };
const nss = ['pk12util', 'certutil'].map((program) => ({ program, from: 'libnss3-tools' }));
const java = { program: 'keytool', from: 'default-jdk-headless' };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const papersIn = (family: Family): readonly Paper[] => [
  ...holders(family).flatMap((each) => papersOf(each, family)),
  ...family.trusted.flatMap(papersFor),
];

const known = new Map<WishedKey, Promise<Family>>();

/** The family that most tests make do with; RSA takes its time. */
function usual(keys: WishedKey): Promise<Family> {
  const made = known.get(keys) ?? practice({ keys }, NOW);
  known.set(keys, made);
  return made;
}

/** Writes all files of a family into a folder of its own. */
async function saved(family: Family, name: string, password = PASSWORD): Promise<(file: string) => string> {
  const env = seededEnv(name, 0);
  mkdirSync(join(folder, name));
  for (const paper of papersIn(family))
    writeFileSync(
      join(folder, name, paper.file),
      await written(paper, { password, derive, random: (length) => env.random(length) }),
    );
  return (file) => join(folder, name, file);
}

/** What a program prints, on both ways; and how it ended. */
function called(program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return { status, text: `${stdout}${stderr}` };
}

function succeeded(program: string, ...args: readonly string[]): string {
  const { status, text } = called(program, ...args);
  expect(status, `${program} ${args.join(' ')}: ${text}`).toBe(0);
  return text;
}

const dersOf = (items: readonly Item[], wanted: Item['kind']) =>
  items.flatMap((item) => (item.kind === wanted && 'der' in item ? [item.der] : []));

const opened = async (bytes: Uint8Array) =>
  (await openFile(new Uint8Array(bytes), { passwords: [PASSWORD], derive })).items;

/** What a file is like, apart from its keys, numbers and moments. */
async function likeness(path: string): Promise<readonly unknown[]> {
  const items = await opened(readFileSync(path));
  return items.map((item) => ({
    ...item,
    der: undefined,
    key: item.kind === 'private key' ? item.key !== undefined : undefined,
    certificate: item.kind === 'certificate' && item.certificate ? looks(item.certificate) : undefined,
  }));
}

function looks({ subject, issuer, notBefore, notAfter, signatureAlgorithm, extensions }: Certificate) {
  const of = extensions.map(({ name, critical, value }) => [
    name,
    critical,
    name.endsWith('KeyIdentifier') ? '' : [...value].join(),
  ]);
  const days = Math.round((notAfter - notBefore) / 86_400_000);
  return {
    subject: subject.text,
    issuer: issuer.text,
    days,
    algorithm: signatureAlgorithm.name,
    extensions: of.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  };
}

withPrograms('what is made opens in OpenSSL', [openssl], () => {
  const chains = [
    ...WISHED_KEYS.map((keys) => ({ keys, intermediate: true })),
    { keys: 'P-256' as const, intermediate: false },
  ];

  it.each(chains)('which accepts the chains strictly: $keys, with an intermediate: $intermediate', async (wished) => {
    const at = await saved(
      await (wished.intermediate ? usual(wished.keys) : practice(wished, NOW)),
      `strict ${wished.keys} ${wished.intermediate}`,
    );
    const verify = (who: string, ...more: string[]) =>
      succeeded(
        'openssl',
        'verify',
        '-x509_strict',
        '-check_ss_sig',
        '-CAfile',
        at('root.pem'),
        '-untrusted',
        at(`${who}.pem`),
        ...more,
        at(`${who}.pem`),
      );
    expect(verify('client', '-purpose', 'sslclient')).toContain('OK');
    for (const names of [
      ['-verify_hostname', 'localhost'],
      ['-verify_ip', '2001:db8::1'],
      ['-verify_ip', '127.0.0.1'],
    ])
      expect(verify('server', '-purpose', 'sslserver', ...names)).toContain('OK');
  });

  it.each(WISHED_KEYS)('every file, with the same key and the same chain in it: %s', async (keys) => {
    const family = await usual(keys);
    const at = await saved(family, `files ${keys}`);
    for (const { file } of family.ends) {
      const plain = await opened(readFileSync(at(`${file}-all.pem`)));
      const [key, chain] = [dersOf(plain, 'private key'), dersOf(plain, 'certificate')];
      for (const name of [`${file}.p12`, `${file}-old.p12`]) {
        const text = succeeded('openssl', 'pkcs12', '-in', at(name), '-info', '-nodes', '-passin', `pass:${PASSWORD}`);
        expect(text).toMatch(
          name.endsWith('-old.p12')
            ? /MAC: sha1, .*pbeWithSHA1And3-KeyTripleDES-CBC/s
            : /MAC: sha256, .*AES-256-CBC, .*hmacWithSHA256/s,
        );
        expect(text).toContain(`friendlyName: ${file}`);
        const items = await opened(Buffer.from(text));
        expect(dersOf(items, 'certificate')).toEqual(chain);
        expect(dersOf(items, 'private key')).toEqual(key);
      }
      const unlocked = succeeded('openssl', 'pkey', '-in', at(`${file}-encrypted.key`), '-passin', `pass:${PASSWORD}`);
      expect(unlocked.trim()).toBe(readFileSync(at(`${file}.key`), 'utf8').trim());
    }
    const trusted = succeeded(
      'openssl',
      'pkcs12',
      '-in',
      at('truststore.p12'),
      '-nokeys',
      '-passin',
      `pass:${PASSWORD}`,
    );
    expect(trusted).toContain(readFileSync(at('root.pem'), 'utf8'));
  });

  it('under a password with letters beyond ASCII', async () => {
    const password = 'Prüfung – 試験 🔑';
    const at = await saved(await usual('P-256'), 'letters', password);
    for (const name of ['client.p12', 'client-old.p12'])
      succeeded('openssl', 'pkcs12', '-in', at(name), '-noout', '-passin', `pass:${password}`);
    expect(called('openssl', 'pkcs12', '-in', at('client.p12'), '-noout', '-passin', 'pass:Prufung').status).not.toBe(
      0,
    );
  });

  const families: readonly (readonly [string, () => Promise<Family>])[] = [
    ...WISHED_KEYS.filter((keys) => keys !== 'RSA 3072').map(
      (keys) => [`practice with ${keys}`, () => usual(keys)] as const,
    ),
    ['practice without an intermediate', () => practice({ intermediate: false }, NOW)],
    [
      'practice with odd names and purposes',
      () =>
        practice(
          {
            days: 7,
            server: { names: ['*.api.example'], purposes: ['serverAuth', 'clientAuth'] },
            client: { names: ['Zoë O\'Neill/R&D+1 \\ "x" $HOME', 'host.example'], purposes: [] },
          },
          NOW,
        ),
    ],
    ['the demo', () => demoFamily('P-256')],
  ];
  it.each(families)('and is what the lines beside the files make: %s', async (name, family) => {
    const made = await family();
    const at = await saved(made, `ours ${name}`);
    const theirs = join(folder, `theirs ${name}`);
    mkdirSync(theirs);
    const order = [...papersIn(made)].sort((a, b) => rank(a) - rank(b));
    for (const paper of order) {
      const lines = linesFor(paper).map((line) => asked(line, paper));
      succeeded('bash', '-c', `cd '${theirs}' && ${lines.join(' && ')}`);
      if (paper.kind === 'store' && !knowsTrust()) continue;
      expect(await likeness(join(theirs, paper.file)), paper.file).toEqual(await likeness(at(paper.file)));
    }
  });
});

/** Keys come first, then certificates from the root down, then what is made of both. */
function rank(paper: Paper): number {
  if (paper.kind === 'key') return 0;
  if (paper.kind !== 'chain') return 9;
  let count = 1;
  for (let up = paper.of.issuer; up; up = up.issuer) count++;
  return count;
}

/** OpenSSL has known Java’s mark of what is trusted since 3.2; before it, the line works without. */
function knowsTrust(): boolean {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(opensslVersion()) ?? []).map(Number);
  return major > 3 || (major === 3 && minor >= 2);
}

/** A line that asks for no password, with what this program knows. */
function asked(line: string, { kind }: Paper): string {
  if (!needsPassword(kind)) return line;
  const known = knowsTrust() ? line : line.replace(' -jdktrust anyExtendedKeyUsage', '');
  return `${known} -passout 'pass:${PASSWORD}'`;
}

withPrograms('what is made opens in NSS', nss, () => {
  const inNss = WISHED_KEYS.filter((keys) => keys !== 'Ed25519');

  /** An empty database, and a program at work on it. */
  function database(name: string) {
    const place = `sql:${join(folder, name)}`;
    mkdirSync(join(folder, name));
    succeeded('certutil', '-N', '-d', place, '--empty-password');
    return (program: string, ...args: readonly string[]) => called(program, ...args, '-d', place);
  }

  it.each(inNss)('whose tools list and import it, and accept the client: %s', async (keys) => {
    const at = await saved(await usual(keys), `nss ${keys}`);
    for (const name of ['client.p12', 'client-old.p12']) {
      const use = database(`database ${keys} ${name}`);
      expect(use('pk12util', '-l', at(name), '-W', PASSWORD).text).toContain('Friendly Name: client');
      const imported = use('pk12util', '-i', at(name), '-W', PASSWORD);
      expect(imported.text).toContain('PKCS12 IMPORT SUCCESSFUL');
      expect(use('certutil', '-K').text).toContain('client');
      expect(use('certutil', '-A', '-n', 'root', '-t', 'CT,,', '-a', '-i', at('root.pem')).status).toBe(0);
      expect(use('certutil', '-V', '-n', 'client', '-u', 'C').text).toContain('certificate is valid');
    }
  });

  it('but for Ed25519, which it refuses, as is said before the download', async () => {
    const at = await saved(await usual('Ed25519'), 'nss Ed25519');
    const { status, text } = database('database Ed25519')('pk12util', '-i', at('client.p12'), '-W', PASSWORD);
    expect(status, text).not.toBe(0);
  });
});

withPrograms('what is made opens in Java', [java], () => {
  const listed = (file: string) => succeeded('keytool', '-list', '-v', '-keystore', file, '-storepass', PASSWORD);

  it.each(WISHED_KEYS)('as a key with its chain, and as something to trust: %s', async (keys) => {
    const at = await saved(await usual(keys), `java ${keys}`);
    for (const name of ['client.p12', 'client-old.p12', 'server.p12']) {
      const text = listed(at(name));
      expect(text).toMatch(/Entry type: PrivateKeyEntry\nCertificate chain length: 2/);
      expect(text).toContain(`Alias name: ${name.replace(/(-old)?\.p12/, '')}`);
    }
    expect(listed(at('truststore.p12'))).toMatch(/Alias name: root\n.*\nEntry type: trustedCertEntry/);
  });

  it('where its own tool makes the same trust store with the line beside it', async () => {
    const family = await usual('P-256');
    const at = await saved(family, 'keytool');
    const [trusted] = family.trusted;
    if (!trusted) throw new Error('a family whom nobody trusts');
    const line = keytoolLine(trusted, 'by-keytool.p12');
    succeeded('bash', '-c', `cd '${join(folder, 'keytool')}' && ${line} -storepass '${PASSWORD}'`);
    expect(await likeness(at('by-keytool.p12'))).toEqual(await likeness(at('truststore.p12')));
  });
});
