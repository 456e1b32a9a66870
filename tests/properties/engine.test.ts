// Whatever comes in ends in a state, an alert and an explanation: never in an exception, never in a hang, and never in two sides
// that are connected about different things.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bytes, concat, type Field, fromUint, toHex, walk } from '../../src/bytes/index.ts';
import { alertOfCause, type Endpoint, type Insight, type Role, type Turn } from '../../src/tls/index.ts';
import { sentenceOf } from '../../src/words/causes/index.ts';
import { type Delivery, faultIn, handshake, pair, recordWith } from '../unit/tls/pair.ts';
import { gapIn } from './tiles.ts';

const { deliveries } = handshake({ snapshots: true, server: { tickets: 1 } });
const messagesIn = (turn: Turn) =>
  turn.flatMap((item) => (item.kind === 'insight' && item.insight.kind === 'heard' ? [item.insight.message] : []));

/** What must hold after anything was received: an explanation with its alert for a refusal, whole trees for everything seen. */
function expectExplained(endpoint: Endpoint, turn: Turn): void {
  const fault = faultIn(turn);
  if (fault) {
    expect(fault.alert).toBe(alertOfCause[fault.cause]);
    expect(sentenceOf(fault)).toMatch(/^\S+ \S+ .*\.$/);
    expect(endpoint.status.open).toBe(false);
  }
  for (const { field, bytes } of messagesIn(turn)) expect(gapIn(field, bytes.length)).toBeUndefined();
}

function extensionsOf(field: Field): Field | undefined {
  return [...walk(field)].map((each) => each.field).find(({ name }) => name === 'extensions');
}

describe('every message of a handshake', () => {
  const carrying = deliveries.filter(
    (delivery) => messagesIn(delivery.before.fork().receive(delivery.bytes)).length > 0,
  );
  it('is tried in every state', () => expect(carrying.length).toBe(11));
  it.each(carrying.map((delivery) => [delivery.before.role, delivery.before.status.state, delivery] as const))(
    '%s in %s: cut at every length and closed with a fitting header, it is refused with an alert',
    (_, __, delivery) => {
      const [message] = messagesIn(delivery.before.fork().receive(delivery.bytes));
      if (!message) throw new Error('no message');
      for (let length = 4; length < message.bytes.length; length++) {
        const endpoint = delivery.before.fork();
        const cut = concat(message.bytes.subarray(0, 1), fromUint(length - 4, 3), message.bytes.subarray(4, length));
        const turn = endpoint.receive(recordWith(delivery, cut));
        // A hello that ends before its extensions is whole, but one of TLS 1.2 (RFC 5246 7.4.1.2).
        const older = message.name.endsWith('Hello') && length === extensionsOf(message.field)?.start;
        expect(faultIn(turn)?.cause).toBe(older ? 'no-common-version' : 'malformed-message');
        expectExplained(endpoint, turn);
      }
    },
  );
  it.each(carrying.map((delivery) => [delivery.before.role, delivery.before.status.state, delivery] as const))(
    '%s in %s: with single bits flipped before it was sealed, ends in a state and an explanation',
    (_, __, delivery) => {
      const [message] = messagesIn(delivery.before.fork().receive(delivery.bytes));
      if (!message) throw new Error('no message');
      const place = fc.integer({ min: 0, max: message.bytes.length * 8 - 1 });
      fc.assert(
        fc.property(place, (bit) => {
          const endpoint = delivery.before.fork();
          expectExplained(endpoint, endpoint.receive(recordWith(delivery, flipped(message.bytes, bit))));
        }),
        { numRuns: 60 },
      );
    },
  );
});

function flipped(bytes: Bytes, bit: number): Bytes {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

describe('any bytes', () => {
  const anywhere = fc.constantFrom(...deliveries);
  it('off the wire, in any state', () => {
    fc.assert(
      fc.property(anywhere, fc.uint8Array({ maxLength: 300 }), (delivery, garbage) => {
        const endpoint = delivery.before.fork();
        expectExplained(endpoint, endpoint.receive(garbage));
        expectExplained(endpoint, endpoint.end());
      }),
      { numRuns: 400 },
    );
  });
  it('under the right keys, as any type of content, in any state', () => {
    const type = fc.constantFrom(20, 21, 22, 23, 24, 0, 99);
    fc.assert(
      fc.property(anywhere, type, fc.uint8Array({ maxLength: 100 }), (delivery, inner, garbage) => {
        const endpoint = delivery.before.fork();
        expectExplained(endpoint, endpoint.receive(recordWith(delivery, garbage, inner)));
      }),
      { numRuns: 400 },
    );
  });
  it('with any header', () => {
    const header = fc.tuple(
      fc.constantFrom(20, 21, 22, 23),
      fc.integer({ min: 0, max: 65535 }),
      fc.integer({ min: 0, max: 65535 }),
    );
    fc.assert(
      fc.property(anywhere, header, ({ before }, [type, version, length]) => {
        const endpoint = before.fork();
        const bytes = concat(
          Uint8Array.of(type),
          fromUint(version, 2),
          fromUint(length, 2),
          new Uint8Array(Math.min(length, 20_000)),
        );
        const turn = endpoint.receive(bytes);
        expectExplained(endpoint, turn);
        if (length > 2 ** 14 + 256) expect(faultIn(turn)?.alert).toBe('record_overflow');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a byte changed on the wire', () => {
  it('never leaves the two sides connected about different things', () => {
    const place = fc.tuple(
      fc.integer({ min: 0, max: deliveries.length - 1 }),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
    );
    fc.assert(
      fc.property(place, ([record, offset, mask]) => {
        const { client, server } = played(record, offset, mask);
        const [mine, theirs] = [client.status, server.status];
        if (mine.state !== 'CONNECTED' || theirs.state !== 'CONNECTED') return;
        const export32 = (side: Endpoint) => toHex(side.export('EXPORTER-same', new Uint8Array(0), 32));
        expect(export32(client)).toBe(export32(server));
        expect(mine.facts?.peer).toContain('api.example');
        expect(theirs.facts?.peer).toContain('client.example');
      }),
      { numRuns: 60 },
    );
  });
});

/** A handshake in which the `offset`-th byte (modulo its length) of one record is changed on its way. */
function played(record: number, offset: number, mask: number) {
  const { client, server } = pair();
  const sides = { client, server };
  const queue: { to: Role; bytes: Bytes }[] = [];
  const take = (who: Role, turn: Turn) => {
    for (const item of turn)
      if (item.kind === 'wire') queue.push({ to: who === 'client' ? 'server' : 'client', bytes: item.bytes });
  };
  take('server', server.start());
  take('client', client.start());
  let count = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const at = offset % next.bytes.length;
    const bytes =
      count++ === record ? next.bytes.map((byte, index) => (index === at ? byte ^ mask : byte)) : next.bytes;
    take(next.to, sides[next.to].receive(bytes));
  }
  return { client, server };
}

describe('any split of the byte stream', () => {
  const streams = (['client', 'server'] as const).flatMap((to) => flights(to));
  const insightsOf = (turns: readonly Turn[]): Insight[] =>
    turns.flat().flatMap((item) => (item.kind === 'insight' ? [item.insight] : []));
  it('gives the same insights, in the same order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...streams), fc.array(fc.nat(), { maxLength: 12 }), ({ before, bytes }, cuts) => {
        const whole = insightsOf([before.fork().receive(bytes)]);
        const places = [0, ...cuts.map((cut) => cut % bytes.length), bytes.length].sort((a, b) => a - b);
        const endpoint = before.fork();
        const turns = places.slice(1).map((end, index) => endpoint.receive(bytes.subarray(places[index], end)));
        expect(insightsOf(turns)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
  it.each(streams.map((stream, index) => [index, stream] as const))(
    'flight %i in pieces of one byte',
    (_, { before, bytes }) => {
      const endpoint = before.fork();
      const turns = [...bytes].map((byte) => endpoint.receive(Uint8Array.of(byte)));
      expect(insightsOf(turns)).toEqual(insightsOf([before.fork().receive(bytes)]));
    },
  );
});

/** The records that one side got without a word from the other in between, as one stretch of bytes. */
function flights(to: Role): { before: Endpoint; bytes: Bytes }[] {
  const stretches: Delivery[][] = [];
  let previous: Role | undefined;
  for (const delivery of deliveries) {
    if (delivery.to === to && previous !== to) stretches.push([]);
    if (delivery.to === to) stretches.at(-1)?.push(delivery);
    previous = delivery.to;
  }
  return stretches.map((stretch) => ({
    before: (stretch[0] as Delivery).before,
    bytes: concat(...stretch.map(({ bytes }) => bytes)),
  }));
}
