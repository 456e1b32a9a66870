// The hashes of 64-bit words, which the usual handshake does without. A shelf of their own: other late primitives are built on hashes.
// It must not know what they are used for.

import { shelf } from '../shelf/index.ts';

export const wide = shelf({ sha512: () => import('./late/sha512.ts') });
