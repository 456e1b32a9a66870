// The story for those who listen: one or two plain sentences for each step. English; one place, ready for other languages.

import type { Message } from '../../diagram/index.ts';
import type { Step } from '../../lab/index.ts';
import type { Insight, Role } from '../../tls/index.ts';
import { listed } from './grammar.ts';

export const startSentence = 'The client and the server have not said anything yet.';

/** `The server sends CertificateRequest: who are you?` */
export function saidSentence(step: Step, title: string, caption: string | undefined): string {
  const what = caption === undefined ? title : `${title} (${caption})`;
  return `The ${step.from} sends ${what}.`;
}

/** A record of the picture as somebody sees it who listens on the wire. */
type OnWire = Pick<Message, 'title' | 'caption' | 'from'>;

/** `application_data (record 3, 47 bytes)` */
export function wireLabel(rows: readonly OnWire[]): string {
  return listed(rows.map(wireName)) || 'nothing new on the wire';
}

/** The same for those who listen: `The server sends application_data (record 3, 47 bytes).` */
export function wireSentences(rows: readonly OnWire[]): string {
  const sentences = rows.map((row) => `The ${row.from === 'left' ? 'client' : 'server'} sends ${wireName(row)}.`);
  return sentences.join(' ') || 'There is nothing new on the wire.';
}

function wireName({ title, caption }: OnWire): string {
  return `${title} (${caption})`;
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
      return `The ${who} refuses. ${insight.sentence}`;
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
