// Everything that is tried with everything: the rows of the interoperation tests.

import type { DemoKind } from '../../src/pki/index.ts';
import type { ServerConfig } from '../../src/tls/index.ts';
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
  readonly kind: DemoKind;
  readonly clientAuthentication: ServerConfig['clientAuthentication'];
  readonly suite: string;
  readonly exchange: Exchange;
  readonly alpn: readonly string[];
}

const exchanges: readonly Exchange[] = [
  { title: 'x25519', group: 'x25519', curve: 'X25519', reported: 'X25519', retry: false },
  { title: 'secp256r1', group: 'secp256r1', curve: 'P-256', reported: 'prime256v1', retry: false },
  { title: 'secp384r1', group: 'secp384r1', curve: 'P-384', reported: 'secp384r1', retry: false },
  { title: 'HelloRetryRequest', group: 'secp384r1', curve: 'P-384', reported: 'secp384r1', retry: true },
];

const suites = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];

/** All rows, each with its title. */
export const rows: readonly (readonly [string, Row])[] = kinds.flatMap((kind) =>
  (['off', 'asked', 'required'] as const).flatMap((clientAuthentication) =>
    suites.flatMap((suite) =>
      exchanges.flatMap((exchange) =>
        [[], ['http/1.1']].map((alpn) => {
          const words = [kind, `client ${clientAuthentication}`, suite, exchange.title, alpn[0] ?? 'no ALPN'];
          return [words.join(' · '), { kind, clientAuthentication, suite, exchange, alpn }] as const;
        }),
      ),
    ),
  ),
);
