// What of the demo PKI need not be computed in the page, for its one usual day: public points, primes, signatures. All of it was made by the
// minting code; a test mints everything again and compares. Without it the same bytes come, only later.

import type { KeyKind } from '../../crypto/index.ts';
import { shelf } from '../../shelf/index.ts';
import { points } from './points.ts';
import { fromBase64, type Premade } from './premade.ts';

export type { Premade } from './premade.ts';

/** The larger parts, which a page has fetched beside the primitive that they are for. */
export const premade = shelf({ RSA: () => import('./rsa.ts').then(({ premadeRsa }) => premadeRsa) });

/** The day for which things are premade, as milliseconds since the Unix epoch. */
export const premadeDay = Date.UTC(2026, 10, 23);

/** What is known of the demo PKI's identity with this label; undefined where all has to be computed. */
export function premadeOf(kind: KeyKind, day: number, label: string): Premade | undefined {
  if (day !== premadeDay) return undefined;
  if (kind === 'P-256') return pointed(points[label]);
  return kind === 'RSA' && premade.has('RSA') ? premade.take('RSA')(label) : undefined;
}

/** A point without its first byte, and a signature. */
function pointed(text: string | undefined): Premade | undefined {
  if (text === undefined) return undefined;
  const bytes = fromBase64(text);
  const publicKey = { kind: 'P-256', point: Uint8Array.of(4, ...bytes.subarray(0, 64)) } as const;
  return { publicKey, signature: bytes.slice(64) };
}
