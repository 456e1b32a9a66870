// What a program makes of its own files before anybody connects: what it refuses to start with, and what it adds. Pure.

import { type Certificate, type Shown, sameName } from '../../pki/index.ts';
import type { Manner } from '../manners/index.ts';
import type { Obstacle } from './obstacle.ts';
import type { OwnSide } from './own.ts';

/** Why a program would not start with what this side shows; undefined when it would. */
export function weaknessIn({ shows = [] }: OwnSide, { loads }: Manner): Obstacle | undefined {
  const chain = shows.flatMap((each) => each.chain);
  for (const { publicKey, subject, issuer, signatureAlgorithm } of chain) {
    const bits = publicKey && 'n' in publicKey ? publicKey.bits : undefined;
    if (bits !== undefined && bits < loads.rsaBits) return { what: 'weak key', subject: subject.text, bits };
    // Nobody looks at the signature of what signed itself.
    const digest = sameName(subject, issuer) ? undefined : signatureAlgorithm.name;
    if (digest !== undefined && loads.notSignedWith.includes(digest))
      return { what: 'weak signature', subject: subject.text, algorithm: digest };
  }
  return undefined;
}

/** What a side shows, with what its program adds out of its trust file. */
export function completed(shown: Shown, trusts: readonly Certificate[], { completesChain }: Manner): Shown {
  const { chain, key } = shown;
  if (!completesChain || chain.length !== 1) return shown;
  const whole = [...chain];
  for (let last = whole.at(-1); last && !sameName(last.subject, last.issuer); last = whole.at(-1)) {
    const { issuer } = last;
    const above = trusts.find((each) => sameName(each.subject, issuer) && !whole.includes(each));
    if (!above) break;
    whole.push(above);
  }
  return { chain: whole, key };
}
