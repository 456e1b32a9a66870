// The key schedule of TLS 1.2 (RFC 5246 sections 6.3 and 8.1, RFC 7627): premaster secret → master secret → key block. Every
// derivation is noted. It knows neither messages nor records.

import { type Bytes, concat, fromUint } from '../../bytes/index.ts';
import { type Hash, prf12 } from '../../crypto/index.ts';
import type { Role } from '../terms.ts';
import type { Agreed, FromPrf, Note, Seed } from './secret.ts';
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
  readonly secret: FromPrf<'master_secret'>;
  readonly randoms: Randoms;
}

/** Write keys by who writes with them. `iv` is the fixed part of the nonce (RFC 5288 section 3), or makes it by XOR (RFC 7905 section 2). */
export interface KeyBlock {
  readonly secret: FromPrf<'key_block'>;
  readonly parts: Readonly<Record<Role, { readonly key: Bytes; readonly iv: Bytes }>>;
}

/** RFC 5246 section 7.4.7.1: a premaster secret that was sent as `sealed`. */
export function sentPremaster(value: Bytes, sealed: Bytes): Agreed {
  return { kind: 'agreed', id: 'pre_master_secret', value, by: { kind: 'RSA', sealed } };
}

/**
 * RFC 7627 section 4: the master secret, bound to everything said so far.
 * @param transcript ClientHello … ClientKeyExchange
 */
export function extendedMaster(
  hash: Hash,
  premaster: Agreed,
  transcript: Transcript,
  randoms: Randoms,
  note: Note,
): MasterStage {
  const seeds = [{ name: 'session_hash', value: digest(hash, transcript) }] as const;
  const secret = fromPrf(hash, 'master_secret', premaster, 'extended master secret', seeds, MASTER_LENGTH, note);
  return { version: '1.2', hash, secret, randoms };
}

/** RFC 5246 section 8.1: the master secret, for a peer that doesn't know the extended one. */
export function classicMaster(hash: Hash, premaster: Agreed, randoms: Randoms, note: Note): MasterStage {
  const seeds = [random('client', randoms), random('server', randoms)];
  const secret = fromPrf(hash, 'master_secret', premaster, 'master secret', seeds, MASTER_LENGTH, note);
  return { version: '1.2', hash, secret, randoms };
}

/** RFC 5246 section 6.3: client key, server key, client IV, server IV. An AEAD has no MAC keys. */
export function keyBlock(
  { hash, secret: master, randoms }: MasterStage,
  { aead, fixedIv }: Suite12,
  note: Note,
): KeyBlock {
  const { keyLength } = aead;
  const seeds = [random('server', randoms), random('client', randoms)];
  const length = 2 * (keyLength + fixedIv);
  const secret = fromPrf(hash, 'key_block', master, 'key expansion', seeds, length, note);
  const { value } = secret;
  const ivs = 2 * keyLength;
  const client = { key: value.slice(0, keyLength), iv: value.slice(ivs, ivs + fixedIv) };
  const server = { key: value.slice(keyLength, ivs), iv: value.slice(ivs + fixedIv) };
  return { secret, parts: { client, server } };
}

function random(of: Role, randoms: Randoms): Seed {
  return { name: `${of}_random`, value: randoms[of] };
}

function fromPrf<N extends FromPrf['id']>(
  hash: Hash,
  id: N,
  from: FromPrf['from'],
  label: string,
  seeds: readonly Seed[],
  length: number,
  note: Note,
): FromPrf<N> {
  const value = prf12(hash, from.value, label, concat(...seeds.map((seed) => seed.value)), length);
  const secret: FromPrf<N> = { kind: 'prf', id, value, hash: hash.name, from, label, seeds };
  note(secret);
  return secret;
}

/**
 * RFC 5246 section 7.4.9: the verify_data of a Finished.
 * @param transcript everything before that Finished
 */
export function verifyData12(
  { hash, secret }: { readonly hash: Hash; readonly secret: FromPrf },
  sender: Role,
  transcript: Transcript,
): Bytes {
  return prf12(hash, secret.value, `${sender} finished`, digest(hash, transcript), VERIFY_LENGTH);
}

/** RFC 5705 section 4: an exporter value, `length` bytes. No context (null) is another thing than an empty one. */
export function exported12(
  { hash, secret, randoms }: MasterStage,
  label: string,
  context: Bytes | null,
  length: number,
): Bytes {
  const counted = context ? [fromUint(context.length, 2), context] : [];
  return prf12(hash, secret.value, label, concat(randoms.client, randoms.server, ...counted), length);
}
