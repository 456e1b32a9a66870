// The answer of `check`, as text or as one JSON object.

import { failedCheckOf } from '../../src/lab/own/index.ts';
import {
  answerWords,
  changeSentence,
  differenceSentence,
  journalLines,
  warningSentence,
} from '../../src/words/own/index.ts';
import type { Advice } from '../../src/words/settings/index.ts';
import type { Checked } from './check.ts';

/** What is printed, and the exit status: 0 it works, 1 it doesn't. */
export function report(
  { answer, notes, remedied, differences, programs, version }: Checked,
  json: boolean,
): { readonly status: 0 | 1; readonly text: string } {
  const failed = failedCheckOf(answer);
  const { cause, files, advice, tries } = remedied;
  const { headline, reason, remedy } = answerWords(answer, failed, cause, files);
  const tried = tries.map(({ changes }) => changes.map(changeSentence).join(' '));
  const told = { alert: answer.alert?.description ?? null, version, programs };
  const logs = journalLines(answer.why, failed, told);
  const differing = differences.map((each) => differenceSentence(each, failedCheckOf(each.answer)));
  const warnings = [...notes, ...new Set(answer.warnings.map(warningSentence))];
  const status = answer.outcome === 'works' ? 0 : 1;
  if (!json) {
    const { alert } = answer;
    const lines = [
      headline,
      reason,
      ...(alert ? [`Alert: ${alert.description} (${alert.code})`] : []),
      ...(remedy === undefined ? [] : [`What to change: ${remedy}`]),
      ...tried.map((each) => `Tried, and it works: ${each}`),
      ...logs.map(({ side, program, line }) => `${program} as the ${side} says: ${line}`),
      ...differing.map((each) => `Elsewhere: ${each}`),
      ...warnings.map((each) => `Note: ${each}`),
      ...shortly(advice).map(({ title, side, lines, source }) => `\n${title}, ${side} (${source})\n${indented(lines)}`),
    ];
    return { status, text: `${lines.join('\n')}\n` };
  }
  const { outcome, refusedBy, who, clientCertificate, alert } = answer;
  const object = {
    ...{ outcome, refusedBy, who, clientCertificate, alert, headline, reason },
    check: failed?.id ?? checkOf(answer),
    remedy: remedy ?? null,
    ...(advice.length > 0 && { lines: linesOf(advice) }),
    tries: tried.map((change) => ({ change, outcome: 'works' })),
    warnings,
    logs,
    elsewhere: differences.map(({ side, programs: names, answer: { outcome: ending, refusedBy: by } }, at) => ({
      ...{ side, programs: names.map(({ program, version: of }) => `${program} ${of}`) },
      ...{ outcome: ending, refusedBy: by, sentence: differing[at] },
    })),
  };
  return { status, text: `${JSON.stringify(object)}\n` };
}

function checkOf({ why }: Checked['answer']): string | null {
  if (why.what === 'refused') return why.fault.cause;
  return why.what === 'obstacle' ? why.obstacle.what : null;
}

/** Of the lines for many programs only those that most people know. */
function shortly(advice: readonly Advice[]): readonly Advice[] {
  const many = new Set(advice.map(({ program }) => program)).size > 2;
  return many ? advice.filter(({ program }) => program === 'openssl' || program === 'nginx') : advice;
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ');
}

/** By program, so that whoever reads it finds theirs. */
function linesOf(advice: readonly Advice[]): object {
  const programs = [...new Set(advice.map(({ program }) => program))];
  return Object.fromEntries(
    programs.map((name) => [
      name,
      advice.flatMap(({ program, side, lines, source }) => (program === name ? [{ side, lines, source }] : [])),
    ]),
  );
}
