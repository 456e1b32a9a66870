// Why nobody vouches for what a side shows, told from everything that lies about: an intermediate that was not sent, a CA that is not trusted,
// trust stores in each other's place. By names and keys as they stand; the verdict itself is the engine's.

import { toHex } from '../../bytes/index.ts';
import { type Certificate, type CheckReason, sameName, titleOf } from '../../pki/index.ts';
import { above, isRoot, isSame, lyingAbout } from './ascent.ts';
import type { Distrust, Sides } from './cause.ts';
import type { Materials } from './materials.ts';
import type { Own } from './own.ts';

/**
 * Why the other side doesn’t trust what this one shows; undefined where that is not it.
 * @param reason what the check of the chain found; undefined where nothing was sent
 */
export function distrustOf(
  sides: Sides,
  own: Own,
  spare: Pick<Materials, 'certificates'>,
  reason: CheckReason | undefined,
): Distrust | undefined {
  const { of, by } = sides;
  const [leaf, ...sent] = own[of].shows?.[0]?.chain ?? [];
  if (!leaf) return undefined;
  const trusts = own[by].trusts ?? [];
  const otherwise = written([leaf, ...sent], trusts);
  if (otherwise && (!reason || reason.what === 'namesake'))
    return { what: 'name written otherwise', ...sides, issuer: titleOf(otherwise) };
  if (reason?.what === 'namesake') {
    const namesake = trusts.find(({ subject }) => subject.text === reason.issuer);
    return { what: 'renewed CA', ...sides, issuer: namesake ? titleOf(namesake) : reason.issuer };
  }
  if (isRoot(leaf)) return isIn(trusts, leaf) ? undefined : { what: 'self-signed', ...sides, subject: titleOf(leaf) };
  const { links, roots } = above(leaf, lyingAbout(own, spare));
  const overhead = [...links, ...roots].map(({ certificate }) => certificate);
  const top = sent.find((each) => !sent.some((one) => one !== each && sameName(one.subject, each.issuer))) ?? leaf;
  const issuer = (roots[0] && titleOf(roots[0].certificate)) ?? (isRoot(top) ? titleOf(top) : nameOf(top.issuer));
  if (own[by].trusts && trusts.length === 0) return { what: 'nobody trusted', ...sides, issuer };
  const held = overhead.filter((each) => isIn(trusts, each));
  const missing = links.find(({ certificate }) => !isIn(sent, certificate) && !isIn(trusts, certificate));
  if (held.some(isRoot) && missing) {
    const file = missing.source.what === 'file' ? missing.source.file : undefined;
    return { what: 'intermediate not sent', ...sides, issuer: titleOf(missing.certificate), file };
  }
  const lone = held.find((each) => !isRoot(each));
  if (lone && !held.some(isRoot))
    return {
      what: 'only the intermediate trusted',
      ...sides,
      intermediate: titleOf(lone),
      issuer: nameOf(lone.issuer),
    };
  if (held.some(isRoot)) return undefined;
  const mixed = mixedUp(sides, own, spare, overhead);
  if (mixed) return { what: 'trust mixed up', ...sides, issuer, ...mixed };
  if (sent.length > 0) return { what: 'CA not trusted', ...sides, issuer, sent: sent.some(isRoot) };
  const known = spare.certificates.some(({ thing }) => sameName(thing.subject, leaf.issuer) && isRoot(thing));
  if (known) return { what: 'CA not trusted', ...sides, issuer, sent: false };
  return { what: 'issuer unknown', ...sides, subject: titleOf(leaf), issuer: nameOf(leaf.issuer) };
}

/** A trusted CA whose name is that of an issuer, in other bytes: not every program takes both for one. */
function written(chain: readonly Certificate[], trusts: readonly Certificate[]): Certificate | undefined {
  const issuers = chain.map(({ issuer }) => issuer);
  return trusts.find(({ subject }) => {
    const alike = issuers.filter((each) => sameName(each, subject));
    return alike.length > 0 && alike.every(({ der }) => toHex(der) !== toHex(subject.der));
  });
}

/** Whether the other side trusts what it should show to be trusted for, or this one has what the other needs. */
function mixedUp(
  { of, by }: Sides,
  own: Own,
  spare: Pick<Materials, 'certificates'>,
  overhead: readonly Certificate[],
): { readonly swapped: boolean } | undefined {
  const trusts = own[by].trusts ?? [];
  const [leaf] = own[by].shows?.[0]?.chain ?? [];
  const mine = leaf ? above(leaf, lyingAbout(own, spare)) : undefined;
  const overBy = mine ? [...mine.links, ...mine.roots].map(({ certificate }) => certificate) : [];
  const [first] = trusts;
  const itsOwn = first !== undefined && trusts.every((each) => isIn(overBy, each));
  const theOthers = (own[of].trusts ?? []).some((each) => isIn(overhead, each));
  return itsOwn || theOthers ? { swapped: itsOwn && theOthers } : undefined;
}

function isIn(all: readonly Certificate[], one: Certificate): boolean {
  return all.some((each) => isSame(each, one));
}

function nameOf({ commonName, text }: Certificate['subject']): string {
  return commonName ?? text;
}
