// The primitives that the usual handshake does without. Whoever may meet a key of such a kind, or such a cipher, has them fetched first.
// It must not know what they are used for.

import { shelf } from '../shelf/index.ts';
import { wide } from './wide.ts';

export const primitives = shelf({
  rsa: () => import('./late/rsa/index.ts'),
  ed25519: () => import('./late/ed25519.ts'),
  p521: () => import('./late/p521.ts'),
  chacha20: () => import('./late/chacha20.ts'),
  p384: () => import('./late/p384.ts'),
  /** SHA-384 and SHA-512. */
  sha512: () => wide.need('sha512'),
});
