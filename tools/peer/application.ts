// What the server's application says: to an HTTP request a small page, or whatever came in. It knows no TLS but for the
// facts that the page tells.

import { type Bytes, fromText, toText } from '../../src/bytes/index.ts';
import type { Facts } from '../../src/tls/index.ts';

/** What to do about what came in. */
export interface Answer {
  readonly bytes: Bytes;
  /** Nothing more is to be said after it. */
  readonly last: boolean;
}

/** Takes pieces of what comes in; undefined: there is nothing to say yet. */
export type Application = (piece: Bytes, facts: Facts) => Answer | undefined;

/** A request's head that is longer than this is answered without reading on, in characters. */
const LONGEST_HEAD = 65_536;

export function echo(): Application {
  return (bytes) => (bytes.length > 0 ? { bytes, last: false } : undefined);
}

/** Answers once the blank line after a request's head has arrived, whatever is asked for. */
export function http(): Application {
  let head = '';
  let answered = false;
  return (piece, facts) => {
    if (answered) return undefined;
    head += toText(piece);
    if (head.length > LONGEST_HEAD) {
      answered = true;
      return { bytes: response('431 Request Header Fields Too Large', ''), last: true };
    }
    if (!/\r?\n\r?\n/.test(head)) return undefined;
    answered = true;
    return { bytes: response('200 OK', page(facts)), last: true };
  };
}

function response(status: string, body: string): Bytes {
  const lines = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/html; charset=utf-8',
    `Content-Length: ${fromText(body).length}`,
    'Connection: close',
  ];
  return fromText(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

function page({ version, suite, group, alpn, peer }: Facts): string {
  const exchange = group ?? 'none: static RSA';
  const rows = Object.entries({ Version: `TLS ${version}`, Suite: suite, Group: exchange, Protocol: alpn, You: peer })
    .map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value ?? 'not said')}</dd>`)
    .join('');
  return `<!doctype html><html lang="en"><title>Countersign</title><h1>Hello from Countersign</h1><dl>${rows}</dl></html>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
