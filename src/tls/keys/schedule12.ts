// The key schedule of TLS 1.2 (RFC 5246 sections 6.3 and 8.1, RFC 7627): premaster secret → master secret → key block. Every
// derivation is noted. It knows neither messages nor records.

import { type Bytes, concat, fromUint } from '../../bytes/index.ts';
import { type Hash, prf12 } from '../../crypto/index.ts';
import type { Role } from '../terms.ts';
import type { Note } from './schedule.ts';
import type { Suite12 } from './suite.ts';
import { digest, type Transcript } from './transcript.ts';

/** RFC 5246 sections 8.1 and 7.4.9. */
const MASTER_LENGTH = 48;
export const VERIFY_LENGTH = 12;

/** The randoms of the hellos, by who said them. */
export type Randoms = Readonly<Record<Role, Bytes>>;

/** What every later value is made from. */
export interface MasterStage {
  readonly version: '1.2';
  readonly hash: Hash;
  readonly masterSecret: Bytes;
  readonly randoms: Randoms;
}

/** Write keys by who writes with them. `iv` is the fixed part of the nonce (RFC 5288 section 3), or makes it by XOR (RFC 7905 section 2). */
export interface KeyBlock {
  readonly value: Bytes;
  readonly parts: Readonly<Record<Role, { readonly key: Bytes; readonly iv: Bytes }>>;
}

/**
 * RFC 7627 section 4: the master secret, bound to everything said so far.
 * @param transcript ClientHello … ClientKeyExchange
 */
export function extendedMaster(
  hash: Hash,
  premaster: Bytes,
  transcript: Transcript,
  randoms: Randoms,
  note: Note,
): MasterStage {
  const sessionHash = digest(hash, transcript);
  const inputs = [{ name: 'session_hash', value: sessionHash }];
  return master(hash, premaster, 'extended master secret', sessionHash, inputs, randoms, note);
}

/** RFC 5246 section 8.1: the master secret, for a peer that doesn't know the extended one. */
export function classicMaster(hash: Hash, premaster: Bytes, randoms: Randoms, note: Note): MasterStage {
  const inputs = [
    { name: 'client_random', value: randoms.client },
    { name: 'server_random', value: randoms.server },
  ];
  return master(hash, premaster, 'master secret', concat(randoms.client, randoms.server), inputs, randoms, note);
}

type Inputs = readonly { readonly name: string; readonly value: Bytes }[];

function master(
  hash: Hash,
  premaster: Bytes,
  label: string,
  seed: Bytes,
  inputs: Inputs,
  randoms: Randoms,
  note: Note,
): MasterStage {
  const value = prf12(hash, premaster, label, seed, MASTER_LENGTH);
  const from = ['pre_master_secret'];
  note({
    name: 'master_secret',
    operation: 'PRF',
    hash: hash.name,
    label,
    from,
    inputs,
    value,
    keyLog: 'CLIENT_RANDOM',
  });
  return { version: '1.2', hash, masterSecret: value, randoms };
}

/** RFC 5246 section 6.3: client key, server key, client IV, server IV. An AEAD has no MAC keys. */
export function keyBlock(
  { hash, masterSecret, randoms }: MasterStage,
  { aead, fixedIv }: Suite12,
  note: Note,
): KeyBlock {
  const { keyLength } = aead;
  const label = 'key expansion';
  const seed = concat(randoms.server, randoms.client);
  const value = prf12(hash, masterSecret, label, seed, 2 * (keyLength + fixedIv));
  const inputs = [
    { name: 'server_random', value: randoms.server },
    { name: 'client_random', value: randoms.client },
  ];
  note({ name: 'key_block', operation: 'PRF', hash: hash.name, label, from: ['master_secret'], inputs, value });
  const ivs = 2 * keyLength;
  const client = { key: value.slice(0, keyLength), iv: value.slice(ivs, ivs + fixedIv) };
  const server = { key: value.slice(keyLength, ivs), iv: value.slice(ivs + fixedIv) };
  return { value, parts: { client, server } };
}

/**
 * RFC 5246 section 7.4.9: the verify_data of a Finished.
 * @param transcript everything before that Finished
 */
export function verifyData12({ hash, masterSecret }: MasterStage, sender: Role, transcript: Transcript): Bytes {
  return prf12(hash, masterSecret, `${sender} finished`, digest(hash, transcript), VERIFY_LENGTH);
}

/** RFC 5705 section 4: an exporter value, `length` bytes. No context (null) is another thing than an empty one. */
export function exported12(
  { hash, masterSecret, randoms }: MasterStage,
  label: string,
  context: Bytes | null,
  length: number,
): Bytes {
  const counted = context ? [fromUint(context.length, 2), context] : [];
  return prf12(hash, masterSecret, label, concat(randoms.client, randoms.server, ...counted), length);
}
