// The cards of a chain: what was sent, in the order in which it certifies once that is known, each with the checks that were made of
// it. It must not know when anything was said.

import { type Bytes, equal } from '../../bytes/index.ts';
import { type Certificate, type Check, isFailed, type Verdict } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { checkReason, checkValue } from '../../words/causes/index.ts';
import { certificateWords, checkNames, places, profiles } from '../../words/certificates.ts';
import { sectionReference } from '../../words/references.ts';
import { portraitOf, portraitOfUnreadable } from './portrait.ts';
import type { Card, CheckRow } from './presentation.ts';

/** One certificate of a Certificate message, as it was judged. */
export interface Sent {
  readonly bytes: Bytes;
  /** Undefined for what can't be read. */
  readonly certificate: Certificate | undefined;
  /** The layer that holds its bytes. */
  readonly layer: string;
  /** Whether the wire changed it. */
  readonly changed: boolean;
}

/** Whose chain it is, who judges it, and when: in milliseconds since the Unix epoch. */
export interface Parties {
  readonly of: Role;
  readonly by: Role;
  readonly now: number;
}

/**
 * The cards of a chain: before a verdict in the order in which they were sent, after it along the path, with the root that the judge
 * had already, and what belongs to no path at the end.
 */
export function cardsOf(sent: readonly Sent[], verdict: Verdict | undefined, parties: Parties): readonly Card[] {
  const { now } = parties;
  if (!verdict) return sent.map((each, index) => sentCard(each, index, now, placeBefore(index, parties)));
  const onPath = verdict.path.map((certificate, index) => {
    const at = sent.findIndex(({ bytes }) => equal(bytes, certificate.der));
    const place = placeOnPath(index, at, verdict, parties);
    const checks = verdict.checks.filter((check) => check.index === index);
    const each = sent[at];
    return judged(each ? sentCard(each, at, now, place) : storedCard(certificate, now, place), checks);
  });
  const needless = sent.flatMap((each, index) =>
    verdict.path.some(({ der }) => equal(der, each.bytes)) ? [] : [sentCard(each, index, now, places.needless)],
  );
  return [...onPath, ...needless];
}

/** The card of a certificate that somebody trusts. @param now milliseconds since the Unix epoch */
export function storedCard(certificate: Certificate, now: number, place = ''): Card {
  const portrait = portraitOf(certificate, now);
  const fingerprint = portrait.facts.at(-1)?.value ?? '';
  return { ...portrait, id: `stored ${fingerprint}`, place, checks: [] };
}

function sentCard({ bytes, certificate, layer, changed }: Sent, index: number, now: number, place: string): Card {
  return {
    ...(certificate ? portraitOf(certificate, now) : portraitOfUnreadable(bytes)),
    id: `sent ${index}`,
    place,
    layer,
    checks: [],
    ...(changed && { note: certificateWords.changed }),
  };
}

function judged(card: Card, checks: readonly Check[]): Card {
  const [failed, warned, passed] = (['failed', 'warned', 'passed'] as const).map((outcome) =>
    checks.filter((check) => check.outcome === outcome),
  ) as [Check[], Check[], Check[]];
  const tally = certificateWords.tally(checks.length, failed.length, warned.length);
  return { ...card, checks: [...failed, ...warned, ...passed].map(rowOf), ...(checks.length > 0 && { tally }) };
}

function rowOf(check: Check): CheckRow {
  const { outcome, id, profile, section } = check;
  return {
    outcome,
    name: checkNames[id],
    reason: checkReason(check),
    value: checkValue(check),
    profile: profiles[profile],
    reference: sectionReference(section),
  };
}

function placeBefore(index: number, { of }: Parties): string {
  return index === 0 ? places.own(of) : places.along;
}

function placeOnPath(index: number, sentAt: number, { path, checks }: Verdict, { of, by }: Parties): string {
  if (index === 0) return places.own(of);
  const anchored = checks.some((check) => check.id === 'trust-anchor' && !isFailed(check));
  if (!anchored || index < path.length - 1)
    return sentAt === index ? places.issuer : places.outOfOrder(places.issuer, sentAt + 1);
  if (sentAt < 0) return places.storedRoot(by);
  return sentAt === index ? places.sentRoot(by) : places.outOfOrder(places.sentRoot(by), sentAt + 1);
}
