// The server: connection after connection, also several at once, until it is stopped.

import { createServer, type Server, type Socket } from 'node:net';
import { Endpoint, type Insight, type ServerConfig, serverDefaults } from '../../src/tls/index.ts';
import { tls12 } from '../../src/tls/tls12/index.ts';
import { type Application, echo, http } from './application.ts';
import { type Connection, join } from './connection.ts';
import { checkKeyLog, readCredentials } from './credentials.ts';
import { realEnv } from './environment.ts';
import type { ServerFlags } from './flags.ts';
import { keyLogger } from './keylog.ts';
import { print, reporter } from './report.ts';
import { UsageError } from './usage.ts';

/**
 * Listens; resolves when it has been stopped.
 * @param onStop takes what ends the server
 * @throws UsageError for files that are of no use
 */
export function runServer(flags: ServerFlags, onStop: (stop: () => void) => void): Promise<number> {
  const config = serverConfig(flags);
  const sockets = new Set<Socket>();
  let connections = 0;
  // Small answers should leave at once, and a peer that ended its half still gets its answer.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, ++connections, config, flags);
  });
  onStop(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return listening(server, flags.port);
}

function serverConfig(flags: ServerFlags): ServerConfig {
  const { versions, suites, groups, schemes, alpn, clientAuthentication } = flags;
  if (flags.cert === undefined) throw new UsageError('The server needs --cert and --key to show who it is.');
  checkKeyLog(flags);
  const own = { versions, tls12, suites, groups, schemes, alpn, clientAuthentication };
  return { ...serverDefaults, ...readCredentials(flags), ...own };
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve) => {
    server.on('error', (error) => {
      process.stderr.write(`The server can't listen on port ${port}: ${error.message}.\n`);
      resolve(1);
    });
    server.on('close', () => resolve(0));
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      print({ event: 'listening', port: typeof bound === 'object' ? bound?.port : port });
    });
  });
}

function serve(socket: Socket, number: number, config: ServerConfig, flags: ServerFlags): void {
  const application = flags.echo ? echo() : http();
  const common = { connection: number };
  const listeners = [reporter(common), ...(flags.keylog === undefined ? [] : [keyLogger(flags.keylog)])];
  let how = 'transport';
  join(Endpoint.server(config, realEnv()), socket, (insight, connection) => {
    for (const listen of listeners) listen(insight);
    if (insight.kind === 'closed') how = insight.how;
    react(insight, connection, application);
  });
  socket.on('close', () => print({ event: 'closed', how, ...common }));
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
