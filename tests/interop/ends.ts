// The two ends of a socket on this machine: our endpoint at one, Node's own TLS (OpenSSL) at the other, with whatever
// tampers with the bytes between them.

import { connect, createServer, type Server, type Socket } from 'node:net';
import * as tls from 'node:tls';
import { expect } from 'vitest';
import { EMPTY, fromText, toHex } from '../../src/bytes/index.ts';
import { seededEnv } from '../../src/crypto/index.ts';
import {
  type ClientConfig,
  clientDefaults,
  Endpoint,
  type Insight,
  type ServerConfig,
  serverDefaults,
} from '../../src/tls/index.ts';
import { tls12 } from '../../src/tls/tls12/index.ts';
import { sentenceOf } from '../../src/words/causes/index.ts';
import { type Connection, join } from '../../tools/peer/connection.ts';
import { NOW, pkiOf } from './credentials.ts';

export const HOST = '127.0.0.1';
const PATIENCE = 15_000;

/** What became of the things that a test opened; to be closed after it. */
const open: (() => void)[] = [];

/** Each connection gets other random bytes, and in each run the same ones. */
let connections = 0;

/** For `afterEach`. */
export function closeAll(): void {
  for (const close of open.splice(0)) close();
}

type Kind = Insight['kind'];
type Of<K extends Kind> = Extract<Insight, { readonly kind: K }>;

/** Our end: everything it said about itself, and what it will say. */
export class OurEnd {
  readonly insights: Insight[] = [];
  #waiting: { readonly wanted: (insight: Insight) => boolean; readonly resolve: (insight: Insight) => void }[] = [];
  #connection: Connection | undefined;

  /** To be given to `join`. */
  readonly hear = (insight: Insight, connection: Connection): void => {
    this.#connection = connection;
    this.insights.push(insight);
    for (const { resolve } of this.#waiting.filter(({ wanted }) => wanted(insight))) resolve(insight);
    this.#waiting = this.#waiting.filter(({ wanted }) => !wanted(insight));
    if (insight.kind === 'closed') connection.close();
  };

  get connection(): Connection {
    if (!this.#connection) throw new Error('nobody is connected yet');
    return this.#connection;
  }

  all<K extends Kind>(kind: K): readonly Of<K>[] {
    return this.insights.filter((insight): insight is Of<K> => insight.kind === kind);
  }

  /** Whether a handshake message went by. */
  saw(kind: 'said' | 'heard', name: string): boolean {
    return this.all(kind).some(({ message }) => message.name === name);
  }

  /** The first insight of a kind, now or later. */
  first<K extends Kind>(kind: K, wanted: (insight: Of<K>) => boolean = () => true): Promise<Of<K>> {
    const matches = (insight: Insight): insight is Of<K> => insight.kind === kind && wanted(insight as Of<K>);
    const past = this.insights.find(matches);
    if (past) return Promise.resolve(past as Of<K>);
    const coming = new Promise<Of<K>>((resolve) => {
      this.#waiting.push({ wanted: matches, resolve: (insight) => resolve(insight as Of<K>) });
    });
    return within(coming, () => `our end said no "${kind}"; it said ${this.#story()}`);
  }

  /** Resolves when that much data has come in; the data as text. */
  async received(length: number): Promise<string> {
    const text = () =>
      this.all('data').flatMap(({ direction, bytes }) => (direction === 'received' ? [Buffer.from(bytes)] : []));
    await this.first('data', () => Buffer.concat(text()).length >= length);
    return Buffer.concat(text()).toString();
  }

  #story(): string {
    const words = this.insights.map((insight) =>
      insight.kind === 'fault' ? `fault: ${sentenceOf(insight)}` : insight.kind,
    );
    return words.slice(-8).join(', ');
  }
}

/** Our client on the way to a port. */
export function ourClient(port: number, config: Partial<ClientConfig> = {}): OurEnd {
  const end = new OurEnd();
  const socket = connect({ port, host: HOST, allowHalfOpen: true, noDelay: true });
  open.push(() => socket.destroy());
  socket.once('connect', () =>
    join(Endpoint.client(clientConfig(config), seededEnv(`client ${++connections}`, NOW)), socket, end.hear),
  );
  return end;
}

/** Trusts the demo PKI of P-256 and looks for its server, unless told otherwise. */
function clientConfig(config: Partial<ClientConfig>): ClientConfig {
  const anchors = [pkiOf('P-256').serverRoot];
  return { ...clientDefaults, tls12, anchors, serverName: 'api.example', heedAuthorities: false, ...config };
}

/** Our server, for one connection. */
export async function ourServer(config: Partial<ServerConfig> = {}): Promise<{ port: number; end: OurEnd }> {
  const end = new OurEnd();
  const { clientRoot, server } = pkiOf('P-256');
  const whole: ServerConfig = { ...serverDefaults, tls12, anchors: [clientRoot], identities: [server], ...config };
  const listener = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    open.push(() => socket.destroy());
    join(Endpoint.server(whole, seededEnv(`server ${++connections}`, NOW)), socket, end.hear);
  });
  return { port: await listening(listener), end };
}

/** Node's client on the way to a port. `failed` is the code of what it ran into. */
export function nodeClient(port: number, options: tls.ConnectionOptions = {}) {
  const socket = tls.connect({
    port,
    host: HOST,
    servername: 'api.example',
    minVersion: 'TLSv1.3',
    rejectUnauthorized: false,
    ...options,
  });
  open.push(() => socket.destroy());
  const connected = new Promise<tls.TLSSocket>((resolve, reject) => {
    socket.once('secureConnect', () => resolve(socket));
    socket.once('error', reject);
  });
  connected.catch(() => undefined);
  const failed = new Promise<string | undefined>((resolve) => {
    socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
    socket.on('close', () => resolve(undefined));
  });
  return {
    socket,
    connected: within(connected, () => 'Node’s client did not connect'),
    failed: within(failed, () => 'Node’s client met with no error'),
  };
}

/** Node's server. `failed` is the code of what it ran into. */
export async function nodeServer(options: tls.TlsOptions = {}) {
  const server = tls.createServer({ minVersion: 'TLSv1.3', noDelay: true, ...options });
  const connected = new Promise<tls.TLSSocket>((resolve) => {
    server.once('secureConnection', (socket) => {
      open.push(() => socket.destroy());
      resolve(socket);
    });
  });
  const failed = new Promise<string | undefined>((resolve) => {
    server.on('tlsClientError', ({ code }: NodeJS.ErrnoException) => resolve(code));
    server.on('secureConnection', (socket) => socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code)));
  });
  return {
    port: await listening(server),
    connected: within(connected, () => 'nobody connected to Node’s server'),
    failed: within(failed, () => 'Node’s server met with no error'),
  };
}

/** Everything a Node socket receives until it has `length` bytes. */
export function nodeReceived(socket: tls.TLSSocket, length: number): Promise<string> {
  const pieces: Buffer[] = [];
  const whole = new Promise<string>((resolve) => {
    socket.on('data', (piece: Buffer) => {
      pieces.push(piece);
      const all = Buffer.concat(pieces);
      if (all.length >= length) resolve(all.toString());
    });
  });
  return within(whole, () => `Node received ${Buffer.concat(pieces).length} of ${length} bytes`);
}

/** Both ends export the same: with a context, with an empty one, and with none, which in TLS 1.2 is another thing (RFC 5705 section 4). */
export function expectSameExports(ours: OurEnd, theirs: tls.TLSSocket): void {
  const { endpoint } = ours.connection;
  const label = 'EXPORTER-countersign';
  const values = [fromText('context'), EMPTY, null].map((context) => {
    const value = endpoint.export(label, context, 48);
    // Node wants nothing in place of no context; its types want something.
    const given = (context === null ? [48, label] : [48, label, Buffer.from(context)]) as [number, string, Buffer];
    expect(value).toEqual(new Uint8Array(theirs.exportKeyingMaterial(...given)));
    return toHex(value);
  });
  expect(new Set(values).size).toBe(endpoint.status.facts?.version === '1.2' ? 3 : 2);
}

/** A record on its way: who sent it, its place among the sender's records of its type, and its bytes. */
export interface Passing {
  readonly from: 'client' | 'server';
  readonly type: number;
  readonly ordinal: number;
  readonly record: Buffer;
}

/** What goes on in a record's place: at once, or once something else has happened. */
export type Tamper = (passing: Passing) => readonly Buffer[] | Promise<readonly Buffer[]>;

/** A relay in front of a port, which may put something else in a record's place. */
export async function relay(port: number, tamper: Tamper): Promise<number> {
  const listener = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: HOST, noDelay: true });
    pass('client', near, far, tamper);
    pass('server', far, near, tamper);
  });
  return listening(listener);
}

function pass(from: Passing['from'], source: Socket, target: Socket, tamper: Tamper): void {
  let rest = Buffer.alloc(0);
  let before = Promise.resolve();
  const forward = async (passing: Passing): Promise<void> => {
    for (const piece of await tamper(passing)) if (target.writable) target.write(piece);
  };
  const counts = new Map<number, number>();
  open.push(() => source.destroy());
  source.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt16BE(3)) {
      const end = 5 + rest.readUInt16BE(3);
      const record = Buffer.from(rest.subarray(0, end));
      const type = rest.readUInt8(0);
      const ordinal = counts.get(type) ?? 0;
      counts.set(type, ordinal + 1);
      rest = rest.subarray(end);
      before = before.then(() => forward({ from, type, ordinal, record }));
    }
  });
  source.on('end', () => before.then(() => target.end()));
  source.on('error', () => target.destroy());
}

export async function listening(server: Server): Promise<number> {
  open.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const bound = server.address();
  if (typeof bound !== 'object' || !bound) throw new Error('the server has no port');
  return bound.port;
}

function within<T>(promise: Promise<T>, sentence: () => string): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence())), PATIENCE);
  });
  late.catch(() => undefined);
  const timed = Promise.race([promise, late]).finally(() => clearTimeout(timer));
  // A test that doesn't wait for this must not fail by it.
  timed.catch(() => undefined);
  return timed;
}
