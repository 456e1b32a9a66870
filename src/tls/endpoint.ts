// One end of a connection: bytes in, a turn of insights and records out. Sans-IO, synchronous, deterministic. The one place that
// catches faults and sends the alert; any other exception is a bug and passes through.

import { type Bytes, decode } from '../bytes/index.ts';
import type { Env } from '../crypto/index.ts';
import type { ClientConfig, CommonConfig, ServerConfig } from './config.ts';
import { TlsFault } from './fault.ts';
import { type AnyHandshake, type Channel, clientHandshake, serverHandshake } from './handshake.ts';
import type { Direction, Epoch, Facts, Insight, Role, Turn, TurnItem } from './insight.ts';
import { exported } from './keys/schedule.ts';
import { sayKeyUpdate } from './keyUpdate.ts';
import type { TrafficKeys } from './record/protect.ts';
import { type Incoming, Receiver } from './record/receiver.ts';
import { Sender } from './record/sender.ts';
import { type AlertName, alertDescriptions } from './wire/iana.ts';
import { decodeMessage, encodeMessage, type Message, messageName } from './wire/message.ts';
import { alert } from './wire/record.ts';

/** What can be asked of an endpoint at any time. */
export interface Status {
  /** The state's name in the RFC's words: `WAIT_CERT`, `CONNECTED`. */
  readonly state: string;
  /** Whether it still takes bytes. */
  readonly open: boolean;
  readonly canSend: boolean;
  readonly facts?: Facts;
}

const WARNING = 1;
const FATAL = 2;
/** Empty records of application data that are taken in a row: without a bound they would cost a peer nothing. */
const MAX_EMPTY = 32;

/** Plain data besides the parts that fork by themselves. */
interface Flags {
  readonly started: boolean;
  readonly readClosed: boolean;
  readonly writeClosed: boolean;
  readonly saidChangeCipherSpec: boolean;
  readonly emptyRecords: number;
}

export class Endpoint {
  #flags: Flags = {
    started: false,
    readClosed: false,
    writeClosed: false,
    saidChangeCipherSpec: false,
    emptyRecords: 0,
  };

  private constructor(
    readonly role: Role,
    private readonly config: CommonConfig,
    private readonly env: Env,
    private readonly handshake: AnyHandshake,
    private readonly sender: Sender,
    private readonly receiver: Receiver,
  ) {}

  static client(config: ClientConfig, env: Env): Endpoint {
    const sender = new Sender('client', config.records, config.seams ?? {});
    return new Endpoint('client', config, env, clientHandshake(config), sender, new Receiver());
  }

  static server(config: ServerConfig, env: Env): Endpoint {
    const sender = new Sender('server', config.records, config.seams ?? {});
    return new Endpoint('server', config, env, serverHandshake(config), sender, new Receiver());
  }

  /** An independent copy at this very point. */
  fork(): Endpoint {
    const copy = new Endpoint(
      this.role,
      this.config,
      this.env.fork(),
      this.handshake.fork(),
      this.sender.fork(),
      this.receiver.fork(),
    );
    copy.#flags = this.#flags;
    return copy;
  }

  get status(): Status {
    const { connected, stateName } = this.handshake;
    const { readClosed, writeClosed } = this.#flags;
    return {
      state: stateName,
      open: !readClosed,
      canSend: connected !== undefined && !writeClosed,
      ...(connected && { facts: connected.facts }),
    };
  }

  /** Begins: the client says ClientHello, the server starts to wait. To be called once, first. */
  start(): Turn {
    return this.#turn((turn) => {
      this.#flags = { ...this.#flags, started: true };
      this.handshake.begin(this.#channel(turn));
    });
  }

  /** Takes bytes off the wire, in whatever pieces they come. Never throws for what they are. */
  receive(bytes: Bytes): Turn {
    return this.#turn((turn) => {
      if (this.#flags.readClosed)
        return note(turn, { kind: 'ignored', what: `${bytes.length} bytes`, reason: 'The connection is closed.' });
      this.receiver.take(bytes);
      while (!this.#flags.readClosed) {
        const record = this.receiver.nextRecord();
        if (!record) return;
        this.#take(this.receiver.opened(record), turn);
      }
    });
  }

  /**
   * Sends application data.
   * @throws RangeError unless `status.canSend`
   */
  send(data: Bytes): Turn {
    if (!this.status.canSend) throw new RangeError('application data can’t be sent now');
    return this.#turn((turn) => {
      note(turn, { kind: 'data', direction: 'sent', bytes: data });
      this.sender.content('application_data', data, turn);
    });
  }

  /**
   * Takes new keys for writing, and asks the peer to do so too if `requestPeer`.
   * @throws RangeError unless `status.canSend`
   */
  updateKeys(requestPeer: boolean): Turn {
    if (!this.status.canSend) throw new RangeError('keys can’t be updated now');
    return this.#turn((turn) => sayKeyUpdate(requestPeer, { ...this.#channel(turn), config: this.config }));
  }

  /** Says close_notify: this side sends no more. Does nothing if it has done so already. */
  close(): Turn {
    return this.#turn((turn) => {
      if (this.#flags.writeClosed) return;
      this.#sayAlert(WARNING, 'close_notify', turn);
      this.#closeWriting(turn);
    });
  }

  /** The transport ended without another byte. */
  end(): Turn {
    return this.#turn((turn) => {
      if (!this.#flags.readClosed) note(turn, { kind: 'closed', how: 'transport' });
      this.#flags = { ...this.#flags, readClosed: true };
      this.#closeWriting(turn);
    });
  }

  /**
   * RFC 9846 section 7.5: `length` bytes of keying material that both sides can compute and nobody else.
   * @throws RangeError before the handshake is done
   */
  export(label: string, context: Bytes, length: number): Bytes {
    const { connected } = this.handshake;
    if (!connected) throw new RangeError('nothing can be exported before the handshake is done');
    return exported(connected.stage.hash, connected.stage.exporterSecret, label, context, length);
  }

  /** The one catch for faults. */
  #turn(body: (turn: TurnItem[]) => void): Turn {
    const turn: TurnItem[] = [];
    try {
      body(turn);
    } catch (error) {
      if (!(error instanceof TlsFault)) throw error;
      this.#fail(error, turn);
    }
    this.sender.flush(turn);
    return turn;
  }

  #fail(fault: TlsFault, turn: TurnItem[]): void {
    const { field, bytes } = fault.evidence;
    const evidence = { ...(field && { field }), ...(bytes && { bytes }) };
    note(turn, { kind: 'fault', cause: fault.reason, sentence: fault.message, alert: fault.alert, ...evidence });
    if (!this.#flags.writeClosed) this.#sayAlert(FATAL, fault.alert, turn);
    this.#flags = { ...this.#flags, readClosed: true };
    note(turn, { kind: 'closed', how: 'fault' });
    this.#closeWriting(turn);
  }

  #sayAlert(level: number, description: AlertName, turn: TurnItem[]): void {
    const code = alertDescriptions.codes[description];
    this.sender.flush(turn);
    const { epoch } = this.sender;
    note(turn, {
      kind: 'alert',
      direction: 'sent',
      level: level === FATAL ? 'fatal' : 'warning',
      code,
      description,
      epoch,
    });
    this.sender.content('alert', Uint8Array.of(level, code), turn);
  }

  #closeWriting(turn: TurnItem[]): void {
    if (!this.#flags.writeClosed) turn.push({ kind: 'end' });
    this.#flags = { ...this.#flags, writeClosed: true };
  }

  #take({ seen, outerType, content }: Incoming, turn: TurnItem[]): void {
    note(turn, { kind: 'opened', record: seen });
    const { type } = seen;
    if (outerType === 'change_cipher_spec') {
      this.#takeChangeCipherSpec(content, turn);
      return;
    }
    this.#checkProtection(type, seen.epoch);
    if (type === 'alert') this.#takeAlert(content, seen.epoch, turn);
    else if (type === 'handshake') this.#takeHandshake(content, seen.epoch, turn);
    else if (type === 'application_data') this.#takeData(content, turn);
    else {
      const sentence = `A protected record holds ${type}, which has no place inside protection.`;
      throw new TlsFault('unexpected-record', sentence, { bytes: seen.bytes });
    }
  }

  // Once there are keys, everything is protected. One exception: a peer that found fault with this side's first protected flight
  // may not have keys yet, and OpenSSL then sends its alert in the clear.
  #checkProtection(type: string, epoch: string): void {
    const { keys } = this.receiver;
    if (keys && epoch === 'cleartext') {
      if (type === 'alert' && keys.epoch === 'handshake' && keys.sequence === 0) return;
      throw new TlsFault('unexpected-record', `A record of ${type} came in the clear, after keys were installed.`);
    }
    if (!keys && type === 'application_data') {
      throw new TlsFault('unexpected-record', 'Protected data came before any keys were agreed on.');
    }
  }

  /** RFC 9846 section 5: dropped between the first ClientHello and the peer's Finished, refused otherwise. */
  #takeChangeCipherSpec(content: Bytes, turn: TurnItem[]): void {
    const { stateName, connected } = this.handshake;
    const early = this.role === 'server' && stateName === 'START' && this.receiver.messages === 0;
    if (content.length !== 1 || content[0] !== 1 || connected || early) {
      throw new TlsFault('unexpected-change-cipher-spec', 'A ChangeCipherSpec came where TLS 1.3 doesn’t allow one.');
    }
    this.#checkInterleaving('change_cipher_spec');
    note(turn, {
      kind: 'ignored',
      what: 'ChangeCipherSpec',
      reason: 'TLS 1.3 sends it only to please middleboxes; it changes nothing.',
    });
  }

  // RFC 9846 5.1: handshake messages MUST NOT be interleaved with other record types.
  #checkInterleaving(type: string): void {
    if (!this.receiver.insideMessage) return;
    throw new TlsFault('interleaved-record', `A record of ${type} came in the middle of a handshake message.`);
  }

  #takeAlert(content: Bytes, epoch: Epoch, turn: TurnItem[]): void {
    const decoded = decode(alert, content);
    if (!decoded.ok)
      throw new TlsFault('malformed-alert', `An alert of ${content.length} bytes came; an alert has two.`, {
        field: decoded.field,
        bytes: content,
      });
    const { level, description: code } = decoded.value;
    const name = alertDescriptions.name(code);
    const description = name === undefined || name === 'GREASE' ? 'unknown' : name;
    note(turn, {
      kind: 'alert',
      direction: 'received',
      level: level === WARNING ? 'warning' : 'fatal',
      code,
      description,
      epoch,
    });
    // RFC 9846 6.1: user_canceled only announces the close_notify that follows it.
    if (description === 'user_canceled') {
      note(turn, { kind: 'ignored', what: 'user_canceled', reason: 'A close_notify follows it.' });
      return;
    }
    this.#flags = { ...this.#flags, readClosed: true };
    note(turn, { kind: 'closed', how: description === 'close_notify' ? 'close_notify' : 'alert' });
    if (description !== 'close_notify') this.#closeWriting(turn);
  }

  #takeHandshake(content: Bytes, epoch: Epoch, turn: TurnItem[]): void {
    if (content.length === 0)
      throw new TlsFault(
        'empty-handshake-fragment',
        'A handshake record without content came; such records are not allowed.',
      );
    this.receiver.gather(content);
    while (!this.#flags.readClosed) {
      const ordinal = this.receiver.messages;
      const message = this.receiver.nextMessage();
      if (!message) return;
      this.handshake.hear(message, { ordinal, epoch }, this.#channel(turn));
    }
  }

  #takeData(content: Bytes, turn: TurnItem[]): void {
    this.#checkInterleaving('application_data');
    if (!this.handshake.connected) {
      throw new TlsFault(
        'unexpected-record',
        `Application data came in ${this.handshake.stateName}, before the handshake was done.`,
      );
    }
    const emptyRecords = content.length === 0 ? this.#flags.emptyRecords + 1 : 0;
    this.#flags = { ...this.#flags, emptyRecords };
    if (emptyRecords > MAX_EMPTY)
      throw new TlsFault('too-many-empty-records', `More than ${MAX_EMPTY} empty records came in a row.`);
    note(turn, { kind: 'data', direction: 'received', bytes: content });
  }

  #channel(turn: TurnItem[]): Channel {
    return {
      env: this.env,
      note: (insight) => note(turn, insight),
      send: (message) => this.#say(message, turn),
      sendChangeCipherSpec: () => this.#sayChangeCipherSpec(turn),
      keys: (direction) => (direction === 'read' ? this.receiver.keys : this.sender.keys),
      install: (direction, keys) => this.#install(direction, keys, turn),
    };
  }

  #say(message: Message, turn: TurnItem[]): readonly Bytes[] {
    const encoded = encodeMessage(message);
    const said = this.config.seams?.bend?.({ role: this.role, name: message.name, bytes: encoded.bytes }) ?? [
      encoded.bytes,
    ];
    for (const bytes of said) {
      const field = bytes === encoded.bytes ? encoded.field : decodeMessage(bytes, '1.3').field;
      const { epoch, messages: ordinal } = this.sender;
      note(turn, { kind: 'said', message: { name: messageName(bytes, '1.3'), ordinal, bytes, field, epoch } });
      this.sender.message(bytes, turn);
    }
    return said;
  }

  #sayChangeCipherSpec(turn: TurnItem[]): void {
    const wanted = this.role === 'server' || this.config.records.compatibility;
    if (!wanted || this.#flags.saidChangeCipherSpec) return;
    this.#flags = { ...this.#flags, saidChangeCipherSpec: true };
    this.sender.content('change_cipher_spec', Uint8Array.of(1), turn);
  }

  #install(direction: Direction, keys: TrafficKeys, turn: TurnItem[]): void {
    if (direction === 'read') this.receiver.install(keys);
    else this.sender.install(keys, turn);
    const { epoch, generation, suite, key, iv, secret } = keys;
    note(turn, { kind: 'keys', direction, epoch, generation, cipher: suite.aead.name, key, iv, secret: secret.name });
  }
}

function note(turn: TurnItem[], insight: Insight): void {
  turn.push({ kind: 'insight', insight });
}
