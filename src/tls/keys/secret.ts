// The values of a key schedule, each with what it was made from: RFC 9846 section 7.1, RFC 5246 sections 6.3 and 8.1. Plain data, made
// in this folder and nowhere else. Types only.

import type { Bytes } from '../../bytes/index.ts';
import type { Hash } from '../../crypto/index.ts';
import type { Epoch, Role } from '../terms.ts';

/** Whose half of a key exchange, in which group. */
export interface ShareId {
  readonly kind: 'share';
  readonly of: Role;
  readonly group: string;
}

/** What leads from one stage to the next. */
export interface DerivedId {
  readonly kind: 'derived';
  readonly from: 'early_secret' | 'handshake_secret';
}

/** What one side’s keys come from. */
export interface TrafficId {
  readonly kind: 'traffic';
  readonly of: Role;
  readonly epoch: Exclude<Epoch, 'cleartext'>;
  /** 0 for an epoch's first, one more for each KeyUpdate. */
  readonly generation: number;
}

/** What a side’s Finished is made with: RFC 9846 section 4.5.3. */
export interface FinishedKeyId {
  readonly kind: 'finished_key';
  readonly of: Role;
}

/** What stands in it. */
export interface VerifyDataId {
  readonly kind: 'verify_data';
  readonly of: Role;
}

type StageName = 'early_secret' | 'handshake_secret' | 'main_secret';
type AgreedName = 'shared_secret' | 'pre_master_secret';
type LastName = 'exporter_secret' | 'resumption_secret';
type PrfName = 'master_secret' | 'key_block';

/** Which value it is: the RFC's name where there is one of its kind only, otherwise what tells it from its like. */
export type SecretId =
  | AgreedName
  | StageName
  | LastName
  | PrfName
  | ShareId
  | DerivedId
  | TrafficId
  | FinishedKeyId
  | VerifyDataId;

interface Made<I extends SecretId> {
  readonly id: I;
  readonly value: Bytes;
}

/** A side's half of the key exchange. Its value is the public one. */
export interface Share extends Made<ShareId> {
  readonly kind: 'share';
  readonly privateKey: Bytes;
}

/** What the key exchange gives to both: from two shares in a group, or sent encrypted (RFC 5246 section 7.4.7.1). */
export interface Agreed extends Made<AgreedName> {
  readonly kind: 'agreed';
  readonly by:
    | { readonly kind: 'group'; readonly group: string; readonly privateKey: Bytes; readonly theirs: Bytes }
    | { readonly kind: 'RSA'; readonly sealed: Bytes };
}

/** What stands where a secret could: nothing, or zeros as long as a hash. */
export interface Zeros {
  readonly kind: 'zeros';
  readonly value: Bytes;
}

/** HKDF-Extract. */
export interface Extracted extends Made<StageName> {
  readonly kind: 'extract';
  readonly hash: Hash['name'];
  readonly salt: Secret | Zeros;
  readonly ikm: Secret | Zeros;
}

type ExpandedId = LastName | DerivedId | TrafficId | FinishedKeyId;

/** HKDF-Expand-Label; Derive-Secret, where its context is the hash of messages, or of none. */
export interface Expanded<I extends ExpandedId = ExpandedId> extends Made<I> {
  readonly kind: 'expand';
  readonly hash: Hash['name'];
  readonly from: Secret;
  /** Without its `tls13 ` prefix. */
  readonly label: string;
  readonly over: 'messages' | 'no messages' | 'nothing';
  /** The hash of the messages; empty over nothing. */
  readonly context: Bytes;
}

/** The PRF of TLS 1.2, whose seed is put together from several values. */
export interface FromPrf<N extends PrfName = PrfName> extends Made<N> {
  readonly kind: 'prf';
  readonly hash: Hash['name'];
  readonly from: Secret;
  readonly label: string;
  readonly seeds: readonly Seed[];
}

export interface Seed {
  readonly name: 'session_hash' | 'client_random' | 'server_random';
  readonly value: Bytes;
}

/** HMAC under a key, over the hash of messages. */
export interface Authenticated extends Made<VerifyDataId> {
  readonly kind: 'hmac';
  readonly hash: Hash['name'];
  readonly from: Expanded<FinishedKeyId>;
  readonly context: Bytes;
}

/** One value of a key schedule. */
export type Secret = Share | Agreed | Extracted | Expanded | FromPrf | Authenticated;
export type TrafficSecret = Expanded<TrafficId>;
/** What keys are taken from: a traffic secret, or the key block of TLS 1.2. */
export type KeySource = TrafficSecret | FromPrf<'key_block'>;
/** Told of each value as it is made. */
export type Note = (secret: Secret) => void;
