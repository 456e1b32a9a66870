// What of the demo PKI need not be computed in the page, for its one usual day: the primes and signatures of RSA. All of it was made by the
// minting code; a test mints everything again and compares. Without it the same bytes come, only later. What keys on curves take is computed
// sooner than it is read.

import type { KeyKind } from '../../crypto/index.ts';
import { shelf } from '../../shelf/index.ts';
import type { Premade } from './premade.ts';

export type { Premade } from './premade.ts';

/** What a page has fetched beside the primitive that it is for. */
export const premade = shelf({ RSA: () => import('./rsa.ts').then(({ premadeRsa }) => premadeRsa) });

/** The day for which things are premade, as milliseconds since the Unix epoch. */
export const premadeDay = Date.UTC(2026, 10, 23);

/** What is known of the demo PKI's identity with this label; undefined where all has to be computed. */
export function premadeOf(kind: KeyKind, day: number, label: string): Premade | undefined {
  return kind === 'RSA' && day === premadeDay && premade.has('RSA') ? premade.take('RSA')(label) : undefined;
}
