// Makes a small PKI for practice: keys, then certificates from the root down. Randomness, time and RSA keys come from outside. It must
// not know files.

import {
  type Env,
  generateKey,
  type PrivateKey,
  primitives,
  publicOf,
  type RsaPrivateKey,
} from '../../crypto/index.ts';
import { mint, type Template } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Family, Holder } from './family.ts';
import { neededFor } from './needs.ts';
import { isHost, type Leaf, LONGEST_NAME, type Wish, type WishedKey } from './wish.ts';

/** What making takes from outside. */
export interface Workshop {
  readonly env: Env;
  /** Looks for primes, the fastest way there is. */
  rsaKey(bits: number): Promise<RsaPrivateKey>;
}

const DAY = 24 * 60 * 60 * 1000;
/** Clocks differ: what was made a moment ago is valid already where one is slow. */
const LEEWAY = 60 * 60 * 1000;
const AUTHORITY_DAYS = 3650;

/**
 * Makes a PKI. It says of itself that it is for practice, and has a mark of its own, so that no two are taken for one another.
 * @param wish without a shortcoming
 * @throws MissingPart when the primitive for such keys can’t be fetched
 */
export async function makePractice(wish: Wish, workshop: Workshop): Promise<Family> {
  await primitives.need(...neededFor(wish.keys));
  const mark = Array.from(workshop.env.random(2), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
  const made = async (file: string, asked: Asked, issuer?: Holder) => {
    const key = await keyFor(wish.keys, workshop);
    return issued({ file, key, asked, issuer }, workshop.env);
  };
  const root = await made('root', authority(`Practice Root ${mark}`, wish.intermediate ? 1 : 0));
  const middle = wish.intermediate
    ? await made('intermediate', authority(`Practice Intermediate ${mark}`, 0), root)
    : undefined;
  const end = (role: Role) => made(role, leaf(wish, role), middle ?? root);
  const ends = [await end('server'), await end('client')];
  return { trusted: [{ prefix: '', authorities: middle ? [root, middle] : [root] }], ends };
}

/** A template without what all of them have in common. */
interface Asked extends Omit<Template, 'subject' | 'notBefore' | 'notAfter'> {
  readonly commonName: string | undefined;
  readonly days: number;
}

function authority(commonName: string, pathLength: number): Asked {
  return { commonName, days: AUTHORITY_DAYS, ca: { pathLength } };
}

function leaf(wish: Wish, role: Role): Asked {
  const { names, purposes }: Leaf = wish[role];
  const [first = ''] = names;
  const hosts = names.filter(isHost);
  const rsaServer = role === 'server' && wish.keys.startsWith('RSA');
  return {
    commonName: first.length > LONGEST_NAME && isHost(first) ? undefined : first,
    days: wish.days,
    // Static RSA of TLS 1.2 encrypts with the server’s key.
    keyUsage: rsaServer ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'],
    ...(purposes.length > 0 && { extendedKeyUsage: purposes }),
    ...(hosts.length > 0 && { subjectAltNames: hosts }),
  };
}

function keyFor(kind: WishedKey, { env, rsaKey }: Workshop): PrivateKey | Promise<PrivateKey> {
  switch (kind) {
    case 'RSA 2048':
      return rsaKey(2048);
    case 'RSA 3072':
      return rsaKey(3072);
    default:
      return generateKey(kind, env);
  }
}

interface Order {
  readonly file: string;
  readonly key: PrivateKey;
  readonly asked: Asked;
  readonly issuer: Holder | undefined;
}

function issued({ file, key, asked: { commonName, days, ...template }, issuer }: Order, env: Env): Holder {
  const subject: Holder['subject'] = [
    ['O', 'Countersign practice'],
    ...(commonName === undefined ? [] : [['CN', commonName] as const]),
  ];
  const times = { notBefore: env.now - LEEWAY, notAfter: env.now + days * DAY };
  const signer = { certificate: issuer?.certificate, key: issuer?.key ?? key };
  const certificate = mint({ ...template, subject, ...times }, publicOf(key), signer, env);
  return { file, key, certificate, subject, ...(issuer && { issuer }) };
}
