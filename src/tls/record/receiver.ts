// The reading half of a connection: gathers bytes into records, opens these, gathers their content into messages.
// It decides nothing about the handshake.

import type { Bytes } from '../../bytes/index.ts';
import { TlsFault } from '../fault.ts';
import type { Part, SeenRecord } from '../insight.ts';
import type { Epoch } from '../terms.ts';
import { contentTypes } from '../wire/iana.ts';
import {
  type ContentType,
  HEADER,
  MAX_CIPHERTEXT,
  MAX_CIPHERTEXT_12,
  MAX_PLAINTEXT,
  recordField,
} from '../wire/record.ts';
import { MESSAGE_HEADER, messageLength, partsOf } from './parts.ts';
import { plaintextOf } from './protect.ts';
import { ByteQueue } from './queue.ts';
import { open, type TrafficKeys } from './traffic.ts';

/** The longest ClientHello (RFC 9846 section 4.2.2): version, random, session id, suites, compression methods, extensions. */
const MAX_CLIENT_HELLO = 2 + 32 + (1 + 32) + (2 + 65534) + (1 + 255) + (2 + 65535);
/** Longest handshake message that is waited for: as long as any may be but a Certificate, and ample for that. */
const MAX_MESSAGE = MESSAGE_HEADER + MAX_CLIENT_HELLO;

/** How many bytes of early data are passed over: servers usually allow 2^14, and records and padding come on top. */
const MAX_EARLY_DATA = 2 ** 15;

/** Plain data: a copy of the reference is a copy of it. */
interface ReceiverState {
  readonly keys: TrafficKeys | undefined;
  readonly records: number;
  readonly messages: number;
  /** How many bytes of early data may still come; undefined when none is expected. */
  readonly early?: number | undefined;
}

/** A record that came in, with its true type. `seen` may be noted, `content` is what it held. */
export interface Incoming {
  readonly seen: SeenRecord;
  /** The type in the record's header; `seen.type` is what the record really held. */
  readonly outerType: ContentType;
  readonly content: Bytes;
}

export class Receiver {
  #state: ReceiverState;

  constructor(
    state: ReceiverState = { keys: undefined, records: 0, messages: 0 },
    /** Bytes that aren't a whole record yet. */
    private readonly inbox = new ByteQueue(),
    /** Handshake bytes that aren't a whole message yet. */
    private readonly partial = new ByteQueue(),
  ) {
    this.#state = state;
  }

  fork(): Receiver {
    return new Receiver(this.#state, this.inbox.fork(), this.partial.fork());
  }

  get keys(): TrafficKeys | undefined {
    return this.#state.keys;
  }

  get epoch(): Epoch {
    return this.keys?.epoch ?? 'cleartext';
  }

  /** How many messages were taken so far: the next one's ordinal. */
  get messages(): number {
    return this.#state.messages;
  }

  /** Whether a handshake message has begun but not ended. */
  get insideMessage(): boolean {
    return this.partial.length > 0;
  }

  /** Whether all that `nextMessage` has to give is whole. */
  get holdsWhole(): boolean {
    const { waiting } = this.partial;
    let at = 0;
    while (at < waiting.length) at += messageLength(waiting.subarray(at)) ?? Number.POSITIVE_INFINITY;
    return at === waiting.length;
  }

  /** Takes bytes off the wire, in whatever pieces they come. */
  take(bytes: Bytes): void {
    this.inbox.put(bytes);
  }

  /**
   * The next whole record, still closed; undefined until all of it is there.
   * @throws TlsFault unknown-content-type, record-too-long (RFC 9846 section 5.1 and 5.2), as soon as the header shows it
   */
  nextRecord(): Bytes | undefined {
    const inbox = this.inbox.waiting;
    if (inbox.length === 0) return undefined;
    const type = contentTypes.name(inbox[0] as number);
    if (!type) {
      throw new TlsFault(
        'unknown-content-type',
        { type: inbox[0] as number },
        {
          bytes: inbox,
        },
      );
    }
    if (inbox.length < HEADER) return undefined;
    const length = ((inbox[3] as number) << 8) | (inbox[4] as number);
    const limit = this.#limit(type);
    if (length > limit) {
      throw new TlsFault(
        'record-too-long',
        { what: 'announced', length, most: limit },
        {
          bytes: inbox,
        },
      );
    }
    if (inbox.length < HEADER + length) return undefined;
    return this.inbox.take(HEADER + length);
  }

  /** RFC 9846 section 4.3.10: whether the peer may have sent early data, which this side has no keys for. */
  expectEarlyData(expected: boolean): void {
    this.#change({ early: expected ? MAX_EARLY_DATA : undefined });
  }

  /**
   * Whether a record is early data, to be passed over: it does not open. The first one that does ends it.
   * @throws TlsFault flood
   */
  isEarlyData(bytes: Bytes): boolean {
    const { keys, early, records } = this.#state;
    if (early === undefined || contentTypes.name(bytes[0] as number) !== 'application_data') return false;
    if (keys && plaintextOf(keys, bytes)) {
      this.#change({ early: undefined });
      return false;
    }
    if (bytes.length > early) {
      throw new TlsFault('flood', { what: 'early data', most: MAX_EARLY_DATA });
    }
    this.#change({ early: early - bytes.length, records: records + 1 });
    return true;
  }

  /**
   * Opens a record if it is protected. What it holds of handshake is gathered; `nextMessage` then gives what it completed.
   * @throws TlsFault when it doesn't open, or is in the clear where it may not be
   */
  opened(bytes: Bytes): Incoming {
    const outerType = contentTypes.name(bytes[0] as number) as ContentType;
    const { keys } = this.#state;
    // In TLS 1.2 every record is protected once there are keys; TLS 1.3 says so by the outer type.
    const sealed = outerType === 'application_data' || keys?.version === '1.2';
    const incoming = keys && sealed ? this.#protected(keys, outerType, bytes) : this.#cleartext(outerType, bytes);
    this.#change({ records: this.#state.records + 1 });
    return incoming;
  }

  /**
   * The next whole handshake message, header included; undefined until all of it is there.
   * @throws TlsFault message-too-long, as soon as its header shows it
   */
  nextMessage(): Bytes | undefined {
    const { waiting } = this.partial;
    const length = messageLength(waiting);
    if (length === undefined) return undefined;
    if (length > MAX_MESSAGE) {
      throw new TlsFault(
        'message-too-long',
        { length, most: MAX_MESSAGE },
        {
          bytes: waiting,
        },
      );
    }
    if (waiting.length < length) return undefined;
    this.#change({ messages: this.messages + 1 });
    return this.partial.take(length);
  }

  /**
   * New keys for what comes next.
   * @throws TlsFault key-change-inside-message (RFC 9846 section 5.1)
   */
  install(keys: TrafficKeys): void {
    if (this.insideMessage) {
      const left = this.partial.length;
      throw new TlsFault('key-change-inside-message', { left });
    }
    this.#change({ keys });
  }

  #change(change: Partial<ReceiverState>): void {
    this.#state = { ...this.#state, ...change };
  }

  #limit(type: ContentType | 'GREASE'): number {
    if (this.keys?.version === '1.2') return MAX_CIPHERTEXT_12;
    return type === 'application_data' ? MAX_CIPHERTEXT : MAX_PLAINTEXT;
  }

  #protected(keys: TrafficKeys, outerType: ContentType, bytes: Bytes): Incoming {
    const { content, type: code, field, bytes: _, ...opened } = open(keys, bytes);
    this.#change({ keys: { ...keys, sequence: keys.sequence + 1 } });
    const type = contentTypes.name(code);
    const protection = { sequence: keys.sequence, ...opened };
    const parts = type === 'handshake' ? this.#gathered(content) : [];
    const seen = {
      ordinal: this.#state.records,
      bytes,
      field,
      epoch: keys.epoch,
      protection,
      parts,
      type: known(type),
    };
    return { seen, outerType, content };
  }

  #cleartext(type: ContentType, bytes: Bytes): Incoming {
    const content = bytes.subarray(HEADER);
    const field = recordField(bytes, type === 'application_data');
    const parts = type === 'handshake' ? this.#gathered(content) : [];
    const seen = { ordinal: this.#state.records, bytes, field, epoch: 'cleartext', parts, type } as const;
    return { seen, outerType: type, content };
  }

  #gathered(content: Bytes): Part[] {
    const start = this.partial.length;
    this.partial.put(content);
    return partsOf(this.partial.waiting, this.messages, start, this.partial.length);
  }
}

function known(type: ContentType | 'GREASE' | undefined): SeenRecord['type'] {
  return type === undefined || type === 'GREASE' ? 'unknown' : type;
}
