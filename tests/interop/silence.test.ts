// Peers that fall silent, and peers that don't take in what they are told: they cost neither time nor memory without end.

import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeAll, HOST, nodeClient, nodeReceived } from './ends.ts';
import { only, versions } from './matrix.ts';
import { type Files, Program, pemFiles } from './program.ts';

// Programs take a second to start, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let files: Files;
beforeAll(() => {
  files = pemFiles();
});
afterAll(() => files.remove());
afterEach(closeAll);

async function portOf(server: Program): Promise<number> {
  return Number((await server.event('listening')).port);
}

describe('a peer server', () => {
  let server: Program;
  let port: number;
  beforeAll(async () => {
    server = Program.peer('server', ...files.shown('server'), '--echo', '--timeout', '1');
    port = await portOf(server);
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    expect(server.stderr).toBe('');
  });

  /** The next report of a connection that is too silent. */
  const nextTimeout = () => {
    const before = server.events.filter(({ event }) => event === 'timeout').map(({ connection }) => connection);
    return server.event('timeout', ({ connection }) => !before.includes(connection));
  };
  /** The reports of the connection that fell silent, once it is over. */
  const reportsOf = async (connection: unknown): Promise<readonly string[]> => {
    await server.event('closed', (event) => event.connection === connection);
    return server.events.filter((event) => event.connection === connection).map(({ event }) => event);
  };

  it.each([
    ['at once', []],
    ['in the middle of its first record', [22, 3, 1, 2]],
  ])('ends a connection that falls silent %s', async (_, bytes) => {
    const coming = nextTimeout();
    const socket = connect({ port, host: HOST });
    socket.write(Uint8Array.from(bytes));
    await new Promise((resolve) => socket.resume().once('close', resolve));
    const timeout = await coming;
    expect(timeout).toMatchObject({ seconds: 1, connection: expect.any(Number) });
    expect(await reportsOf(timeout.connection)).toEqual(['timeout', 'closed']);
  });

  it.each(versions)(
    'ends a connection that falls silent after its handshake, with close_notify: TLS %s',
    async (version) => {
      const { connected, failed } = nodeClient(port, only(version));
      const ended = new Promise((resolve) => connected.then((socket) => socket.resume().once('end', resolve)));
      await ended;
      expect(await failed).toBeUndefined();
      const { connection } = await server.event('connected', (event) => event.version === version);
      expect(await reportsOf(connection)).toEqual(['connected', 'timeout', 'closed']);
    },
  );

  it('does not read on where its echo is not read', async () => {
    const coming = nextTimeout();
    // Many times what the buffers on the way hold.
    const total = 48 * 2 ** 20;
    const piece = Buffer.alloc(2 ** 20);
    const socket = await nodeClient(port).connected;
    socket.on('error', () => undefined);
    let taken = 0;
    const writing = new Promise<void>((resolve) => {
      const more = (error?: Error | null): void => {
        if (error || taken >= total) resolve();
        else
          socket.write(piece, (failure) => {
            if (!failure) taken += piece.length;
            more(failure);
          });
      };
      more();
    });
    await writing;
    await coming;
    expect(taken).toBeLessThan(total / 2);
  });

  it('reads on as soon as its echo is read', async () => {
    const much = 'Ein Zeichen kommt selten allein. '.repeat(100_000);
    const socket = await nodeClient(port).connected;
    // Long enough that the server had to stop.
    for (let at = 0; at < much.length; at += 2 ** 16) socket.write(much.slice(at, at + 2 ** 16));
    expect((await nodeReceived(socket, much.length)) === much).toBe(true);
  });
});

describe('a peer client', () => {
  let silent: Server;
  let port: number;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    silent = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    await new Promise<void>((resolve) => silent.listen(0, HOST, resolve));
    port = (silent.address() as { port: number }).port;
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('gives up a server that says nothing', async () => {
    const client = Program.peer('client', '--connect', `${HOST}:${port}`, '--timeout', '1', '--send', 'Hello?');
    expect(await client.exit).toBe(1);
    expect(client.events).toEqual([
      { event: 'timeout', seconds: 1 },
      { event: 'closed', how: 'transport' },
    ]);
  });
});
