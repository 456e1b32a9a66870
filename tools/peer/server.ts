// The server: connection after connection, also several at once, until it is stopped.

import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { Endpoint, type Insight, type ServerConfig, serverDefaults } from '../../src/tls/index.ts';
import { tls12 } from '../../src/tls/tls12/index.ts';
import { type Application, echo, http } from './application.ts';
import { type Connection, join } from './connection.ts';
import { checkKeyLog, readCredentials } from './credentials.ts';
import { realEnv } from './environment.ts';
import type { ServerFlags } from './flags.ts';
import { keyLogger } from './keylog.ts';
import { addressOf, LOOPBACK, listen } from './listener.ts';
import { print, reporter } from './report.ts';
import { limitSilence } from './silence.ts';
import { UsageError } from './usage.ts';

/**
 * Listens; resolves with the exit status when it has been stopped: 0, or 1 when it could not listen.
 * @param onStop takes what ends the server
 * @throws UsageError for files that are of no use
 */
export async function runServer(flags: ServerFlags, onStop: (stop: () => void) => void): Promise<number> {
  const config = serverConfig(flags);
  const sockets = new Set<Socket>();
  let connections = 0;
  const take = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, ++connections, config, flags);
  };
  let servers: readonly Server[] = [];
  const stop = (): void => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  };
  try {
    servers = await listen(flags.host === undefined ? LOOPBACK : [flags.host], flags.port, take);
    onStop(stop);
    const addresses = servers.map(addressOf);
    print({ event: 'listening', port: addresses[0]?.port, addresses: addresses.map(({ address }) => address) });
    await Promise.all(servers.map((server) => once(server, 'close')));
    return 0;
  } catch (error) {
    process.stderr.write(`The server can't listen on port ${flags.port}: ${(error as Error).message}.\n`);
    stop();
    return 1;
  }
}

function serverConfig(flags: ServerFlags): ServerConfig {
  const { versions, suites, groups, schemes, alpn, clientAuthentication } = flags;
  if (flags.cert === undefined) throw new UsageError('The server needs --cert and --key to show who it is.');
  checkKeyLog(flags);
  const own = { versions, tls12, suites, groups, schemes, alpn, clientAuthentication };
  return { ...serverDefaults, ...readCredentials(flags), ...own };
}

function serve(socket: Socket, number: number, config: ServerConfig, flags: ServerFlags): void {
  const application = flags.echo ? echo() : http();
  const common = { connection: number };
  const listeners = [reporter(common), ...(flags.keylog === undefined ? [] : [keyLogger(flags.keylog)])];
  let how = 'transport';
  const joined = join(Endpoint.server(config, realEnv()), socket, (insight, connection) => {
    for (const listen of listeners) listen(insight);
    if (insight.kind === 'closed') how = insight.how;
    react(insight, connection, application);
  });
  limitSilence(socket, flags.timeout, () => joined.close(), common);
  keepPace(socket);
  socket.on('close', () => print({ event: 'closed', how, ...common }));
}

/**
 * All that a server says is an answer. Whoever doesn't take in the answers isn't listened to either, or they would pile up here. To be
 * called when the socket has its reader.
 */
function keepPace(socket: Socket): void {
  socket.on('data', () => {
    if (socket.writableNeedDrain) socket.pause();
  });
  socket.on('drain', () => socket.resume());
}

function react(insight: Insight, connection: Connection, application: Application): void {
  if (insight.kind === 'closed') connection.close();
  if (insight.kind !== 'data' || insight.direction !== 'received') return;
  const { facts, canSend } = connection.endpoint.status;
  if (!facts || !canSend) return;
  const answer = application(insight.bytes, facts);
  if (!answer) return;
  connection.send(answer.bytes);
  if (answer.last) connection.close();
}
