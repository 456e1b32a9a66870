// Long messages, in however many pieces they come.

import { describe, expect, it } from 'vitest';
import type { Bytes } from '../../../src/bytes/index.ts';
import type { Endpoint, Turn } from '../../../src/tls/index.ts';
import { decodeMessage, encodeMessage, type Message } from '../../../src/tls/wire/message.ts';
import { faultIn, messageWith, pair, recordWith } from './pair.ts';

const CLIENT_HELLO = 1;
const PADDING = 21;
const MAX_RECORD = 2 ** 14;

/** A ClientHello of TLS 1.2 with every vector as long as RFC 5246 section 7.4.1.2 and RFC 9846 section 4.2.2 let it be. */
function longestHello(): Bytes {
  const hello = pair({ client: { versions: ['1.2'] } })
    .client.start()
    .flatMap((item) =>
      item.kind === 'insight' && item.insight.kind === 'said' ? [item.insight.message.bytes] : [],
    )[0];
  const decoded = decodeMessage(hello as Bytes, 'hello');
  if (!decoded.ok || decoded.value.name !== 'ClientHello') throw new Error('no ClientHello');
  const { body } = decoded.value;
  const grown = {
    ...body,
    legacy_session_id: new Uint8Array(32),
    cipher_suites: filled(body.cipher_suites, 65534 / 2, 0x1a1a),
    legacy_compression_methods: filled([0], 255, 1),
  };
  const padded = (length: number): Message => {
    const padding = { name: undefined, type: PADDING, body: new Uint8Array(length) };
    return { name: 'ClientHello', body: { ...grown, extensions: [...body.extensions, padding] } };
  };
  const longest = 4 + 131_396;
  return encodeMessage(padded(longest - encodeMessage(padded(0)).bytes.length)).bytes;
}

function filled(values: readonly number[], length: number, value: number): number[] {
  return [...values, ...new Array<number>(length - values.length).fill(value)];
}

/** What comes of a message in records of `size` bytes of content. */
function heardInPieces(endpoint: Endpoint, message: Bytes, size: number): Turn {
  const turns: Turn[] = [];
  for (let at = 0; at < message.length; at += size)
    turns.push(endpoint.receive(recordWith({ keys: undefined }, message.subarray(at, at + size))));
  return turns.flat();
}

describe('a message', () => {
  const fresh = () => {
    const { server } = pair({ server: { versions: ['1.2'] } });
    server.start();
    return server;
  };

  it('may be as long as the longest ClientHello', () => {
    const server = fresh();
    const hello = longestHello();
    expect(hello).toHaveLength(131_400);
    expect(faultIn(heardInPieces(server, hello, MAX_RECORD))).toBeUndefined();
    expect(server.status.state).toBe('WAIT_CERT');
  });

  it('that is longer is not waited for', () => {
    const header = messageWith(CLIENT_HELLO, new Uint8Array(131_397)).subarray(0, 4);
    expect(faultIn(heardInPieces(fresh(), header, 4))).toMatchObject({ cause: 'message-too-long' });
  });

  it('may come in records of one byte, of which each tells its place in it', () => {
    const server = fresh();
    const hello = longestHello().subarray(0, 3000);
    const places = heardInPieces(server, hello, 1).flatMap((item) =>
      item.kind === 'insight' && item.insight.kind === 'opened' ? item.insight.record.parts : [],
    );
    expect(places).toEqual(Array.from(hello, (_, offset) => ({ message: 0, start: 0, end: 1, offset })));
  });
});

describe('a copy of an endpoint', () => {
  it('made in the middle of a record goes on by itself', () => {
    const { client, server } = pair();
    server.start();
    const hello = client.start().flatMap((item) => (item.kind === 'wire' ? [...item.bytes] : []));
    const whole = Uint8Array.from(hello);
    server.receive(whole.subarray(0, 100));
    const copies = [server.fork(), server.fork()];
    copies[0]?.receive(new Uint8Array(whole.length - 100).fill(0xff));
    for (const side of [copies[1], server]) {
      expect(faultIn(side?.receive(whole.subarray(100)) ?? [])).toBeUndefined();
      expect(side?.status.state).toBe('WAIT_CERT');
    }
  });
});
