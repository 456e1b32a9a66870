// The small demo PKI of the page: a server's and a client's organisation with root and issuing CA each, and a stranger.
// Minted deterministically, and only what is asked for, so that the page needs no network and no waiting.

import { generateKey, type PrivateKey, publicOf, seededEnv } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';
import { mint, type Template } from './mint.ts';
import { type Premade, premadeOf } from './premade/index.ts';

/** A certificate chain and the private key of its leaf. */
export interface Identity extends Shown {
  readonly key: PrivateKey;
}

/** A certificate chain, with the private key of its leaf if it is at hand. */
export interface Shown {
  /** Leaf first, then intermediates; no root. */
  readonly chain: readonly Certificate[];
  readonly key?: PrivateKey | undefined;
}

export type DemoKind = 'P-256' | 'P-384' | 'RSA' | 'Ed25519';

/** Everything here is made on first use. */
export interface DemoPki {
  readonly kind: DemoKind;
  readonly serverRoot: Certificate;
  readonly clientRoot: Certificate;
  readonly strangerRoot: Certificate;
  /** `api.example`. */
  readonly server: Identity;
  /** `client.example`. */
  readonly client: Identity;
  /** `client.example`, issued by the stranger. */
  readonly strangerClient: Identity;
  /** `api.example`, issued by the stranger. */
  readonly strangerServer: Identity;
  /** The issuing CAs with their keys, for minting more. `chain[0]` is the CA's own certificate. */
  readonly issuers: Readonly<Record<'server' | 'client' | 'stranger' | 'serverRoot' | 'clientRoot', Identity>>;
}

const DAY = 24 * 60 * 60 * 1000;
const REMEMBERED = 12;
const memo = new Map<string, DemoPki>();

/**
 * The demo PKI of one kind of key: the same objects, and on every machine the same bytes, for one kind and UTC day.
 * @param now milliseconds since the Unix epoch; everything is valid then
 */
export function demoPki(kind: DemoKind, now: number): DemoPki {
  const day = Math.floor(now / DAY) * DAY;
  const id = `${kind} ${day}`;
  const known = memo.get(id);
  if (known) return known;
  if (memo.size >= REMEMBERED) memo.clear();
  const made = makePki(kind, day, (label) => premadeOf(kind, day, label));
  memo.set(id, made);
  return made;
}

/**
 * A demo PKI by itself, remembered by nobody.
 * @param day milliseconds since the Unix epoch, at the beginning of a UTC day
 * @param known what need not be computed; left out: everything is
 */
export function makePki(
  kind: DemoKind,
  day: number,
  known: (label: string) => Premade | undefined = () => undefined,
): DemoPki {
  const make = (label: string, template: Omit<Template, 'notBefore' | 'notAfter'>, years: number, issuer?: Identity) =>
    issued(
      kind,
      label,
      { ...template, notBefore: day - 30 * DAY, notAfter: day + years * 365 * DAY },
      issuer,
      known(label),
    );
  const root = (label: string, commonName: string) =>
    once(() => make(label, { subject: name(commonName), ca: { pathLength: 1 } }, 10));
  const issuing = (label: string, commonName: string, parent: () => Identity) =>
    once(() => make(label, { subject: name(commonName), ca: { pathLength: 0 } }, 5, parent()));
  const leaf = (label: string, host: string, extendedKeyUsage: readonly string[], parent: () => Identity) =>
    once(() => make(label, { subject: name(host), extendedKeyUsage, subjectAltNames: [host] }, 1, parent()));
  const below = (child: () => Identity, parent: () => Identity) =>
    once(() => ({ key: child().key, chain: [...child().chain, ...parent().chain] }));

  const serverRoot = root('server root', 'Countersign Server Root');
  const clientRoot = root('client root', 'Countersign Client Root');
  const stranger = root('stranger root', 'Stranger Root CA');
  const serverIssuer = issuing('server issuer', 'Countersign Server Issuing CA', serverRoot);
  const clientIssuer = issuing('client issuer', 'Countersign Client Issuing CA', clientRoot);
  const server = below(leaf('server', 'api.example', ['serverAuth'], serverIssuer), serverIssuer);
  const client = below(leaf('client', 'client.example', ['clientAuth'], clientIssuer), clientIssuer);
  const strangerClient = leaf('stranger client', 'client.example', ['clientAuth'], stranger);
  const strangerServer = leaf('stranger server', 'api.example', ['serverAuth'], stranger);

  return {
    kind,
    get serverRoot() {
      return own(serverRoot());
    },
    get clientRoot() {
      return own(clientRoot());
    },
    get strangerRoot() {
      return own(stranger());
    },
    get server() {
      return server();
    },
    get client() {
      return client();
    },
    get strangerClient() {
      return strangerClient();
    },
    get strangerServer() {
      return strangerServer();
    },
    issuers: {
      get server() {
        return serverIssuer();
      },
      get client() {
        return clientIssuer();
      },
      get stranger() {
        return stranger();
      },
      get serverRoot() {
        return serverRoot();
      },
      get clientRoot() {
        return clientRoot();
      },
    },
  };
}

function name(commonName: string): Template['subject'] {
  return [
    ['O', commonName.startsWith('Stranger') ? 'Stranger' : 'Countersign Demo'],
    ['CN', commonName],
  ];
}

/** Seeds with which the search for primes of an RSA key ends soon: a page shouldn't wait a second for its first picture. */
const QUICK_SEEDS: Readonly<Record<string, number>> = {
  'server root': 24,
  'server issuer': 27,
  server: 14,
  'client root': 26,
  'client issuer': 13,
  client: 20,
  'stranger root': 41,
  'stranger client': 0,
  'stranger server': 42,
};

/** A new key with a certificate from `issuer`, or from itself. */
function issued(kind: DemoKind, label: string, template: Template, issuer?: Identity, known?: Premade): Identity {
  const env = seededEnv(`countersign demo ${kind} ${label} ${QUICK_SEEDS[label]}`, template.notBefore);
  const key = known?.key ?? generateKey(kind, env);
  const [certificate] = issuer?.chain ?? [];
  const signer = { certificate, key: issuer?.key ?? key, signature: known?.signature };
  return { chain: [mint({ ...template, serial: known?.serial }, publicOf(key), signer, env)], key };
}

function own({ chain }: Identity): Certificate {
  const [certificate] = chain;
  if (!certificate) throw new Error('an identity without a certificate');
  return certificate;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
