// Verification of a chain (RFC 5280 6): finds a path from the leaf to an anchor and lists every check on it.

import type { Certificate } from './certificate.ts';
import type { Profile, Verdict } from './check.ts';

export interface ChainInput {
  /** The leaf first, the rest in any order. */
  readonly chain: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  /** Whose certificate it is. */
  readonly role: 'server' | 'client';
  /** The DNS name or IP address expected of the leaf. */
  readonly name?: string;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  readonly profile?: Profile;
  /** How many intermediates a path may have at most. */
  readonly maxIntermediates?: number;
}

/** Judges a chain; never throws, whatever the certificates hold. */
export function verifyChain(input: ChainInput): Verdict {
  throw new Error(`not written yet (${input.role})`);
}
