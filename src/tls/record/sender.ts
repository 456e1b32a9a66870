// The writing half of a connection: queues messages, cuts them into records, seals these. It decides nothing about the handshake.

import { type Bytes, concat } from '../../bytes/index.ts';
import type { RecordConfig, Seams } from '../config.ts';
import type { Part, SeenRecord, TurnItem } from '../insight.ts';
import type { Epoch, Role } from '../terms.ts';
import { contentTypes } from '../wire/iana.ts';
import { type ContentType, encodeRecord, recordField } from '../wire/record.ts';
import { partsOf } from './parts.ts';
import { seal, type TrafficKeys } from './traffic.ts';

/** Plain data: a copy of the reference is a copy of the sender. */
interface SenderState {
  /** Undefined while nothing is protected. */
  readonly keys: TrafficKeys | undefined;
  readonly records: number;
  readonly messages: number;
  /** Messages that wait for a record. */
  readonly queue: readonly Bytes[];
  readonly saidChangeCipherSpec: boolean;
}

const fresh: SenderState = { keys: undefined, records: 0, messages: 0, queue: [], saidChangeCipherSpec: false };

export class Sender {
  #state: SenderState;

  constructor(
    readonly role: Role,
    readonly config: RecordConfig,
    readonly seams: Seams,
    state: SenderState = fresh,
  ) {
    this.#state = state;
  }

  fork(): Sender {
    return new Sender(this.role, this.config, this.seams, this.#state);
  }

  get keys(): TrafficKeys | undefined {
    return this.#state.keys;
  }

  get epoch(): Epoch {
    return this.keys?.epoch ?? 'cleartext';
  }

  /** How many messages were queued so far: the next one's ordinal. */
  get messages(): number {
    return this.#state.messages;
  }

  /** Takes a handshake message; it leaves at once unless messages are to share records. */
  message(bytes: Bytes, turn: TurnItem[]): void {
    const { queue, messages } = this.#state;
    this.#change({ queue: [...queue, bytes], messages: messages + 1 });
    if (!this.config.coalesce) this.flush(turn);
  }

  /** Puts everything queued into records. */
  flush(turn: TurnItem[]): void {
    const { queue, messages } = this.#state;
    const stream = concat(...queue);
    const { fragment } = this.config;
    for (let at = 0; at < stream.length; at += fragment) {
      const end = Math.min(at + fragment, stream.length);
      this.#record('handshake', stream.subarray(at, end), turn, partsOf(stream, messages - queue.length, at, end));
    }
    this.#change({ queue: [] });
  }

  /**
   * Sends an alert, a ChangeCipherSpec or data, after whatever was queued before. Data without a byte is a record without content, which
   * hides when there is nothing to say (RFC 9846 section 5.4).
   */
  content(type: Exclude<ContentType, 'handshake'>, bytes: Bytes, turn: TurnItem[]): void {
    this.flush(turn);
    const { fragment } = this.config;
    const size = type === 'application_data' ? fragment : bytes.length;
    let at = 0;
    do {
      this.#record(type, bytes.subarray(at, at + size), turn);
      at += size;
    } while (at < bytes.length);
  }

  /** The ChangeCipherSpec of middlebox compatibility mode: once in a connection at most. */
  changeCipherSpec(turn: TurnItem[]): void {
    if (this.#state.saidChangeCipherSpec) return;
    this.#change({ saidChangeCipherSpec: true });
    this.content('change_cipher_spec', Uint8Array.of(1), turn);
  }

  /** New keys; whatever was queued leaves under the old ones. */
  install(keys: TrafficKeys, turn: TurnItem[]): void {
    this.flush(turn);
    this.#change({ keys });
  }

  #change(change: Partial<SenderState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #record(type: ContentType, content: Bytes, turn: TurnItem[], parts: readonly Part[] = []): void {
    const { keys, records } = this.#state;
    const record =
      keys && type !== 'change_cipher_spec'
        ? this.#sealed(keys, type, content, parts)
        : this.#cleartext(type, content, parts);
    this.#change({ records: records + 1 });
    turn.push({ kind: 'insight', insight: { kind: 'sealed', record } }, { kind: 'wire', bytes: record.bytes });
  }

  #cleartext(type: ContentType, content: Bytes, parts: readonly Part[]): SeenRecord {
    const ordinal = this.#state.records;
    // RFC 9846 5.1: 0x0303 everywhere, except that an initial ClientHello may say 0x0301 for the sake of old middleboxes.
    const legacyVersion = this.role === 'client' && ordinal === 0 ? 0x0301 : 0x0303;
    const bytes = encodeRecord(contentTypes.codes[type], legacyVersion, content);
    return { ordinal, bytes, field: recordField(bytes, false), type, epoch: 'cleartext', parts };
  }

  #sealed(keys: TrafficKeys, type: ContentType, content: Bytes, parts: readonly Part[]): SeenRecord {
    const { epoch } = keys;
    const ordinal = this.#state.records;
    const honest = { content, type: contentTypes.codes[type], padding: this.config.padding, sequence: keys.sequence };
    const inner = this.seams.seal?.({ role: this.role, epoch, ordinal, ...honest }) ?? honest;
    const { bytes, field, ...sealed } = seal(keys, inner.content, inner.type, inner.padding, inner.sequence);
    this.#change({ keys: { ...keys, sequence: keys.sequence + 1 } });
    const protection = { sequence: inner.sequence, ...sealed };
    // What mischief put in its place belongs to no message.
    return { ordinal, bytes, field, type, epoch, protection, parts: inner.content === content ? parts : [] };
  }
}
