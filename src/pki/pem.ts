// PEM text (RFC 7468) in and out: certificates and unencrypted private keys. What is wrong with a file is told to whoever brought it.

import { type Bytes, der, Flaw, type FlawCause } from '../bytes/index.ts';
import type { PrivateKey } from '../crypto/index.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { readPkcs1, readPkcs8, readSec1, writePkcs8 } from './private-key.ts';

/** What can be wrong with a file. A flaw is one of the bytes inside, and stands at one of them. */
export type PemFlaw =
  | { readonly what: 'cut off' | 'encrypted' | 'no certificate' | 'no private key' }
  | { readonly what: 'labels differ'; readonly begin: string; readonly end: string }
  | { readonly what: 'no base64'; readonly label: string }
  /** The `number`th certificate of so many, from 1. */
  | {
      readonly what: 'unreadable certificate';
      readonly number: number;
      readonly count: number;
      readonly flaw: FlawCause;
      readonly at: number;
    }
  | { readonly what: 'unreadable key'; readonly flaw: FlawCause; readonly at: number };

/** Thrown for a file that is of no use. */
export class PkiFault extends Error {
  override readonly name = 'PkiFault';

  constructor(readonly found: PemFlaw) {
    super(found.what);
  }
}

export interface PemBlock {
  readonly label: string;
  readonly der: Bytes;
}

/** All blocks of a PEM text, in order; text around them is skipped. @throws PkiFault when a block is broken */
export function parsePem(text: string): readonly PemBlock[] {
  const blocks = [...text.matchAll(/-----BEGIN ([^-\r\n]+)-----([\s\S]*?)-----END ([^-\r\n]+)-----/g)];
  const begins = text.match(/-----BEGIN /g)?.length ?? 0;
  if (begins !== blocks.length) throw new PkiFault({ what: 'cut off' });
  return blocks.map(([, label = '', body = '', end = '']) => {
    if (label !== end) throw new PkiFault({ what: 'labels differ', begin: label, end });
    if (/ENCRYPTED/.test(label) || /Proc-Type:.*ENCRYPTED/.test(body)) throw new PkiFault({ what: 'encrypted' });
    return { label, der: fromBase64(body, label) };
  });
}

/** One PEM block, with a line end after it. */
export function toPem(label: string, bytes: Bytes): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const lines = btoa(binary).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** All certificates of a PEM text. @throws PkiFault when there is none, or one that can’t be read */
export function certificatesFromPem(text: string): readonly Certificate[] {
  const blocks = parsePem(text).filter(({ label }) => /^(X509 |TRUSTED )?CERTIFICATE$/.test(label));
  const count = blocks.length;
  if (count === 0) throw new PkiFault({ what: 'no certificate' });
  return blocks.map(({ der: bytes }, i) =>
    explained({ what: 'unreadable certificate', number: i + 1, count }, () => parseCertificate(bytes)),
  );
}

const KEY_READERS: Readonly<Record<string, (tlv: der.Tlv) => PrivateKey>> = {
  'PRIVATE KEY': readPkcs8,
  'EC PRIVATE KEY': (tlv) => readSec1(tlv),
  'RSA PRIVATE KEY': readPkcs1,
};

/**
 * The first private key of a PEM text: PKCS#8, SEC 1 or PKCS#1, not encrypted.
 * @throws PkiFault when there is none, or it can’t be read or used
 */
export function privateKeyFromPem(text: string): PrivateKey {
  for (const { label, der: bytes } of parsePem(text)) {
    const read = KEY_READERS[label];
    if (read) return explained({ what: 'unreadable key' }, () => read(der.readOnly(bytes)));
  }
  throw new PkiFault({ what: 'no private key' });
}

/** A private key as PKCS#8 PEM. */
export function privateKeyToPem(key: PrivateKey): string {
  return toPem('PRIVATE KEY', writePkcs8(key));
}

function fromBase64(body: string, label: string): Bytes {
  const digits = body.replace(/\s/g, '');
  if (digits === '' || digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(digits))
    throw new PkiFault({ what: 'no base64', label });
  return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
}

/** What can't be read, apart from why. */
type Unread =
  | { readonly what: 'unreadable certificate'; readonly number: number; readonly count: number }
  | { readonly what: 'unreadable key' };

function explained<T>(what: Unread, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    throw new PkiFault({ ...what, flaw: error.cause, at: error.offset });
  }
}
