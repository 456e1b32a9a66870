// Early data (RFC 9846 section 4.3.10): this engine takes none, so its server passes over what a client has sent of it.

import { describe, expect, it } from 'vitest';
import { type Bytes, concat, EMPTY, fromText } from '../../../src/bytes/index.ts';
import type { Insight, Seams, Turn } from '../../../src/tls/index.ts';
import { ignoredReason } from '../../../src/words/causes/index.ts';
import { faultIn, keysIn, type Options, type Pair, pair, recordWith } from './pair.ts';

const HANDSHAKE = 22;
const DATA = 23;
const CLIENT_HELLO = 1;
const MOST = 2 ** 15;

/** A record that no key of this handshake opens. */
const early = (length = 32): Bytes => recordWith({ keys: undefined }, new Uint8Array(length).fill(0xe0), DATA);

/** A client that announces early data in its first ClientHello, or in the first few. */
function announcing(hellos = 1, body: Bytes = EMPTY): Seams {
  let said = 0;
  return {
    bend: ({ name, bytes }) => {
      const announces = name === 'ClientHello' && said++ < hellos;
      return [announces ? withExtension(bytes, Uint8Array.of(0, 42, 0, body.length, ...body)) : bytes];
    },
  };
}

/** A ClientHello with one more extension at its end. */
function withExtension(hello: Bytes, extension: Bytes): Bytes {
  const grown = concat(hello, extension);
  const view = new DataView(grown.buffer);
  const suites = 4 + 2 + 32 + 1 + view.getUint8(4 + 2 + 32);
  const compression = suites + 2 + view.getUint16(suites);
  const extensions = compression + 1 + view.getUint8(compression);
  view.setUint16(extensions, view.getUint16(extensions) + extension.length);
  view.setUint16(2, view.getUint16(2) + extension.length);
  return grown;
}

/** A server that has heard the first ClientHello, and what it has yet to say. */
function greeted(options: Options): Pair & { readonly answer: Turn } {
  const joined = pair(options);
  joined.server.start();
  const answer = wire(joined.client.start()).flatMap((record) => joined.server.receive(record));
  return { ...joined, answer };
}

function wire(turn: Turn): Bytes[] {
  return turn.flatMap((item) => (item.kind === 'wire' ? [item.bytes] : []));
}

function reasonsIn(turn: Turn): string[] {
  const insights = turn.flatMap((item): Insight[] => (item.kind === 'insight' ? [item.insight] : []));
  return insights.flatMap((each) =>
    each.kind === 'ignored' && each.what === 'early data' ? [ignoredReason(each)] : [],
  );
}

const retry: Options = { server: { groups: ['secp256r1'] } };
describe.each([
  ['that answers at once', {}, 'bad_record_mac'],
  ['that asks for another ClientHello', retry, 'unexpected_message'],
] as const)('a server %s', (_, options: Options, alert) => {
  const meet = (seams: Seams) => greeted({ ...options, client: { seams } });

  it('passes over early data, tells so, and shakes hands', () => {
    const { client, server, answer, insights, play } = meet(announcing());
    const turns = [early(), early(1), early(0)].map((record) => server.receive(record));
    expect(turns.map((turn) => turn.length)).toEqual([1, 1, 1]);
    expect(turns.flatMap(reasonsIn).join()).toMatch(/37 bytes.*6 bytes.*5 bytes/);
    play('server', answer);
    expect([client.status.state, server.status.state]).toEqual(['CONNECTED', 'CONNECTED']);
    play('client', client.send(fromText('late data')));
    expect(insights.server.filter(({ kind }) => kind === 'data')).toMatchObject([{ bytes: fromText('late data') }]);
  });

  it('does so in a copy of itself too', () => {
    const { server } = meet(announcing());
    expect(faultIn(server.fork().receive(early()))).toBeUndefined();
  });

  it('passes over as much as servers usually allow, and not much more', () => {
    const { server } = meet(announcing());
    expect(faultIn(server.receive(early(2 ** 14 + 17)))).toBeUndefined();
    const turn = server.receive(early(2 ** 14));
    expect(faultIn(turn)).toMatchObject({ cause: 'flood', alert: 'unexpected_message' });
    expect(server.status.open).toBe(false);
  });

  it('counts records without content too', () => {
    const { server } = meet(announcing());
    const records = Math.floor(MOST / early(0).length);
    for (let count = 0; count < records; count++) server.receive(early(0));
    expect(server.status.open).toBe(true);
    expect(faultIn(server.receive(early(0)))).toMatchObject({ cause: 'flood' });
  });

  it('passes over nothing if none was announced', () => {
    expect(faultIn(meet({}).server.receive(early()))?.alert).toBe(alert);
  });

  it('passes over nothing but application data', () => {
    const { server } = meet(announcing());
    expect(faultIn(server.receive(recordWith({ keys: undefined }, new Uint8Array(32), HANDSHAKE)))).toBeDefined();
  });

  it('refuses an announcement that says more', () => {
    const { answer } = meet(announcing(1, Uint8Array.of(0)));
    expect(faultIn(answer)).toMatchObject({ cause: 'malformed-message', alert: 'decode_error' });
  });
});

describe('early data is over', () => {
  it('with the first record that opens', () => {
    const { client, server, answer } = greeted({ client: { seams: announcing() } });
    server.receive(early());
    const flight = wire(answer).flatMap((record) => client.receive(record));
    const [first] = wire(flight).filter(([type]) => type === DATA);
    expect(faultIn(server.receive(first as Bytes))).toBeUndefined();
    expect(faultIn(server.receive(early()))).toMatchObject({ cause: 'bad-record-mac', alert: 'bad_record_mac' });
  });

  it('with the second ClientHello', () => {
    const { client, server, answer } = greeted({ ...retry, client: { seams: announcing() } });
    const second = wire(answer).flatMap((record) => wire(client.receive(record)));
    for (const record of second) server.receive(record);
    expect(server.status.state).toBe('WAIT_CERT');
    expect(faultIn(server.receive(early()))).toMatchObject({ cause: 'bad-record-mac' });
  });

  it('before the second ClientHello, which may not announce any', () => {
    const { server, answer, insights, play } = greeted({ ...retry, client: { seams: announcing(2) } });
    play('server', answer);
    expect(faultIn(insights.server)).toMatchObject({ cause: 'changed-second-hello', alert: 'illegal_parameter' });
    expect(server.status.open).toBe(false);
  });

  it('when the second ClientHello has begun', () => {
    const { server } = greeted({ ...retry, client: { seams: announcing() } });
    server.receive(recordWith({ keys: undefined }, Uint8Array.of(CLIENT_HELLO), HANDSHAKE));
    expect(faultIn(server.receive(early()))).toMatchObject({ cause: 'interleaved-record' });
  });
});

// RFC 9846 appendix E.3: an older server does not pass over early data.
it('a server of TLS 1.2 passes over no early data', () => {
  const { server, insights } = greeted({
    client: { versions: ['1.3', '1.2'], seams: announcing() },
    server: { versions: ['1.2'] },
  });
  expect(keysIn(insights.server, 'read')).toBeUndefined();
  expect(faultIn(server.receive(early()))).toMatchObject({ cause: 'unexpected-record' });
});
