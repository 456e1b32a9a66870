// What one side shows, why, and what the other side makes of it, as far as it was told by the cursor. It must not know what stands in a
// certificate; its words come from words/certificates.ts.

import { equal } from '../../bytes/index.ts';
import type { Timeline, Trust } from '../../lab/index.ts';
import { type Check, isFailed, type Verdict } from '../../pki/index.ts';
import type { FaultCause, Role, SeenMessage } from '../../tls/index.ts';
import { checkReason, choiceReason, protocolReason, sentenceOf } from '../../words/causes/index.ts';
import { choices, leads, proofs, titles, verdicts } from '../../words/certificates.ts';
import { allOf, firstOf, type InsightOf, peerOf, type Told, toldBy, versionOf } from '../account.ts';
import type { Fact } from '../explain/narration.ts';
import { clockOf } from '../explain/sources.ts';
import type { Lens } from '../lenses.ts';
import { authoritiesIn, bytesOf, certificateFields, certificatesIn, titleOf } from '../reading.ts';
import { plain, rich } from '../rich.ts';
import { cardsOf, type Sent } from './chain.ts';
import type { Motive, Presentation } from './presentation.ts';

/** What a side shows, as far as the cursor goes, and the lens. */
export function presentationOf(timeline: Timeline, of: Role, cursor: number, lens: Lens): Presentation {
  const showing = showingOf(timeline, of, cursor, lens);
  const { shown, sent, verdict } = showing;
  const motive = sees(showing, of) ? motiveOf(showing) : undefined;
  const judged = sees(showing, showing.by);
  return {
    of,
    title: titles[of],
    lead: leadOf(showing).map(rich),
    ...(sent && shown && { step: shown.step }),
    ...(sent && judged && { verdict: verdictOf(showing) }),
    ...(sent && judged && sent.length > 0 && faultless(showing) && { proof: proofOf(showing) }),
    chain: cardsOf(sent ?? [], verdict, showing),
    ...(verdict && leadsNowhere(verdict) && { deadEnd: verdicts.nowhere(showing.by) }),
    ...(motive && { motive }),
  };
}

/** Whose certificates, who judges them, and what both told by the cursor. */
interface Showing {
  readonly lens: Lens;
  readonly timeline: Timeline;
  readonly of: Role;
  readonly by: Role;
  readonly now: number;
  readonly own: readonly Told[];
  readonly judge: readonly Told[];
  /** The Certificate message as it was said. */
  readonly shown: { readonly step: number; readonly message: SeenMessage } | undefined;
  /** The certificates in it, as they arrived if they have. */
  readonly sent: readonly Sent[] | undefined;
  readonly verdict: Verdict | undefined;
}

/** Whether a side’s own knowledge may be told. */
function sees({ lens }: Showing, who: Role): boolean {
  return lens === 'everything' || lens === who;
}

function showingOf(timeline: Timeline, of: Role, cursor: number, lens: Lens): Showing {
  const by = peerOf(of);
  const own = toldBy(timeline, of, cursor);
  const judge = toldBy(timeline, by, cursor);
  const said = own.find(({ insight }) => insight.kind === 'said' && insight.message.name === 'Certificate');
  const shown = said?.insight.kind === 'said' ? { step: said.step, message: said.insight.message } : undefined;
  const heard = allOf(judge, 'heard').find(({ message }) => message.name === 'Certificate')?.message;
  const sent =
    shown && isVisible(lens, of, shown.message, heard)
      ? sentIn(shown.message, lens === of ? undefined : heard)
      : undefined;
  const verdict = lens === 'everything' || lens === by ? firstOf(judge, 'verdict')?.verdict : undefined;
  return { lens, timeline, of, by, now: clockOf(timeline, by), own, judge, shown, sent, verdict };
}

/** Whether whoever looks gets to see a Certificate message: its sender, its receiver once it has come, and everybody if it is not encrypted. */
function isVisible(lens: Lens, of: Role, { epoch }: SeenMessage, heard: SeenMessage | undefined): boolean {
  if (lens === 'everything' || lens === of) return true;
  return lens === 'wire' ? epoch === 'cleartext' : heard !== undefined;
}

/** What was judged is what arrived. Of what the wire changed, the message as it arrived is the only layer there is. */
function sentIn(said: SeenMessage, heard: SeenMessage = said): readonly Sent[] {
  const saidFields = certificateFields(said).map((field) => bytesOf(said, field));
  const certificates = certificatesIn(heard);
  return certificateFields(heard).map((field, index): Sent => {
    const bytes = bytesOf(heard, field);
    const at = saidFields.findIndex((each) => equal(each, bytes));
    const layer = at < 0 ? 'message:arrived' : `certificate:${at}`;
    return { bytes, certificate: certificates[index], layer, changed: at < 0 };
  });
}

function leadOf(showing: Showing): readonly string[] {
  const { timeline, of, by, own, judge, sent, shown, lens } = showing;
  if (sent) return [sent.length === 0 ? leads.empty(of) : leads.shown(of, sent.length)];
  if (lens === 'wire') return [leads.onWire[versionOf(timeline)][shown ? 'sealed' : 'open']];
  const asks = sees(showing, 'server') ? timeline.circumstances.clientAuthentication : 'unknown';
  if (of === 'client' && asks === 'off') return [leads.client.off];
  const told = [...(sees(showing, of) ? own : []), ...(sees(showing, by) ? judge : [])];
  if (told.some(({ insight }) => insight.kind === 'closed')) return [leads.gone(of)];
  if (lens === by) return [leads.awaited(of)];
  const request = of === 'client' ? requestTo(own) : undefined;
  if (request) return [leads.request(authoritiesIn(request).map(plain)), holdings(showing)];
  return [of === 'server' ? leads.server : leads.client[asks], holdings(showing)];
}

function holdings({ timeline, of }: Showing): string {
  const { chains } = timeline.circumstances.trust[of];
  return leads.holds(chains.flatMap(([leaf]) => (leaf ? [plain(titleOf(leaf))] : [])));
}

function requestTo(own: readonly Told[]): SeenMessage | undefined {
  return allOf(own, 'heard').find(({ message }) => message.name === 'CertificateRequest')?.message;
}

function verdictOf(showing: Showing): NonNullable<Presentation['verdict']> {
  const { by, judge, verdict } = showing;
  const fault = ownFault(showing);
  if (fault) return { outcome: 'bad', text: rich(verdicts.bad(by, plain(sentenceOf(fault)))) };
  const content = allOf(judge, 'ignored').some(({ what }) => what === 'missing client certificate');
  if (content) return { outcome: 'open', text: rich(verdicts.without) };
  if (!verdict) return { outcome: 'open', text: rich((isGone(showing) ? verdicts.skipped : verdicts.open)(by)) };
  const of = (outcome: Check['outcome']) => verdict.checks.filter((check) => check.outcome === outcome).length;
  const paths = verdict.path.length > 1 ? verdict.pathsTried : 1;
  const tally = verdicts.tally(of('passed'), of('failed'), of('warned'), paths);
  const root = verdict.path.at(-1);
  const { failed: cause } = verdict;
  const text = cause
    ? verdicts.badCertificate(by, plain(cause.subject), plain(checkReason(cause)))
    : verdicts.good(by, root ? plain(titleOf(root)) : '');
  return { outcome: verdict.ok ? 'good' : 'bad', text: rich(text), tally };
}

/** Why a side refuses what it was shown without having judged a chain. */
const beforeVerdict: ReadonlySet<FaultCause> = new Set<FaultCause>([
  'empty-server-certificate',
  'no-client-certificate',
  'unreadable-certificate',
]);

/** Why it refuses although it has found the chain good. */
const afterVerdict: ReadonlySet<FaultCause> = new Set<FaultCause>([
  'unsupported-key',
  'certificate-does-not-fit-suite',
]);

function ownFault({ judge, verdict }: Showing): InsightOf<'fault'> | undefined {
  const fault = firstOf(judge, 'fault');
  return fault && (verdict ? afterVerdict : beforeVerdict).has(fault.cause) ? fault : undefined;
}

function faultless(showing: Showing): boolean {
  return showing.verdict?.ok !== false && ownFault(showing) === undefined;
}

function isGone({ judge }: Showing): boolean {
  return judge.some(({ insight }) => insight.kind === 'closed');
}

function proofOf(showing: Showing): NonNullable<Presentation['proof']> {
  const { timeline, of, judge } = showing;
  // With static RSA a server signs nothing: only the right key opens the way to Finished.
  const silent = of === 'server' && timeline.circumstances.keyExchange === 'static';
  const check = allOf(judge, 'check').find(({ what }) => what === (silent ? 'finished' : 'signature'));
  if (check?.ok) return { outcome: 'good', text: proofs.passed(of) };
  if (check) return { outcome: 'bad', text: proofs.failed(of, protocolReason(check)) };
  if (isGone(showing)) return { outcome: 'open', text: proofs.skipped(of) };
  return { outcome: 'open', text: (silent ? proofs.openWithoutSignature : proofs.open)(of) };
}

function leadsNowhere({ checks }: Verdict): boolean {
  return checks.some((check) => check.id === 'trust-anchor' && isFailed(check));
}

function motiveOf({ timeline, of, own }: Showing): Motive | undefined {
  const choice = allOf(own, 'chose').find(({ what }) => what === 'certificate' || what === 'no certificate');
  if (!choice) return undefined;
  const some = choice.what === 'certificate';
  const request = of === 'client' ? requestTo(own) : undefined;
  const named = request && authoritiesIn(request);
  const facts: readonly Fact[] = [
    ...(some ? [{ name: choices.chosen, value: choice.value }] : []),
    { name: choices.among, value: amongText(choice) },
    ...(named ? [{ name: choices.named, value: named.length > 0 ? named.join('; ') : choices.nobody }] : []),
  ];
  const trust = timeline.circumstances.trust[of];
  const unheeded = some && named !== undefined && named.length > 0 && !trust.heedsAuthorities;
  const stray = unheeded && strays(trust, choice.value, named);
  return {
    title: choices.title(of, some),
    reason: choiceReason(choice),
    facts,
    ...(stray && { note: choices.stray }),
  };
}

function amongText({ what, among }: InsightOf<'chose'>): string {
  if (among.length === 0) return choices.nothing;
  return what === 'certificate' && among.length === 1
    ? choices.only
    : among.map((each) => each ?? choices.empty).join('; ');
}

/** Whether a side's certificate leads to none of the authorities that the other named. */
function strays({ chains }: Trust, subject: string, named: readonly string[]): boolean {
  const chain = chains.find(([leaf]) => leaf?.subject.text === subject) ?? [];
  return !chain.some(({ issuer }) => named.includes(issuer.commonName ?? ''));
}
