// The command line of `check` as data. It knows names and numbers, but opens no file.

import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { type MannerName, manners } from '../../src/lab/manners/index.ts';
import { signatureSchemes, type Version } from '../../src/tls/index.ts';
import { CheckError } from './usage.ts';

const MANNERS = Object.keys(manners) as readonly MannerName[];

export interface SideFlags {
  readonly file: string | undefined;
  readonly key: string | undefined;
  readonly chain: readonly string[];
  readonly passwordFile: string | undefined;
  /** Undefined: the demo's. */
  readonly trusts: string | 'none' | undefined;
  readonly like: MannerName | undefined;
  readonly version: Version | undefined;
}

export interface CheckFlags {
  readonly client: SideFlags;
  readonly server: SideFlags;
  readonly clientAuthentication: 'asked' | 'required';
  readonly name: string | undefined;
  /** Milliseconds since the Unix epoch; undefined: now. */
  readonly at: number | undefined;
  readonly crl: readonly string[];
  readonly crlCheck: boolean;
  readonly verifyDepth: number | undefined;
  /** By IANA's names. */
  readonly serverSigalgs: readonly string[] | undefined;
  readonly also: readonly string[];
  readonly json: boolean;
}

const ofSide = ['', '-key', '-chain', '-password-file', '-trusts', '-like', '-version'];
const valued = [
  ...['client', 'server'].flatMap((side) => ofSide.map((end) => `${side}${end}`)),
  ...['version', 'client-auth', 'name', 'at', 'crl', 'verify-depth', 'server-sigalgs', 'also'],
];
const plain = ['crl-check', 'json', 'help'];
const repeated = ['client-chain', 'server-chain', 'crl', 'also'];

type Values = ReadonlyMap<string, readonly string[]>;

/** Reads the command line. @throws CheckError for everything that isn't as `usage` says */
export function readFlags(args: readonly string[]): CheckFlags {
  const values = valuesIn(args);
  const versions = (flag: string) => choice(values, flag, ['1.2', '1.3']);
  const both = versions('version');
  const side = (role: 'client' | 'server'): SideFlags => ({
    file: one(values, role),
    key: one(values, `${role}-key`),
    chain: values.get(`${role}-chain`) ?? [],
    passwordFile: one(values, `${role}-password-file`),
    trusts: one(values, `${role}-trusts`),
    like: mannerIn(values, role),
    version: versions(`${role}-version`) ?? both,
  });
  return {
    client: side('client'),
    server: side('server'),
    clientAuthentication: choice(values, 'client-auth', ['asked', 'required']) ?? 'required',
    name: nameIn(values),
    at: timeIn(values),
    crl: values.get('crl') ?? [],
    crlCheck: values.has('crl-check'),
    verifyDepth: depthIn(values),
    serverSigalgs: one(values, 'server-sigalgs')?.split(/[:,]/).flatMap(schemesOf),
    also: values.get('also') ?? [],
    json: values.has('json'),
  };
}

function valuesIn(args: readonly string[]): Values {
  const options = Object.fromEntries([
    ...valued.map((name) => [name, { type: 'string' as const }]),
    ...plain.map((name) => [name, { type: 'boolean' as const }]),
  ]);
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values = new Map<string, string[]>();
  let last = '';
  for (const token of tokens) {
    if (token.kind === 'positional' && last === 'also') values.get('also')?.push(token.value);
    else if (token.kind !== 'option')
      throw new CheckError(`"${args[token.index]}" has no place here: say with a flag what it is for.`);
    else {
      const { name, rawName, value } = token;
      last = name;
      if (!(name in options)) throw new CheckError(`There is no flag ${rawName}; --help lists them.`);
      const takes = valued.includes(name);
      if (takes === (value === undefined))
        throw new CheckError(`${rawName} ${takes ? 'needs a value after it' : 'takes no value'}.`);
      if (values.has(name) && !repeated.includes(name))
        throw new CheckError(`${rawName} stands there twice; give it once.`);
      values.set(name, [...(values.get(name) ?? []), value ?? '']);
    }
  }
  return values;
}

function one(values: Values, name: string): string | undefined {
  return values.get(name)?.[0];
}

function choice<T extends string>(values: Values, flag: string, allowed: readonly T[]): T | undefined {
  const given = one(values, flag);
  if (given === undefined) return undefined;
  const found = allowed.find((each) => each === given);
  if (found === undefined)
    throw new CheckError(`--${flag} takes ${allowed.join(', ')}, and "${given}" is none of them.`);
  return found;
}

/** @throws CheckError for a program that there is none of, and for one that can’t be this side */
function mannerIn(values: Values, role: 'client' | 'server'): MannerName | undefined {
  const like = choice(values, `${role}-like`, MANNERS);
  if (like !== undefined && !manners[like].plays.some((each) => each === role))
    throw new CheckError(`--${role}-like takes no ${like}: it is never the ${role}.`);
  return like;
}

function nameIn(values: Values): string | undefined {
  const name = one(values, 'name');
  if (name === undefined || isIP(name) > 0 || (/^[\w-]+(\.[\w-]+)*$/.test(name) && !/^[\d.]+$/.test(name))) return name;
  throw new CheckError(`--name takes a DNS name or an IP address, and "${name}" is neither.`);
}

function timeIn(values: Values): number | undefined {
  const text = one(values, 'at');
  if (text === undefined) return undefined;
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text) ? `${text}Z` : text);
  if (Number.isNaN(time))
    throw new CheckError(`--at takes a time such as 2026-12-01T12:00:00Z, and "${text}" is none.`);
  return time;
}

function depthIn(values: Values): number | undefined {
  const text = one(values, 'verify-depth');
  if (text === undefined) return undefined;
  if (!/^\d{1,2}$/.test(text))
    throw new CheckError(`--verify-depth takes a number from 0 to 99, and "${text}" is none.`);
  return Number(text);
}

/** As OpenSSL writes them, the curve of TLS 1.3 with the hash. */
const opensslNames: Readonly<Record<string, readonly string[]>> = {
  'ECDSA+SHA256': ['ecdsa_secp256r1_sha256'],
  'ECDSA+SHA384': ['ecdsa_secp384r1_sha384'],
  'ECDSA+SHA512': ['ecdsa_secp521r1_sha512'],
  'RSA-PSS+SHA256': ['rsa_pss_rsae_sha256', 'rsa_pss_pss_sha256'],
  'RSA-PSS+SHA384': ['rsa_pss_rsae_sha384', 'rsa_pss_pss_sha384'],
  'RSA-PSS+SHA512': ['rsa_pss_rsae_sha512', 'rsa_pss_pss_sha512'],
  'RSA+SHA256': ['rsa_pkcs1_sha256'],
  'RSA+SHA384': ['rsa_pkcs1_sha384'],
  'RSA+SHA512': ['rsa_pkcs1_sha512'],
  ED25519: ['ed25519'],
};

function schemesOf(text: string): readonly string[] {
  const iana = Object.keys(signatureSchemes.codes).find((name) => name === text.toLowerCase());
  const found = opensslNames[text.toUpperCase()] ?? (iana === undefined ? undefined : [iana]);
  if (!found)
    throw new CheckError(`--server-sigalgs knows no "${text}"; it is written like ECDSA+SHA256:RSA-PSS+SHA256.`);
  return found;
}
