// Record protection: seals and opens single records, in TLS 1.3 by itself (RFC 9846 section 5.2). Keys and sequence numbers are
// plain data that callers carry from record to record.

import { type Bytes, EMPTY, type Field } from '../../bytes/index.ts';
import { TlsFault } from '../fault.ts';
import type { Epoch, Version } from '../insight.ts';
import { expandLabel } from '../keys/schedule.ts';
import type { Suite } from '../keys/suite.ts';
import { contentTypes } from '../wire/iana.ts';
import { decodeInner, encodeInner, encodeRecord, HEADER, MAX_PLAINTEXT, recordField } from '../wire/record.ts';
import { badMac, nonceOf, open12, seal12 } from './protect12.ts';

/** The keys of one direction, and how many records they have protected so far. */
export interface TrafficKeys {
  readonly version: Version;
  readonly epoch: Epoch;
  /** 0 for an epoch's first keys, one more for each KeyUpdate. */
  readonly generation: number;
  readonly suite: Suite;
  /** Name and value of the traffic secret; in TLS 1.2, of the key block. */
  readonly secret: { readonly name: string; readonly value: Bytes };
  readonly key: Bytes;
  /** What the key schedule gives of the nonce: twelve bytes, but only four for AES-GCM in TLS 1.2. */
  readonly iv: Bytes;
  readonly sequence: number;
}

/** RFC 9846 section 7.3: write key and IV from a traffic secret. */
export function trafficKeys(epoch: Epoch, suite: Suite, secret: TrafficKeys['secret'], generation = 0): TrafficKeys {
  const { aead, hash } = suite;
  const key = expandLabel(hash, secret.value, 'key', EMPTY, aead.keyLength);
  const iv = expandLabel(hash, secret.value, 'iv', EMPTY, aead.nonceLength);
  return { version: '1.3', epoch, generation, suite, secret, key, iv, sequence: 0 };
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

/** Seals one record; TLS 1.2 knows no padding. `sequence` is the keys' own unless mischief says otherwise. */
export function seal(
  keys: TrafficKeys,
  content: Bytes,
  type: number,
  padding: number,
  sequence = keys.sequence,
): Protected {
  if (keys.version === '1.2') return seal12(keys, content, type, sequence);
  const { aead } = keys.suite;
  const inner = encodeInner(content, type, padding);
  const nonce = nonceOf(keys.iv, sequence);
  const header = encodeRecord(
    contentTypes.codes.application_data,
    0x0303,
    new Uint8Array(inner.bytes.length + aead.tagLength),
  ).subarray(0, HEADER);
  const sealed = aead.seal(keys.key, nonce, header, inner.bytes);
  const bytes = encodeRecord(contentTypes.codes.application_data, 0x0303, sealed);
  return { bytes, field: recordField(bytes, true), nonce, plaintext: inner.bytes, plaintextField: inner.field };
}

/**
 * Opens one record.
 * @param bytes the whole record, header included
 * @throws TlsFault bad-record-mac, record-too-long, no-content-type
 */
export function open(keys: TrafficKeys, bytes: Bytes): Opened {
  return keys.version === '1.2' ? open12(keys, bytes) : open13(keys, bytes);
}

/** What a record of TLS 1.3 holds; undefined when its tag does not fit. */
export function plaintextOf({ iv, key, sequence, suite }: TrafficKeys, bytes: Bytes): Bytes | undefined {
  return suite.aead.open(key, nonceOf(iv, sequence), bytes.subarray(0, HEADER), bytes.subarray(HEADER));
}

function open13(keys: TrafficKeys, bytes: Bytes): Opened {
  const plaintext = plaintextOf(keys, bytes);
  if (!plaintext) throw badMac(keys);
  // RFC 9846 5.4: the full encoded TLSInnerPlaintext MUST NOT exceed 2^14 + 1 octets.
  if (plaintext.length > MAX_PLAINTEXT + 1) {
    throw new TlsFault(
      'record-too-long',
      `The record holds ${plaintext.length} bytes of plaintext; ${MAX_PLAINTEXT + 1} are allowed.`,
    );
  }
  const inner = decodeInner(plaintext);
  if (!inner.ok)
    throw new TlsFault('no-content-type', 'The opened record is nothing but zeros, so it has no content type.');
  const { content, type } = inner.value;
  const nonce = nonceOf(keys.iv, keys.sequence);
  return { bytes, field: recordField(bytes, true), nonce, plaintext, plaintextField: inner.field, content, type };
}
