// Everything that is tried with everything: the rows of the interoperation tests.

import type { DemoKind } from '../../src/pki/index.ts';
import type { ServerConfig, Version } from '../../src/tls/index.ts';
import { kinds } from './credentials.ts';

/** A group as our engine, Node's `ecdhCurve` and Node's reports call it. */
export interface Exchange {
  readonly title: string;
  readonly group: string;
  readonly curve: string;
  readonly reported: string;
  /** The client has to be asked for a share in it. */
  readonly retry: boolean;
}

export interface Row {
  readonly version: Version;
  /** The server's kind of keys. */
  readonly kind: DemoKind;
  readonly clientKind: DemoKind;
  readonly clientAuthentication: ServerConfig['clientAuthentication'];
  readonly suite: string;
  /** The suite in OpenSSL's words. */
  readonly cipher: string;
  readonly exchange: Exchange;
  readonly alpn: readonly string[];
  /** Whether OpenSSL knows the extended master secret (RFC 7627), which only TLS 1.2 needs. */
  readonly extended: boolean;
}

const exchanges: readonly [Exchange, ...Exchange[]] = [
  { title: 'x25519', group: 'x25519', curve: 'X25519', reported: 'X25519', retry: false },
  { title: 'secp256r1', group: 'secp256r1', curve: 'P-256', reported: 'prime256v1', retry: false },
  { title: 'secp384r1', group: 'secp384r1', curve: 'P-384', reported: 'secp384r1', retry: false },
  { title: 'HelloRetryRequest', group: 'secp384r1', curve: 'P-384', reported: 'secp384r1', retry: true },
];

/** Static RSA needs no group. */
const none: Exchange = { title: 'no group', group: '', curve: 'X25519', reported: '', retry: false };

const ciphers13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];
const suites13 = ciphers13.map((suite) => [suite, suite] as const);

const ecdhe = [
  ['AES_128_GCM_SHA256', 'AES128-GCM-SHA256'],
  ['AES_256_GCM_SHA384', 'AES256-GCM-SHA384'],
  ['CHACHA20_POLY1305_SHA256', 'CHACHA20-POLY1305'],
] as const;

function suites12(kind: DemoKind): Suites {
  const signer = kind === 'RSA' ? 'RSA' : 'ECDSA';
  return ecdhe.map(([suite, cipher]) => [`TLS_ECDHE_${signer}_WITH_${suite}`, `ECDHE-${signer}-${cipher}`] as const);
}

type Suites = readonly (readonly [suite: string, cipher: string])[];
const staticRsa: Suites = [['TLS_RSA_WITH_AES_128_GCM_SHA256', 'AES128-GCM-SHA256']];
const direct = exchanges.filter(({ retry }) => !retry);
const [x25519] = exchanges;

/** Every way to authenticate the client, with every suite and every group, with and without ALPN. */
function crossed(version: Version, kind: DemoKind, suites: Suites, ways: readonly Exchange[]): readonly Row[] {
  return (['off', 'asked', 'required'] as const).flatMap((clientAuthentication) =>
    suites.flatMap(([suite, cipher]) =>
      ways.flatMap((exchange) =>
        [[], ['http/1.1']].map((alpn): Row => {
          const who = { kind, clientKind: kind, clientAuthentication };
          return { version, ...who, suite, cipher, exchange, alpn, extended: true };
        }),
      ),
    ),
  );
}

/** One row for each suite, and what is special about it. */
function plain(version: Version, kind: DemoKind, suites: Suites, special: Partial<Row>): readonly Row[] {
  const common = {
    version,
    kind,
    clientKind: kind,
    clientAuthentication: 'required',
    alpn: [],
    extended: true,
  } as const;
  return suites.map(([suite, cipher]) => {
    const exchange = suite.startsWith('TLS_RSA') ? none : x25519;
    return { ...common, suite, cipher, exchange, ...special };
  });
}

/** The client's keys are of another kind than the server's. */
function mixed(kind: DemoKind): readonly Row[] {
  const others = kinds.filter((other) => other !== kind);
  const older = kind === 'RSA' ? [...suites12(kind).slice(0, 1), ...staticRsa] : suites12(kind).slice(0, 1);
  return others.flatMap((clientKind) => [
    ...plain('1.3', kind, suites13.slice(0, 1), { clientKind }),
    ...plain('1.2', kind, older, { clientKind }),
  ]);
}

function title({ kind, clientKind, clientAuthentication, suite, exchange, alpn, extended }: Row): string {
  const client = `client ${clientKind === kind ? '' : `${clientKind} `}${clientAuthentication}`;
  const words = [kind, client, suite, exchange.title, alpn[0] ?? 'no ALPN'];
  return [...words, ...(extended ? [] : ['no extended master secret'])].join(' · ');
}

const all: readonly Row[] = [
  ...kinds.flatMap((kind) => crossed('1.3', kind, suites13, exchanges)),
  ...kinds.flatMap((kind) => crossed('1.2', kind, suites12(kind), direct)),
  ...crossed('1.2', 'RSA', staticRsa, [none]),
  ...kinds.flatMap(mixed),
  ...kinds.flatMap((kind) => plain('1.2', kind, suites12(kind), { extended: false })),
  ...plain('1.2', 'RSA', staticRsa, { extended: false }),
];

/** All rows, each with its title. */
export const rows: readonly (readonly [title: string, row: Row])[] = all.map((row) => [title(row), row]);

// OpenSSL's SSL_OP_NO_EXTENDED_MASTER_SECRET, which Node's constants leave out.
const NO_EXTENDED_MASTER_SECRET = 1;

/** OpenSSL's knowledge of the extended master secret, as Node's options take it. */
export function extension({ extended }: Row) {
  return extended ? {} : { secureOptions: NO_EXTENDED_MASTER_SECRET };
}

/** The label under which the master secret has to be derived; TLS 1.3 has none. */
export function masterLabel({ version, extended }: Row): string | undefined {
  if (version === '1.3') return undefined;
  return extended ? 'extended master secret' : 'master secret';
}

export const versions: readonly Version[] = ['1.2', '1.3'];

/** Two suites of a version: one for our end, and the other, in OpenSSL’s words, for Node. */
export const unlikeSuites: Readonly<
  Record<Version, { readonly ours: Pick<ServerConfig, 'suites'>; readonly node: { readonly ciphers: string } }>
> = {
  '1.2': {
    ours: { suites: ['TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'] },
    node: { ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' },
  },
  '1.3': { ours: { suites: ['TLS_AES_128_GCM_SHA256'] }, node: { ciphers: 'TLS_AES_256_GCM_SHA384' } },
};

/** Both ends of the range of versions, as Node's options take them. */
export function only(version: Version) {
  const name = `TLSv${version}` as const;
  return { minVersion: name, maxVersion: name };
}
