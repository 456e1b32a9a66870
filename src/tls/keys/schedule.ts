// The key schedule of TLS 1.3 (RFC 9846 section 7.1) as typed stages: early → handshake → main. Every derivation is noted.
// It knows neither messages nor records.

import { type Bytes, concat, EMPTY, fromText, fromUint } from '../../bytes/index.ts';
import { type Hash, hkdfExpand, hkdfExtract, hmac } from '../../crypto/index.ts';
import type { Secret } from '../insight.ts';
import type { Role } from '../terms.ts';
import { digest, type Transcript } from './transcript.ts';

/** Name, label and key log label of every secret that Derive-Secret makes. */
export const labels = {
  client_handshake_traffic_secret: { label: 'c hs traffic', keyLog: 'CLIENT_HANDSHAKE_TRAFFIC_SECRET' },
  server_handshake_traffic_secret: { label: 's hs traffic', keyLog: 'SERVER_HANDSHAKE_TRAFFIC_SECRET' },
  client_application_traffic_secret_0: { label: 'c ap traffic', keyLog: 'CLIENT_TRAFFIC_SECRET_0' },
  server_application_traffic_secret_0: { label: 's ap traffic', keyLog: 'SERVER_TRAFFIC_SECRET_0' },
  exporter_secret: { label: 'exp master', keyLog: 'EXPORTER_SECRET' },
  resumption_secret: { label: 'res master', keyLog: undefined },
} as const;

export type SecretName = keyof typeof labels;
export type Note = (secret: Secret) => void;

/** RFC 9846 section 7.1: HKDF-Expand with the structure HkdfLabel. */
export function expandLabel(hash: Hash, secret: Bytes, label: string, context: Bytes, length: number): Bytes {
  const name = fromText(`tls13 ${label}`);
  const info = concat(fromUint(length, 2), fromUint(name.length, 1), name, fromUint(context.length, 1), context);
  return hkdfExpand(hash, secret, info, length);
}

/** The stage between the hellos and the server's Finished. */
export interface HandshakeStage {
  readonly hash: Hash;
  readonly handshakeSecret: Bytes;
  /** Traffic secrets by who writes with them. */
  readonly traffic: Readonly<Record<Role, Bytes>>;
}

/** The stage from the server's Finished on. */
export interface MainStage {
  readonly version: '1.3';
  readonly hash: Hash;
  readonly mainSecret: Bytes;
  readonly traffic: Readonly<Record<Role, Bytes>>;
  readonly exporterSecret: Bytes;
}

/**
 * From the shared secret to the handshake traffic secrets.
 * @param shared the (EC)DHE shared secret, as the group gives it
 * @param transcript ClientHello … ServerHello
 */
export function handshakeStage(hash: Hash, shared: Bytes, transcript: Transcript, note: Note): HandshakeStage {
  const zeros = new Uint8Array(hash.length);
  const earlySecret = extract(hash, 'early_secret', EMPTY, zeros, [], note);
  const salt = derived(hash, 'early_secret', earlySecret, note);
  const handshakeSecret = extract(
    hash,
    'handshake_secret',
    salt,
    shared,
    ['derived from early_secret', 'shared_secret'],
    note,
  );
  const transcriptHash = digest(hash, transcript);
  const derive = (name: SecretName) =>
    deriveSecret(hash, 'handshake_secret', handshakeSecret, name, transcriptHash, note);
  const client = derive('client_handshake_traffic_secret');
  const server = derive('server_handshake_traffic_secret');
  return { hash, handshakeSecret, traffic: { client, server } };
}

/**
 * From the handshake secret to the application traffic secrets and the exporter secret.
 * @param transcript ClientHello … server Finished
 */
export function mainStage({ hash, handshakeSecret }: HandshakeStage, transcript: Transcript, note: Note): MainStage {
  const salt = derived(hash, 'handshake_secret', handshakeSecret, note);
  const mainSecret = extract(
    hash,
    'main_secret',
    salt,
    new Uint8Array(hash.length),
    ['derived from handshake_secret'],
    note,
  );
  const transcriptHash = digest(hash, transcript);
  const derive = (name: SecretName) => deriveSecret(hash, 'main_secret', mainSecret, name, transcriptHash, note);
  const client = derive('client_application_traffic_secret_0');
  const server = derive('server_application_traffic_secret_0');
  return { version: '1.3', hash, mainSecret, traffic: { client, server }, exporterSecret: derive('exporter_secret') };
}

/** @param transcript ClientHello … client Finished */
export function resumptionSecret({ hash, mainSecret }: MainStage, transcript: Transcript, note: Note): Bytes {
  return deriveSecret(hash, 'main_secret', mainSecret, 'resumption_secret', digest(hash, transcript), note);
}

/** RFC 9846 section 7.2: the traffic secret after a KeyUpdate. */
export function nextTrafficSecret(hash: Hash, secret: Bytes, name: string, note: Note): { name: string; value: Bytes } {
  const value = expandLabel(hash, secret, 'traffic upd', EMPTY, hash.length);
  const next = name.replace(/\d+$/, (generation) => String(Number(generation) + 1));
  note({
    name: next,
    operation: 'HKDF-Expand-Label',
    hash: hash.name,
    label: 'traffic upd',
    from: [name],
    inputs: [],
    value,
  });
  return { name: next, value };
}

/**
 * RFC 9846 section 4.5.3: the verify_data of a Finished.
 * @param base the handshake traffic secret of the side that sends it
 * @param transcript everything before that Finished
 */
export function verifyData(hash: Hash, base: Bytes, transcript: Transcript): Bytes {
  return hmac(hash, expandLabel(hash, base, 'finished', EMPTY, hash.length), digest(hash, transcript));
}

/** RFC 9846 section 7.5: an exporter value, `length` bytes. */
export function exported13(hash: Hash, exporterSecret: Bytes, label: string, context: Bytes, length: number): Bytes {
  const secret = expandLabel(hash, exporterSecret, label, hash.digest(), hash.length);
  return expandLabel(hash, secret, 'exporter', hash.digest(context), length);
}

function extract(hash: Hash, name: string, salt: Bytes, ikm: Bytes, from: readonly string[], note: Note): Bytes {
  const value = hkdfExtract(hash, salt, ikm);
  const inputs = [
    { name: 'salt', value: salt },
    { name: 'ikm', value: ikm },
  ];
  note({ name, operation: 'HKDF-Extract', hash: hash.name, from, inputs, value });
  return value;
}

function derived(hash: Hash, from: string, secret: Bytes, note: Note): Bytes {
  const context = hash.digest();
  const value = expandLabel(hash, secret, 'derived', context, hash.length);
  const inputs = [{ name: 'Transcript-Hash("")', value: context }];
  note({
    name: `derived from ${from}`,
    operation: 'Derive-Secret',
    hash: hash.name,
    label: 'derived',
    from: [from],
    inputs,
    value,
  });
  return value;
}

function deriveSecret(
  hash: Hash,
  from: string,
  secret: Bytes,
  name: SecretName,
  transcriptHash: Bytes,
  note: Note,
): Bytes {
  const { label, keyLog } = labels[name];
  const value = expandLabel(hash, secret, label, transcriptHash, hash.length);
  const inputs = [{ name: 'Transcript-Hash', value: transcriptHash }];
  note({
    name,
    operation: 'Derive-Secret',
    hash: hash.name,
    label,
    from: [from],
    inputs,
    value,
    ...(keyLog && { keyLog }),
  });
  return value;
}
