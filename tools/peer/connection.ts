// Joins an endpoint to a TCP socket: what the endpoint says goes out, what comes in goes to the endpoint. It knows
// neither which role the endpoint plays nor what the application says.

import type { Socket } from 'node:net';
import { type Bytes, concat } from '../../src/bytes/index.ts';
import type { Endpoint, Insight, Turn } from '../../src/tls/index.ts';

/** An endpoint at work on a socket. */
export interface Connection {
  readonly endpoint: Endpoint;
  /** Sends application data. @throws RangeError unless `endpoint.status.canSend` */
  send(data: Bytes): void;
  /** Takes new keys for writing. @throws RangeError unless `endpoint.status.canSend` */
  updateKeys(requestPeer: boolean): void;
  /** Says close_notify, if that has not been said, and ends the sending half of the socket. */
  close(): void;
}

/** How long the peer may take to end its half after this side has ended its own, in ms. */
const LINGER = 2000;

/**
 * Starts the endpoint on a connected socket. Make the socket with `allowHalfOpen`, or answers to a peer that ended its half
 * would be lost.
 * @param hear takes each insight, after the bytes of its turn went out; may use the connection
 */
export function join(
  endpoint: Endpoint,
  socket: Socket,
  hear: (insight: Insight, connection: Connection) => void,
): Connection {
  const carry = (turn: Turn): void => {
    const wire = turn.flatMap((item) => (item.kind === 'wire' ? [item.bytes] : []));
    if (wire.length > 0 && socket.writable) socket.write(concat(...wire));
    if (turn.some(({ kind }) => kind === 'end')) finish(socket);
    for (const item of turn) if (item.kind === 'insight') hear(item.insight, connection);
  };
  const connection: Connection = {
    endpoint,
    send: (data) => carry(endpoint.send(data)),
    updateKeys: (requestPeer) => carry(endpoint.updateKeys(requestPeer)),
    close: () => carry(endpoint.close()),
  };
  // A plain view: Buffer.slice would share memory where Uint8Array.slice copies.
  socket.on('data', (chunk: Buffer) =>
    carry(endpoint.receive(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length))),
  );
  socket.on('end', () => carry(endpoint.end()));
  // After every error comes 'close', where the endpoint learns of it.
  socket.on('error', () => undefined);
  socket.on('close', () => carry(endpoint.end()));
  carry(endpoint.start());
  return connection;
}

// The socket goes on reading until the peer ends too: closing it with bytes unread would send a reset, and a reset can
// overtake the alert that was just sent.
function finish(socket: Socket): void {
  if (socket.destroyed) return;
  socket.end();
  setTimeout(() => socket.destroy(), LINGER).unref();
}
