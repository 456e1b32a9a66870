// What is to be played: a small, serialisable description of a handshake and of everything that goes wrong in it.
// Data only; the catalogue turns ids into behaviour.

import type { Role, Version } from '../tls/index.ts';

/** How much the server wants to know who the client is. */
export type ClientAuthentication = 'off' | 'asked' | 'required';
export type KeyChoice = 'P-256' | 'P-384' | 'RSA' | 'Ed25519';
/** How records are protected, by the name that TLS 1.3 has for it; in TLS 1.2 the same cipher is part of a longer name. */
export type SuiteChoice = 'TLS_AES_128_GCM_SHA256' | 'TLS_AES_256_GCM_SHA384' | 'TLS_CHACHA20_POLY1305_SHA256';
export type GroupChoice = 'x25519' | 'secp256r1' | 'secp384r1';
/** How both sides come to a common secret: with fresh key pairs, or, in TLS 1.2 only, encrypted to the server's RSA key. */
export type KeyExchangeChoice = 'ephemeral' | 'static';

/**
 * Whether the two agree on what is spoken inside the connection, by ALPN (RFC 7301), and on what. `http/1.1`: the client offers nothing
 * else. `h2`: it offers both versions of HTTP, and the server takes the second; or it doesn’t speak that and takes the first (`h2
 * declined`); or it knows nothing of ALPN (`unanswered`). `none`: the client offers nothing. Without an answer HTTP/1.1 is spoken.
 */
export type ProtocolChoice = 'http/1.1' | 'h2' | 'h2 declined' | 'unanswered' | 'none';

/** One thing that goes wrong: an entry of the catalogue, at a place and with parameters where it takes them. */
export interface Mischief {
  readonly id: string;
  readonly at?: number;
  readonly params?: Readonly<Record<string, number>>;
}

export interface Scenario {
  /** The version that both sides speak. */
  readonly version: Version;
  readonly clientAuthentication: ClientAuthentication;
  /** The kind of every certificate's key. */
  readonly keys: KeyChoice;
  readonly suite: SuiteChoice;
  readonly keyExchange: KeyExchangeChoice;
  readonly group: GroupChoice;
  /** The client guesses the group wrong, so that a HelloRetryRequest is needed; in TLS 1.3 only. */
  readonly retry: boolean;
  /** Whether a flight's messages share records where they may. */
  readonly coalesced: boolean;
  /** Whether both sides disguise the handshake for middleboxes: a session id and ChangeCipherSpec records (RFC 9846 appendix E.4). */
  readonly compatibility: boolean;
  readonly alpn: ProtocolChoice;
  /** What the clock of both sides says, in milliseconds since the Unix epoch. */
  readonly at: number;
  /** The host that the client asks for, and expects the server's certificate to name. */
  readonly name: string;
  /**
   * Who is first once the client holds the connection to be there: `server`: whatever the server says is read before the client’s program
   * writes on; `client`: the program writes its request to the end before it reads anything.
   */
  readonly first: Role;
  readonly mischief: readonly Mischief[];
  /** Where all randomness comes from: another seed, another handshake. */
  readonly seed: string;
}

/** What a newcomer sees first: everything goes well, and the server insists on a client certificate. */
export const defaultScenario: Scenario = {
  version: '1.3',
  clientAuthentication: 'required',
  keys: 'P-256',
  suite: 'TLS_AES_128_GCM_SHA256',
  keyExchange: 'ephemeral',
  group: 'x25519',
  retry: false,
  coalesced: false,
  compatibility: false,
  alpn: 'http/1.1',
  at: Date.UTC(2026, 10, 23, 12),
  name: 'api.example',
  first: 'server',
  mischief: [],
  seed: 'countersign',
};

/** Whether this is what a newcomer sees first. */
export function isUsual(scenario: Scenario | undefined): boolean {
  const same = (name: keyof Scenario) => JSON.stringify(scenario?.[name]) === JSON.stringify(defaultScenario[name]);
  return (Object.keys(defaultScenario) as (keyof Scenario)[]).every(same);
}
