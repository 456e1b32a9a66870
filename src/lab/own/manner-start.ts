// What a program makes of its own files before anybody connects: what it refuses to start with, and what it adds. Pure.

import { equal } from '../../bytes/index.ts';
import { type Certificate, type Shown, sameName, titleOf } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import type { Manner } from '../manners/index.ts';
import { fitsKey } from './materials.ts';
import type { Obstacle } from './obstacle.ts';
import type { OwnSide } from './own.ts';

/** Why a program would not start with what this side has; undefined when it would. */
export function weaknessIn({ shows = [], trusts }: OwnSide, { loads }: Manner, role: Role): Obstacle | undefined {
  const { keyOfAnother } = loads;
  for (const shown of shows) {
    const foreign = keyOfAnother.includes(role) || fitsKey(shown) ? undefined : foreignKey(shown);
    const obstacle =
      unlike(shown, loads) ?? foreign ?? shown.chain.map((each) => weakLink(each, loads)).find((each) => each);
    if (obstacle) return obstacle;
  }
  const empty = loads.trustsSomebody && role === 'client' && trusts?.length === 0;
  return empty ? { what: 'nothing trusted' } : undefined;
}

/** What is wrong with a chain as a whole, or with its key. */
function unlike(shown: Shown, loads: Manner['loads']): Obstacle | undefined {
  const { chain } = shown;
  const [leaf] = chain;
  if (!leaf) return undefined;
  const subject = titleOf(leaf);
  if (!loads.strangeCurves && !leaf.publicKey) return { what: 'strange curve', subject };
  const { most } = loads;
  if (most !== undefined && chain.length > most) return { what: 'too many certificates', found: chain.length, most };
  const astray = chain.find((each, at) => isRepeated(each, chain.slice(at + 1)) || !isFollowed(each, chain[at + 1]));
  if (loads.inOrder && astray) return { what: 'out of order', subject: titleOf(astray) };
  const nobody = leaf.subject.parts.length === 0 && !leaf.subjectAltName?.length;
  return loads.named && nobody ? { what: 'nobody named', subject } : undefined;
}

function foreignKey({ chain: [leaf] }: Shown): Obstacle | undefined {
  return leaf && { what: 'key of another', subject: leaf.subject.text, upsideDown: false };
}

/** Whether the next one is the issuer’s, as far as there is a next one. */
function isFollowed({ issuer }: Certificate, next: Certificate | undefined): boolean {
  return next === undefined || sameName(issuer, next.subject);
}

function isRepeated({ der }: Certificate, later: readonly Certificate[]): boolean {
  return later.some((each) => equal(each.der, der));
}

function weakLink(
  { publicKey, subject, issuer, signatureAlgorithm }: Certificate,
  { rsaBits, notSignedWith }: Manner['loads'],
): Obstacle | undefined {
  const bits = publicKey && 'n' in publicKey ? publicKey.bits : undefined;
  if (bits !== undefined && bits < rsaBits) return { what: 'weak key', subject: subject.text, bits };
  // Nobody looks at the signature of what signed itself.
  const digest = sameName(subject, issuer) ? undefined : signatureAlgorithm.name;
  if (digest === undefined || !notSignedWith.includes(digest)) return undefined;
  return { what: 'weak signature', subject: subject.text, algorithm: digest };
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
