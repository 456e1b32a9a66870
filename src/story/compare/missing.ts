// Why a step that one run has is not beside it in the other. It must not know words.

import type { Step, Timeline } from '../../lab/index.ts';
import type { Version } from '../../tls/index.ts';
import type { Missing, OfBoth, Side } from '../../words/compare/index.ts';
import { versionOf } from '../account.ts';
import type { Pair } from './match.ts';

/** What only one version has, and from whom: RFC 9846 section 4, RFC 5246 section 7.4. Of ChangeCipherSpec either may have some. */
const only: Readonly<Record<Version, readonly string[]>> = {
  '1.2': [
    'server ServerKeyExchange',
    'server ServerHelloDone',
    'client ClientKeyExchange',
    'server HelloRequest',
    'server CertificateStatus',
  ],
  '1.3': ['server EncryptedExtensions', 'server HelloRetryRequest', 'server CertificateVerify'],
};

/** Which run has nothing in a row, and why; undefined where both have something. */
export function missingAtRow(
  timelines: OfBoth<Timeline>,
  rows: readonly Pair[],
  row: number,
): { readonly side: Side; readonly missing: Missing } | undefined {
  const { a, b } = rows[row] ?? {};
  const step = a ?? b;
  if (!step || (a && b)) return undefined;
  const side = a ? 'b' : 'a';
  const before = rows.slice(0, row).filter((each) => each[side]).length;
  const unmatched = rows.flatMap((each) => (each[side] && !(each.a && each.b) ? [each[side]] : []));
  return { side, missing: missingIn(timelines[side], step, before, unmatched) };
}

/**
 * Why `there`, which has no such step at this place, has none.
 * @param step what the other run says
 * @param before how many steps of `there` come before the row
 * @param unmatched the steps of `there` that stand beside none: others may be said twice, and are no answer
 */
export function missingIn(there: Timeline, step: Step, before: number, unmatched: readonly Step[]): Missing {
  const same = ({ name, from, kind }: Step) => name === step.name && from === step.from && kind === step.kind;
  const version = versionOf(there);
  const alike = unmatched.filter(same);
  if (alike.some(({ number }) => number > before)) return { why: 'later' };
  if (alike.length > 0) return { why: 'earlier' };
  if (only[version === '1.3' ? '1.2' : '1.3'].includes(`${step.from} ${step.name}`))
    return { why: 'not in version', version };
  if (there.ghosts.some(same)) return { why: 'not reached' };
  return { why: !asks(there) && isOfAsking(step) ? 'not asked' : 'not said' };
}

function asks({ steps }: Timeline): boolean {
  return steps.some(({ name }) => name === 'CertificateRequest');
}

/** Whether there is such a message only where somebody asks for a client’s certificate. */
function isOfAsking({ name, from, kind }: Step): boolean {
  const ofClient = from === 'client' && (name === 'Certificate' || name === 'CertificateVerify');
  return kind === 'message' && (ofClient || name === 'CertificateRequest');
}
