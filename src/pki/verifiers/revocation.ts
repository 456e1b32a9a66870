// Whether a certificate was revoked, by lists that are at hand (RFC 5280 6.3). Lists are given: nothing is fetched, and neither indirect nor
// delta lists are used.

import { equal } from '../../bytes/index.ts';
import type { Certificate } from '../certificate.ts';
import type { Cause } from '../check.ts';
import type { Crl } from '../crl.ts';
import { sameName } from '../name.ts';
import type { CheckValue, RevocationReason } from '../reason.ts';
import { verifierOf } from '../signature.ts';
import type { CheckKind, Finding, Spot } from '../spot.ts';

/** What is demanded of lists of revoked certificates. */
export interface Revocation {
  readonly lists: readonly Crl[];
  /**
   * Of which certificates a list must say that they are not revoked: of all below the anchor, or of the leaf, and then of no other is anything
   * asked; or of none, and then the lists count as far as they go.
   */
  readonly demand: 'chain' | 'leaf' | 'none';
}

/** The check of each certificate below an anchor. */
export function revocationCheck({ lists, demand }: Revocation): CheckKind {
  return {
    id: 'revocation',
    section: 'RFC 5280 6.3.3',
    look(spot) {
      const { issuer, leaf, anchor } = spot;
      if (!issuer || anchor || (demand === 'leaf' && !leaf)) return undefined;
      return demand === 'none' ? ifNamed(lists, spot, issuer) : statusIn(lists, spot, issuer);
    },
  };
}

/** Lists count as far as they go: any that the issuer signed may name the certificate, of whatever day it is. */
function ifNamed(lists: readonly Crl[], { certificate }: Spot, issuer: Certificate): Finding {
  const fitting = lists.filter((list) => faultOf(list, issuer) === undefined);
  const naming = fitting.find((list) => entryIn(list, certificate));
  if (naming) return revokedIn(naming, certificate);
  const [first] = fitting;
  const value: CheckValue = first ? listValue(first) : { what: 'no list', issuer: certificate.issuer.text };
  return {
    value,
    reason: { what: first ? 'not revoked' : 'not known to be revoked', issuer: certificate.issuer.text },
  };
}

/** A list is demanded, and has to be of use. */
function statusIn(lists: readonly Crl[], { certificate, now }: Spot, issuer: Certificate): Finding {
  const called = certificate.issuer.text;
  const named = lists.filter((list) => sameName(list.issuer, certificate.issuer));
  if (named.length === 0) {
    const instead = [...new Set(lists.map((list) => list.issuer.commonName ?? list.issuer.text))];
    return {
      value: { what: 'no list', issuer: called },
      reason: { what: 'no list', issuer: called, instead },
      cause: 'no-revocation-list',
    };
  }
  const judged = named.map((list) => ({ list, fault: faultOf(list, issuer) ?? untimely(list, now) }));
  // The newest of those that are of use; or else the one that comes nearest to it.
  const [best] = judged.sort((a, b) => rank(a.fault) - rank(b.fault) || b.list.thisUpdate - a.list.thisUpdate);
  const { list, fault } = best as NonNullable<typeof best>;
  if (fault) return { value: listValue(list), ...fault };
  if (entryIn(list, certificate)) return revokedIn(list, certificate);
  return { value: listValue(list), reason: { what: 'not revoked', issuer: called } };
}

interface ListFault {
  readonly reason: RevocationReason;
  readonly cause: Cause;
}

const order: readonly (Cause | undefined)[] = [
  undefined,
  'revocation-list-outdated',
  'revocation-list-not-yet-valid',
  'bad-revocation-list',
  'no-revocation-list',
];

function rank(fault: ListFault | undefined): number {
  return order.indexOf(fault?.cause);
}

/** Why a list is not the issuer’s, or can’t be used whatever day it is. */
function faultOf(list: Crl, issuer: Certificate): ListFault | undefined {
  const called = issuer.subject.text;
  const none = (reason: RevocationReason): ListFault => ({ reason, cause: 'no-revocation-list' });
  if (!sameName(list.issuer, issuer.subject)) return none({ what: 'no list', issuer: called, instead: [] });
  if (list.authorityKeyId && issuer.subjectKeyId && !equal(list.authorityKeyId, issuer.subjectKeyId))
    return none({ what: 'list of another key', issuer: called });
  const odd = list.extensions.find(({ critical }) => critical);
  if (odd) return none({ what: 'list not understood', issuer: called, extension: odd.name });
  // RFC 5280 6.3.3 (f): if keyUsage is present, the cRLSign bit has to be set.
  if (issuer.keyUsage && !issuer.keyUsage.includes('cRLSign'))
    return { reason: { what: 'may sign no lists', issuer: called }, cause: 'bad-revocation-list' };
  if (signedBy(list, issuer)) return undefined;
  return { reason: { what: 'list badly signed', issuer: called }, cause: 'bad-revocation-list' };
}

function untimely({ issuer, thisUpdate, nextUpdate }: Crl, now: number): ListFault | undefined {
  if (now < thisUpdate)
    return {
      reason: { what: 'list not yet valid', issuer: issuer.text, when: thisUpdate },
      cause: 'revocation-list-not-yet-valid',
    };
  if (nextUpdate === undefined || now <= nextUpdate) return undefined;
  return {
    reason: { what: 'list outdated', issuer: issuer.text, when: nextUpdate },
    cause: 'revocation-list-outdated',
  };
}

/** What was found of signatures: paths come by the same list again and again. */
const signatures = new WeakMap<Crl, Map<Certificate, boolean>>();

function signedBy(list: Crl, issuer: Certificate): boolean {
  const known = signatures.get(list) ?? new Map<Certificate, boolean>();
  signatures.set(list, known);
  const remembered = known.get(issuer);
  if (remembered !== undefined) return remembered;
  const verify = verifierOf(list.signatureAlgorithm, issuer.publicKey);
  const good = typeof verify === 'function' && verify(list.tbs, list.signature);
  known.set(issuer, good);
  return good;
}

/** The entry that names a certificate. One that only takes another back is none. */
function entryIn({ revoked }: Crl, { serial }: Certificate): Crl['revoked'][number] | undefined {
  return revoked.find((entry) => entry.serial === serial && entry.reason !== 'removeFromCRL');
}

function revokedIn(list: Crl, certificate: Certificate): Finding {
  const { since = 0, reason: why } = entryIn(list, certificate) ?? {};
  return { value: listValue(list), reason: { what: 'revoked', since, why }, cause: 'revoked' };
}

function listValue({ issuer, thisUpdate, nextUpdate }: Crl): CheckValue {
  return { what: 'list', issuer: issuer.text, from: thisUpdate, to: nextUpdate };
}
