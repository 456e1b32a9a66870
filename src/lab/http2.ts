// HTTP/2 (RFC 9113) as far as one request and one page need it: frames around headers that are compressed with the static table of
// HPACK (RFC 7541) only. Apart from the rest: most connections need none of it. It must not know records or TLS.

import { type Bytes, concat, EMPTY, fromText, fromUint } from '../bytes/index.ts';
import { ACK, END_STREAM, type FrameName, framesIn, frameTypes, hasPreface, PREFACE } from './frames.ts';
import { contentType, greeting, type Tongue } from './script.ts';

/** RFC 9113 section 6.2: the header is all there. */
const END_HEADERS = 4;

/** HTTP/2, with a page in the one stream that a client needs. */
export const http2: Tongue = {
  // Indexed: :method GET, :scheme https, :path /; then :authority with a value.
  request: (host) =>
    concat(
      PREFACE,
      frame('SETTINGS', 0, 0),
      frame('HEADERS', END_STREAM | END_HEADERS, 1, concat(indexed(2), indexed(7), indexed(4), literal(1, host))),
    ),
  asks: (heard) => hasPreface(heard) && framesIn(heard).some(({ endsStream }) => endsStream),
  // Indexed: :status 200; then content-type and content-length with their values.
  page(peer) {
    const body = fromText(greeting(peer));
    const fields = concat(indexed(8), literal(31, contentType), literal(28, String(body.length)));
    return concat(
      frame('SETTINGS', 0, 0),
      frame('SETTINGS', ACK, 0),
      frame('HEADERS', END_HEADERS, 1, fields),
      frame('DATA', END_STREAM, 1, body),
    );
  },
  answers: (heard) => framesIn(heard).some(({ endsStream }) => endsStream),
  // No stream of the server’s was looked at, and nothing is wrong.
  farewell: concat(frame('SETTINGS', ACK, 0), frame('GOAWAY', 0, 0, new Uint8Array(8))),
};

/** RFC 9113 section 4.1. Stream 0 is the connection itself. */
function frame(name: FrameName, flags: number, stream: number, payload: Bytes = EMPTY): Bytes {
  return concat(fromUint(payload.length, 3), Uint8Array.of(frameTypes[name], flags), fromUint(stream, 4), payload);
}

/** RFC 7541 section 6.1: a field that the static table holds, name and value. */
function indexed(index: number): Bytes {
  return Uint8Array.of(0x80 | index);
}

/** RFC 7541 section 6.2.2: a field whose name the static table holds. It is not to be remembered, and nothing is Huffman-coded. */
function literal(index: number, value: string): Bytes {
  const text = fromText(value);
  return concat(prefixed(4, index), prefixed(7, text.length), text);
}

/** RFC 7541 section 5.1: a number that begins in the last bits of a byte. */
function prefixed(bits: number, value: number): Bytes {
  const most = 2 ** bits - 1;
  if (value < most) return Uint8Array.of(value);
  const rest = [];
  let left = value - most;
  for (; left >= 128; left = Math.floor(left / 128)) rest.push((left % 128) + 128);
  return Uint8Array.of(most, ...rest, left);
}
