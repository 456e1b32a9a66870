// PEM text (RFC 7468) in and out: certificates and unencrypted private keys.

import type { Bytes } from '../bytes/index.ts';
import type { PrivateKey } from '../crypto/index.ts';
import type { Certificate } from './certificate.ts';

/** What is wrong with a file, in a sentence for its owner. */
export class PkiFault extends Error {
  override readonly name = 'PkiFault';
}

export interface PemBlock {
  readonly label: string;
  readonly der: Bytes;
}

/** All blocks of a PEM text. @throws PkiFault when a block is broken */
export function parsePem(text: string): readonly PemBlock[] {
  throw new PkiFault(text);
}

/** One PEM block with a line end. */
export function toPem(label: string, der: Bytes): string {
  throw new PkiFault(label + der.length);
}

/** All certificates of a PEM text. @throws PkiFault when there is none or one can't be read */
export function certificatesFromPem(text: string): readonly Certificate[] {
  throw new PkiFault(text);
}

/** The private key of a PEM text: PKCS#8, SEC 1 or PKCS#1, not encrypted. @throws PkiFault */
export function privateKeyFromPem(text: string): PrivateKey {
  throw new PkiFault(text);
}

/** A private key as PKCS#8 PEM. */
export function privateKeyToPem(key: PrivateKey): string {
  throw new PkiFault(key.kind);
}
