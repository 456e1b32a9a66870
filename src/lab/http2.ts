// HTTP/2 (RFC 9113) as far as one request and one page need it: frames, and headers compressed with the static table of HPACK (RFC
// 7541) only. Apart from the rest: a page that speaks HTTP/1.1 needs none of it. It must not know records or TLS.

import { type Bytes, concat, EMPTY, equal, fromText, fromUint } from '../bytes/index.ts';
import { contentType, greeting, type Tongue } from './script.ts';

/** RFC 9113 section 3.4: what every client says first. To a server that speaks HTTP/1.1 only, it is a request it can’t take. */
const PREFACE = fromText('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
const HEADER = 9;

const types = { DATA: 0, HEADERS: 1, SETTINGS: 4, GOAWAY: 7 } as const;
type FrameName = keyof typeof types;

/** RFC 9113 section 6: what these bits mean depends on the frame. */
const ACK = 1;
const END_STREAM = 1;
const END_HEADERS = 4;

export interface Frame {
  /** `SETTINGS ACK` for one that says only that it was understood. */
  readonly name: string;
  readonly endsStream: boolean;
  /** Where it begins and ends in the bytes that were read. */
  readonly start: number;
  readonly end: number;
}

/** The frames in what one side has said, preface aside, as far as they are all there. */
export function framesIn(said: Bytes): readonly Frame[] {
  const frames: Frame[] = [];
  let start = hasPreface(said) ? PREFACE.length : 0;
  for (;;) {
    const [high = 0, middle = 0, low = 0, type = 0, flags = 0] = said.subarray(start);
    const end = start + HEADER + ((high << 16) | (middle << 8) | low);
    if (start + HEADER > said.length || end > said.length) return frames;
    const kind = Object.entries(types).find(([, code]) => code === type)?.[0] ?? `frame ${type}`;
    const name = kind === 'SETTINGS' && flags & ACK ? 'SETTINGS ACK' : kind;
    const endsStream = (kind === 'DATA' || kind === 'HEADERS') && (flags & END_STREAM) !== 0;
    frames.push({ name, endsStream, start, end });
    start = end;
  }
}

/** HTTP/2, with a page in the one stream that a client needs. */
export const http2: Tongue = {
  // Indexed: :method GET, :scheme https, :path /; then :authority with a value.
  request: concat(
    PREFACE,
    frame('SETTINGS', 0, 0),
    frame(
      'HEADERS',
      END_STREAM | END_HEADERS,
      1,
      concat(indexed(2), indexed(7), indexed(4), literal(1, 'api.example')),
    ),
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

function hasPreface(said: Bytes): boolean {
  return equal(said.subarray(0, PREFACE.length), PREFACE);
}

/** RFC 9113 section 4.1. Stream 0 is the connection itself. */
function frame(name: FrameName, flags: number, stream: number, payload: Bytes = EMPTY): Bytes {
  return concat(fromUint(payload.length, 3), Uint8Array.of(types[name], flags), fromUint(stream, 4), payload);
}

/** RFC 7541 section 6.1: a field that the static table holds, name and value. */
function indexed(index: number): Bytes {
  return Uint8Array.of(0x80 | index);
}

/** RFC 7541 section 6.2.2: a field whose name the static table holds. It is not to be remembered, and nothing is Huffman-coded. */
function literal(index: number, value: string): Bytes {
  const name = index < 15 ? [index] : [15, index - 15];
  const text = fromText(value);
  return concat(Uint8Array.of(...name, text.length), text);
}
