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
  readonly kind: DemoKind;
  readonly clientAuthentication: ServerConfig['clientAuthentication'];
  readonly suite: string;
  /** The suite in OpenSSL's words. */
  readonly cipher: string;
  readonly exchange: Exchange;
  readonly alpn: readonly string[];
}

const exchanges: readonly Exchange[] = [
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

function suites12(kind: DemoKind): readonly (readonly [suite: string, cipher: string])[] {
  const signer = kind === 'RSA' ? 'RSA' : 'ECDSA';
  return ecdhe.map(([suite, cipher]) => [`TLS_ECDHE_${signer}_WITH_${suite}`, `ECDHE-${signer}-${cipher}`] as const);
}

type Titled = readonly [title: string, row: Row];

function rowsOf(
  version: Version,
  kind: DemoKind,
  suites: readonly (readonly [suite: string, cipher: string])[],
  ways: readonly Exchange[],
): readonly Titled[] {
  return (['off', 'asked', 'required'] as const).flatMap((clientAuthentication) =>
    suites.flatMap(([suite, cipher]) =>
      ways.flatMap((exchange) =>
        [[], ['http/1.1']].map((alpn): Titled => {
          const words = [kind, `client ${clientAuthentication}`, suite, exchange.title, alpn[0] ?? 'no ALPN'];
          return [words.join(' · '), { version, kind, clientAuthentication, suite, cipher, exchange, alpn }];
        }),
      ),
    ),
  );
}

const direct = exchanges.filter(({ retry }) => !retry);

/** All rows, each with its title. */
export const rows: readonly Titled[] = [
  ...kinds.flatMap((kind) => rowsOf('1.3', kind, suites13, exchanges)),
  ...kinds.flatMap((kind) => rowsOf('1.2', kind, suites12(kind), direct)),
  ...rowsOf('1.2', 'RSA', [['TLS_RSA_WITH_AES_128_GCM_SHA256', 'AES128-GCM-SHA256']], [none]),
];

/** Both ends of the range of versions, as Node's options take them. */
export function only(version: Version) {
  const name = `TLSv${version}` as const;
  return { minVersion: name, maxVersion: name };
}
