// What somebody should know of their own certificates although it works, in sentences.

import type { Warning } from '../../lab/own/index.ts';
import { checkReason } from '../causes/index.ts';
import { type Sentences, told } from '../causes/telling.ts';
import { counted } from '../grammar.ts';

/** One thing that does not keep it from working: one sentence. */
export function warningSentence(warning: Warning): string {
  return told(warnings, warning);
}

const warnings: Sentences<Warning> = {
  check: ({ of, check }) => `The ${of}’s chain, ${check.subject}: ${checkReason(check)}`,
  'expires soon': ({ of, subject, days }) =>
    `In the ${of}’s chain, the certificate of ${subject} expires ${days === 0 ? 'within a day' : `in ${counted(days, 'day')}`}.`,
  demo: ({ of, part }) =>
    part === 'certificate'
      ? `No certificate was given for the ${of}: it shows the demo’s.`
      : `Nothing was given for the ${of} to trust: it trusts the demo’s root.`,
};
