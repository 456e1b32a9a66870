// What an endpoint is told before it starts: plain values, and the seams through which a laboratory may interfere.

import type { Bytes } from '../bytes/index.ts';
import type { Cause, Certificate, ChainInput, Profile, Shown, Verdict } from '../pki/index.ts';
import type { Alerts } from './fault.ts';
import type { Insight } from './insight.ts';
import type { MasterStage } from './keys/schedule12.ts';
import { suites12, suites13 } from './keys/suite.ts';
import type { Transcript } from './keys/transcript.ts';
import type { Machines, State } from './machine.ts';
import type { Heard, Outbox } from './outbox.ts';
import type { Epoch, Role, Version } from './terms.ts';
import type { ClientHello, Dialect12, MessageName } from './wire/message.ts';

/** Names are IANA's: `TLS_AES_128_GCM_SHA256`, `x25519`, `ecdsa_secp256r1_sha256`. Lists are in order of preference. */
export interface CommonConfig {
  /** Versions that may be spoken, in any order: the best one that both sides speak is taken. */
  readonly versions: readonly Version[];
  /** What TLS 1.2 is spoken with: needed where `versions` has it. It comes from outside, so that a page can load it later. */
  readonly tls12?: Tls12;
  /** Of both versions together; those of a version that may not be spoken are left out. */
  readonly suites: readonly string[];
  readonly groups: readonly string[];
  readonly schemes: readonly string[];
  /** Schemes that the peer may sign with; absent: the same. */
  readonly peerSchemes?: readonly string[];
  /** Application protocols; empty: none is spoken of. */
  readonly alpn: readonly string[];
  /** Certificates to choose from when this side has to show one. It goes as far as it can with one whose key is not at hand. */
  readonly identities: readonly Shown[];
  /** CAs that this side trusts for its peers. */
  readonly anchors: readonly Certificate[];
  readonly profile: Profile;
  /** How many intermediates a peer’s chain may have at most; absent: as many as are followed. */
  readonly verifyDepth?: number;
  /** How a peer’s chain is judged; absent: as this engine does. */
  readonly judge?: (input: ChainInput) => Verdict;
  /** What is done about a chain that does not hold; absent: it is refused at once. */
  readonly unproven?: Unproven;
  /** Versions in which it signs only with a key that the keyUsage of its own certificate lets sign (RFC 9846 4.5.1.2). */
  readonly heedKeyUsage?: readonly Version[];
  /** Alerts other than this engine’s. */
  readonly alerts?: Alerts;
  readonly records: RecordConfig;
  readonly seams?: Seams;
}

/** How a side goes on with a peer whose chain was found not to hold. Nobody is known by such a chain. */
export interface Unproven {
  /** What may be wrong with it; everything else is refused at once. */
  readonly causes: 'all' | readonly Cause[];
  /** It is refused when all else of the handshake is done; or the connection is there, and the application has to look. */
  readonly outcome: 'refused when done' | 'goes on';
}

/** A state of TLS 1.2: what else it holds is that version's own business. */
export interface State12 extends State {
  readonly dialect: Dialect12;
}

/** What an endpoint needs on top to speak TLS 1.2: the tables of both roles, how each comes to them, and an exporter (RFC 5705). */
export interface Tls12 {
  readonly client: {
    readonly machines: Machines<State, ClientConfig>;
    /** Takes a ServerHello that answers `offered`. @throws TlsFault for an answer that doesn't fit */
    enter(offered: Offered, heard: Heard<'ServerHello'>, out: Outbox<ClientConfig>): State12;
  };
  readonly server: {
    readonly machines: Machines<State, ServerConfig>;
    /** Takes a ClientHello, and says the whole flight. @throws TlsFault when nothing suits both sides */
    enter(heard: Heard<'ClientHello'>, out: Outbox<ServerConfig>): State12;
  };
  exported(stage: MasterStage, label: string, context: Bytes | null, length: number): Bytes;
}

/** What a client has said so far. */
export interface Offered {
  readonly hello: ClientHello;
  readonly transcript: Transcript;
}

export interface RecordConfig {
  /** Put a flight's messages together into records, instead of one record for each. */
  readonly coalesce: boolean;
  /** Most bytes of content in one record, 1 to 2^14. */
  readonly fragment: number;
  /** Zero bytes added to each protected record; TLS 1.2 has no room for them. */
  readonly padding: number;
  /** RFC 9846 appendix E.4: session id and ChangeCipherSpec for the sake of middleboxes. */
  readonly compatibility: boolean;
}

export interface ClientConfig extends CommonConfig {
  /** The name or the address that the server’s certificate must be for; null: any. */
  readonly serverName: string | null;
  /** Groups to send a share of with the first ClientHello; the others only on request. */
  readonly shares: readonly string[];
  /** Show only a certificate from an authority that the server names, if it names any. RFC 9846 4.5.1.2 advises it; OpenSSL doesn't. */
  readonly heedAuthorities: boolean;
  /** Compare those names byte for byte, and not as RFC 5280 7.1 has it. */
  readonly authoritiesAsWritten?: boolean;
  /** Show no certificate that has expired, as some browsers; absent: the peer may judge. */
  readonly passesOverExpired?: boolean;
  /** What is done with a certificate whose key is of a kind that can’t sign here; absent: it is passed over. */
  readonly strangeKeys?: Readonly<Partial<Record<Version, 'show' | 'refuse'>>>;
}

export interface ServerConfig extends CommonConfig {
  readonly clientAuthentication: 'off' | 'asked' | 'required';
  /** Send certificate_authorities with the subjects of the anchors. */
  readonly nameAuthorities: boolean;
  /** Versions in which the list of those names is left out where it grows longer than it may be; absent: the server refuses then. */
  readonly omitLongList?: readonly Version[];
  /** Take names of letters, digits and hyphens only. */
  readonly plainNames?: boolean;
  /** Send a cookie with a HelloRetryRequest. */
  readonly cookie: boolean;
  readonly tickets: number;
}

/** Where mischief enters. Every seam is optional and does nothing by default; the engine has no other way to misbehave. */
export interface Seams {
  /** A message before it is sealed: what is really said instead (several, or none). */
  readonly bend?: (said: {
    readonly role: Role;
    readonly name: MessageName | 'Unknown';
    readonly bytes: Bytes;
  }) => readonly Bytes[];
  /** Told everything that this side notes about itself, as it happens: who bends a message may need the real keys. */
  readonly watch?: (insight: Insight) => void;
  /** What a record is about to hold, and under which keys. */
  readonly seal?: (inner: {
    readonly role: Role;
    readonly epoch: Epoch;
    readonly ordinal: number;
    readonly content: Bytes;
    readonly type: number;
    readonly padding: number;
    readonly sequence: number;
  }) => {
    readonly content: Bytes;
    readonly type: number;
    readonly padding: number;
    readonly sequence: number;
  };
}

/** What a side speaks TLS 1.2 with. @throws RangeError when its configuration brings nothing along */
export function tls12Of({ tls12 }: CommonConfig): Tls12 {
  if (!tls12) throw new RangeError('TLS 1.2 is allowed, but the configuration brings nothing to speak it with');
  return tls12;
}

/** Schemes that a side takes from its peer. */
export function peerSchemesOf({ schemes: own, peerSchemes = own }: CommonConfig): readonly string[] {
  return peerSchemes;
}

const schemes = [
  'ecdsa_secp256r1_sha256',
  'ecdsa_secp384r1_sha384',
  'ed25519',
  'rsa_pss_rsae_sha256',
  'rsa_pss_rsae_sha384',
  'rsa_pss_rsae_sha512',
  // TLS 1.3 allows these for signatures inside certificates only.
  'rsa_pkcs1_sha256',
  'rsa_pkcs1_sha384',
  'rsa_pkcs1_sha512',
];

const common: CommonConfig = {
  versions: ['1.3'],
  suites: [...suites13, ...suites12].map(({ name }) => name),
  groups: ['x25519', 'secp256r1', 'secp384r1'],
  schemes,
  alpn: [],
  identities: [],
  anchors: [],
  profile: 'usual',
  records: { coalesce: false, fragment: 2 ** 14, padding: 0, compatibility: true },
};

/** Everything this engine speaks in TLS 1.3, and nobody to trust: to be spread and completed. */
export const clientDefaults: ClientConfig = { ...common, serverName: null, shares: ['x25519'], heedAuthorities: true };
export const serverDefaults: ServerConfig = {
  ...common,
  clientAuthentication: 'off',
  nameAuthorities: true,
  cookie: true,
  tickets: 0,
};
