// Listens for connections on one port of several addresses. It knows nothing of what is said on them.

import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What localhost may mean, and no other machine can reach. */
export const LOOPBACK: readonly [string, string] = ['127.0.0.1', '::1'];

/** How often another free port is tried where some address has the first one taken. */
const ATTEMPTS = 20;

/** What the system says of an address that this machine doesn't have; of all addresses of IPv6, where it has none. */
const ABSENT: readonly unknown[] = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/**
 * Listens on the same port of every address; of those after the first, only where the machine has them.
 * @param port 0: any that is free on all of them
 * @param take takes each connection, whose sending half stays open when the peer ends its own
 * @returns a server for each address; rejects, and listens nowhere, when the port is taken on one of them
 */
export async function listen(
  addresses: readonly [string, ...string[]],
  port: number,
  take: (socket: Socket) => void,
): Promise<readonly [Server, ...Server[]]> {
  for (let left = port === 0 ? ATTEMPTS : 1; ; left--) {
    try {
      return await listenOnce(addresses, port, take);
    } catch (error) {
      if (left === 1 || codeOf(error) !== 'EADDRINUSE') throw error;
    }
  }
}

/** Where a server listens. @throws RangeError when it doesn't */
export function addressOf(server: Server): AddressInfo {
  const bound = server.address();
  if (typeof bound !== 'object' || !bound) throw new RangeError('a server that doesn’t listen has no address');
  return bound;
}

async function listenOnce(
  [first, ...others]: readonly [string, ...string[]],
  port: number,
  take: (socket: Socket) => void,
): Promise<readonly [Server, ...Server[]]> {
  const servers: [Server, ...Server[]] = [await listenAt(first, port, take)];
  for (const address of others) {
    try {
      servers.push(await listenAt(address, addressOf(servers[0]).port, take));
    } catch (error) {
      if (ABSENT.includes(codeOf(error))) continue;
      for (const server of servers) server.close();
      throw error;
    }
  }
  return servers;
}

function listenAt(host: string, port: number, take: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    // Small answers should leave at once, and a peer that ended its half still gets its answer.
    const server = createServer({ allowHalfOpen: true, noDelay: true }, take);
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}
