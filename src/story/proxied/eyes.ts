// Through whose eyes each connection is seen when somebody looks at both. It must not know pictures.

import type { Way } from '../../lab/proxied/index.ts';
import type { Eyes } from '../../words/proxied/index.ts';
import type { Lens } from '../lenses.ts';
import type { Half } from './passages.ts';

/** The lens on each connection; null: whoever looks knows nothing of it. */
export type Lenses = Readonly<Record<Half, Lens | null>>;

const lenses: Readonly<Record<Eyes, Lenses>> = {
  everything: { front: 'everything', back: 'everything' },
  client: { front: 'client', back: null },
  proxy: { front: 'server', back: 'client' },
  server: { front: null, back: 'server' },
  wire: { front: 'wire', back: 'wire' },
};

/** The lenses of those eyes. A proxy that passes everything through sees what anybody on the wire does. */
export function lensesOf(way: Way, eyes: Eyes): Lenses {
  if (way !== 'pass-through') return lenses[eyes];
  return { front: eyes === 'proxy' ? 'wire' : eyes, back: null };
}
