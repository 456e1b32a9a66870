// What of the demo PKI need not be computed in the page, for its one usual day: public points, primes, signatures. All of it was made by the
// minting code; a test mints everything again and compares. Without it the same bytes come, only later.

import { type Bytes, toHex } from '../../bytes/index.ts';
import { type KeyKind, type PrivateKey, type PublicKey, primitives, toInteger } from '../../crypto/index.ts';
import { shelf } from '../../shelf/index.ts';
import { points } from './points.ts';

/** What is known of an identity before it is minted. */
export interface Premade {
  readonly key?: PrivateKey;
  readonly publicKey?: PublicKey;
  /** Hex. */
  readonly serial?: string;
  /** Of the certificate, by its issuer. */
  readonly signature: Bytes;
}

/** The larger parts, which a page has fetched beside the primitive that they are for. */
export const premade = shelf({ RSA: () => import('./primes.ts').then(({ primes }) => primes) });

/** The day for which things are premade, as milliseconds since the Unix epoch. */
export const premadeDay = Date.UTC(2026, 10, 23);

/** What is known of the demo PKI's identity with this label; undefined where all has to be computed. */
export function premadeOf(kind: KeyKind, day: number, label: string): Premade | undefined {
  if (day !== premadeDay) return undefined;
  if (kind === 'P-256') return pointed(points[label]);
  return kind === 'RSA' && premade.has('RSA') ? primed(premade.take('RSA')[label]) : undefined;
}

/** A point without its first byte, and a signature. */
function pointed(text: string | undefined): Premade | undefined {
  if (text === undefined) return undefined;
  const bytes = fromBase64(text);
  const publicKey = { kind: 'P-256', point: Uint8Array.of(4, ...bytes.subarray(0, 64)) } as const;
  return { publicKey, signature: bytes.slice(64) };
}

/** Two primes of 1024 bits, a serial number of 16 bytes, and a signature. */
function primed(text: string | undefined): Premade | undefined {
  if (text === undefined) return undefined;
  const bytes = fromBase64(text);
  const [one, other] = [bytes.subarray(0, 128), bytes.subarray(128, 256)].map(toInteger) as [bigint, bigint];
  const key = primitives.take('rsa').rsaKeyOf(one, other);
  return { key, serial: toHex(bytes.subarray(256, 272)), signature: bytes.slice(272) };
}

function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
