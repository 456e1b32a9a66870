// The client: one connection. It shakes hands, sends what it was told to, prints the answer and closes.

import { connect, type Socket } from 'node:net';
import { type Bytes, fromText, toText } from '../../src/bytes/index.ts';
import { type ClientConfig, clientDefaults, Endpoint, type Insight } from '../../src/tls/index.ts';
import { tls12 } from '../../src/tls/tls12/index.ts';
import { type Connection, join } from './connection.ts';
import { checkKeyLog, readCredentials } from './credentials.ts';
import { realEnv } from './environment.ts';
import type { ClientFlags } from './flags.ts';
import { keyLogger } from './keylog.ts';
import { print, reporter } from './report.ts';
import { limitSilence } from './silence.ts';

/** How long to wait for the first byte of an answer, and for more after each piece of it, in ms. */
const PATIENCE = { first: 10_000, next: 500 };

/** So many bytes of an answer are kept. */
const LONGEST = 2 ** 24;

/**
 * Connects; resolves with the exit status when the connection is over: 0, or 1 when it failed.
 * @param onStop takes what ends the client early
 * @throws UsageError for files that are of no use
 */
export function runClient(flags: ClientFlags, onStop: (stop: () => void) => void): Promise<number> {
  const config = clientConfig(flags);
  const { host, port } = flags;
  return new Promise((resolve) => {
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
    const unreachable = (error: Error): void => {
      process.stderr.write(`${host}:${port} can't be reached: ${error.message || 'nobody answers'}.\n`);
      resolve(1);
    };
    socket.once('error', unreachable);
    socket.once('connect', () => {
      socket.off('error', unreachable);
      resolve(converse(socket, config, flags));
    });
    // Stopped before there was a connection.
    socket.once('close', () => resolve(1));
    onStop(() => socket.destroy());
    if (flags.timeout > 0)
      socket.setTimeout(flags.timeout * 1000, () => {
        if (socket.connecting) socket.destroy(new Error(`nobody answers within ${flags.timeout} seconds`));
      });
  });
}

function clientConfig(flags: ClientFlags): ClientConfig {
  const { versions, suites, groups, schemes, alpn, serverName } = flags;
  checkKeyLog(flags);
  const shares = groups.slice(0, 1);
  const own = { versions, tls12, suites, groups, shares, schemes, alpn, serverName };
  // Whoever gives --cert wants to see it shown, and judged.
  return { ...clientDefaults, ...readCredentials(flags), ...own, heedAuthorities: false };
}

function converse(socket: Socket, config: ClientConfig, flags: ClientFlags): Promise<number> {
  const listeners = [reporter(), ...(flags.keylog === undefined ? [] : [keyLogger(flags.keylog)])];
  const talk = new Talk(flags.send);
  const joined = join(Endpoint.client(config, realEnv()), socket, (insight, connection) => {
    for (const listen of listeners) listen(insight);
    talk.hear(insight, connection);
  });
  limitSilence(socket, flags.timeout, () => talk.giveUp(joined));
  return new Promise((resolve) => {
    socket.once('close', () => {
      talk.finish();
      print({ event: 'closed', how: talk.how });
      resolve(talk.orderly ? 0 : 1);
    });
  });
}

/** What the client says, and the answer it gets. */
class Talk {
  how = 'transport';
  readonly #send: string | undefined;
  #pieces: Bytes[] = [];
  #length = 0;
  #timer: NodeJS.Timeout | undefined;
  /** This side had all it wanted and closed; how the peer takes that doesn't matter. */
  #satisfied = false;
  #printed = false;
  #givenUp = false;

  constructor(send: string | undefined) {
    this.#send = send;
  }

  get orderly(): boolean {
    if (this.#givenUp) return false;
    return this.how === 'close_notify' || (this.#satisfied && this.how === 'transport');
  }

  hear(insight: Insight, connection: Connection): void {
    if (insight.kind === 'connected') this.#begin(connection);
    if (insight.kind === 'data' && insight.direction === 'received') {
      this.#take(insight.bytes, connection);
    }
    if (insight.kind === 'closed') {
      this.how = insight.how;
      this.finish();
      connection.close();
    }
  }

  #take(piece: Bytes, connection: Connection): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length <= LONGEST) this.#wait(PATIENCE.next, connection);
    else if (!this.#givenUp) {
      process.stderr.write(`The answer is longer than ${LONGEST} bytes; the rest of it is not awaited.\n`);
      this.giveUp(connection);
    }
  }

  /** Nothing more is to be expected of the peer. */
  giveUp(connection: Connection): void {
    this.#givenUp = true;
    this.finish();
    connection.close();
  }

  /** Prints the answer, once, as far as it has come. */
  finish(): void {
    clearTimeout(this.#timer);
    if (this.#printed || this.#send === undefined) return;
    this.#printed = true;
    if (this.#pieces.length > 0) print({ event: 'answer', text: toText(Buffer.concat(this.#pieces)) });
  }

  #begin(connection: Connection): void {
    if (this.#send === undefined) this.#close(connection);
    else {
      connection.send(fromText(this.#send));
      this.#wait(PATIENCE.first, connection);
    }
  }

  // Nothing on the wire says where an answer ends, unless the server closes: it is over when no more comes for a while.
  #wait(time: number, connection: Connection): void {
    clearTimeout(this.#timer);
    if (this.#send === undefined || this.#printed) return;
    this.#timer = setTimeout(() => {
      if (this.#pieces.length === 0) process.stderr.write(`The server gave no answer within ${time / 1000} seconds.\n`);
      this.finish();
      this.#close(connection);
    }, time);
  }

  #close(connection: Connection): void {
    this.#satisfied = this.#send === undefined || this.#pieces.length > 0;
    connection.close();
  }
}
