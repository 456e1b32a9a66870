// What is known of an identity before it is minted. It must not know where it is kept.

import type { Bytes } from '../../bytes/index.ts';
import type { PrivateKey } from '../../crypto/index.ts';

export interface Premade {
  readonly key: PrivateKey;
  /** Hex. */
  readonly serial: string;
  /** Of the certificate, by its issuer. */
  readonly signature: Bytes;
}
