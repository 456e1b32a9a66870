// Two endpoints joined in memory, for tests: configurations on top of the defaults, every insight kept, and a snapshot of the
// receiving side before each record.

import { type Bytes, fromUint } from '../../../src/bytes/index.ts';
import { seededEnv } from '../../../src/crypto/index.ts';
import { type DemoKind, type DemoPki, demoPki } from '../../../src/pki/index.ts';
import {
  type ClientConfig,
  clientDefaults,
  type Direction,
  Endpoint,
  type Insight,
  type Role,
  type ServerConfig,
  serverDefaults,
  type Turn,
} from '../../../src/tls/index.ts';
import { suites12, suites13 } from '../../../src/tls/keys/suite.ts';
import { sealing13 } from '../../../src/tls/record/protect.ts';
import { sealing12 } from '../../../src/tls/record/protect12.ts';
import { seal, type TrafficKeys } from '../../../src/tls/record/traffic.ts';
import { tls12 } from '../../../src/tls/tls12/index.ts';
import { encodeRecord } from '../../../src/tls/wire/record.ts';

export const NOW = Date.UTC(2026, 10, 23, 12);

/** A record on its way, and the side it goes to as it was before. */
export interface Delivery {
  readonly to: Role;
  readonly before: Endpoint;
  readonly bytes: Bytes;
  /** What the receiving side opens this record with. */
  readonly keys?: TrafficKeys | undefined;
}

export interface Pair {
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly insights: Readonly<Record<Role, Insight[]>>;
  readonly deliveries: Delivery[];
  /** Plays what an endpoint did and everything that follows from it. */
  play(who: Role, turn: Turn): void;
}

export interface Options {
  readonly client?: Partial<ClientConfig>;
  readonly server?: Partial<ServerConfig>;
  readonly keys?: DemoKind;
  readonly snapshots?: boolean;
  /** What a side hears before each record that comes in the clear. */
  readonly before?: Readonly<Partial<Record<Role, Bytes>>>;
}

export function configs(options: Options = {}): { pki: DemoPki; client: ClientConfig; server: ServerConfig } {
  const pki = demoPki(options.keys ?? 'P-256', NOW);
  const client = {
    ...clientDefaults,
    tls12,
    serverName: 'api.example',
    anchors: [pki.serverRoot],
    identities: [pki.client],
    ...options.client,
  };
  const required = { clientAuthentication: 'required', anchors: [pki.clientRoot], identities: [pki.server] } as const;
  return { pki, client, server: { ...serverDefaults, tls12, ...required, ...options.server } };
}

/** Two endpoints that have not said a word yet. */
export function pair(options: Options = {}): Pair {
  const { client: clientConfig, server: serverConfig } = configs(options);
  const client = Endpoint.client(clientConfig, seededEnv('test client', NOW));
  const server = Endpoint.server(serverConfig, seededEnv('test server', NOW));
  const sides = { client, server };
  const insights: Record<Role, Insight[]> = { client: [], server: [] };
  const deliveries: Delivery[] = [];
  const queue: { to: Role; bytes: Bytes }[] = [];
  const take = (who: Role, turn: Turn) => {
    for (const item of turn) {
      if (item.kind === 'insight') insights[who].push(item.insight);
      if (item.kind === 'wire') queue.push({ to: who === 'client' ? 'server' : 'client', bytes: item.bytes });
    }
  };
  const play = (who: Role, turn: Turn) => {
    take(who, turn);
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { to, bytes } = next;
      if (options.snapshots)
        deliveries.push({ to, bytes, before: sides[to].fork(), keys: keysIn(insights[to], 'read') });
      const first = options.before?.[to];
      if (first && !keysIn(insights[to], 'read')) take(to, sides[to].receive(first));
      take(to, sides[to].receive(bytes));
    }
  };
  return { client, server, insights, deliveries, play };
}

/** A handshake played to its end. */
export function handshake(options: Options = {}): Pair {
  const joined = pair(options);
  joined.play('server', joined.server.start());
  joined.play('client', joined.client.start());
  return joined;
}

/** The keys of a side's direction, found in what it said about itself. */
export function keysIn(insights: readonly Insight[], direction: Direction): TrafficKeys | undefined {
  const matches = (insight: Insight) => insight.kind === 'keys' && insight.direction === direction;
  const at = insights.map(matches).lastIndexOf(true);
  const installed = insights[at];
  if (installed?.kind !== 'keys') return undefined;
  const kind = direction === 'read' ? 'opened' : 'sealed';
  const used = insights.slice(at).filter((insight) => insight.kind === kind && insight.record.protection);
  const { epoch, generation, key, iv, cipher, secret } = installed;
  const suite = [...suites13, ...suites12].find(({ aead }) => aead.name === cipher);
  if (!suite) throw new Error(`no suite has ${cipher}`);
  const version = secret.kind === 'prf' ? '1.2' : '1.3';
  const sealing = version === '1.2' ? sealing12 : sealing13;
  return {
    version,
    sealing,
    epoch,
    generation,
    key,
    iv,
    suite,
    secret,
    sequence: used.length,
  };
}

/** A record with this content, as the honest sender would have protected it. */
export function recordWith(delivery: Pick<Delivery, 'keys'>, content: Bytes, type = 22): Bytes {
  return delivery.keys ? seal(delivery.keys, content, type, 0).bytes : encodeRecord(type, 0x0303, content);
}

/** A handshake message: header and body. */
export function messageWith(type: number, body: Bytes): Bytes {
  return Uint8Array.from([type, ...fromUint(body.length, 3), ...body]);
}

export function faultIn(turn: Turn | readonly Insight[]): Extract<Insight, { kind: 'fault' }> | undefined {
  for (const item of turn) {
    const insight = 'insight' in item ? item.insight : item;
    if (insight.kind === 'fault') return insight;
  }
  return undefined;
}
