// Would it work? What came of a run with somebody's own certificates, as plain data. It must not know how a run is played, nor how the
// answer is told.

import type { Certificate, FailedCheck, Verdict, WarnedCheck } from '../../pki/index.ts';
import { type AlertName, alertDescriptions, type Fault, type Insight, type Role } from '../../tls/index.ts';
import type { Timeline } from '../timeline.ts';
import { type Caution, cautionsIn } from './cautions.ts';
import type { Obstacle } from './obstacle.ts';
import type { Own } from './own.ts';
import { type PageRefusal, pageRefusalIn } from './page-refusal.ts';

/** Why it works or doesn’t. */
export type Why =
  /** Whom the server knows the client to be; null: nobody. */
  | { readonly what: 'works'; readonly client: string | null }
  | { readonly what: 'refused'; readonly by: Role; readonly fault: Fault }
  /** The server let the handshake end, and refuses with a page; with the check that failed, if one did. */
  | {
      readonly what: 'refused by page';
      readonly by: 'server';
      readonly refusal: PageRefusal;
      readonly check: FailedCheck | undefined;
    }
  /** All else is in order, but a key that is not at hand would have to sign. */
  | { readonly what: 'key missing'; readonly of: Role; readonly subject: string }
  | { readonly what: 'obstacle'; readonly of: Role; readonly obstacle: Obstacle }
  /** The connection ended without anybody’s saying why. */
  | { readonly what: 'silence' };

/** What does not keep it from working, and should be known. */
export type Warning =
  | Caution
  | { readonly what: 'check'; readonly of: Role; readonly check: WarnedCheck }
  /** In so many whole days. */
  | { readonly what: 'expires soon'; readonly of: Role; readonly subject: string; readonly days: number }
  /** Nobody supplied it, so that it is the demo’s. */
  | { readonly what: 'demo'; readonly of: Role; readonly part: 'certificate' | 'trust' }
  /** The client was given CAs to trust, and no certificate of a server to try them on. */
  | { readonly what: 'trust untried' }
  /** Lists of revoked certificates are there, and the server’s program does not look at them. */
  | { readonly what: 'lists unread'; readonly told: boolean }
  /** The server’s program has no setting for how many intermediates it takes, and one was asked for. */
  | { readonly what: 'depth unread'; readonly program: string };

export interface Answer {
  readonly outcome: 'works' | 'refused' | 'does not start';
  readonly refusedBy: Role | null;
  /** Whose own files keep it from starting. */
  readonly who: Role | null;
  /** What the server makes of the client’s certificate; null where it was not asked for, or not taken. */
  readonly clientCertificate: 'accepted' | 'none' | 'not authorized' | null;
  readonly alert: { readonly description: AlertName; readonly code: number } | null;
  readonly why: Why;
  readonly warnings: readonly Warning[];
}

/** The answer where a side can’t start with its files. */
export function unstarted(of: Role, obstacle: Obstacle): Answer {
  return { ...nothing, outcome: 'does not start', who: of, why: { what: 'obstacle', of, obstacle } };
}

/** What came of a run. */
export function answerOf(timeline: Timeline, own: Own): Answer {
  const warnings = warningsIn(timeline, own);
  const emptyHanded = timeline.moments.some((moment) => moment.who === 'client' && isEmptyHanded(moment.insight));
  const clientCertificate = emptyHanded ? ('none' as const) : null;
  const faults = timeline.moments.flatMap((moment) =>
    moment.who !== 'network' && moment.insight.kind === 'fault' ? [{ by: moment.who, insight: moment.insight }] : [],
  );
  const refusal = faults.find(({ insight }) => insight.cause !== 'no-private-key');
  if (refusal) {
    const { by, insight } = refusal;
    const { alert: description } = insight;
    const alert = description && { description, code: alertDescriptions.codes[description] };
    const why = { what: 'refused', by, fault: insight } as const;
    return { ...nothing, outcome: 'refused', refusedBy: by, clientCertificate, alert, why, warnings };
  }
  const [stuck] = faults;
  if (stuck?.insight.cause === 'no-private-key') {
    const why = { what: 'key missing', of: stuck.by, subject: stuck.insight.values.subject } as const;
    return { ...nothing, outcome: 'does not start', who: stuck.by, why, warnings };
  }
  const { facts } = timeline.ends.server;
  if (!facts || !timeline.ends.client.facts) return { ...nothing, outcome: 'refused', clientCertificate, warnings };
  const page = refusedByPage(timeline, own);
  if (page) return { ...nothing, outcome: 'refused', refusedBy: 'server', clientCertificate, why: page, warnings };
  const client = facts.peer;
  const doubted = client === null && verdictOn(timeline.moments, 'client')?.ok === false;
  const accepted = client !== null ? 'accepted' : doubted ? 'not authorized' : clientCertificate;
  return { ...nothing, outcome: 'works', clientCertificate: accepted, why: { what: 'works', client }, warnings };
}

/** What the other side made of this side’s chain. */
function verdictOn(moments: Timeline['moments'], of: Role): Verdict | undefined {
  const [first] = moments.flatMap((moment) =>
    moment.who !== 'network' && moment.insight.kind === 'verdict' && moment.insight.of === of ? [moment.insight] : [],
  );
  return first?.verdict;
}

function refusedByPage({ moments, scenario }: Timeline, { server }: Own): Why | undefined {
  if (!server.manner?.refusesByPage) return undefined;
  const insights = moments.flatMap((moment) => (moment.who === 'server' ? [moment.insight] : []));
  const refusal = pageRefusalIn(insights, scenario?.clientAuthentication === 'required');
  return refusal && { what: 'refused by page', by: 'server', refusal, check: verdictOn(moments, 'client')?.failed };
}

const nothing = {
  refusedBy: null,
  who: null,
  clientCertificate: null,
  alert: null,
  why: { what: 'silence' },
  warnings: [],
} as const;

function isEmptyHanded(insight: Insight): boolean {
  return insight.kind === 'chose' && insight.what === 'no certificate';
}

/** The check of the peer’s chain that refused, if it was one. */
export function failedCheckOf({ why }: Pick<Answer, 'why'>): FailedCheck | undefined {
  if (why.what === 'refused by page') return why.check;
  if (why.what !== 'refused') return undefined;
  const { values } = why.fault;
  return 'check' in values ? values.check : undefined;
}

const DAY = 24 * 60 * 60 * 1000;
/** So many days before its end a certificate is told of. */
const SOON = 30;

function warningsIn({ moments, circumstances: { now } }: Timeline, own: Own): readonly Warning[] {
  const verdicts = moments.flatMap((moment) =>
    moment.who !== 'network' && moment.insight.kind === 'verdict' ? [moment.insight] : [],
  );
  const judged = verdicts.flatMap(({ of, verdict }) => [
    ...verdict.checks.flatMap((check): Warning[] => (check.outcome === 'warned' ? [{ what: 'check', of, check }] : [])),
    ...verdict.path.flatMap((certificate) => ending(certificate, of, now)),
    ...cautionsIn(of, verdict, own),
  ]);
  return [...demoParts(own), ...unreadLists(own), ...unreadDepth(own), ...judged];
}

function ending({ subject, notAfter }: Certificate, of: Role, now: number): readonly Warning[] {
  const days = Math.floor((notAfter - now) / DAY);
  return days >= 0 && days < SOON ? [{ what: 'expires soon', of, subject: subject.text, days }] : [];
}

/** Whether the server’s program passes over lists that it was given. */
function unreadLists({ lists = [], demands, server: { manner } }: Own): readonly Warning[] {
  const told = (demands?.crl?.length ?? 0) > 0;
  const when = manner?.revocation.when;
  const unread = when === 'never' || (when === 'told' && !told) || (when === 'given' && lists.length === 0);
  return unread && (told || lists.length > 0) ? [{ what: 'lists unread', told }] : [];
}

function unreadDepth({ demands, server: { manner } }: Own): readonly Warning[] {
  if (demands?.verifyDepth === undefined || manner?.depth !== 'untold') return [];
  return [{ what: 'depth unread', program: manner.program }];
}

function demoParts(own: Own): readonly Warning[] {
  return (['client', 'server'] as const).flatMap((of): Warning[] => [
    ...(own[of].shows ? [] : [{ what: 'demo', of, part: 'certificate' } as const]),
    ...(own[of].trusts ? [] : [{ what: 'demo', of, part: 'trust' } as const]),
  ]);
}
