// PEM text (RFC 7468) in and out: certificates and unencrypted private keys. Errors are sentences for whoever
// brought the file.

import { type Bytes, der, Flaw } from '../bytes/index.ts';
import type { PrivateKey } from '../crypto/index.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { readPkcs1, readPkcs8, readSec1, writePkcs8 } from './private-key.ts';

/** What is wrong with a file, in a sentence for its owner. */
export class PkiFault extends Error {
  override readonly name = 'PkiFault';
}

export interface PemBlock {
  readonly label: string;
  readonly der: Bytes;
}

/** All blocks of a PEM text, in order; text around them is skipped. @throws PkiFault when a block is broken */
export function parsePem(text: string): readonly PemBlock[] {
  const blocks = [...text.matchAll(/-----BEGIN ([^-\r\n]+)-----([\s\S]*?)-----END ([^-\r\n]+)-----/g)];
  const begins = text.match(/-----BEGIN /g)?.length ?? 0;
  if (begins !== blocks.length)
    throw new PkiFault('A PEM block has a BEGIN line but no END line; the file seems to be cut off.');
  return blocks.map(([, label = '', body = '', end]) => {
    if (label !== end) throw new PkiFault(`A PEM block begins as ${label} but ends as ${end}.`);
    if (/ENCRYPTED/.test(label) || /Proc-Type:.*ENCRYPTED/.test(body))
      throw new PkiFault(
        'The private key is encrypted; save it without a password first, for example with “openssl pkey -in key.pem -out plain.pem”.',
      );
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
  if (blocks.length === 0)
    throw new PkiFault('There is no certificate in this file; it should contain a line “-----BEGIN CERTIFICATE-----”.');
  return blocks.map(({ der: bytes }, i) =>
    explained(`Certificate ${i + 1} of ${blocks.length} can’t be read`, () => parseCertificate(bytes)),
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
    if (read) return explained('The private key can’t be read', () => read(der.readOnly(bytes)));
  }
  throw new PkiFault('There is no private key in this file; it should contain a line “-----BEGIN PRIVATE KEY-----”.');
}

/** A private key as PKCS#8 PEM. */
export function privateKeyToPem(key: PrivateKey): string {
  return toPem('PRIVATE KEY', writePkcs8(key));
}

function fromBase64(body: string, label: string): Bytes {
  const digits = body.replace(/\s/g, '');
  if (digits === '' || digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(digits))
    throw new PkiFault(`The text between the BEGIN and END lines of the ${label} is not base64.`);
  return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
}

function explained<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    throw new PkiFault(`${what}: ${error.message} (at byte ${error.offset}).`);
  }
}
