// Record protection of TLS 1.3 (RFC 9846 section 5.2).

import { type Bytes, EMPTY } from '../../bytes/index.ts';
import { TlsFault } from '../fault.ts';
import { expandLabel } from '../keys/schedule.ts';
import type { TrafficSecret } from '../keys/secret.ts';
import type { Suite } from '../keys/suite.ts';
import { contentTypes } from '../wire/iana.ts';
import { decodeInner, encodeInner, encodeRecord, HEADER, MAX_PLAINTEXT, recordField } from '../wire/record.ts';
import { badMac, nonceOf, type Opened, type Protected, type Sealing, type TrafficKeys } from './traffic.ts';

/** RFC 9846 section 7.3: write key and IV from a traffic secret. */
export function trafficKeys(suite: Suite, secret: TrafficSecret): TrafficKeys {
  const { aead, hash } = suite;
  const { epoch, generation } = secret.id;
  const key = expandLabel(hash, secret.value, 'key', EMPTY, aead.keyLength);
  const iv = expandLabel(hash, secret.value, 'iv', EMPTY, aead.nonceLength);
  return { version: '1.3', sealing: sealing13, epoch, generation, suite, secret, key, iv, sequence: 0 };
}

/** RFC 9846 section 5.2. */
export const sealing13: Sealing = { seal: seal13, open: open13 };

/** What a record of TLS 1.3 holds; undefined when its tag does not fit. */
export function plaintextOf({ iv, key, sequence, suite }: TrafficKeys, bytes: Bytes): Bytes | undefined {
  return suite.aead.open(key, nonceOf(iv, sequence), bytes.subarray(0, HEADER), bytes.subarray(HEADER));
}

function seal13(keys: TrafficKeys, content: Bytes, type: number, padding: number, sequence: number): Protected {
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

function open13(keys: TrafficKeys, bytes: Bytes): Opened {
  const plaintext = plaintextOf(keys, bytes);
  if (!plaintext) throw badMac(keys);
  // RFC 9846 5.4: the full encoded TLSInnerPlaintext MUST NOT exceed 2^14 + 1 octets.
  if (plaintext.length > MAX_PLAINTEXT + 1) {
    throw new TlsFault('record-too-long', { what: 'plaintext', length: plaintext.length, most: MAX_PLAINTEXT + 1 });
  }
  const inner = decodeInner(plaintext);
  if (!inner.ok) throw new TlsFault('no-content-type', {});
  const { content, type } = inner.value;
  const nonce = nonceOf(keys.iv, keys.sequence);
  return { bytes, field: recordField(bytes, true), nonce, plaintext, plaintextField: inner.field, content, type };
}
