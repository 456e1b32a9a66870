// What to do with a record that came in: who takes its content, and what it means for the connection. The rules of RFC 9846
// sections 5 and 6, and of RFC 5246 sections 6 and 7, about which record may come when. It neither sends nor closes anything itself.

import { type Bytes, decode } from '../bytes/index.ts';
import { TlsFault } from './fault.ts';
import type { AnyHandshake, Channel } from './handshake.ts';
import type { IgnoredReason } from './reason.ts';
import type { Incoming, Receiver } from './record/receiver.ts';
import type { Epoch, Role } from './terms.ts';
import { alertDescriptions } from './wire/iana.ts';
import { alert } from './wire/record.ts';

/**
 * How many records and messages in a row may move nothing on, neither the handshake nor data: empty records, warnings, new keys, tickets,
 * requests that are refused. They cost a peer nothing and this side work. BoringSSL and OpenSSL take as many KeyUpdates.
 */
const MAX_IDLE = 32;
const WARNING = 1;

/** What a record means for the connection: it goes on, or the peer has ended it one way or the other. */
export type Outcome = 'goes on' | 'close_notify' | 'alert';

export class Intake {
  /** @param idle how much came since something moved on */
  constructor(
    private readonly role: Role,
    private readonly receiver: Receiver,
    private readonly handshake: AnyHandshake,
    private idle = 0,
  ) {}

  fork(receiver: Receiver, handshake: AnyHandshake): Intake {
    return new Intake(this.role, receiver, handshake, this.idle);
  }

  /**
   * @param record whole, still closed
   * @throws TlsFault for a record that may not come, or not now, or whose content is refused
   */
  take(record: Bytes, channel: Channel): Outcome {
    if (this.receiver.isEarlyData(record)) return this.#passEarlyData(record, channel);
    return this.#takeOpened(this.receiver.opened(record), channel);
  }

  // RFC 9846 4.3.10: a server that takes no early data passes over it.
  #passEarlyData({ length }: Bytes, { note }: Channel): Outcome {
    this.#checkInterleaving('application_data');
    note({ kind: 'ignored', what: 'early data', reason: { what: 'early data', length } });
    return 'goes on';
  }

  #takeOpened({ seen, outerType, content }: Incoming, channel: Channel): Outcome {
    channel.note({ kind: 'opened', record: seen });
    if (outerType === 'change_cipher_spec') return this.#takeChangeCipherSpec(content, channel);
    const { type, epoch } = seen;
    this.#checkProtection(type, epoch);
    if (type === 'alert') return this.#takeAlert(content, epoch, channel);
    if (type === 'handshake') return this.#takeHandshake(content, epoch, channel);
    if (type === 'application_data') return this.#takeData(content, channel);
    throw new TlsFault('unexpected-record', { what: 'inside protection', type }, { bytes: seen.bytes });
  }

  // Once there are keys, everything is protected. One exception: a peer that found fault with this side's first protected flight
  // may not have keys yet, and OpenSSL then sends its alert in the clear.
  #checkProtection(type: string, epoch: Epoch): void {
    const { keys } = this.receiver;
    if (keys && epoch === 'cleartext') {
      if (type === 'alert' && keys.epoch === 'handshake' && keys.sequence === 0) return;
      throw new TlsFault('unexpected-record', { what: 'in the clear', type });
    }
    if (!keys && type === 'application_data') {
      throw new TlsFault('unexpected-record', { what: 'before keys' });
    }
  }

  #takeChangeCipherSpec(content: Bytes, channel: Channel): Outcome {
    if (this.handshake.mayBe('1.3')) return this.#passChangeCipherSpec(content, channel);
    if (content.length !== 1 || content[0] !== 1) {
      throw new TlsFault('unexpected-change-cipher-spec', { what: 'content' });
    }
    this.#checkInterleaving('change_cipher_spec');
    this.handshake.hearChangeCipherSpec(channel);
    return 'goes on';
  }

  // RFC 9846 5: dropped between the first ClientHello and the peer's Finished, refused otherwise.
  #passChangeCipherSpec(content: Bytes, channel: Channel): Outcome {
    const { stateName, connected } = this.handshake;
    const early = this.role === 'server' && stateName === 'START' && this.receiver.messages === 0;
    if (content.length !== 1 || content[0] !== 1 || connected || early) {
      throw new TlsFault('unexpected-change-cipher-spec', { what: 'place' });
    }
    this.#checkInterleaving('change_cipher_spec');
    return this.#passOver('ChangeCipherSpec', { what: 'for middleboxes' }, channel.note);
  }

  // RFC 9846 5.1: handshake messages MUST NOT be interleaved with other record types.
  #checkInterleaving(type: string): void {
    if (!this.receiver.insideMessage) return;
    throw new TlsFault('interleaved-record', { type });
  }

  #takeAlert(content: Bytes, epoch: Epoch, { note }: Channel): Outcome {
    // RFC 9846 5.4: an Alert record with zero-length content ends the connection with unexpected_message.
    if (content.length === 0) {
      throw new TlsFault('empty-alert-fragment', {});
    }
    const decoded = decode(alert, content);
    if (!decoded.ok) {
      const { length } = content;
      throw new TlsFault('malformed-alert', { length }, { field: decoded.field, bytes: content });
    }
    const { description: code } = decoded.value;
    const level = decoded.value.level === WARNING ? 'warning' : 'fatal';
    const name = alertDescriptions.name(code);
    const description = name === undefined || name === 'GREASE' ? 'unknown' : name;
    note({ kind: 'alert', direction: 'received', level, code, description, epoch });
    if (description === 'close_notify') return 'close_notify';
    // RFC 9846 5.1: nothing may stand between the records of one message. An alert that ends the connection ends that, too.
    if ((level === 'warning' || description === 'user_canceled') && this.handshake.mayBe('1.3'))
      this.#checkInterleaving('alert');
    // RFC 5246 7.2.2: a warning doesn't end the connection.
    if (level === 'warning' && this.handshake.mayBe('1.2'))
      return this.#passOver(description, { what: 'warning' }, note);
    // RFC 9846 6.1 and 6.2: user_canceled only announces a close_notify; every other alert ends the connection, whatever its level.
    if (description !== 'user_canceled' || !this.handshake.mayBe('1.3')) return 'alert';
    return this.#passOver(description, { what: 'close_notify follows' }, note);
  }

  #passOver(what: string, reason: IgnoredReason, note: Channel['note']): Outcome {
    this.#checkIdle(what);
    note({ kind: 'ignored', what, reason });
    return 'goes on';
  }

  #checkIdle(what: string): void {
    if (++this.idle <= MAX_IDLE) return;
    throw new TlsFault('flood', { what: 'idle', most: MAX_IDLE, last: what });
  }

  #takeHandshake(content: Bytes, epoch: Epoch, channel: Channel): Outcome {
    if (content.length === 0) {
      throw new TlsFault('empty-handshake-fragment', {});
    }
    this.#checkChangeCipherSpec(content);
    for (;;) {
      const ordinal = this.receiver.messages;
      const message = this.receiver.nextMessage();
      if (!message) return 'goes on';
      const { idle } = this;
      this.handshake.hear(message, { ordinal, epoch }, channel, (name) => this.#checkIdle(name));
      // What was not counted has moved the handshake on.
      if (this.idle === idle) this.idle = 0;
    }
  }

  // RFC 5246 7.4.9: a Finished must not come before ChangeCipherSpec. It comes protected and makes no sense in the clear, so that this
  // side would refuse a senseless length, or wait for more in vain; and a nonce of zeros reads like two HelloRequests.
  #checkChangeCipherSpec(content: Bytes): void {
    const { awaitsChangeCipherSpec, stateName } = this.handshake;
    if (!awaitsChangeCipherSpec || this.receiver.holdsWhole) return;
    throw new TlsFault('unexpected-message', { what: 'no ChangeCipherSpec', state: stateName }, { bytes: content });
  }

  #takeData(content: Bytes, channel: Channel): Outcome {
    this.#checkInterleaving('application_data');
    const { connected, stateName } = this.handshake;
    if (!connected) {
      throw new TlsFault('unexpected-record', { what: 'early', state: stateName });
    }
    if (content.length === 0) this.#checkIdle('empty record');
    else this.idle = 0;
    channel.note({ kind: 'data', direction: 'received', bytes: content });
    return 'goes on';
  }
}
