// What is written beside the packets of a capture. It must not know how packets are made.

import type { Role } from '../../tls/index.ts';
import { capital, counted, listed } from '../grammar.ts';

/** A step as it is called here. */
export interface Named {
  readonly number: number;
  readonly label: string;
}

/** What a packet is, in the words of who reads a list of them. */
export type PacketNews =
  | { readonly kind: 'open' | 'accept' | 'ready' | 'acknowledge' | 'close'; readonly from: Role }
  | {
      readonly kind: 'record';
      readonly from: Role;
      readonly steps: readonly Named[];
      /** What the wire did to it: `one bit flipped on the wire`. */
      readonly harm?: string;
      /** Nobody of the two has sent it. */
      readonly foreign: boolean;
    };

/** Something that no receiver got. */
export interface LostNews {
  readonly from: Role;
  readonly bytes: number;
  readonly steps: readonly Named[];
}

const plain: Readonly<Record<Exclude<PacketNews['kind'], 'record'>, (from: Role) => string>> = {
  open: (from) => `The ${from} opens the connection.`,
  accept: (from) => `The ${from} accepts it.`,
  ready: (from) => `The ${from} may speak now.`,
  acknowledge: (from) => `The ${from} acknowledges what came.`,
  close: (from) => `The ${from} ends its half of the connection.`,
};

/** The comment of a packet. @param lost what was dropped after it and before the next */
export function packetComment(news: PacketNews, lost: readonly LostNews[]): string {
  const first = news.kind === 'record' ? recordSentences(news) : [plain[news.kind](news.from)];
  return [...first, ...lost.map(lostSentence)].join(' ');
}

function recordSentences({ steps, harm, foreign, from }: Extract<PacketNews, { kind: 'record' }>): readonly string[] {
  if (foreign) {
    const during = steps.length > 0 ? ` during ${stepsNamed(steps)}` : '';
    return [
      `Put on the wire by somebody else, to the ${from === 'client' ? 'server' : 'client'},${during}.`.replace(
        ',.',
        '.',
      ),
    ];
  }
  return [`${capital(stepsNamed(steps))}.`, ...(harm === undefined ? [] : [`${capital(harm)}.`])];
}

function lostSentence({ from, bytes, steps }: LostNews): string {
  const what = steps.length > 0 ? `${stepsNamed(steps)}, ` : '';
  return `After this, a record of the ${from} was lost on the wire, and is in no packet: ${what}${counted(bytes, 'byte')}.`;
}

function stepsNamed(steps: readonly Named[]): string {
  return listed(steps.map(({ number, label }) => `step ${number}: ${label}`));
}

/** What is said of a whole capture. @param run the line in the header @param link where the page shows the same */
export function captureComment(run: string, link: string | undefined, own: boolean): string {
  const where = link === undefined ? '' : ` The page shows it at ${link}.`;
  const whose = own
    ? ' The certificates are somebody’s own.'
    : ' Certificates and keys are those of a demo, and no secret.';
  return `${run}. What each receiver got; the secrets that open it are inside.${whose} The clock of the run stands still: packets are a millisecond apart only to keep their order.${where}`;
}

export const captureWords = { program: 'Countersign', place: 'the wire between client and server' } as const;
