// The story for those who listen: one or two plain sentences for each step. English; one place, ready for other languages.

import type { Insight, Role } from '../tls/index.ts';
import { sentenceOf } from './causes/index.ts';
import { counted } from './grammar.ts';
import { named } from './summary.ts';

/** Of the whole run, before somebody steps through it. */
export const overviewSentence = (steps: number): string => `The whole handshake, ${counted(steps, 'step')}.`;

/** `The server sends CertificateRequest (who are you?).` */
export function saidSentence(from: Role, title: string, caption: string | undefined): string {
  return `The ${from} sends ${named(title, caption)}.`;
}

/**
 * What else a side did in the step; undefined for what a listener can do without.
 * @param both whether a side that installs keys does so in both directions
 */
export function toldSentence(who: Role, insight: Insight, both: boolean): string | undefined {
  switch (insight.kind) {
    case 'verdict':
      return insight.verdict.ok ? `The ${who} finds the ${insight.of}’s certificate chain good.` : undefined;
    case 'check':
      if (!insight.ok) return undefined;
      if (insight.what === 'signature') return `The ${who} finds the signature good.`;
      return insight.what === 'finished' ? `The ${who} finds Finished good.` : undefined;
    case 'keys':
      return `The ${who} installs ${insight.epoch} keys${both ? '' : `, to ${insight.direction}`}.`;
    case 'fault':
      return `The ${who} refuses. ${sentenceOf(insight)}`;
    case 'connected':
      return `The ${who} is connected.`;
    case 'closed':
      return insight.how === 'transport' ? `The ${who} sees the connection end.` : undefined;
    case 'alert':
      return insight.direction === 'received' ? `The ${who} reads the alert.` : undefined;
    default:
      return undefined;
  }
}
