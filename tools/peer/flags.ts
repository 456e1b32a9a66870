// The command line as data. It knows names and numbers, but opens no file.

import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { clientDefaults, type ServerConfig, type Version } from '../../src/tls/index.ts';
import { UsageError } from './usage.ts';

interface CommonFlags {
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
  readonly keylog?: string;
  readonly versions: readonly Version[];
  readonly suites: readonly string[];
  readonly groups: readonly string[];
  readonly schemes: readonly string[];
  readonly alpn: readonly string[];
  /** How long a connection may be silent, in seconds; 0: for ever. */
  readonly timeout: number;
}

export interface ServerFlags extends CommonFlags {
  readonly role: 'server';
  /** The one address to listen on; without it, those of this machine alone. */
  readonly host?: string;
  readonly port: number;
  readonly clientAuthentication: ServerConfig['clientAuthentication'];
  readonly echo: boolean;
}

export interface ClientFlags extends CommonFlags {
  readonly role: 'client';
  readonly host: string;
  readonly port: number;
  readonly serverName: string | null;
  readonly send?: string;
}

const both = ['cert', 'key', 'ca', 'min', 'max', 'suites', 'groups', 'sigalgs', 'alpn', 'keylog', 'timeout'];
const flagsOf: Readonly<Record<string, readonly string[]>> = {
  server: ['host', 'port', 'client-auth', 'echo', ...both],
  client: ['connect', 'servername', 'send', ...both],
};

type Values = ReadonlyMap<string, string>;

/**
 * Reads the command line.
 * @param args without the program's own name
 * @throws UsageError for everything that isn't as `usage` says
 */
export function readFlags(args: readonly string[]): ServerFlags | ClientFlags {
  const [role = '', ...rest] = args;
  const allowed = flagsOf[role];
  if (!allowed) {
    const wrong = role === '' ? 'Say' : `"${role}" is no role; say`;
    throw new UsageError(`${wrong} "server" or "client" first; --help tells more.`);
  }
  const values = readValues(role, allowed, rest);
  return role === 'server' ? serverFlags(values) : clientFlags(values);
}

function readValues(role: string, allowed: readonly string[], args: readonly string[]): Values {
  const options = Object.fromEntries(
    allowed.map((name) => [name, { type: name === 'echo' ? ('boolean' as const) : ('string' as const) }]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option')
      throw new UsageError(`"${args[token.index]}" has no place here; all that follows the role are flags.`);
    const { name, rawName, value } = token;
    if (!allowed.includes(name)) throw new UsageError(unknownFlag(role, rawName));
    if (values.has(name)) throw new UsageError(`${rawName} stands there twice; give it once.`);
    if (name === 'echo' && value !== undefined) throw new UsageError('--echo takes no value.');
    if (name !== 'echo' && value === undefined) throw new UsageError(`${rawName} needs a value after it.`);
    values.set(name, value ?? '');
  }
  return values;
}

function unknownFlag(role: string, flag: string): string {
  const other = role === 'server' ? 'client' : 'server';
  if (flagsOf[other]?.includes(flag.replace(/^--/, '')))
    return `${flag} is a flag of the ${other}, not of the ${role}.`;
  return `There is no flag ${flag}; --help lists those of the ${role}.`;
}

function serverFlags(values: Values): ServerFlags {
  const host = values.get('host');
  if (host !== undefined && isIP(host) === 0)
    throw new UsageError(`--host takes an address of this machine, such as 127.0.0.1 or ::1, and "${host}" is none.`);
  return {
    role: 'server',
    ...(host !== undefined && { host }),
    port: portNumber('--port', values.get('port') ?? '0', 0),
    clientAuthentication: choice(values, 'client-auth', ['off', 'asked', 'required'], 'off'),
    echo: values.has('echo'),
    ...commonFlags(values),
  };
}

function clientFlags(values: Values): ClientFlags {
  const target = values.get('connect');
  if (target === undefined) throw new UsageError('The client needs --connect HOST:PORT to know where to go.');
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(target) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || port === undefined)
    throw new UsageError(`--connect takes HOST:PORT, such as localhost:4433, and "${target}" is not like that.`);
  const send = values.get('send');
  return {
    role: 'client',
    host,
    port: portNumber('--connect', port, 1),
    serverName: serverName(values),
    ...(send !== undefined && { send }),
    ...commonFlags(values),
  };
}

function serverName(values: Values): string | null {
  const name = values.get('servername');
  if (name === undefined) return null;
  if (!/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/.test(name) || /^[\d.]+$/.test(name))
    throw new UsageError(`--servername takes a DNS name, and "${name}" is none.`);
  return name;
}

function commonFlags(values: Values): CommonFlags {
  const files = ['cert', 'key', 'ca', 'keylog'].flatMap((name) => {
    const file = values.get(name);
    if (file === '') throw new UsageError(`--${name} needs the name of a file.`);
    return file === undefined ? [] : [[name, file]];
  });
  const suites = names(values, 'suites', clientDefaults.suites);
  const schemes = names(values, 'sigalgs', clientDefaults.schemes);
  return {
    ...Object.fromEntries(files),
    versions: versions(values, suites, schemes),
    suites,
    groups: names(values, 'groups', clientDefaults.groups),
    schemes,
    alpn: protocols(values),
    timeout: seconds(values),
  };
}

/** From `--min` to `--max`, those that the lists leave something to speak with: at least one is left. */
function versions(values: Values, suites: readonly string[], schemes: readonly string[]): readonly Version[] {
  const known: readonly Version[] = ['1.2', '1.3'];
  const min = choice(values, 'min', known, '1.2');
  const max = choice(values, 'max', known, '1.3');
  const range = known.filter((version) => min <= version && version <= max);
  if (range.length === 0) throw new UsageError(`--min ${min} is above --max ${max}, so no version is left.`);
  const named = range.filter((version) => suites.some((name) => versionOf(name) === version));
  const left = named.filter((version) => version === '1.2' || schemes.some(signsIn13));
  if (left.length > 0) return left;
  const text = range.map((version) => `TLS ${version}`).join(' and ');
  throw new UsageError(
    named.length === 0
      ? `--suites leaves nothing to speak: it names no suite of ${text}.`
      : '--sigalgs leaves nothing to speak: TLS 1.3 needs a scheme other than rsa_pkcs1 to sign with.',
  );
}

/** RFC 9846 appendix B.4: the names of TLS 1.3 don’t say how keys are exchanged; those of TLS 1.2 do, before `WITH`. */
function versionOf(suite: string): Version {
  return suite.includes('_WITH_') ? '1.2' : '1.3';
}

/** RFC 9846 4.3.3: in TLS 1.3, PKCS#1 v1.5 signs certificates and nothing else. */
function signsIn13(scheme: string): boolean {
  return !scheme.startsWith('rsa_pkcs1');
}

function names(values: Values, flag: string, known: readonly string[]): readonly string[] {
  const text = values.get(flag);
  if (text === undefined) return known;
  return text.split(',').map((given) => {
    const name = known.find((each) => each.toLowerCase() === given.trim().toLowerCase());
    if (name === undefined) throw new UsageError(`--${flag} knows no "${given}"; it knows ${known.join(', ')}.`);
    return name;
  });
}

/** RFC 7301 3.1: a protocol name has 1 to 255 bytes. */
function protocols(values: Values): readonly string[] {
  const list = values.get('alpn')?.split(',') ?? [];
  if (list.some((name) => name === '' || Buffer.byteLength(name) > 255))
    throw new UsageError('--alpn takes names of 1 to 255 bytes, separated by commas, such as h2,http/1.1.');
  return list;
}

function choice<T extends string>(values: Values, flag: string, allowed: readonly T[], otherwise: T): T {
  const given = values.get(flag);
  const found = allowed.find((each) => each === (given ?? otherwise));
  if (found === undefined) throw new UsageError(`--${flag} takes ${allowed.join(' or ')}, and "${given}" is neither.`);
  return found;
}

/** A day at most: no clock of Node's takes much more than three weeks. */
function seconds(values: Values): number {
  const text = values.get('timeout') ?? '120';
  const given = Number(text);
  if (!/^\d+$/.test(text) || given > 86_400)
    throw new UsageError(`--timeout takes a number of seconds from 0 to 86400, and "${text}" is none.`);
  return given;
}

function portNumber(flag: string, text: string, lowest: number): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < lowest || port > 65535)
    throw new UsageError(`${flag} takes a port number from ${lowest} to 65535, and "${text}" is none.`);
  return port;
}
