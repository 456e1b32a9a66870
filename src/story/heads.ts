// What each side knows at the playhead: a fold over what it said about itself.
// It must not know rows; its words come from words/picture.ts.

import type { Actor, Tone } from '../diagram/index.ts';
import type { Circumstances, Timeline } from '../lab/index.ts';
import type { Facts, FaultCause, Insight, Role } from '../tls/index.ts';
import { actors, checks as checkWords, heads } from '../words/picture.ts';
import { type InsightOf, peerOf, toldBy } from './account.ts';
import { commonName } from './reading.ts';

/** What a side has come to know and to hold. */
export interface Standing {
  readonly state?: InsightOf<'state'>;
  /** The message that it has heard and not yet done with. */
  readonly busy?: string | undefined;
  readonly facts?: Facts;
  /** Why it refused. */
  readonly fault?: InsightOf<'fault'>;
  /** The latest alert it got, apart from close_notify. */
  readonly alert?: InsightOf<'alert'>;
  readonly closed?: InsightOf<'closed'>;
  /** The subject of the peer's chain, once it was found good. */
  readonly shown?: string;
  /** The same, once the peer has proved that it holds the key. */
  readonly proven?: string;
  /** Short names of the checks that passed. */
  readonly checks: readonly string[];
}

/** Where a side stands when the playhead is at `cursor`. */
export function standingOf(timeline: Timeline, who: Role, cursor: number): Standing {
  return toldBy(timeline, who, cursor).reduce<Standing>((standing, { insight }) => absorb(standing, insight), {
    checks: [],
  });
}

/** The head of a side's lifeline. @param guessed whether it is left to guess what it waits for */
export function headOf(timeline: Timeline, who: Role, cursor: number, guessed = false): Actor {
  const standing = standingOf(timeline, who, cursor);
  return {
    title: actors[who],
    ...stateOf(standing, who, timeline.circumstances, guessed),
    knows: knowledge(standing),
    checks: heads.checked(standing.checks),
  };
}

/** The short name of the check that an insight reports as passed, where it is one that a newcomer should see. */
export function passed(insight: Insight): string | undefined {
  if (insight.kind === 'verdict' && insight.verdict.ok) return checkWords.chain;
  if (insight.kind !== 'check' || !insight.ok) return undefined;
  if (insight.what === 'signature') return checkWords.signature;
  return insight.what === 'finished' ? checkWords.finished : undefined;
}

/** Whether a cause is about who the peer is, so that the peer itself was refused and not only its message. */
export function aboutIdentity(cause: FaultCause): boolean {
  return identityCauses.has(cause);
}

const identityCauses: ReadonlySet<FaultCause> = new Set<FaultCause>([
  'empty-server-certificate',
  'no-client-certificate',
  'unreadable-certificate',
  'untrusted-issuer',
  'certificate-expired',
  'certificate-refused',
  'certificate-wrong-purpose',
  'certificate-bad-signature',
  'certificate-unknown',
  'unsupported-key',
  'bad-signature',
]);

const identityAlerts: ReadonlySet<string> = new Set([
  'bad_certificate',
  'unsupported_certificate',
  'certificate_revoked',
  'certificate_expired',
  'certificate_unknown',
  'unknown_ca',
  'access_denied',
  'certificate_required',
]);

function absorb(standing: Standing, insight: Insight): Standing {
  const name = passed(insight);
  const next = name === undefined ? standing : { ...standing, checks: [...standing.checks, name] };
  switch (insight.kind) {
    case 'state':
      return { ...next, state: insight, busy: undefined };
    case 'heard':
      return { ...next, busy: insight.message.name };
    case 'verdict': {
      const [leaf] = insight.verdict.path;
      return insight.verdict.ok && leaf ? { ...next, shown: leaf.subject.text } : next;
    }
    case 'check':
      return insight.what === 'signature' && insight.ok && next.shown !== undefined
        ? { ...next, proven: next.shown }
        : next;
    case 'connected':
      return { ...next, facts: insight.facts };
    case 'fault':
      return { ...next, fault: insight };
    case 'alert':
      return insight.direction === 'received' && insight.description !== 'close_notify'
        ? { ...next, alert: insight }
        : next;
    case 'closed':
      return { ...next, closed: insight };
    default:
      return next;
  }
}

function stateOf(
  standing: Standing,
  who: Role,
  { version }: Circumstances,
  guessed: boolean,
): { readonly state: string; readonly tone: Tone } {
  const { fault, alert, closed, facts, state, busy } = standing;
  const peer = peerOf(who);
  const bad = (state: string) => ({ state: facts ? heads.connectedThen(state) : state, tone: 'bad' }) as const;
  if (fault) return bad(aboutIdentity(fault.cause) ? heads.refusedPeer(peer) : heads.brokeOff);
  // After a warning of TLS 1.2 the connection goes on.
  if (alert && closed?.how === 'alert') {
    const refused = identityAlerts.has(alert.description);
    const by = facts ? heads.refused : heads.refusedBy(peer);
    return bad(refused ? by : heads.told(alert.description));
  }
  if (closed?.how === 'transport') return bad(heads.cut);
  if (closed) return facts ? { state: heads.ended, tone: 'good' } : { state: heads.endedBefore, tone: 'calm' };
  if (facts || state?.name === 'CONNECTED') return { state: heads.connected, tone: 'good' };
  if (busy !== undefined) return { state: heads.busy(busy), tone: 'calm' };
  // The table of a hello holds both versions’ answers; TLS 1.2 has one.
  const awaited = (state?.waitsFor ?? []).filter((name) => version === '1.3' || name !== 'HelloRetryRequest');
  if (awaited.length === 0) return { state: heads.before, tone: 'calm' };
  return { state: guessed ? heads.waits : heads.waiting(awaited), tone: 'calm' };
}

function knowledge({ proven, shown, facts }: Standing): string {
  const name = facts?.peer ?? proven;
  if (name !== undefined && name !== null) return heads.knows(commonName(name));
  return shown === undefined ? heads.nobody : heads.shown(commonName(shown));
}
