// Where the peer's server listens: what localhost may mean, one port for all of it.

import { connect, createServer, Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LOOPBACK, listen } from '../../tools/peer/listener.ts';
import { type Files, Program, pemFiles } from './program.ts';

// Programs take a second to start, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const open: Server[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  for (const server of open.splice(0)) server.close();
});

/** An address that no machine has: it is kept for documentation (RFC 5737). */
const NOWHERE = '192.0.2.1';
const hasIPv6 = await bound('::1', 0).then(
  (server) => {
    server.close();
    return true;
  },
  () => false,
);
const both = hasIPv6 ? LOOPBACK : ['127.0.0.1'];

function bound(host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    open.push(server);
    server.listen({ host, port }, () => resolve(server));
  });
}

function placeOf(server: Server): { port: number; address: string } {
  const place = server.address();
  if (typeof place !== 'object' || !place) throw new Error('the server does not listen');
  return place;
}

/** Whether somebody takes connections there. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', done(true)).once('error', done(false));
  });
}

async function listening(...[addresses, port]: [readonly [string, ...string[]], number]): Promise<readonly Server[]> {
  const servers = await listen(addresses, port, (socket: Socket) => socket.destroy());
  open.push(...servers);
  return servers;
}

describe('a port for several addresses', () => {
  it('is the same on all', async () => {
    const places = (await listening(LOOPBACK, 0)).map(placeOf);
    expect(places.map(({ address }) => address)).toEqual(both);
    expect(new Set(places.map(({ port }) => port)).size).toBe(1);
    for (const { address, port } of places) expect(await answers(address, port)).toBe(true);
  });

  it('does without an address that the machine doesn’t have, but not without the first', async () => {
    expect((await listening(['127.0.0.1', NOWHERE], 0)).map(placeOf)).toMatchObject([{ address: '127.0.0.1' }]);
    await expect(listening([NOWHERE, '127.0.0.1'], 0)).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });

  it('that is taken on one of them is refused, and left alone on the others', async (context) => {
    if (!hasIPv6) context.skip('There is no ::1 on this machine.');
    const { port } = placeOf(await bound('::1', 0));
    await expect(listening(LOOPBACK, port)).rejects.toMatchObject({ code: 'EADDRINUSE', address: '::1' });
    expect(await answers('127.0.0.1', port)).toBe(false);
  });

  it('that any may be is another one where the second address has the first one taken', async (context) => {
    if (!hasIPv6) context.skip('There is no ::1 on this machine.');
    const { port: taken } = placeOf(await bound('::1', 0));
    const asked: number[] = [];
    const { listen: real } = Server.prototype;
    // The system picks the first address's port; that it is taken on ::1 can't be arranged but by asking there for one that is.
    vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...args: unknown[]) {
      const [{ host, port }, done] = args as [{ host: string; port: number }, () => void];
      if (host === '::1') asked.push(port);
      return real.call(this, { host, port: asked.length === 1 && host === '::1' ? taken : port }, done);
    });
    const places = (await listening(LOOPBACK, 0)).map(placeOf);
    expect(asked).toHaveLength(2);
    expect(places.map(({ port }) => port)).toEqual([asked[1], asked[1]]);
    expect(await answers('127.0.0.1', asked[0] ?? 0)).toBe(false);
  });

  it('that can’t be had on all is not looked for without end', async () => {
    await expect(listening(['127.0.0.1', '127.0.0.1'], 0)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the peer’s server', () => {
  let files: Files;
  beforeAll(() => {
    files = pemFiles();
  });
  afterAll(() => files.remove());
  const serving = (...flags: readonly string[]) => Program.peer('server', ...files.shown('server'), ...flags);

  it('listens on what localhost may mean, and says so once', async () => {
    const server = serving();
    const { port, addresses } = await server.event('listening');
    expect(addresses).toEqual(both);
    for (const host of both) expect(await answers(host, Number(port))).toBe(true);
    expect(await server.stop()).toBe(0);
    expect(server.events.filter(({ event }) => event === 'listening')).toHaveLength(1);
  });

  it('listens on the address that it is told to, and no other', async () => {
    const server = serving('--host', '127.0.0.1');
    const { port, addresses } = await server.event('listening');
    expect(addresses).toEqual(['127.0.0.1']);
    expect(await answers('127.0.0.1', Number(port))).toBe(true);
    expect(await answers('::1', Number(port))).toBe(false);
    expect(await server.stop()).toBe(0);
  });

  it('says in one sentence where its port is taken', async () => {
    const { port } = placeOf(await bound('127.0.0.1', 0));
    const server = serving('--port', String(port));
    expect(await server.exit).toBe(1);
    expect(server.stdout).toBe('');
    expect(server.stderr).toMatch(
      new RegExp(`^The server can't listen on port ${port}: .*127\\.0\\.0\\.1:${port}\\.\\n$`),
    );
  });
});
