// What each program would do in every situation of the corpus, held against what it did: outcome, refusing side and alert, the same program
// at both ends. Each difference that is left is named, with its reason.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/lab/own/index.ts';
import { check } from '../../tools/check/check.ts';
import { readFlags } from '../../tools/check/flags.ts';

const folder = fileURLToPath(new URL('../corpus/cases/', import.meta.url));
const secrets = mkdtempSync(join(tmpdir(), 'countersign-manners-'));
afterAll(() => rmSync(secrets, { recursive: true }));

/** Each program with its column in the table, and the shares of outcomes and of alerts that have to be right. */
const programs = [
  { like: 'openssl', column: 'openssl', outcomes: 0.98, alerts: 0.95 },
  { like: 'node', column: 'node', outcomes: 0.95, alerts: 0.9 },
  { like: 'node26', column: 'node26', outcomes: 0.95, alerts: 0.9 },
  { like: 'go', column: 'go', outcomes: 0.95, alerts: 0.9 },
  { like: 'gnutls', column: 'gnutls', outcomes: 0.95, alerts: 0.9 },
  { like: 'java', column: 'jsse', outcomes: 0.95, alerts: 0.9 },
] as const;
const versions = ['1.2', '1.3'] as const;
const ANY_DAY = '2026-12-01T12:00:00Z';

/** What is not as it was measured, by program, version and situation; the reason is for whoever reads this. */
const differences: Readonly<Record<string, string>> = {
  'node26 1.3 brainpool-client':
    'OpenSSL 3.5 has schemes for brainpool curves in TLS 1.3; this page has no such curve to sign with.',
  'go 1.2 bad-ca-list-too-long':
    'The server sends a list of more than 65,535 bytes, which no engine that keeps to the format can write.',
  'gnutls 1.2 bad-ca-list-too-long': 'The same: the client stumbles over a length that does not fit.',
  'java 1.2 bad-clock-in-the-past (alert)':
    'In TLS 1.2, and for this alone, Java sends bad_certificate; measured once, and not explained.',
};

interface Side {
  readonly certificate?: string;
  readonly key?: string;
  readonly chain?: string | readonly string[];
  readonly pkcs12?: string;
  readonly password?: string;
  readonly trusts: string | null;
}
interface Situation {
  readonly version: string;
  readonly client_auth: string;
  readonly server_name: string;
  readonly clock: string | null;
  readonly crl_check: boolean;
  readonly crl: string | readonly string[] | null;
  readonly server_client_sigalgs: string | readonly string[] | null;
  readonly server_verify_depth?: number | null;
  readonly client: Side;
  readonly server: Side;
}
interface Measured {
  readonly outcome: string;
  readonly refused_by: string | null;
  readonly alert: { readonly name: string } | null;
}
type Truth = Readonly<Record<string, Readonly<Record<string, Measured>>>>;

const truth: Truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
const names = readdirSync(folder).filter((name) => name !== 'truth.json');
const list = (found: string | readonly string[] | null | undefined): readonly string[] => [found ?? []].flat();

/** The flags that stand for a situation. */
function flagsOf(name: string, like: string, version: string): readonly string[] {
  const at = (file: string) => join(folder, name, file);
  const all: Situation = JSON.parse(readFileSync(at('case.json'), 'utf8'));
  const side = (role: 'client' | 'server') => {
    const { certificate, key, chain, pkcs12, password, trusts } = all[role];
    const secret = join(secrets, `${name}-${role}`);
    if (password !== undefined) writeFileSync(secret, password);
    return [
      ...(pkcs12 ? [`--${role}`, at(pkcs12), `--${role}-password-file`, secret] : []),
      ...(certificate && key ? [`--${role}`, at(certificate), `--${role}-key`, at(key)] : []),
      ...list(chain).flatMap((file) => [`--${role}-chain`, at(file)]),
      ...[`--${role}-trusts`, trusts === null ? 'none' : at(trusts), `--${role}-like`, like],
    ];
  };
  const spoken = /client 1\.2/.test(all.version)
    ? ['--client-version', '1.2', '--server-version', '1.3']
    : ['--version', version];
  const schemes = list(all.server_client_sigalgs).join(',');
  return [
    ...[...side('client'), ...side('server'), ...spoken],
    ...list(all.crl).flatMap((file) => ['--crl', at(file)]),
    ...(all.crl_check ? ['--crl-check'] : []),
    ...['--name', all.server_name, '--client-auth', all.client_auth, '--at', all.clock ?? ANY_DAY],
    ...(all.server_verify_depth == null ? [] : ['--verify-depth', String(all.server_verify_depth)]),
    ...(schemes ? ['--server-sigalgs', schemes] : []),
  ];
}

/** In a few words: how it ended, and for whom. */
function ending({ outcome, refusedBy, who }: Answer): string {
  return outcome === 'does not start'
    ? `${who} does not start`
    : outcome === 'refused'
      ? `${refusedBy} refuses`
      : 'works';
}

function measuredEnding({ outcome, refused_by }: Measured): string {
  if (outcome.includes('does not start')) return outcome;
  return outcome.startsWith('works') ? 'works' : `${refused_by} refuses`;
}

interface Found {
  readonly name: string;
  readonly measured: Measured;
  readonly answer: Answer;
}

/** All situations of a column. A situation is asked of all programs in turn: what was computed for one serves the next. */
const columns: ReadonlyMap<string, readonly Found[]> = await (async () => {
  const found = new Map<string, Found[]>();
  for (const name of names)
    for (const version of versions)
      for (const { like, column } of programs) {
        const measured = truth[name]?.[`${column}${version.replace('.', '')}`];
        if (!measured) continue;
        const { answer } = await check(readFlags(flagsOf(name, like, version)), 0);
        const key = `${like} ${version}`;
        found.set(key, [...(found.get(key) ?? []), { name, measured, answer }]);
      }
  return found;
})();

describe.each(programs)('$like', ({ like, outcomes, alerts }) => {
  it.each(versions)('does in TLS %s what it did', (version) => {
    const key = `${like} ${version}`;
    const column = columns.get(key) ?? [];
    const odd = column.filter(({ measured, answer }) => ending(answer) !== measuredEnding(measured));
    expect(odd.map(({ name, answer }) => `${name}: ${ending(answer)}`)).toEqual(
      odd.filter(({ name }) => differences[`${key} ${name}`]).map(({ name, answer }) => `${name}: ${ending(answer)}`),
    );
    expect(1 - odd.length / column.length).toBeGreaterThanOrEqual(outcomes);
  });

  it.each(versions)('sends in TLS %s the alert that it sent', (version) => {
    const key = `${like} ${version}`;
    const told = (columns.get(key) ?? []).filter(({ measured: { alert } }) => alert);
    const odd = told.filter(({ measured, answer }) => answer.alert?.description !== measured.alert?.name);
    const excused = odd.filter(({ name }) => differences[`${key} ${name}`] ?? differences[`${key} ${name} (alert)`]);
    expect(odd.map(({ name, answer }) => `${name}: ${answer.alert?.description}`)).toEqual(
      excused.map(({ name, answer }) => `${name}: ${answer.alert?.description}`),
    );
    expect(1 - odd.length / told.length).toBeGreaterThanOrEqual(alerts);
  });
});

it('names no difference that there is not', () => {
  const real = programs.flatMap(({ like }) =>
    versions.flatMap((version) =>
      (columns.get(`${like} ${version}`) ?? []).flatMap(({ name, measured, answer }) => {
        const key = `${like} ${version} ${name}`;
        if (ending(answer) !== measuredEnding(measured)) return [key];
        return measured.alert && answer.alert?.description !== measured.alert.name ? [`${key} (alert)`] : [];
      }),
    ),
  );
  expect(real.sort()).toEqual(Object.keys(differences).sort());
});
