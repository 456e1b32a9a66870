// The record's outer shape and the small messages that live in records of their own: alert and ChangeCipherSpec
// (RFC 9846 sections 5 and 6).

import {
  type Bytes,
  type Codec,
  concat,
  type Decoded,
  decode,
  type Encoded,
  encode,
  type Field,
  Flaw,
  fromUint,
  opaque,
  rest,
  sized,
  struct,
  uint,
} from '../../bytes/index.ts';
import { version } from './extension.ts';
import { alertDescriptions, alertLevels, contentTypes } from './iana.ts';

export type ContentType = keyof typeof contentTypes.codes;

/** Header length, and the most a record may carry in the clear and sealed (sections 5.1 and 5.2). */
export const HEADER = 5;
export const MAX_PLAINTEXT = 2 ** 14;
export const MAX_CIPHERTEXT = 2 ** 14 + 256;
/** RFC 5246 section 6.2.3: the same in TLS 1.2. */
export const MAX_CIPHERTEXT_12 = 2 ** 14 + 2048;

const contentType = uint(1, 'ContentType', contentTypes.name);

const recordOf = <T>(type: string, fragment: Codec<T>) =>
  struct(type, { type: contentType, legacy_record_version: version, fragment: sized(2, fragment) });

const plaintext = recordOf('TLSPlaintext', rest());
const ciphertext = recordOf('TLSCiphertext', rest('AEAD ciphertext'));
/** RFC 5246 section 6.2.3.3: each record carries a part of its nonce. */
const noncedCiphertext = (length: number) =>
  recordOf(
    'TLSCiphertext',
    struct('GenericAEADCipher', { nonce_explicit: opaque(length), content: rest('AEAD ciphertext') }),
  );

/** Header and payload of one record. */
export function encodeRecord(type: number, legacyVersion: number, payload: Bytes): Bytes {
  return concat(Uint8Array.of(type), fromUint(legacyVersion, 2), fromUint(payload.length, 2), payload);
}

/**
 * The field tree of a whole record.
 * @param sealed whether its payload is ciphertext
 * @param explicit how many bytes of the nonce stand before the ciphertext
 */
export function recordField(bytes: Bytes, sealed: boolean, explicit = 0): Field {
  if (!sealed) return decode(plaintext, bytes, 'TLSPlaintext').field;
  const codec: Codec<unknown> = explicit > 0 ? noncedCiphertext(explicit) : ciphertext;
  return decode(codec, bytes, 'TLSCiphertext').field;
}

declare module '../../bytes/flaw.ts' {
  interface FlawValues {
    'no content type': Readonly<Record<never, never>>;
  }
}

const innerPlaintext: Codec<{ content: Bytes; type: number; zeros: Bytes }> = {
  type: 'TLSInnerPlaintext',
  composite: true,
  read: (r) => {
    const bytes = r.bytes.subarray(r.at, r.at + r.remaining);
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === 0) end--;
    if (end === 0) throw new Flaw({ what: 'no content type' }, r.at);
    const fixed = (length: number): Codec<Bytes> => ({
      type: 'opaque',
      read: (c) => c.take(length),
      write: (w, v) => w.put(v),
    });
    const content = r.field('content', fixed(end - 1));
    const type = r.field('type', contentType);
    const zeros = bytes.length > end ? r.field('zeros', fixed(bytes.length - end)) : r.take(0);
    return { content, type, zeros };
  },
  write: (w, { content, type, zeros }) => {
    w.field('content', rest(), content);
    w.field('type', contentType, type);
    if (zeros.length > 0) w.field('zeros', rest(), zeros);
  },
};

/** RFC 9846 section 5.2: what a sealed record holds. */
export function encodeInner(content: Bytes, type: number, padding: number): Encoded {
  return encode(innerPlaintext, { content, type, zeros: new Uint8Array(padding) }, 'TLSInnerPlaintext');
}

/** @returns the content and its true type, or a flaw for a plaintext of zeros only */
export function decodeInner(bytes: Bytes): Decoded<{ content: Bytes; type: number; zeros: Bytes }> {
  return decode(innerPlaintext, bytes, 'TLSInnerPlaintext');
}

export const alert = struct('Alert', {
  level: uint(1, 'AlertLevel', alertLevels.name),
  description: uint(1, 'AlertDescription', alertDescriptions.name),
});
