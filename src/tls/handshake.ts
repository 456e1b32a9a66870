// One side's handshake: its machine, its state, and the step from one to the next. It knows neither records nor alerts.

import type { Bytes } from '../bytes/index.ts';
import { sayHello } from './client/hello.ts';
import { clientMachines } from './client/machine.ts';
import { type ClientConfig, type CommonConfig, type ServerConfig, type Tls12, tls12Of } from './config.ts';
import { Connected } from './connected.ts';
import { TlsFault } from './fault.ts';
import type { SeenMessage } from './insight.ts';
import { advance, expect, type Machines, passesOver, type State, waitsFor } from './machine.ts';
import type { Outbox } from './outbox.ts';
import { serverMachines } from './server/machine.ts';
import type { Version } from './terms.ts';
import { type Dialect, decodeMessage, messageName } from './wire/message.ts';

/** What an outbox can do before it knows whose configuration it carries. */
export type Channel = Omit<Outbox<unknown>, 'config'>;

export class Handshake<C extends CommonConfig> {
  readonly #machines: Machines<State, C>;
  readonly #config: C;
  readonly #begin: ((out: Outbox<C>) => State) | undefined;
  #state: State;

  constructor(machines: Machines<State, C>, config: C, state: State, begin?: (out: Outbox<C>) => State) {
    this.#machines = machines;
    this.#config = config;
    this.#state = state;
    this.#begin = begin;
  }

  fork(): Handshake<C> {
    return new Handshake(this.#machines, this.#config, this.#state, this.#begin);
  }

  get stateName(): string {
    return this.#state.name;
  }

  /** What the connection agreed on, once there is one. */
  get connected(): Connected | undefined {
    return this.#state instanceof Connected ? this.#state : undefined;
  }

  /** Which bodies to expect in the messages that come and go now. */
  get dialect(): Dialect {
    return this.#state.dialect;
  }

  /** The version that was agreed on; null before. */
  get version(): Version | null {
    if (this.dialect === 'hello') return null;
    return this.dialect === '1.3' ? '1.3' : '1.2';
  }

  /** Whether a version is spoken, or may still be. */
  mayBe(version: Version): boolean {
    return this.version === null ? this.#config.versions.includes(version) : this.version === version;
  }

  /** Whether the next word must be the ChangeCipherSpec of TLS 1.2. */
  get awaitsChangeCipherSpec(): boolean {
    return waitsFor(this.#machines, this.#state).includes('ChangeCipherSpec');
  }

  /** The client's first words; a server has none. */
  begin(channel: Channel): void {
    if (this.#begin) this.#state = this.#begin(this.#outbox(channel));
    this.#noteState(channel);
  }

  /**
   * Takes one handshake message, header included.
   * @param seen what is noted about it besides its bytes and tree
   * @param idle told the name of a message that moves the handshake no further, before anything is done about it
   * @throws TlsFault for everything that is not as it should be
   */
  hear(
    bytes: Bytes,
    seen: Pick<SeenMessage, 'ordinal' | 'epoch'>,
    channel: Channel,
    idle: (name: string) => void,
  ): void {
    const name = messageName(bytes, this.dialect);
    const decoded = decodeMessage(bytes, this.dialect);
    const { field } = decoded;
    channel.note({ kind: 'heard', message: { name, bytes, field, ...seen } });
    expect(this.#machines, this.#state, name, bytes[0]);
    if (!decoded.ok) {
      throw new TlsFault(
        'malformed-message',
        { what: 'unreadable', message: name, flaw: decoded.flaw.cause, at: decoded.flaw.offset },
        { field, bytes },
      );
    }
    if (decoded.value.name === 'Unknown') throw new RangeError('no machine accepts unknown messages');
    if (this.connected || passesOver(this.#machines, this.#state, name)) idle(name);
    this.#advance(name, { ...decoded.value, bytes, field }, channel);
  }

  /**
   * Takes the ChangeCipherSpec of TLS 1.2, for which a state waits like for a message (RFC 5246 section 7.1).
   * @throws TlsFault unexpected-message
   */
  hearChangeCipherSpec(channel: Channel): void {
    expect(this.#machines, this.#state, 'ChangeCipherSpec');
    this.#advance('ChangeCipherSpec', null, channel);
  }

  #advance(name: string, heard: object | null, channel: Channel): void {
    const before = this.#state;
    this.#state = advance(this.#machines, before, name, heard, this.#outbox(channel));
    if (this.#state !== before) this.#noteState(channel);
  }

  #outbox(channel: Channel): Outbox<C> {
    return { ...channel, config: this.#config };
  }

  #noteState(channel: Channel): void {
    const awaited = waitsFor(this.#machines, this.#state);
    channel.note({ kind: 'state', name: this.#state.name, version: this.version, waitsFor: awaited });
  }
}

/** A handshake of either role, as an endpoint sees it. */
export type AnyHandshake = Handshake<ClientConfig> | Handshake<ServerConfig>;

/** @throws RangeError when TLS 1.2 is allowed but not brought along */
export function clientHandshake(config: ClientConfig): AnyHandshake {
  const machines = { ...clientMachines, ...spoken12(config)?.client.machines };
  return new Handshake<ClientConfig>(machines, config, { name: 'START', dialect: 'hello' }, sayHello);
}

/** @throws RangeError when TLS 1.2 is allowed but not brought along */
export function serverHandshake(config: ServerConfig): AnyHandshake {
  const machines = { ...serverMachines, ...spoken12(config)?.server.machines };
  return new Handshake<ServerConfig>(machines, config, { name: 'START', dialect: 'hello' });
}

function spoken12(config: CommonConfig): Tls12 | undefined {
  return config.versions.includes('1.2') ? tls12Of(config) : undefined;
}
