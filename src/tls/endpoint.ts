// One end of a connection: bytes in, a turn of insights and records out. Sans-IO, synchronous, deterministic. The one place that
// catches faults and sends the alert; any other exception is a bug and passes through.

import type { Bytes } from '../bytes/index.ts';
import type { Env } from '../crypto/index.ts';
import { channelInto, type Ends, sayAlert } from './channel.ts';
import type { ClientConfig, CommonConfig, ServerConfig } from './config.ts';
import { alertToSend, TlsFault } from './fault.ts';
import { type AnyHandshake, type Channel, clientHandshake, serverHandshake } from './handshake.ts';
import type { Facts, Turn, TurnItem } from './insight.ts';
import { Intake } from './intake.ts';
import { exported } from './keys/exporter.ts';
import { sayKeyUpdate } from './keyUpdate.ts';
import { Receiver } from './record/receiver.ts';
import { Sender } from './record/sender.ts';
import type { Role } from './terms.ts';

/** What can be asked of an endpoint at any time. */
export interface Status {
  /** The state's name in the RFC's words: `WAIT_CERT`, `CONNECTED`. */
  readonly state: string;
  /** Whether it still takes bytes. */
  readonly open: boolean;
  readonly canSend: boolean;
  readonly facts?: Facts;
}

/** One side of a TLS connection, client or server, without any input or output of its own. */
export class Endpoint {
  #readClosed = false;
  #writeClosed = false;

  private constructor(
    private readonly ends: Ends,
    private readonly handshake: AnyHandshake,
    private readonly intake: Intake,
  ) {}

  /** @throws RangeError when the configuration names something that the registries don't know */
  static client(config: ClientConfig, env: Env): Endpoint {
    return Endpoint.#fresh('client', config, env, clientHandshake(config));
  }

  /** @throws RangeError when the configuration names something that the registries don't know */
  static server(config: ServerConfig, env: Env): Endpoint {
    return Endpoint.#fresh('server', config, env, serverHandshake(config));
  }

  static #fresh(role: Role, config: CommonConfig, env: Env, handshake: AnyHandshake): Endpoint {
    const sender = new Sender(role, config.records, config.seams ?? {});
    const receiver = new Receiver();
    return new Endpoint({ role, config, env, sender, receiver }, handshake, new Intake(role, receiver, handshake));
  }

  /** An independent copy at this very point. */
  fork(): Endpoint {
    const handshake = this.handshake.fork();
    const receiver = this.ends.receiver.fork();
    const ends = { ...this.ends, env: this.ends.env.fork(), sender: this.ends.sender.fork(), receiver };
    const copy = new Endpoint(ends, handshake, this.intake.fork(receiver, handshake));
    copy.#readClosed = this.#readClosed;
    copy.#writeClosed = this.#writeClosed;
    return copy;
  }

  get role(): Role {
    return this.ends.role;
  }

  get status(): Status {
    const { connected, stateName: state } = this.handshake;
    const canSend = connected !== undefined && !this.#writeClosed;
    return { state, open: !this.#readClosed, canSend, ...(connected && { facts: connected.facts }) };
  }

  /** Begins: the client says ClientHello, the server starts to wait. To be called once, first. */
  start(): Turn {
    return this.#turn((_, channel) => this.handshake.begin(channel));
  }

  /** Takes bytes off the wire, in whatever pieces they come. Never throws for what they are. */
  receive(bytes: Bytes): Turn {
    return this.#turn((turn, channel) => {
      if (this.#readClosed) {
        channel.note({ kind: 'ignored', what: `${bytes.length} bytes`, reason: { what: 'closed' } });
        return;
      }
      this.ends.receiver.take(bytes);
      while (!this.#readClosed) {
        const record = this.ends.receiver.nextRecord();
        if (!record) return;
        const outcome = this.intake.take(record, channel);
        if (outcome !== 'goes on') this.#closeReading(outcome, channel);
        if (outcome === 'alert') this.#closeWriting(turn);
      }
    });
  }

  /**
   * Sends application data.
   * @throws RangeError unless `status.canSend`
   */
  send(data: Bytes): Turn {
    if (!this.status.canSend) throw new RangeError('application data can’t be sent now');
    return this.#turn((turn, { note }) => {
      note({ kind: 'data', direction: 'sent', bytes: data });
      this.ends.sender.content('application_data', data, turn);
    });
  }

  /**
   * Takes new keys for writing, and asks the peer to do so too if `requestPeer` (RFC 9846 section 4.7.3).
   * @throws RangeError unless `status.canSend`, and in TLS 1.2, which has no such thing
   */
  updateKeys(requestPeer: boolean): Turn {
    if (!this.status.canSend || this.handshake.version !== '1.3') throw new RangeError('keys can’t be updated now');
    return this.#turn((_, channel) => sayKeyUpdate(requestPeer, { ...channel, config: this.ends.config }));
  }

  /** Says close_notify: this side sends no more (RFC 9846 section 6.1). Does nothing if it has done so already. */
  close(): Turn {
    return this.#turn((turn) => {
      if (this.#writeClosed) return;
      sayAlert('warning', 'close_notify', turn, this.ends);
      this.#closeWriting(turn);
    });
  }

  /** The transport ended without another byte. */
  end(): Turn {
    return this.#turn((turn, channel) => {
      if (!this.#readClosed) this.#closeReading('transport', channel);
      this.#closeWriting(turn);
    });
  }

  /**
   * RFC 9846 section 7.5 and RFC 5705: `length` bytes of keying material that both sides can compute and nobody else.
   * @param context null for none; in TLS 1.2 that gives another value than an empty one
   * @throws RangeError before the handshake is done
   */
  export(label: string, context: Bytes | null, length: number): Bytes {
    const { connected } = this.handshake;
    if (!connected) throw new RangeError('nothing can be exported before the handshake is done');
    return exported(connected.stage, this.ends.config, label, context, length);
  }

  /** The one catch for faults. */
  #turn(body: (turn: TurnItem[], channel: Channel) => void): Turn {
    const turn: TurnItem[] = [];
    const channel = channelInto(turn, this.ends);
    try {
      body(turn, channel);
    } catch (error) {
      if (!(error instanceof TlsFault)) throw error;
      this.#fail(error, turn, channel);
    }
    this.ends.sender.flush(turn);
    return turn;
  }

  #fail(fault: TlsFault, turn: TurnItem[], channel: Channel): void {
    const { found, evidence } = fault;
    const alert = alertToSend(found, this.handshake.version, this.ends.config.alerts);
    channel.note({ kind: 'fault', ...found, alert, ...evidence });
    if (alert && !this.#writeClosed) sayAlert('fatal', alert, turn, this.ends);
    this.#closeReading('fault', channel);
    this.#closeWriting(turn);
  }

  #closeReading(how: 'close_notify' | 'alert' | 'fault' | 'transport', { note }: Channel): void {
    this.#readClosed = true;
    note({ kind: 'closed', how });
  }

  #closeWriting(turn: TurnItem[]): void {
    if (this.#writeClosed) return;
    this.#writeClosed = true;
    turn.push({ kind: 'end' });
  }
}
