// Programs as children: the peer of this repository and, where there is one, openssl. What they print, their events, and
// how they end.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../src/pki/index.ts';
import { faulty, pem, pemOf, pkiOf } from './credentials.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const PATIENCE = 30_000;

export type Event = { readonly event: string } & Readonly<Record<string, unknown>>;

/** A child process. */
export class Program {
  stdout = '';
  stderr = '';
  /** The exit status, once everything that it printed has arrived. */
  readonly exit: Promise<number | null>;
  readonly #child: ChildProcess;
  #waiting: (() => void)[] = [];

  private constructor(command: string, args: readonly string[], input: string | undefined) {
    this.#child = spawn(command, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stdout?.on('data', (piece: Buffer) => {
      this.stdout += piece.toString();
      for (const check of this.#waiting) check();
    });
    this.#child.stderr?.on('data', (piece: Buffer) => {
      this.stderr += piece.toString();
    });
    // A program that ends without reading its input is no failure of the test.
    this.#child.stdin?.on('error', () => undefined);
    if (input !== undefined) this.#child.stdin?.write(input);
    this.exit = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** `npm run peer -- …`, without npm. */
  static peer(...args: readonly string[]): Program {
    return new Program(process.execPath, ['--import', 'tsx', 'tools/peer.ts', ...args], undefined);
  }

  /** `openssl …`; its input stays open. */
  static openssl(args: readonly string[], input = ''): Program {
    return new Program('openssl', args, input);
  }

  /** All events so far. */
  get events(): readonly Event[] {
    return this.stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Event] : []));
  }

  /** The first event of a name, now or later. */
  event(name: string, wanted: (event: Event) => boolean = () => true): Promise<Event> {
    return this.#until(() => this.events.find((event) => event.event === name && wanted(event)), `event "${name}"`);
  }

  /** What the pattern's first group matches on stdout, now or later. */
  printed(pattern: RegExp): Promise<string> {
    return this.#until(() => pattern.exec(this.stdout)?.[1], `text ${pattern}`);
  }

  /** The exit status after asking it to end. */
  stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.exit;
  }

  #until<T>(find: () => T | undefined, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const found = find();
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting = this.#waiting.filter((each) => each !== check);
        resolve(found);
      };
      const timer = setTimeout(
        () => reject(new Error(`no ${what} came; the program printed: ${this.stdout}${this.stderr}`)),
        PATIENCE,
      );
      this.#waiting.push(check);
      check();
    });
  }
}

/** A group of tests that need the openssl program: without it they are skipped, which with CI=true is a failure. */
export function withOpenssl(title: string, tests: () => void): void {
  withPrograms(title, [{ program: 'openssl', from: 'openssl' }], tests);
}

/** A program, the Debian package that it comes from, and how it is asked for its version, where that is not `version`. */
interface Wanted {
  readonly program: string;
  readonly from: string;
  readonly asked?: string;
}

/** Likewise for several programs. */
export function withPrograms(title: string, programs: readonly Wanted[], tests: () => void): void {
  const missing = programs.filter(
    ({ program, asked = 'version' }) => spawnSync(program, [asked], { timeout: PATIENCE }).error,
  );
  const versions = programs.map(({ program }) => (program === 'openssl' ? opensslVersion() : program));
  if (missing.length === 0) {
    describe(`${title} (${versions.join(', ')})`, tests);
    return;
  }
  const names = missing.map(({ program, from }) => `${program} (of ${from})`).join(', ');
  it(`${title}: needs ${names}`, ({ skip }) => {
    if (process.env.CI === 'true')
      expect.fail(`There is no ${names}; install it: with CI=true these tests must not be skipped.`);
    skip(`There is no ${names} on this machine.`);
  });
}

/** What openssl calls itself. */
export function opensslVersion(): string {
  return spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout.trim();
}

/** A scratch folder with the PEM files that the programs need. */
export interface Files {
  readonly path: (name: string) => string;
  /** Flags of the peer that show this identity: `server`, `client`, `stranger` or `expired`. */
  readonly shown: (name: string) => readonly string[];
  /** Writes another identity's certificate and key, to be shown under this name. */
  readonly save: (name: string, identity: Identity) => void;
  readonly remove: () => void;
}

export function pemFiles(): Files {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  const path = (name: string): string => join(folder, name);
  const pki = pkiOf('P-256');
  const identities: Readonly<Record<string, Identity>> = {
    server: pki.server,
    client: pki.client,
    stranger: pki.strangerClient,
    expired: faulty('client', 'expired'),
  };
  const save = (name: string, identity: Identity): void => {
    const { cert, key } = pemOf(identity);
    writeFileSync(path(`${name}.pem`), cert);
    writeFileSync(path(`${name}.key`), key);
  };
  for (const [name, identity] of Object.entries(identities)) save(name, identity);
  writeFileSync(path('server-ca.pem'), pem(pki.serverRoot));
  writeFileSync(path('client-ca.pem'), pem(pki.clientRoot));
  return {
    path,
    save,
    shown: (name) => ['--cert', path(`${name}.pem`), '--key', path(`${name}.key`)],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
