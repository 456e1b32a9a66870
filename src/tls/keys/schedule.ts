// The key schedule of TLS 1.3 (RFC 9846 section 7.1) as typed stages: early → handshake → main → completed. Every derivation is noted.
// It knows neither messages nor records.

import { type Bytes, concat, EMPTY, fromText, fromUint } from '../../bytes/index.ts';
import { type Hash, hkdfExpand, hkdfExtract, hmac } from '../../crypto/index.ts';
import type { Role } from '../terms.ts';
import type {
  Agreed,
  DerivedId,
  Expanded,
  Extracted,
  Note,
  Secret,
  TrafficId,
  TrafficSecret,
  Zeros,
} from './secret.ts';
import { digest, noMessages, type Transcript } from './transcript.ts';

/** RFC 9846 section 7.1: the structure HkdfLabel, which HKDF-Expand takes as its info. */
export function hkdfLabel(label: string, context: Bytes, length: number): Bytes {
  const name = fromText(`tls13 ${label}`);
  return concat(fromUint(length, 2), fromUint(name.length, 1), name, fromUint(context.length, 1), context);
}

/** RFC 9846 section 7.1: HKDF-Expand-Label. */
export function expandLabel(hash: Hash, secret: Bytes, label: string, context: Bytes, length: number): Bytes {
  return hkdfExpand(hash, secret, hkdfLabel(label, context, length), length);
}

/** Traffic secrets by who writes with them. */
type Traffic = Readonly<Record<Role, TrafficSecret>>;

/** The stage before the hellos agree on anything. */
export interface EarlyStage {
  readonly hash: Hash;
  readonly secret: Extracted;
}

/** The stage between the hellos and the server's Finished. */
export interface HandshakeStage {
  readonly hash: Hash;
  readonly secret: Extracted;
  readonly traffic: Traffic;
}

/** The stage from the server's Finished on. */
export interface MainStage {
  readonly hash: Hash;
  readonly secret: Extracted;
  readonly traffic: Traffic;
  readonly exporter: Expanded<'exporter_secret'>;
}

/** What is left of the schedule once both have said Finished. */
export interface Completed {
  readonly version: '1.3';
  readonly hash: Hash;
  readonly exporter: Expanded<'exporter_secret'>;
  readonly resumption: Expanded<'resumption_secret'>;
}

/** Where the schedule begins. @param psk a key from an earlier connection, or from elsewhere; zeros without one */
export function earlyStage(hash: Hash, note: Note, psk?: Secret): EarlyStage {
  return { hash, secret: extract(hash, 'early_secret', zeros(0), psk ?? zeros(hash.length), note) };
}

/**
 * From what both sides agreed on to the handshake traffic secrets.
 * @param transcript ClientHello … ServerHello
 */
export function handshakeStage(
  { hash, secret: early }: EarlyStage,
  agreed: Agreed,
  transcript: Transcript,
  note: Note,
): HandshakeStage {
  const salt = derived(hash, early, 'early_secret', note);
  const secret = extract(hash, 'handshake_secret', salt, agreed, note);
  return { hash, secret, traffic: trafficSecrets(hash, secret, 'handshake', transcript, note) };
}

/**
 * From the handshake secret to the application traffic secrets and the exporter secret.
 * @param transcript ClientHello … server Finished
 */
export function mainStage({ hash, secret: handshake }: HandshakeStage, transcript: Transcript, note: Note): MainStage {
  const salt = derived(hash, handshake, 'handshake_secret', note);
  const secret = extract(hash, 'main_secret', salt, zeros(hash.length), note);
  const traffic = trafficSecrets(hash, secret, 'application', transcript, note);
  const exporter = deriveSecret(hash, secret, 'exporter_secret', 'exp master', transcript, note);
  return { hash, secret, traffic, exporter };
}

/** What a connection keeps. @param transcript ClientHello … client Finished */
export function completed({ hash, secret, exporter }: MainStage, transcript: Transcript, note: Note): Completed {
  const resumption = deriveSecret(hash, secret, 'resumption_secret', 'res master', transcript, note);
  return { version: '1.3', hash, exporter, resumption };
}

/** RFC 9846 section 7.2: the traffic secret after a KeyUpdate. */
export function nextTrafficSecret(hash: Hash, from: TrafficSecret, note: Note): TrafficSecret {
  const id = { ...from.id, generation: from.id.generation + 1 };
  const value = expandLabel(hash, from.value, 'traffic upd', EMPTY, hash.length);
  return noted({ ...expanded(hash, from, 'traffic upd', id, value), over: 'nothing', context: EMPTY }, note);
}

/**
 * RFC 9846 section 4.5.3: the verify_data of a Finished.
 * @param base the handshake traffic secret of the side that sends it
 * @param transcript everything before that Finished
 */
export function verifyData(hash: Hash, base: TrafficSecret, transcript: Transcript, note: Note): Bytes {
  const { of } = base.id;
  const id = { kind: 'finished_key', of } as const;
  const key = expandLabel(hash, base.value, 'finished', EMPTY, hash.length);
  const from = noted({ ...expanded(hash, base, 'finished', id, key), over: 'nothing', context: EMPTY } as const, note);
  const context = digest(hash, transcript);
  const value = hmac(hash, key, context);
  note({ kind: 'hmac', id: { kind: 'verify_data', of }, value, hash: hash.name, from, context });
  return value;
}

/** RFC 9846 section 7.5: an exporter value, `length` bytes. */
export function exported13({ hash, exporter }: Completed, label: string, context: Bytes, length: number): Bytes {
  const secret = expandLabel(hash, exporter.value, label, hash.digest(), hash.length);
  return expandLabel(hash, secret, 'exporter', hash.digest(context), length);
}

function zeros(length: number): Zeros {
  return { kind: 'zeros', value: new Uint8Array(length) };
}

function extract(hash: Hash, id: Extracted['id'], salt: Secret | Zeros, ikm: Secret | Zeros, note: Note): Extracted {
  const value = hkdfExtract(hash, salt.value, ikm.value);
  return noted({ kind: 'extract', id, value, hash: hash.name, salt, ikm }, note);
}

function derived(hash: Hash, secret: Extracted, from: DerivedId['from'], note: Note): Expanded<DerivedId> {
  return deriveSecret(hash, secret, { kind: 'derived', from }, 'derived', noMessages, note);
}

function trafficSecrets(
  hash: Hash,
  from: Extracted,
  epoch: TrafficId['epoch'],
  transcript: Transcript,
  note: Note,
): Traffic {
  const of = (role: Role): TrafficSecret => {
    const label = `${role === 'client' ? 'c' : 's'} ${epoch === 'handshake' ? 'hs' : 'ap'} traffic`;
    return deriveSecret(hash, from, { kind: 'traffic', of: role, epoch, generation: 0 }, label, transcript, note);
  };
  const client = of('client');
  return { client, server: of('server') };
}

/** RFC 9846 section 7.1: Derive-Secret. */
function deriveSecret<I extends Expanded['id']>(
  hash: Hash,
  from: Secret,
  id: I,
  label: string,
  transcript: Transcript,
  note: Note,
): Expanded<I> {
  const context = digest(hash, transcript);
  const value = expandLabel(hash, from.value, label, context, hash.length);
  const over = transcript.length > 0 ? 'messages' : 'no messages';
  return noted({ ...expanded(hash, from, label, id, value), over, context }, note);
}

function expanded<I extends Expanded['id']>(hash: Hash, from: Secret, label: string, id: I, value: Bytes) {
  return { kind: 'expand', id, value, hash: hash.name, from, label } as const;
}

function noted<S extends Secret>(secret: S, note: Note): S {
  note(secret);
  return secret;
}
