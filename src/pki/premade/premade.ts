// What is known of an identity before it is minted, and how it is written down. It must not know where it is kept.

import type { Bytes } from '../../bytes/index.ts';
import type { PrivateKey, PublicKey } from '../../crypto/index.ts';

export interface Premade {
  readonly key?: PrivateKey;
  readonly publicKey?: PublicKey;
  /** Hex. */
  readonly serial?: string;
  /** Of the certificate, by its issuer. */
  readonly signature: Bytes;
}

/** The bytes of base64 as the build writes it, without white space. */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
