// What the two would talk about if only they were let: a request, a page that greets whoever was authenticated, goodbye.
// It must not know records, order or pictures.

import { type Bytes, concat, fromText, toText } from '../bytes/index.ts';
import type { Insight, Role, Status } from '../tls/index.ts';

/** Something that the script has a side do. */
export type Line =
  | { readonly kind: 'send'; readonly data: Bytes }
  | { readonly kind: 'close' }
  /** Ends the transport without a word. */
  | { readonly kind: 'leave' };

/** What a side does now, or nothing: see `nextLine`. */
export type Script = (
  role: Role,
  said: readonly Line[],
  status: Status,
  insights: readonly Insight[],
) => Line | undefined;

const REQUEST = 'GET / HTTP/1.1\r\nHost: api.example\r\n\r\n';

/**
 * What a side does now, or nothing.
 * @param said its lines so far
 * @param insights all its insights so far
 */
export const nextLine: Script = (role, said, status, insights) => {
  if (!status.canSend) return undefined;
  if (insights.some((insight) => insight.kind === 'closed')) return { kind: 'close' };
  const heard = textHeard(insights);
  if (role === 'client') return clientLine(said, heard);
  const asked = heard.includes('\r\n\r\n');
  return asked && said.length === 0 ? { kind: 'send', data: fromText(page(status.facts?.peer ?? null)) } : undefined;
};

function clientLine(said: readonly Line[], heard: string): Line | undefined {
  if (said.length === 0) return { kind: 'send', data: fromText(REQUEST) };
  return said.length === 1 && isWhole(heard) ? { kind: 'close' } : undefined;
}

/** The answer to a request: tells the peer what the handshake told the server. */
function page(peer: string | null): string {
  const body =
    peer === null
      ? 'Hello, whoever you are. Nobody was authenticated.\n'
      : `Hello, ${peer}. Your certificate and your signature say so.\n`;
  const head = [
    'HTTP/1.1 200 OK',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${fromText(body).length}`,
  ];
  return [...head, '', body].join('\r\n');
}

/** Whether an HTTP answer is all there. */
function isWhole(answer: string): boolean {
  const [head, body] = answer.split('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(head ?? '')?.[1];
  return length !== undefined && body !== undefined && fromText(body).length >= Number(length);
}

function textHeard(insights: readonly Insight[]): string {
  const pieces = insights.flatMap((insight) =>
    insight.kind === 'data' && insight.direction === 'received' ? [insight.bytes] : [],
  );
  return toText(concat(...pieces));
}
