// What is said inside both connections: the client's request, what the proxy makes of it, and the pages. It is data, in any language.
// It must not know TLS.

import { type Bytes, fromText, toText } from '../../bytes/index.ts';
import { BLANK_LINE, contentType, greeting, http1 } from '../script.ts';

/** RFC 9440 section 2.2. */
export const HEADER = 'Client-Cert';

/** Any bytes as RFC 9651 section 3.3.5 has them in a header. */
export function inHeader(bytes: Bytes): string {
  return `:${btoa(String.fromCharCode(...bytes))}:`;
}

/** A request with a header more, at its end. */
export function withHeader(request: Bytes, value: string): Bytes {
  const text = toText(request);
  const end = text.indexOf(BLANK_LINE);
  return fromText(`${text.slice(0, end)}\r\n${HEADER}: ${value}${text.slice(end)}`);
}

/** A request without the header, whoever has put it there (RFC 9440 section 4). */
export function withoutHeader(request: Bytes): Bytes {
  const [head = '', ...rest] = toText(request).split(BLANK_LINE);
  const kept = head.split('\r\n').filter((line) => !isHeader(line));
  return fromText([kept.join('\r\n'), ...rest].join(BLANK_LINE));
}

/** What a request says in the header; undefined where it has none. */
export function headerOf(request: Bytes): string | undefined {
  const [head = ''] = toText(request).split(BLANK_LINE);
  return head
    .split('\r\n')
    .find(isHeader)
    ?.slice(HEADER.length + 1)
    .trim();
}

function isHeader(line: string): boolean {
  return line.toLowerCase().startsWith(`${HEADER.toLowerCase()}:`);
}

/** The page of a server that goes by the certificate of whoever is connected to it. */
export const pageByCertificate = http1.page;

/** The page of a server that goes by the header. @param named the subject of the certificate in it */
export function pageByHeader(named: string | null): Bytes {
  return page('200 OK', named === null ? greeting(null) : `Hello, ${named}. The header ${HEADER} says so.\n`);
}

/** RFC 9110 section 15.6.3: what a proxy says when nothing good comes from behind it. */
export const badGateway = page('502 Bad Gateway', 'Bad Gateway\n');

/** What nginx says of a certificate that does not hold, and to a client without one, once the handshake is over (src/http/ngx_http_special_response.c). */
export const certificateError = page('400 Bad Request', 'The SSL certificate error\n');
export const noCertificate = page('400 Bad Request', 'No required SSL certificate was sent\n');

function page(status: string, body: string): Bytes {
  const head = [`HTTP/1.1 ${status}`, `Content-Type: ${contentType}`, `Content-Length: ${fromText(body).length}`];
  return fromText([...head, '', body].join('\r\n'));
}
