// The answer of `check`, as text or as one JSON object.

import { failedCheckOf } from '../../src/lab/own/index.ts';
import { answerWords, warningSentence } from '../../src/words/own/index.ts';
import type { Checked } from './check.ts';

/** What is printed, and the exit status: 0 it works, 1 it doesn't. */
export function report({ answer, notes }: Checked, json: boolean): { readonly status: 0 | 1; readonly text: string } {
  const failed = failedCheckOf(answer);
  const { headline, reason, remedy } = answerWords(answer, failed);
  const warnings = [...notes, ...new Set(answer.warnings.map(warningSentence))];
  const status = answer.outcome === 'works' ? 0 : 1;
  if (!json) {
    const { alert } = answer;
    const lines = [
      headline,
      reason,
      ...(alert ? [`Alert: ${alert.description} (${alert.code})`] : []),
      ...(remedy === undefined ? [] : [`What to change: ${remedy}`]),
      ...warnings.map((each) => `Note: ${each}`),
    ];
    return { status, text: `${lines.join('\n')}\n` };
  }
  const { outcome, refusedBy, who, clientCertificate, alert } = answer;
  const object = {
    ...{ outcome, refusedBy, who, clientCertificate, alert, headline, reason },
    check: failed?.id ?? checkOf(answer),
    remedy: remedy ?? null,
    warnings,
  };
  return { status, text: `${JSON.stringify(object)}\n` };
}

function checkOf({ why }: Checked['answer']): string | null {
  if (why.what === 'refused') return why.fault.cause;
  return why.what === 'obstacle' ? why.obstacle.what : null;
}
