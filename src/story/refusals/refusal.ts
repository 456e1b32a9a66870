// Tells a failure: what one side found, what the other gets to see, the checks with their verdicts, the lines in the logs.
// Its words come from words/explain/failures.ts.

import { toHex } from '../../bytes/index.ts';
import type { Certificate, FailedCheck, Verdict } from '../../pki/index.ts';
import type { FaultCause, Role, Version } from '../../tls/index.ts';
import { sentenceOf } from '../../words/causes/index.ts';
import {
  chainHeading,
  chainLesson,
  heading,
  lesson,
  newsOf,
  type Parties,
  failures as words,
  writes,
} from '../../words/explain/index.ts';
import { type SectionName, tlsReference } from '../../words/references.ts';
import { changeTitle, type Demand, meddledChange, remedyFor, type Trouble } from '../../words/remedies/index.ts';
import { accountOf, allOf, firstOf, type InsightOf, peerOf, versionOf } from '../account.ts';
import type { Narration } from '../explain/narration.ts';
import { type Episode, earlier, isMisdirected, namesIn } from '../explain/sources.ts';
import { aboutIdentity } from '../heads.ts';
import { checksOfRefusal } from '../messages/checklists.ts';
import { alertIn, authoritiesIn, commonName } from '../reading.ts';
import { plain, rich } from '../rich.ts';
import { type Alert, brokenLogs, errorAlerts, logsOf, ownLogsOf } from './alert.ts';
import { brokenStep, lostTo, waysFrom } from './broken.ts';
import { conductIn } from './conduct.ts';
import { endingOf } from './ending.ts';
import { harmBefore } from './harm.ts';
import { misdirectedNarration } from './misdirected.ts';

type Fault = InsightOf<'fault'>;

/**
 * The failure that a step shows: a refusal, be it a status of HTTP, an alert out of the blue, or an end without a word.
 * @param by whose refusal, where there are two; else the first
 * @throws RangeError when it shows none
 */
export function refusalOf(episode: Episode, by?: Role): Narration {
  const told = episode.told.find(({ who, insight }) => insight.kind === 'fault' && (by === undefined || who === by));
  if (told) return faultNarration(episode, told.who, told.insight as Fault, alertOf(episode, told.who));
  if (isMisdirected(episode)) return misdirectedNarration(episode);
  const ending = endingOf(episode, alertIn(episode.timeline, episode.step));
  if (!ending) throw new RangeError(`step ${episode.step.number} shows no failure`);
  return ending;
}

function faultNarration(episode: Episode, by: Episode['from'], fault: Fault, alert: Alert | undefined): Narration {
  const of = peerOf(by);
  const knowsAll = episode.lens === 'everything';
  const harm = knowsAll ? harmBefore(episode) : undefined;
  // What is put in leaves the handshake itself as it was.
  const meddled = harm && (harm.cleartext && harm.fate !== 'injected' ? 'in the clear' : 'under keys');
  const parties: Parties = { by, of, version: versionOf(episode.timeline), meddled, harmed: harm?.from };
  const name = alert && `${alert.description} (${alert.code})`;
  const seen = alert && knowsAll ? sightOf(episode, of, alert) : undefined;
  const claims = aboutIdentity(fault.cause) ? claimed(episode, of) : undefined;
  const late = connectedBefore(episode, by) !== undefined;
  const failed = failedVerdict(episode, parties)?.failed;
  const demand = demandIn(episode, fault, failed);
  const { title, lead } = story(episode, parties, fault, harm, demand);
  return {
    title,
    lead: [...lead, ...(alert?.description === 'decrypt_error' ? [rich(words.decryptError)] : [])],
    gist: rich(words.refusal({ by, of, alert: name, harm, claims, since: seen?.since, late })),
    checks: checksOfRefusal(episode, by),
    facts: [],
    found: { title: words.foundTitle(by), text: rich(words.found(plain(sentenceOf(fault)), name)) },
    ...(seen && {
      otherSide: { title: words.sightTitle(of), text: rich(words.sight(seen)), ...waysFrom(episode, seen) },
    }),
    references: sectionsOf(fault, parties).map(tlsReference),
    ...ownLogsOf(by, fault.cause, failed),
    ...(knowsAll && (seen?.fate === 'reset' ? brokenLogs(of) : logsOf(alert, of, parties.version))),
    ...remedyOf(parties, demand ? { demand } : failed ? { chain: failed.detail } : fault),
    ...conductIn(episode.timeline, parties.version),
  };
}

/** What to change about a certificate, a key or a configuration; nothing where the refusal is about something else. */
function remedyOf(parties: Parties, trouble: Trouble): Pick<Narration, 'remedy'> {
  const change = remedyFor(trouble)?.change;
  if (!change) return {};
  return { remedy: { title: changeTitle, text: rich(parties.meddled ? meddledChange : change(parties)) } };
}

/**
 * What was demanded of a chain, where nothing else is wrong with it; or why none was shown although there are some, to whoever gets to see
 * how the client chose.
 */
function demandIn({ timeline, lens }: Episode, { cause }: Fault, failed: FailedCheck | undefined): Demand | undefined {
  const what = failed?.reason.what;
  if (what === 'chain too long' || what === 'not a root') return what;
  if (cause !== 'no-client-certificate' || lens === 'server') return undefined;
  const chose = allOf(accountOf(timeline), 'chose').find((each) => each.what === 'no certificate');
  return chose?.reason.what === 'only expired' ? 'only expired' : undefined;
}

/** What the refusal is called, what led to it, and what there is to learn. */
function story(
  episode: Episode,
  parties: Parties,
  { cause }: Fault,
  harm: words.Harm | undefined,
  demand: Demand | undefined,
): Pick<Narration, 'title' | 'lead'> {
  const verdict = failedVerdict(episode, parties);
  const detail = verdict?.failed?.detail;
  const told = demand && words.demanded[demand](parties);
  const unknown = cause === 'untrusted-issuer' && (detail === 'no-issuer' || detail === 'self-signed');
  const last = unknown ? verdict?.path.at(-1) : undefined;
  const lead = [
    ...(harm ? [words.harmed(harm)] : []),
    ...(last ? [untrustedStory(episode, parties, last)] : []),
    told?.lesson ?? (detail && chainLesson(detail)) ?? lesson(cause, parties),
    ...(onlyAsked(episode, parties, cause) ? [words.onlyAsked] : []),
    ...(cause === 'bad-record-mac' && nonceTwice(episode, parties) ? [words.nonceTwice] : []),
  ];
  return {
    title: told?.heading ?? (detail && chainHeading(detail, parties)) ?? heading(cause, parties),
    lead: lead.map(rich),
  };
}

/** Whether a server refuses a client that it need not have known. */
function onlyAsked({ timeline }: Episode, { by }: Parties, cause: FaultCause): boolean {
  return by === 'server' && timeline.circumstances.clientAuthentication === 'asked' && aboutIdentity(cause);
}

/** Whether a side has sealed two records under the same key with the same nonce. */
function nonceTwice({ timeline, lens }: Episode, { of }: Parties): boolean {
  if (lens !== 'everything') return false;
  const own = accountOf(timeline).filter(({ who }) => who === of);
  const nonces = allOf(own, 'sealed').flatMap(({ record: { epoch, protection } }) =>
    protection ? [`${epoch} ${toHex(protection.nonce)}`] : [],
  );
  return new Set(nonces).size < nonces.length;
}

/** The alert that a side sends in a step. */
function alertOf({ told }: Episode, by: Role): Alert | undefined {
  return allOf(
    told.filter(({ who }) => who === by),
    'alert',
  ).find(({ direction }) => direction === 'sent');
}

/** Whom a side says to be, by the certificate that it has shown. */
function claimed({ timeline, step }: Episode, of: Role): string | undefined {
  const shown = earlier(timeline, step, 'Certificate', of);
  const name = shown && namesIn(shown).names[0];
  return name === undefined ? undefined : plain(name);
}

/** The step before this one in which a side was connected. */
function connectedBefore({ timeline, step }: Episode, who: Role): number | undefined {
  const connected = accountOf(timeline).find((told) => told.who === who && told.insight.kind === 'connected');
  return connected && connected.step < step.number ? connected.step : undefined;
}

/** What the other side gets to see of an alert. */
export function sightOf(episode: Episode, of: Role, alert: Alert): words.Sight {
  const { timeline, step, told } = episode;
  const connected = connectedBefore(episode, of);
  const refused = accountOf(timeline).find(({ who, insight }) => who === of && insight.kind === 'fault');
  const read = firstOf(told, 'alert', of)?.direction === 'received';
  return {
    since: connected === undefined ? undefined : step.number - connected,
    news: newsOf(alert.description),
    cleartext: alert.epoch === 'cleartext',
    fate: read ? 'read' : !refused ? lostTo(episode) : refused.step < step.number ? 'late' : 'unread',
    reset: writes.unreadAlert(of, peerOf(of), brokenStep(timeline)),
  };
}

/** The verdict that led to a refusal, if it was one. */
function failedVerdict({ timeline }: Episode, { by }: Parties): Verdict | undefined {
  const told = accountOf(timeline).filter(({ who }) => who === by);
  return allOf(told, 'verdict').find(({ verdict }) => !verdict.ok)?.verdict;
}

/** Where a chain ends, and whom the side that refuses trusts instead. */
function untrustedStory(episode: Episode, parties: Parties, last: Certificate): string {
  const request = parties.by === 'server' ? earlier(episode.timeline, episode.step, 'CertificateRequest') : undefined;
  const accepted = request ? authoritiesIn(request).map(plain) : [];
  const [name = '', issuer = ''] = [last.subject, last.issuer].map(({ text }) => plain(commonName(text)));
  return words.untrusted({ ...parties, last: name, issuer, accepted });
}

/** Where the standards say what was refused and what an alert is. */
function sectionsOf({ cause }: Fault, { version, of }: Parties): readonly SectionName[] {
  const own = sections.find(({ causes }) => causes.test(cause))?.[version];
  return [...(own ? [bySender[of][own] ?? own] : []), errorAlerts[version]];
}

/** What TLS 1.2 has two messages for, depending on who speaks. */
const bySender: Readonly<Record<Role, Readonly<Partial<Record<SectionName, SectionName>>>>> = {
  client: { certificate12: 'clientCertificate12' },
  server: { certificateVerify12: 'serverKeyExchange' },
};

/** Sections by what causes are about; the first row that fits decides. */
const sections: readonly ({ readonly causes: RegExp } & Readonly<Partial<Record<Version, SectionName>>>)[] = [
  { causes: /^(bad-signature|scheme-.*)$/, '1.2': 'certificateVerify12', '1.3': 'certificateVerify' },
  { causes: /^bad-finished$/, '1.2': 'finished12', '1.3': 'finished' },
  { causes: /renegotiation/, '1.2': 'renegotiationInfo' },
  { causes: /certificate|^untrusted-issuer$|^unsupported-key$/, '1.2': 'certificate12', '1.3': 'certificate' },
  { causes: /change-cipher-spec/, '1.2': 'changeCipherSpec', '1.3': 'recordProtocol' },
  { causes: /^bad-record-mac$|^no-content-type$/, '1.2': 'recordProtection12', '1.3': 'recordProtection' },
  { causes: /record|fragment|content-type|key-change/, '1.2': 'recordLayer12', '1.3': 'recordLayer' },
  { causes: /^downgrade-sentinel$/, '1.2': 'serverHello', '1.3': 'serverHello' },
  { causes: /fallback/, '1.2': 'fallback', '1.3': 'fallback' },
  { causes: /extension/, '1.2': 'extensions12', '1.3': 'extensions' },
  { causes: /scheme/, '1.2': 'signatureAlgorithms12', '1.3': 'signatureAlgorithms' },
  { causes: /curve|point-formats/, '1.2': 'serverShare', '1.3': 'keyShare' },
  { causes: /group|key-share/, '1.2': 'serverShare', '1.3': 'keyShare' },
  { causes: /version/, '1.2': 'clientHello12', '1.3': 'supportedVersions' },
  { causes: /retry|second-hello/, '1.3': 'helloRetryRequest' },
  { causes: /suite|compression|session-id/, '1.2': 'serverHello12', '1.3': 'serverHello' },
  { causes: /^unexpected-message$/, '1.2': 'overview12', '1.3': 'handshakeStates' },
  { causes: /key-update/, '1.3': 'keyUpdate' },
];
