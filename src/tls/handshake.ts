// One side's handshake: its machine, its state, and the step from one to the next. It knows neither records nor alerts.

import type { Bytes } from '../bytes/index.ts';
import { type ClientState, sayHello } from './client/hello.ts';
import { clientMachine } from './client/machine.ts';
import type { ClientConfig, ServerConfig } from './config.ts';
import { TlsFault } from './fault.ts';
import type { Facts, SeenMessage, Version } from './insight.ts';
import type { MainStage } from './keys/schedule.ts';
import { advance, expect, type Machine, waitsFor } from './machine.ts';
import type { Outbox } from './outbox.ts';
import type { ServerState } from './server/hello.ts';
import { serverMachine } from './server/machine.ts';
import { type Dialect, decodeMessage, messageName } from './wire/message.ts';

/** What an outbox can do before it knows whose configuration it carries. */
export type Channel = Omit<Outbox<unknown>, 'config'>;

type Named = { readonly name: string };
type ConnectedState = {
  readonly name: 'CONNECTED';
  readonly facts: Facts;
  readonly stage: MainStage;
  readonly version: Version;
};

export class Handshake<S extends Named, C> {
  readonly #machine: Machine<S, C>;
  readonly #config: C;
  readonly #begin: ((out: Outbox<C>) => S) | undefined;
  #state: S;

  constructor(machine: Machine<S, C>, config: C, state: S, begin?: (out: Outbox<C>) => S) {
    this.#machine = machine;
    this.#config = config;
    this.#state = state;
    this.#begin = begin;
  }

  fork(): Handshake<S, C> {
    return new Handshake(this.#machine, this.#config, this.#state, this.#begin);
  }

  get stateName(): string {
    return this.#state.name;
  }

  /** What the connection agreed on, once there is one. */
  get connected(): ConnectedState | undefined {
    const state: Named = this.#state;
    return state.name === 'CONNECTED' ? (state as ConnectedState) : undefined;
  }

  /** Which bodies to expect in the messages that come and go now. */
  get dialect(): Dialect {
    return this.stateName === 'START' || this.stateName === 'WAIT_SH' ? 'hello' : '1.3';
  }

  /** The client's first words; a server has none. */
  begin(channel: Channel): void {
    if (this.#begin) this.#state = this.#begin(this.#outbox(channel));
    this.#noteState(channel);
  }

  /**
   * Takes one handshake message, header included.
   * @param seen what is noted about it besides its bytes and tree
   * @throws TlsFault for everything that is not as it should be
   */
  hear(bytes: Bytes, seen: Pick<SeenMessage, 'ordinal' | 'epoch'>, channel: Channel): void {
    const name = messageName(bytes, this.dialect);
    const decoded = decodeMessage(bytes, this.dialect);
    const { field } = decoded;
    channel.note({ kind: 'heard', message: { name, bytes, field, ...seen } });
    expect(this.#machine, this.#state, name);
    if (!decoded.ok) {
      throw new TlsFault(
        'malformed-message',
        `The ${name} can’t be read: ${decoded.flaw.message} (byte ${decoded.flaw.offset}).`,
        { field, bytes },
      );
    }
    if (decoded.value.name === 'Unknown') throw new RangeError('no machine accepts unknown messages');
    const heard = { ...decoded.value, bytes, field };
    const before = this.#state;
    this.#state = advance(this.#machine, before, heard, this.#outbox(channel));
    if (this.#state !== before) this.#noteState(channel);
  }

  #outbox(channel: Channel): Outbox<C> {
    return { ...channel, config: this.#config };
  }

  #noteState(channel: Channel): void {
    const version = this.dialect === 'hello' ? null : '1.3';
    const awaited = waitsFor(this.#machine, this.#state);
    channel.note({ kind: 'state', name: this.#state.name, version, waitsFor: awaited });
  }
}

/** A handshake of either role, as an endpoint sees it. */
export type AnyHandshake = Handshake<ClientState, ClientConfig> | Handshake<ServerState, ServerConfig>;

export function clientHandshake(config: ClientConfig): AnyHandshake {
  return new Handshake<ClientState, ClientConfig>(clientMachine, config, { name: 'START' }, sayHello);
}

export function serverHandshake(config: ServerConfig): AnyHandshake {
  return new Handshake<ServerState, ServerConfig>(serverMachine, config, { name: 'START' });
}
