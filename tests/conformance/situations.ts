// What a program would do in every situation of the corpus, beside what it did: the same program at both ends, asked by the command line of
// `check`. It must not know what is right.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../src/lab/own/index.ts';
import { answered } from '../../tools/check/check.ts';
import { readFlags } from '../../tools/check/flags.ts';

const folder = fileURLToPath(new URL('../corpus/cases/', import.meta.url));
const ANY_DAY = '2026-12-01T12:00:00Z';

/** Each program with its column in the table, and the shares of outcomes and of alerts that have to be right. */
export const programs = [
  { like: 'openssl', column: 'openssl', outcomes: 0.98, alerts: 0.95 },
  { like: 'node', column: 'node', outcomes: 0.95, alerts: 0.9 },
  { like: 'node26', column: 'node26', outcomes: 0.95, alerts: 0.9 },
  { like: 'go', column: 'go', outcomes: 0.95, alerts: 0.9 },
  { like: 'gnutls', column: 'gnutls', outcomes: 0.95, alerts: 0.9 },
  { like: 'java', column: 'jsse', outcomes: 0.95, alerts: 0.9 },
] as const;

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

/** One situation with one program: what was found, and what was measured. */
export interface Found {
  readonly name: string;
  readonly like: string;
  /** How it ends, and for whom; the alert that arrives. */
  readonly found: { readonly ending: string; readonly alert: string | undefined };
  readonly measured: { readonly ending: string; readonly alert: string | undefined };
}

/** All situations of a version. Each is asked of all programs in turn: what was computed for one serves the next. */
export async function allIn(version: '1.2' | '1.3'): Promise<readonly Found[]> {
  const truth: Truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'));
  const secrets = mkdtempSync(join(tmpdir(), 'countersign-manners-'));
  const all: Found[] = [];
  for (const name of Object.keys(truth).filter((each) => !each.startsWith('_')))
    for (const { like, column } of programs) {
      const measured = truth[name]?.[`${column}${version.replace('.', '')}`];
      if (!measured) continue;
      const { answer } = await answered(readFlags(flagsOf(name, like, version, secrets)), 0);
      const found = { ending: endingOf(answer), alert: answer.alert?.description };
      all.push({ name, like, found, measured: { ending: measuredEnding(measured), alert: measured.alert?.name } });
    }
  rmSync(secrets, { recursive: true });
  return all;
}

const list = (found: string | readonly string[] | null | undefined): readonly string[] => [found ?? []].flat();

/** The flags that stand for a situation. @param secrets a folder for files of passwords */
function flagsOf(name: string, like: string, version: string, secrets: string): readonly string[] {
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
  const apart = /client 1\.2/.test(all.version);
  const spoken = apart ? ['--client-version', '1.2', '--server-version', '1.3'] : ['--version', version];
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

function endingOf({ outcome, refusedBy, who }: Answer): string {
  if (outcome === 'does not start') return `${who} does not start`;
  return outcome === 'refused' ? `${refusedBy} refuses` : 'works';
}

function measuredEnding({ outcome, refused_by }: Measured): string {
  if (outcome.includes('does not start')) return outcome;
  return outcome.startsWith('works') ? 'works' : `${refused_by} refuses`;
}
