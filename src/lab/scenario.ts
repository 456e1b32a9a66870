// What is to be played: a small, serialisable description of a handshake and of everything that goes wrong in it.
// Data only; the catalogue turns ids into behaviour.

/** How much the server wants to know who the client is. */
export type ClientAuthentication = 'off' | 'asked' | 'required';
export type KeyChoice = 'P-256' | 'RSA' | 'Ed25519';
export type SuiteChoice = 'TLS_AES_128_GCM_SHA256' | 'TLS_AES_256_GCM_SHA384' | 'TLS_CHACHA20_POLY1305_SHA256';
export type GroupChoice = 'x25519' | 'secp256r1' | 'secp384r1';

/** One thing that goes wrong: an entry of the catalogue, at a place and with parameters where it takes them. */
export interface Mischief {
  readonly id: string;
  readonly at?: number;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Scenario {
  readonly clientAuthentication: ClientAuthentication;
  /** The kind of every certificate's key. */
  readonly keys: KeyChoice;
  readonly suite: SuiteChoice;
  readonly group: GroupChoice;
  /** The client guesses the group wrong, so that a HelloRetryRequest is needed. */
  readonly retry: boolean;
  /** Whether a flight's messages share records where they may. */
  readonly coalesced: boolean;
  /** Whether both sides disguise the handshake for middleboxes: a session id and ChangeCipherSpec records (RFC 9846 appendix E.4). */
  readonly compatibility: boolean;
  readonly mischief: readonly Mischief[];
  /** Where all randomness comes from: another seed, another handshake. */
  readonly seed: string;
}

/** What a newcomer sees first: everything goes well, and the server insists on a client certificate. */
export const defaultScenario: Scenario = {
  clientAuthentication: 'required',
  keys: 'P-256',
  suite: 'TLS_AES_128_GCM_SHA256',
  group: 'x25519',
  retry: false,
  coalesced: false,
  compatibility: false,
  mischief: [],
  seed: 'countersign',
};
