// The keys of one direction, and what protecting a record with them means in either version. Keys and sequence numbers are plain data
// that callers carry from record to record. It must not know how one version does it.

import { type Bytes, type Field, fromUint } from '../../bytes/index.ts';
import { TlsFault } from '../fault.ts';
import type { KeySource } from '../keys/secret.ts';
import type { Suite } from '../keys/suite.ts';
import type { Epoch, Version } from '../terms.ts';

/** The keys of one direction, and how many records they have protected so far. */
export interface TrafficKeys {
  readonly version: Version;
  /** How this version seals and opens with them. */
  readonly sealing: Sealing;
  readonly epoch: Epoch;
  /** 0 for an epoch's first keys, one more for each KeyUpdate. */
  readonly generation: number;
  readonly suite: Suite;
  /** The traffic secret that they come from; in TLS 1.2, the key block. */
  readonly secret: KeySource;
  readonly key: Bytes;
  /** What the key schedule gives of the nonce: twelve bytes, but only four for AES-GCM in TLS 1.2. */
  readonly iv: Bytes;
  readonly sequence: number;
}

/** A protected record together with what it holds. */
export interface Protected {
  readonly bytes: Bytes;
  readonly field: Field;
  readonly nonce: Bytes;
  readonly plaintext: Bytes;
  readonly plaintextField: Field;
}

/** A protected record that was opened. */
export interface Opened extends Protected {
  readonly content: Bytes;
  readonly type: number;
}

/** What a version does with its keys to one record. */
export interface Sealing {
  /** Seals; TLS 1.2 knows no padding. */
  seal(keys: TrafficKeys, content: Bytes, type: number, padding: number, sequence: number): Protected;
  /**
   * Opens.
   * @param bytes the whole record, header included
   * @throws TlsFault bad-record-mac, record-too-long, no-content-type
   */
  open(keys: TrafficKeys, bytes: Bytes): Opened;
}

/** Seals one record. `sequence` is the keys' own unless somebody says otherwise. */
export function seal(
  keys: TrafficKeys,
  content: Bytes,
  type: number,
  padding: number,
  sequence = keys.sequence,
): Protected {
  return keys.sealing.seal(keys, content, type, padding, sequence);
}

/** Opens one record; see `Sealing`. */
export function open(keys: TrafficKeys, bytes: Bytes): Opened {
  return keys.sealing.open(keys, bytes);
}

/** RFC 9846 section 5.3, RFC 7905 section 2: the sequence number, padded, XORed into the IV. */
export function nonceOf(iv: Bytes, sequence: number): Bytes {
  const nonce = iv.slice();
  const counter = fromUint(sequence, 8);
  const start = iv.length - counter.length;
  for (let i = 0; i < counter.length; i++) nonce[start + i] = (nonce[start + i] as number) ^ (counter[i] as number);
  return nonce;
}

/** What there is to say about a record that doesn't open. */
export function badMac({ sequence }: TrafficKeys): TlsFault {
  return new TlsFault('bad-record-mac', { sequence });
}
