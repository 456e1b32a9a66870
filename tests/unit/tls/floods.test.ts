// What is allowed and moves nothing on: it may come often, but not without end.

import { describe, expect, it } from 'vitest';
import { type Bytes, concat, EMPTY, fromText, fromUint } from '../../../src/bytes/index.ts';
import type { Endpoint, Insight, Role, Turn, Version } from '../../../src/tls/index.ts';
import type { TrafficKeys } from '../../../src/tls/record/traffic.ts';
import { faultIn, handshake, keysIn, messageWith, type Pair, pair, recordWith } from './pair.ts';

const MOST = 32;
const CHANGE_CIPHER_SPEC = 20;
const ALERT = 21;
const HANDSHAKE = 22;
const DATA = 23;
const USER_CANCELED = Uint8Array.of(1, 90);
const helloRequest = messageWith(0, EMPTY);
const ticket = messageWith(
  4,
  concat(new Uint8Array(8), fromUint(0, 1), fromUint(1, 2), Uint8Array.of(7), fromUint(0, 2)),
);
const other = { client: 'server', server: 'client' } as const;

/** A side, and what comes to it: as many of something as are asked for. */
interface Flood {
  readonly side: Endpoint;
  readonly send: (count: number) => readonly Bytes[];
}

const connected = (version: Version): Pair =>
  handshake({ client: { versions: [version] }, server: { versions: [version] } });

/** Records of one content, as the other side would protect them. */
function records(keys: TrafficKeys | undefined, content: Bytes, type: number, count: number): Bytes[] {
  return Array.from({ length: count }, (_, ahead) =>
    recordWith({ keys: keys && { ...keys, sequence: keys.sequence + ahead } }, content, type),
  );
}

function afterwards(version: Version, role: Role, content: Bytes, type: number): Flood {
  const joined = connected(version);
  const keys = keysIn(joined.insights[role], 'read');
  return { side: joined[role], send: (count) => records(keys, content, type, count) };
}

function inOneRecord(version: Version, role: Role, message: Bytes): Flood {
  const joined = connected(version);
  const keys = keysIn(joined.insights[role], 'read');
  const send = (count: number) => records(keys, concat(...new Array<Bytes>(count).fill(message)), HANDSHAKE, 1);
  return { side: joined[role], send };
}

function keyUpdates(role: Role, asking: boolean): Flood {
  const joined = connected('1.3');
  const send = (count: number) =>
    Array.from({ length: count }, () => wire(joined[other[role]].updateKeys(asking))).flat();
  return { side: joined[role], send };
}

/** A side in the middle of the handshake. */
function meanwhile(version: Version, role: Role, content: Bytes, type: number): Flood {
  const options = { client: { versions: [version] }, server: { versions: [version] }, snapshots: true } as const;
  const { deliveries } = handshake(options);
  const at = deliveries.filter(({ to }) => to === role)[role === 'server' ? 1 : 0];
  if (!at) throw new Error('nothing came');
  const keys = type === CHANGE_CIPHER_SPEC ? undefined : at.keys;
  return { side: at.before, send: (count) => records(keys, content, type, count) };
}

function anotherHello(): Flood {
  const joined = connected('1.2');
  const [hello = EMPTY] = joined.insights.client.flatMap((each) => (each.kind === 'said' ? [each.message.bytes] : []));
  const keys = keysIn(joined.insights.server, 'read');
  return { side: joined.server, send: (count) => records(keys, hello, HANDSHAKE, count) };
}

function wire(turn: Turn): Bytes[] {
  return turn.flatMap((item) => (item.kind === 'wire' ? [item.bytes] : []));
}

const both: readonly Role[] = ['client', 'server'];
const scenes: readonly (readonly [string, () => Flood])[] = [
  ...both.flatMap(
    (role) =>
      [
        [`KeyUpdates to the ${role}`, () => keyUpdates(role, false)],
        [`KeyUpdates that ask the ${role} for one`, () => keyUpdates(role, true)],
        [
          `ChangeCipherSpecs to the ${role} during the handshake`,
          () => meanwhile('1.3', role, Uint8Array.of(1), CHANGE_CIPHER_SPEC),
        ],
        [`user_canceled to the ${role}`, () => afterwards('1.3', role, USER_CANCELED, ALERT)],
        [`user_canceled to the ${role} during the handshake`, () => meanwhile('1.3', role, USER_CANCELED, ALERT)],
        [`warnings to the ${role} of TLS 1.2`, () => afterwards('1.2', role, USER_CANCELED, ALERT)],
        [`warnings to the ${role} of TLS 1.2 during the handshake`, () => meanwhile('1.2', role, USER_CANCELED, ALERT)],
        [`empty records to the ${role}`, () => afterwards('1.3', role, EMPTY, DATA)],
        [`empty records to the ${role} of TLS 1.2`, () => afterwards('1.2', role, EMPTY, DATA)],
      ] as const,
  ),
  ['tickets', () => afterwards('1.3', 'client', ticket, HANDSHAKE)],
  ['tickets in one record', () => inOneRecord('1.3', 'client', ticket)],
  ['HelloRequests', () => afterwards('1.2', 'client', helloRequest, HANDSHAKE)],
  ['HelloRequests in one record', () => inOneRecord('1.2', 'client', helloRequest)],
  ['HelloRequests during the handshake', () => meanwhile('1.2', 'client', helloRequest, HANDSHAKE)],
  ['ClientHellos to a server that is connected', anotherHello],
];

describe.each(scenes)('%s', (_, sceneOf) => {
  it(`are taken ${MOST} times, and then refused`, () => {
    const { side, send } = sceneOf();
    const copy = side.fork();
    const come = send(MOST + 1);
    const turns = come.map((bytes) => side.receive(bytes));
    expect(faultIn(turns.flat())).toMatchObject({ cause: 'flood', alert: 'unexpected_message' });
    expect(side.status.open).toBe(false);
    if (come.length === 1) return;
    for (const bytes of come.slice(0, MOST)) expect(faultIn(copy.receive(bytes))).toBeUndefined();
    expect(copy.status.open).toBe(true);
  });
});

describe('what moves nothing on', () => {
  const alerts = (turn: Turn): Extract<Insight, { kind: 'alert' }>[] =>
    turn.flatMap((item) => (item.kind === 'insight' && item.insight.kind === 'alert' ? [item.insight] : []));

  it('is answered no more often than it is taken', () => {
    const { side, send } = inOneRecord('1.2', 'client', helloRequest);
    const turn = send(4096).flatMap((bytes) => side.receive(bytes));
    expect(alerts(turn)).toHaveLength(MOST + 1);
    expect(alerts(turn).at(-1)).toMatchObject({ level: 'fatal', description: 'unexpected_message' });
  });

  it('counts together, whatever it is', () => {
    const joined = connected('1.3');
    const { client, server, insights } = joined;
    for (let count = 0; count < MOST / 2; count++) joined.play('client', client.updateKeys(false));
    const empty = records(keysIn(insights.server, 'read'), EMPTY, DATA, MOST / 2 + 1);
    const faults = empty.map((bytes) => faultIn(server.receive(bytes))?.cause);
    expect(faults).toEqual([...new Array(MOST / 2).fill(undefined), 'flood']);
  });

  it('counts afresh after data', () => {
    const joined = connected('1.3');
    const { client, server } = joined;
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < MOST; count++) joined.play('client', client.updateKeys(false));
      joined.play('client', client.send(fromText('data')));
    }
    expect(server.status.open).toBe(true);
    expect(faultIn(joined.insights.server)).toBeUndefined();
  });

  it('counts in a copy of an endpoint too', () => {
    const { side, send } = afterwards('1.3', 'server', EMPTY, DATA);
    const come = send(MOST + 1);
    for (const bytes of come.slice(0, MOST)) side.receive(bytes);
    expect(faultIn(side.fork().receive(come[MOST] as Bytes))).toMatchObject({ cause: 'flood' });
  });
});

describe('user_canceled', () => {
  const beginning = (side: Endpoint, keys: TrafficKeys | undefined): TrafficKeys | undefined => {
    expect(faultIn(side.receive(recordWith({ keys }, Uint8Array.of(11, 0), HANDSHAKE)))).toBeUndefined();
    return keys && { ...keys, sequence: keys.sequence + 1 };
  };

  // RFC 9846 5.1: no other record may stand between those of one handshake message.
  it.each(both)('in the middle of a message is refused by the %s', (role) => {
    const { deliveries } = handshake({ snapshots: true });
    const at = deliveries.filter(({ to, keys }) => to === role && keys?.epoch === 'handshake').at(-1);
    if (!at) throw new Error('nothing came');
    const keys = beginning(at.before, at.keys);
    const turn = at.before.receive(recordWith({ keys }, USER_CANCELED, ALERT));
    expect(faultIn(turn)).toMatchObject({ cause: 'interleaved-record', alert: 'unexpected_message' });
  });

  it.each([{ versions: ['1.3'] }, { versions: ['1.3', '1.2'] }] as const)(
    'in the clear in the middle of the ClientHello is refused by a server of %o',
    (spoken) => {
      const { server } = pair({ server: spoken });
      server.start();
      server.receive(recordWith({ keys: undefined }, Uint8Array.of(1, 0), HANDSHAKE));
      const turn = server.receive(recordWith({ keys: undefined }, USER_CANCELED, ALERT));
      expect(faultIn(turn)).toMatchObject({ cause: 'interleaved-record' });
    },
  );

  it('that is fatal ends a connection of TLS 1.2', () => {
    const { side, send } = afterwards('1.2', 'server', Uint8Array.of(2, 90), ALERT);
    side.receive(send(1)[0] as Bytes);
    expect(side.status.open).toBe(false);
  });
});
