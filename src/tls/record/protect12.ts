// Record protection of TLS 1.2 with authenticated ciphers (RFC 5246 section 6.2.3.3): AES-GCM, where each record carries eight
// bytes of its nonce (RFC 5288 section 3), and ChaCha20-Poly1305, where none does (RFC 7905 section 2).

import { type Bytes, concat, decode, EMPTY, encode, fromUint, rest, struct } from '../../bytes/index.ts';
import { TlsFault } from '../fault.ts';
import type { KeyBlock } from '../keys/schedule12.ts';
import type { Suite12 } from '../keys/suite.ts';
import type { Role } from '../terms.ts';
import { encodeRecord, HEADER, MAX_PLAINTEXT, recordField } from '../wire/record.ts';
import { badMac, nonceOf, type Opened, type Protected, type Sealing, type TrafficKeys } from './traffic.ts';

/** One side's write keys, out of the key block. */
export function trafficKeys12(suite: Suite12, block: KeyBlock, writer: Role): TrafficKeys {
  return {
    version: '1.2',
    sealing: sealing12,
    epoch: 'application',
    generation: 0,
    suite,
    secret: block.secret,
    ...block.parts[writer],
    sequence: 0,
  };
}

/** What is sealed is the content and nothing else: the type stands in the header. */
const aeadContent = struct('GenericAEADCipher', { content: rest() });
const VERSION = 0x0303;

/** RFC 5246 section 6.2.3.3. */
export const sealing12: Sealing = {
  seal: (keys, content, type, _padding, sequence) => seal12(keys, content, type, sequence),
  open: open12,
};

/** Seals one record. The explicit nonce is the sequence number, as RFC 5288 section 3 suggests. */
function seal12(keys: TrafficKeys, content: Bytes, type: number, sequence: number): Protected {
  const { aead } = keys.suite;
  const explicit = explicitLength(keys) > 0 ? fromUint(sequence, 8) : EMPTY;
  const nonce = explicit.length > 0 ? concat(keys.iv, explicit) : nonceOf(keys.iv, sequence);
  const head = concat(Uint8Array.of(type), fromUint(VERSION, 2));
  const sealed = aead.seal(keys.key, nonce, additionalData(sequence, head, content.length), content);
  const bytes = encodeRecord(type, VERSION, concat(explicit, sealed));
  const plaintextField = encode(aeadContent, { content }, 'GenericAEADCipher').field;
  return { bytes, field: recordField(bytes, true, explicit.length), nonce, plaintext: content, plaintextField };
}

function open12(keys: TrafficKeys, bytes: Bytes): Opened {
  const { aead } = keys.suite;
  const explicit = explicitLength(keys);
  const body = bytes.subarray(HEADER);
  const length = body.length - explicit - aead.tagLength;
  if (length < 0) throw badMac(keys);
  const nonce = explicit > 0 ? concat(keys.iv, body.subarray(0, explicit)) : nonceOf(keys.iv, keys.sequence);
  const aad = additionalData(keys.sequence, bytes.subarray(0, 3), length);
  const content = aead.open(keys.key, nonce, aad, body.subarray(explicit));
  if (!content) throw badMac(keys);
  if (content.length > MAX_PLAINTEXT) {
    throw new TlsFault('record-too-long', { what: 'content', length: content.length, most: MAX_PLAINTEXT });
  }
  const plaintextField = decode(aeadContent, content, 'GenericAEADCipher').field;
  const field = recordField(bytes, true, explicit);
  return { bytes, field, nonce, plaintext: content, plaintextField, content, type: bytes[0] as number };
}

/** How many bytes of its nonce a record carries. */
function explicitLength({ suite, iv }: TrafficKeys): number {
  return suite.aead.nonceLength - iv.length;
}

/** RFC 5246 section 6.2.3.3: seq_num + type + version + length. `head` is type and version as they stand in the record. */
function additionalData(sequence: number, head: Bytes, length: number): Bytes {
  return concat(fromUint(sequence, 8), head, fromUint(length, 2));
}
