// What was checked in a step, with verdicts: read off verdict, check and fault insights. What nobody said anything about is open,
// or skipped when the side that would have looked is gone. Its words come from words/explain/checks.ts.

import type { Check } from '../../pki/index.ts';
import type { Role } from '../../tls/index.ts';
import { accountOf, allOf, firstOf, type InsightOf, peerOf } from '../account.ts';
import { certificatesIn } from '../reading.ts';
import { plain, rich } from '../rich.ts';
import * as words from '../words/explain/checks.ts';
import { sectionReference } from '../words/references.ts';
import type { CheckLine, CheckList } from './narration.ts';
import { choiceOf, judgements, type Scene } from './sources.ts';

/** The lists of a step, by whoever receives its message. */
export function checksOf(scene: Scene): readonly CheckList[] {
  const { step, from, to, message } = scene;
  if (step.kind !== 'message' || !message) return [];
  const own = messageLines(scene);
  if (message.name === 'Certificate' && certificatesIn(message).length > 0) {
    return [...chainChecks(scene, from, to), ...listOf(words.lists.message(to), own)];
  }
  return listOf(words.lists.message(to), own);
}

/** The checks of one side's identity, as far as they came by the end of a step. */
export function chainChecks({ timeline, step }: Scene, of: Role, by: Role): readonly CheckList[] {
  const told = judgements(timeline, by, step.number);
  const verdict = firstOf(told, 'verdict')?.verdict;
  const gone = firstOf(told, 'fault') !== undefined;
  const signature = allOf(told, 'check').find(({ what }) => what === 'signature');
  const lines = words.chainQuestions.flatMap(({ ids, text }): CheckLine[] => {
    const question = rich(text(of, by));
    if (!verdict)
      return ids.includes('name') && of === 'client' ? [] : [{ outcome: gone ? 'skipped' : 'open', text: question }];
    const looked = verdict.checks.filter(({ id }) => ids.includes(id));
    return looked.length === 0 ? [] : [chainLine(question, looked)];
  });
  const proof: CheckLine = signature
    ? protocolLine(signature, words.possession)
    : { outcome: gone ? 'skipped' : 'open', text: rich(words.possession) };
  return [{ title: words.lists.certificate(of), lines: [...lines, proof] }];
}

/** Some checks as one line: the first that failed, or else what was seen at the leaf. */
function chainLine(text: CheckLine['text'], looked: readonly Check[]): CheckLine {
  const failed = looked.find(({ ok }) => !ok);
  const shown = failed ?? looked.find(({ index }) => index === 0) ?? looked[0];
  if (!shown) return { outcome: 'open', text };
  const reference = sectionReference(shown.section);
  const value = shown.index === 0 && !failed ? shown.value : `${shown.subject}: ${shown.value}`;
  return { outcome: failed ? 'failed' : 'passed', text, value, reference, ...(failed && { reason: failed.reason }) };
}

/** What the receiver looks at in this message, apart from a chain. */
function messageLines(scene: Scene): readonly CheckLine[] {
  const { timeline, step, to, message } = scene;
  if (!message) return [];
  const told = accountOf(timeline).filter((each) => each.who === to && step.moments.includes(each.at));
  const fault = firstOf(told, 'fault');
  const heard = firstOf(told, 'heard') !== undefined;
  const shownYet = !told.some((each) => each.step > step.number);
  const outcome: CheckLine['outcome'] = !heard ? 'skipped' : fault || !shownYet ? 'open' : 'passed';
  const implied = (words.messageChecks as Readonly<Record<string, readonly string[]>>)[message.name] ?? [];
  const explicit = shownYet
    ? allOf(told, 'check').map((check) => protocolLine(check, words.protocolChecks[check.what]))
    : [];
  const plainLines = implied.map((text): CheckLine => ({ outcome, text: rich(text) }));
  return [...plainLines, ...chosenLines(scene, heard), ...explicit, ...pendingLine(message.name, explicit, outcome)];
}

/** The check that a message exists for stays visible while nobody has made it. */
function pendingLine(
  name: string,
  explicit: readonly CheckLine[],
  outcome: CheckLine['outcome'],
): readonly CheckLine[] {
  const what = name === 'CertificateVerify' ? 'signature' : name === 'Finished' ? 'finished' : undefined;
  if (what === undefined || explicit.length > 0) return [];
  return [{ outcome: outcome === 'passed' ? 'open' : outcome, text: rich(words.protocolChecks[what]) }];
}

/** What the server found in common with a ClientHello. */
function chosenLines({ timeline, step, to, message }: Scene, heard: boolean): readonly CheckLine[] {
  if (message?.name !== 'ClientHello' || !heard) return [];
  return (['version', 'suite', 'group'] as const).flatMap((what): CheckLine[] => {
    const choice = choiceOf(timeline, to, what);
    return choice && step.number <= lastHello(timeline)
      ? [{ outcome: 'passed', text: rich(words.protocolChecks[what]), value: choice.value }]
      : [];
  });
}

function lastHello(timeline: Scene['timeline']): number {
  return timeline.steps.findLast(({ name }) => name === 'ClientHello')?.number ?? 0;
}

function protocolLine({ ok, value, reason }: InsightOf<'check'>, text: string): CheckLine {
  return {
    outcome: ok ? 'passed' : 'failed',
    text: rich(text),
    value: plain(value),
    ...(!ok && { reason: plain(reason) }),
  };
}

function listOf(title: string, lines: readonly CheckLine[]): readonly CheckList[] {
  return lines.length === 0 ? [] : [{ title, lines }];
}

/** The lists that belong to a refusal: those of the identity when it was about that, else those of the message. */
export function checksOfRefusal(scene: Scene, by: Role): readonly CheckList[] {
  const of = peerOf(by);
  const told = judgements(scene.timeline, by, scene.step.number);
  const aboutChain =
    told.some(({ insight }) => insight.kind === 'verdict') ||
    scene.told.some(({ insight }) => insight.kind === 'verdict');
  if (aboutChain) return chainChecks(scene, of, by);
  const checks = allOf(told, 'check').filter(({ ok }) => !ok);
  return listOf(
    words.lists.message(by),
    checks.map((check) => protocolLine(check, words.protocolChecks[check.what])),
  );
}
