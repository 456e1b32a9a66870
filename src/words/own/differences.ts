// With which programs it would end otherwise, in sentences. It must not know how that is found.

import type { Difference } from '../../lab/own/index.ts';
import type { FailedCheck } from '../../pki/index.ts';
import { listed } from '../grammar.ts';
import { reasonOf } from './answer.ts';

/** One sentence, and why. @param check the check of a chain that failed, where one did */
export function differenceSentence({ side, programs, answer }: Difference, check: FailedCheck | undefined): string {
  const names = listed(programs.map(({ program }) => program));
  const other = side === 'client' ? 'server' : 'client';
  if (answer.outcome === 'works') {
    const what = side === 'server' ? 'would accept this client' : 'would get through';
    return `${names} as the ${side} ${what}.`;
  }
  const reason = reasonOf(answer.why, check);
  if (answer.outcome === 'does not start') return `${names} as the ${side} would not start with these files. ${reason}`;
  if (answer.refusedBy === side) return `${names} as the ${side} would refuse this ${other}. ${reason}`;
  return `With ${names} as the ${side}, the ${other} would refuse it. ${reason}`;
}

/** What is said of an answer with programs that never met here: each was measured with itself. */
export const mixedPair = (client: string, server: string): string =>
  `${client} and ${server} were each measured with itself at both ends; what they do together follows from that, and was not measured.`;

/** What is said of a program whose ways were not measured. */
export const unmeasured = (program: string, version: string, source: string): string =>
  `What ${program} ${version} does was taken ${source}, and not measured.`;
