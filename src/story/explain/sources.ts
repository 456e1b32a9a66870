// Gathers what a narration needs from the timeline: the values of messages, who said what about a step.
// It must not know prose.

import type { Field } from '../../bytes/index.ts';
import { framesIn, type Step, type Timeline } from '../../lab/index.ts';
import type { Role, SeenMessage } from '../../tls/index.ts';
import { choiceReason } from '../../words/causes/index.ts';
import type { ChainValues, DataValues, EmptyValues, HelloValues } from '../../words/explain/index.ts';
import type { SectionName } from '../../words/references.ts';
import { accountOf, allOf, firstOf, type InsightOf, peerOf, type Told, toldIn, versionOf } from '../account.ts';
import { firstLine } from '../captions.ts';
import type { Lens } from '../lenses.ts';
import {
  certificatesIn,
  commonName,
  dataIn,
  fieldNamed,
  listNamed,
  messageOf,
  ofStep,
  titleOf,
  valueNamed,
} from '../reading.ts';
import { plain } from '../rich.ts';

/** A step with everything that a narrator asks for first. */
export interface Episode {
  readonly timeline: Timeline;
  readonly step: Step;
  /** Who sends, who receives. */
  readonly from: Role;
  readonly to: Role;
  readonly message: SeenMessage | undefined;
  /** What both sides told in this step. */
  readonly told: readonly Told[];
  /** Whose eyes it is told for. */
  readonly lens: Lens;
}

/** A step with what is asked of it first. @param lens whose eyes it is told for */
export function episodeOf(timeline: Timeline, step: Step, lens: Lens = 'everything'): Episode {
  const { from } = step;
  const message = messageOf(timeline, step);
  return { timeline, step, from, to: peerOf(from), message, told: toldIn(timeline, step), lens };
}

/** Whether what a side does and knows by itself may be told. */
export function sees({ lens }: Episode, who: Role): boolean {
  return lens === 'everything' || lens === who;
}

/** Whether the server insists on a certificate when it asks for one; undefined where only the server knows. */
export function insists(episode: Episode): boolean | undefined {
  return sees(episode, 'server') ? episode.timeline.circumstances.clientAuthentication === 'required' : undefined;
}

/** Why a client answers the request with nothing, and whether it has anything. */
export function emptyValues(episode: Episode): EmptyValues {
  const { timeline, from } = episode;
  const known = sees(episode, from);
  return {
    insists: insists(episode),
    reason: known ? motiveOf(timeline, from, 'no certificate') : undefined,
    withholds: known && timeline.circumstances.trust[from].chains.length > 0,
  };
}

/** Whether the server asked for a certificate in this run. */
export function asked({ timeline }: Episode): boolean {
  return timeline.steps.some(({ name }) => name === 'CertificateRequest');
}

/** Why a side chose what it did, when it did so; undefined where it chose nothing of that kind. */
export function motiveOf(timeline: Timeline, who: Role, what: InsightOf<'chose'>['what']): string | undefined {
  const own = accountOf(timeline).filter((told) => told.who === who);
  const choice = allOf(own, 'chose').find((each) => each.what === what);
  return choice && choiceReason(choice);
}

/** What the connection agreed on, as one side saw it when it was connected. */
export function factsOf(timeline: Timeline, who: Role): InsightOf<'connected'>['facts'] | undefined {
  return firstOf(accountOf(timeline), 'connected', who)?.facts;
}

/** What `who` makes of the other side's messages up to a step: verdict, signature, Finished. */
export function judgements(timeline: Timeline, who: Role, upTo: number): readonly Told[] {
  return accountOf(timeline).filter((told) => told.who === who && told.step <= upTo);
}

/** What a side's clock says: by what it has said of a certificate that it judged, or else what the clock of both does. */
export function clockOf(timeline: Timeline, who: Role): number {
  const verdict = firstOf(accountOf(timeline), 'verdict', who)?.verdict;
  const said = verdict?.checks.flatMap(({ reason }) => ('at' in reason ? [reason.at] : [])) ?? [];
  return said[0] ?? timeline.circumstances.now;
}

/** What a state waits for in the version that is spoken: the table of a hello holds both versions’ answers. */
export function awaited(timeline: Timeline, state: InsightOf<'state'> | undefined): readonly string[] {
  const tls12 = versionOf(timeline) === '1.2';
  return (state?.waitsFor ?? []).filter((name) => !tls12 || name !== 'HelloRetryRequest');
}

/** An alert that one side got in a step and the other never sent. */
export function strayAlert({ told }: Episode): { readonly who: Role; readonly alert: InsightOf<'alert'> } | undefined {
  const alerts = told.flatMap(({ who, insight }) => (insight.kind === 'alert' ? [{ who, alert: insight }] : []));
  return alerts.every(({ alert }) => alert.direction === 'received') ? alerts[0] : undefined;
}

/** The message of this name that came last before or with a step. */
export function earlier(timeline: Timeline, step: Step, name: string, from?: Role): SeenMessage | undefined {
  const found = timeline.steps
    .filter((each) => each.number <= step.number && each.name === name && (from === undefined || each.from === from))
    .at(-1);
  return found && messageOf(timeline, found);
}

/** The names in a Certificate message, leaf first. */
export function namesIn(message: SeenMessage): {
  readonly names: readonly string[];
  readonly issuers: readonly string[];
} {
  const certificates = certificatesIn(message).filter((certificate) => certificate !== undefined);
  return {
    names: certificates.map(titleOf),
    issuers: certificates.map(({ issuer }) => issuer.commonName ?? issuer.text),
  };
}

/** A side's chain, whom the client wanted to reach, and why this certificate was chosen. */
export function chainValues(episode: Episode, message: SeenMessage): ChainValues {
  const { timeline, step, from } = episode;
  const hello = from === 'server' ? earlier(timeline, step, 'ClientHello') : undefined;
  const expected = (hello && helloValues(hello).name) ?? null;
  return {
    ...namesIn(message),
    expected,
    reason: sees(episode, from) ? motiveOf(timeline, from, 'certificate') : undefined,
  };
}

/** What a side says under application keys, and to whom as far as it knows. */
export function dataValues(episode: Episode): DataValues {
  const { timeline, step, from } = episode;
  const data = dataIn(timeline, step);
  const { peer = null, alpn = null } = factsOf(timeline, from) ?? {};
  const first = data ? plain(firstLine(data)) : '';
  const frames = data && alpn === 'h2' ? framesIn(data).map(({ name }) => name) : [];
  return {
    bytes: data?.length ?? 0,
    first,
    protocol: alpn,
    frames,
    knows: sees(episode, from) ? (peer === null ? null : plain(commonName(peer))) : undefined,
  };
}

/** Whether a step is an answer with status 421; in HTTP/2, written out as the one field of its header (RFC 7541 section 6.2.2). */
export function isMisdirected({ timeline, step, from }: Episode): boolean {
  const data = from === 'server' && step.kind === 'data' ? dataIn(timeline, step) : undefined;
  if (!data) return false;
  if (factsOf(timeline, from)?.alpn !== 'h2') return firstLine(data).startsWith('421 ');
  const start = framesIn(data).find(({ name }) => name === 'HEADERS')?.end ?? 0;
  return firstLine(data.subarray(Math.max(start - 3, 0), start)) === '421';
}

/** Where to read about frames, where data are such. */
export function framed({ frames }: DataValues): readonly SectionName[] {
  return frames.length > 0 ? ['http2Frames'] : [];
}

/** What a ClientHello offers. */
export function helloValues({ field }: SeenMessage): HelloValues {
  const shares = fieldNamed(field, 'client_shares')?.children.filter(({ name }) => name.startsWith('[')) ?? [];
  return {
    versions: listNamed(field, 'versions'),
    suites: listNamed(field, 'cipher_suites'),
    groups: listNamed(field, 'named_group_list'),
    shares: shares.map((share) => valueNamed(share, 'group') ?? ''),
    shareBytes: shares.reduce((sum, share) => sum + dataLength(fieldNamed(share, 'key_exchange')), 0),
    name: valueNamed(field, 'host_name'),
    protocols: listNamed(field, 'protocol_name_list'),
  };
}

/** Whether a hello says by ALPN what its client wants to speak. */
export function offersProtocols(hello: SeenMessage | undefined): boolean {
  return hello !== undefined && helloValues(hello).protocols.length > 0;
}

/** How many bytes the `data` of a vector holds. */
export function dataLength(field: Field | undefined): number {
  const data = field?.children.find(({ name }) => name === 'data') ?? field;
  return data ? data.end - data.start : 0;
}

/** The records that carried a step, as the sender sealed them, and whether other messages share them. */
export function recordsOf({ timeline, step, from, message }: Episode): {
  readonly count: number;
  readonly bytes: number;
  readonly shared: boolean;
} {
  const own = message
    ? sealedBy(timeline, from).filter(({ record }) => record.parts.some((part) => part.message === message.ordinal))
    : ofStep(timeline, step, 'sealed');
  return {
    count: own.length,
    bytes: own.reduce((sum, { record }) => sum + record.bytes.length, 0),
    shared: own.some(({ record }) => new Set(record.parts.map((part) => part.message)).size > 1),
  };
}

/** The cipher that protects what a side writes in a step, if it has keys. */
export function cipherOf({ timeline, step, from }: Episode): string | undefined {
  const installed = accountOf(timeline).filter(({ who, at }) => who === from && at <= step.said);
  return allOf(installed, 'keys')
    .filter(({ direction }) => direction === 'write')
    .at(-1)?.cipher;
}

function sealedBy(timeline: Timeline, who: Role): readonly InsightOf<'sealed'>[] {
  return allOf(
    accountOf(timeline).filter((told) => told.who === who),
    'sealed',
  );
}
