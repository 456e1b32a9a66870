// What the two would talk about if only they were let: a request, a page that greets whoever was authenticated, goodbye. They talk in
// the protocol that they agreed on. It must not know records, order or pictures.

import { type Bytes, concat, fromText, toText } from '../bytes/index.ts';
import type { Insight, Role, Status } from '../tls/index.ts';

/** Something that the script has a side do. */
export type Line =
  /** `rest`: what its program writes after that, before it reads anything. */
  | { readonly kind: 'send'; readonly data: Bytes; readonly rest?: Bytes }
  | { readonly kind: 'close' }
  /** Ends the transport without a word. */
  | { readonly kind: 'leave' };

/** What a side does now, or nothing: see `speaking`. */
export type Script = (
  role: Role,
  said: readonly Line[],
  status: Status,
  insights: readonly Insight[],
) => Line | undefined;

/** A protocol inside the connection: how it asks for a page, and how it sends one. */
export interface Tongue {
  /** For the page of this host. */
  request(host: string): Bytes;
  /** Whether a request is all there. */
  asks(heard: Bytes): boolean;
  /** The page for this peer, which tells it what the handshake told the server. */
  page(peer: string | null): Bytes;
  /** Whether a page is all there. */
  answers(heard: Bytes): boolean;
  /** What the client says when it has its page, before it closes. */
  readonly farewell?: Bytes;
}

/**
 * The conversation of both sides, in the protocol that each holds to be agreed on, by its name; without one, in HTTP/1.1.
 * @param host whose page the client asks for
 */
export function speaking(tongues: Readonly<Record<string, Tongue>>, host: string): Script {
  return (role, said, status, insights) => {
    if (!status.canSend) return undefined;
    if (insights.some((insight) => insight.kind === 'closed')) return { kind: 'close' };
    const tongue = tongues[status.facts?.alpn ?? 'http/1.1'];
    if (!tongue) return undefined;
    const heard = dataHeard(insights);
    if (role === 'client') return clientLine(tongue, host, said, heard);
    const due = said.length === 0 && tongue.asks(heard);
    return due ? { kind: 'send', data: tongue.page(status.facts?.peer ?? null) } : undefined;
  };
}

function clientLine(
  { request, farewell, answers }: Tongue,
  host: string,
  said: readonly Line[],
  heard: Bytes,
): Line | undefined {
  if (said.length === 0) return { kind: 'send', data: request(host) };
  const parting: readonly Line[] = [
    ...(farewell ? [{ kind: 'send', data: farewell } as const] : []),
    { kind: 'close' },
  ];
  return answers(heard) ? parting[said.length - 1] : undefined;
}

/** The form of a page, whatever protocol carries it. */
export const contentType = 'text/plain; charset=utf-8';

/** What a page says to whom the handshake has named. */
export function greeting(peer: string | null): string {
  return peer === null
    ? 'Hello, whoever you are. Nobody was authenticated.\n'
    : `Hello, ${peer}. Your certificate and your signature say so.\n`;
}

export const BLANK_LINE = '\r\n\r\n';

/** HTTP/1.1 (RFC 9112). */
export const http1: Tongue = {
  request: (host) => fromText(`GET / HTTP/1.1\r\nHost: ${host}${BLANK_LINE}`),
  asks: (heard) => toText(heard).includes(BLANK_LINE),
  page(peer) {
    const body = greeting(peer);
    const head = ['HTTP/1.1 200 OK', `Content-Type: ${contentType}`, `Content-Length: ${fromText(body).length}`];
    return fromText([...head, '', body].join('\r\n'));
  },
  answers(heard) {
    const [head, body] = toText(heard).split(BLANK_LINE);
    const length = /content-length: (\d+)/i.exec(head ?? '')?.[1];
    return length !== undefined && body !== undefined && fromText(body).length >= Number(length);
  },
};

/** All that a side has been told inside the connection, by what it said about itself. */
export function dataHeard(insights: readonly Insight[]): Bytes {
  const pieces = insights.flatMap((insight) =>
    insight.kind === 'data' && insight.direction === 'received' ? [insight.bytes] : [],
  );
  return concat(...pieces);
}
