// What was checked in a step, with verdicts: read off verdict, check and fault insights. What nobody said anything about is open,
// or skipped when the side that would have looked is gone. Its words come from words/explain/checks.ts.

import type { Timeline } from '../../lab/index.ts';
import { type Check, isFailed } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { checkReason, checkValue, protocolReason, protocolValue } from '../../words/causes/index.ts';
import { checks as words } from '../../words/explain/index.ts';
import { day } from '../../words/grammar.ts';
import { sectionReference } from '../../words/references.ts';
import { accountOf, allOf, firstOf, type InsightOf, peerOf } from '../account.ts';
import type { CheckLine, CheckList } from '../explain/narration.ts';
import { clockOf, type Episode, judgements, sees } from '../explain/sources.ts';
import { certificatesIn } from '../reading.ts';
import { plain, rich } from '../rich.ts';

/**
 * The lists of a step, by whoever receives its message.
 * @param implied what the receiver looks at apart from what has a verdict of its own
 */
export function checksOf(episode: Episode, implied: readonly string[]): readonly CheckList[] {
  const { step, from, to, message } = episode;
  if (step.kind !== 'message' || !message || !sees(episode, to)) return [];
  const own = messageLines(episode, implied);
  if (message.name === 'Certificate') {
    return certificatesIn(message).length > 0
      ? chainChecks(episode, from, to)
      : listOf(words.lists.certificate(from), nothingShown(episode));
  }
  return listOf(words.lists.message(to), own);
}

/** The checks of both sides’ identities, as far as they came in a run: the client’s first. */
export function chainsChecked(timeline: Timeline): readonly CheckList[] {
  const step = timeline.steps.at(-1);
  if (!step) return [];
  const asked = timeline.circumstances.clientAuthentication !== 'off';
  return [
    ...(asked ? chainChecks({ timeline, step }, 'client', 'server') : []),
    ...chainChecks({ timeline, step }, 'server', 'client'),
  ];
}

/** The checks of one side's identity, as far as they came by the end of a step. */
export function chainChecks(
  { timeline, step }: Pick<Episode, 'timeline' | 'step'>,
  of: Role,
  by: Role,
): readonly CheckList[] {
  const told = judgements(timeline, by, step.number);
  const verdict = firstOf(told, 'verdict')?.verdict;
  // What is not looked at by now is still to come only if it comes in this run.
  const all = accountOf(timeline).filter(({ who }) => who === by);
  const final = firstOf(all, 'verdict')?.verdict;
  const lines = words.chainQuestions.flatMap((question): CheckLine[] => {
    const text = rich(question.text(of, by, day(clockOf(timeline, by))));
    if (!final) return isAsked(question, of) ? [{ outcome: 'skipped', text }] : [];
    const looked = final.checks.filter((check) => question.ids.includes(check.id) && isAbout(question, check));
    if (looked.length === 0) return [];
    return verdict ? [chainLine(text, question, looked)] : [{ outcome: 'open', text }];
  });
  const [what, text] = proofOf(timeline, of);
  const found = allOf(told, 'check').find((check) => check.what === what);
  const pending = allOf(all, 'check').some((check) => check.what === what) ? 'open' : 'skipped';
  const proof: CheckLine = found ? protocolLine(found, text) : { outcome: pending, text: rich(text) };
  return [{ title: words.lists.certificate(of), lines: [...lines, proof] }];
}

/** Whether a question is one of those that are always asked. */
function isAsked({ ids }: words.ChainQuestion, of: Role): boolean {
  return !ids.includes('revocation') && !(ids.includes('name') && of === 'client');
}

/** Whether a question asks about the certificate that a check is about. */
function isAbout({ about }: words.ChainQuestion, { index }: Check): boolean {
  return about === undefined || (about === 'leaf') === (index === 0);
}

/** By which check a side proves that it holds the key. With static RSA a server signs nothing. */
function proofOf({ circumstances }: Timeline, of: Role): readonly ['signature' | 'finished', string] {
  const silent = of === 'server' && circumstances.keyExchange === 'static';
  return silent ? ['finished', words.possessionByFinished] : ['signature', words.possession];
}

/** Some checks as one line: the first that failed, or that left a warning, or else what was seen at the leaf or at its issuer. */
function chainLine(text: CheckLine['text'], question: words.ChainQuestion, looked: readonly Check[]): CheckLine {
  const odd = looked.find(isFailed) ?? looked.find(({ outcome }) => outcome === 'warned');
  if (odd) return oddLine(text, odd);
  const issuers = question.about === 'issuers';
  const place = issuers ? 1 : looked[0]?.index === looked.at(-1)?.index ? looked[0]?.index : 0;
  const shown = looked.filter(({ id, index }) => index === place && (question.shows ?? question.ids).includes(id));
  const [first] = shown;
  // Without an issuer in the path nobody could look at one.
  if (!first) return { outcome: issuers ? 'skipped' : 'passed', text };
  const values = first.id === 'trust-anchor' ? first.subject : shown.map(checkValue).join('; ');
  const value = issuers ? `${first.subject}: ${values}` : values;
  return { outcome: 'passed', text, value, reference: sectionReference(first.section) };
}

function oddLine(text: CheckLine['text'], check: Check): CheckLine {
  const { outcome, id, index, subject, section } = check;
  const value = checkValue(check);
  const where = index === 0 || id === 'trust-anchor' ? value : `${subject}: ${value}`;
  return { outcome, text, value: where, reason: checkReason(check), reference: sectionReference(section) };
}

/** What becomes of a client that answers the request with nothing. */
function nothingShown({ timeline, step, from, to }: Episode): readonly CheckLine[] {
  const told = accountOf(timeline).filter((each) => each.who === to && step.moments.includes(each.at));
  const fault = firstOf(told, 'fault');
  if (!fault) return [{ outcome: 'passed', text: rich(words.nothingShown.accepted) }];
  const later = told.some((each) => each.step > step.number);
  return [{ outcome: later ? 'open' : 'failed', text: rich(words.nothingShown.refused[from]) }];
}

/** What the receiver looks at in this message, apart from a chain. */
function messageLines(episode: Episode, implied: readonly string[]): readonly CheckLine[] {
  const { timeline, step, to, message } = episode;
  if (!message) return [];
  const told = accountOf(timeline).filter((each) => each.who === to && step.moments.includes(each.at));
  const fault = firstOf(told, 'fault');
  const heard = firstOf(told, 'heard') !== undefined;
  // New keys are shown where they begin to count; whatever else comes later is a refusal.
  const shownYet = !told.some(({ insight, step: shownIn }) => insight.kind !== 'keys' && shownIn > step.number);
  const outcome: CheckLine['outcome'] = heard ? 'passed' : 'skipped';
  const explicit = shownYet
    ? allOf(told, 'check').map((check) => protocolLine(check, questionOf(check.what, message.name)))
    : [];
  // Of a message that is refused, nobody says which of its quiet checks came before.
  const plainLines = fault ? [] : implied.map((text): CheckLine => ({ outcome, text: rich(text) }));
  return [...plainLines, ...chosenLines(episode, heard), ...explicit, ...pendingLine(episode, explicit)];
}

/** The check that a message exists for stays visible while nobody has made it. */
function pendingLine({ timeline, step, to, message }: Episode, explicit: readonly CheckLine[]): readonly CheckLine[] {
  const name = message?.name ?? '';
  const what = existsFor[name];
  if (what === undefined || explicit.length > 0) return [];
  const comes = accountOf(timeline).some(
    ({ who, insight, step: shownIn, at }) =>
      who === to && insight.kind === 'check' && insight.what === what && at > step.said && shownIn > step.number,
  );
  return [{ outcome: comes ? 'open' : 'skipped', text: rich(questionOf(what, name)) }];
}

const existsFor: Readonly<Record<string, 'signature' | 'finished'>> = {
  CertificateVerify: 'signature',
  ServerKeyExchange: 'signature',
  Finished: 'finished',
};

function questionOf(what: InsightOf<'check'>['what'], message: string): string {
  return what === 'signature' && message === 'ServerKeyExchange' ? words.signedShare : words.protocolChecks[what];
}

/** What the server found in common with a ClientHello. */
function chosenLines({ timeline, step, to, message }: Episode, heard: boolean): readonly CheckLine[] {
  if (message?.name !== 'ClientHello' || !heard) return [];
  const told = accountOf(timeline).filter(({ who, at }) => who === to && step.moments.includes(at));
  const chosen = allOf(told, 'chose');
  return (['version', 'suite', 'group'] as const).flatMap((what): CheckLine[] => {
    const choice = chosen.find((each) => each.what === what);
    if (choice?.what !== what) return [];
    return [{ outcome: 'passed', text: rich(words.protocolChecks[what]), value: choice.value }];
  });
}

function protocolLine(check: InsightOf<'check'>, text: string): CheckLine {
  const { ok } = check;
  return {
    outcome: ok ? 'passed' : 'failed',
    text: rich(text),
    value: plain(protocolValue(check)),
    ...(!ok && { reason: plain(protocolReason(check)) }),
  };
}

function listOf(title: string, lines: readonly CheckLine[]): readonly CheckList[] {
  return lines.length === 0 ? [] : [{ title, lines }];
}

/** The lists that belong to a refusal: those of the identity when it was about that, else those of the message. */
export function checksOfRefusal(episode: Episode, by: Role): readonly CheckList[] {
  const of = peerOf(by);
  const told = judgements(episode.timeline, by, episode.step.number);
  const aboutChain =
    told.some(({ insight }) => insight.kind === 'verdict') ||
    episode.told.some(({ insight }) => insight.kind === 'verdict');
  // Without the extended master secret a side goes on: it is not what was refused.
  const failed = allOf(told, 'check').filter(({ ok, what }) => !ok && what !== 'extended master secret');
  // What proves possession stands with the chain.
  const [proof] = proofOf(episode.timeline, of);
  if (aboutChain)
    return [
      ...chainChecks(episode, of, by),
      ...checkList(
        by,
        failed.filter(({ what }) => what !== proof),
      ),
    ];
  const cause = firstOf(told, 'fault')?.cause;
  if (cause === 'no-client-certificate' || cause === 'empty-server-certificate') {
    return listOf(words.lists.certificate(of), [{ outcome: 'failed', text: rich(words.nothingShown.refused[of]) }]);
  }
  return checkList(by, failed);
}

/** Checks of the protocol itself as a list; none where there are none. */
export function checkList(by: Role, checks: readonly InsightOf<'check'>[]): readonly CheckList[] {
  return listOf(
    words.lists.message(by),
    checks.map((check) => protocolLine(check, words.protocolChecks[check.what])),
  );
}
