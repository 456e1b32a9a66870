// What to do with a record that came in: who takes its content, and what it means for the connection. The rules of RFC 9846
// sections 5 and 6, and of RFC 5246 sections 6 and 7, about which record may come when. It neither sends nor closes anything itself.

import { type Bytes, decode } from '../bytes/index.ts';
import { TlsFault } from './fault.ts';
import type { AnyHandshake, Channel } from './handshake.ts';
import type { Epoch, Role } from './insight.ts';
import type { Incoming, Receiver } from './record/receiver.ts';
import { alertDescriptions } from './wire/iana.ts';
import { alert } from './wire/record.ts';

/** Empty records of application data that are taken in a row: without a bound they would cost a peer nothing. */
const MAX_EMPTY = 32;
/** Warnings that are taken in a connection, for the same reason. */
const MAX_WARNINGS = 5;
const WARNING = 1;

/** What a record means for the connection: it goes on, or the peer has ended it one way or the other. */
export type Outcome = 'goes on' | 'close_notify' | 'alert';

export class Intake {
  #emptyRecords: number;
  #warnings: number;

  constructor(
    private readonly role: Role,
    private readonly receiver: Receiver,
    private readonly handshake: AnyHandshake,
    counts = { emptyRecords: 0, warnings: 0 },
  ) {
    this.#emptyRecords = counts.emptyRecords;
    this.#warnings = counts.warnings;
  }

  fork(receiver: Receiver, handshake: AnyHandshake): Intake {
    const counts = { emptyRecords: this.#emptyRecords, warnings: this.#warnings };
    return new Intake(this.role, receiver, handshake, counts);
  }

  /** @throws TlsFault for a record that may not come, or not now, or whose content is refused */
  take({ seen, outerType, content }: Incoming, channel: Channel): Outcome {
    channel.note({ kind: 'opened', record: seen });
    if (outerType === 'change_cipher_spec') return this.#takeChangeCipherSpec(content, channel);
    const { type, epoch } = seen;
    this.#checkProtection(type, epoch);
    if (type === 'alert') return this.#takeAlert(content, epoch, channel);
    if (type === 'handshake') return this.#takeHandshake(content, epoch, channel);
    if (type === 'application_data') return this.#takeData(content, channel);
    const sentence = `A protected record holds ${type}, which has no place inside protection.`;
    throw new TlsFault('unexpected-record', sentence, { bytes: seen.bytes });
  }

  // Once there are keys, everything is protected. One exception: a peer that found fault with this side's first protected flight
  // may not have keys yet, and OpenSSL then sends its alert in the clear.
  #checkProtection(type: string, epoch: Epoch): void {
    const { keys } = this.receiver;
    if (keys && epoch === 'cleartext') {
      if (type === 'alert' && keys.epoch === 'handshake' && keys.sequence === 0) return;
      throw new TlsFault('unexpected-record', `A record of ${type} came in the clear, after keys were installed.`);
    }
    if (!keys && type === 'application_data') {
      throw new TlsFault('unexpected-record', 'Protected data came before any keys were agreed on.');
    }
  }

  #takeChangeCipherSpec(content: Bytes, channel: Channel): Outcome {
    if (this.handshake.mayBe('1.3')) return this.#passChangeCipherSpec(content, channel);
    if (content.length !== 1 || content[0] !== 1) {
      throw new TlsFault('unexpected-change-cipher-spec', 'A ChangeCipherSpec is one byte, 1, and this one is not.');
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
      throw new TlsFault('unexpected-change-cipher-spec', 'A ChangeCipherSpec came where TLS 1.3 doesn’t allow one.');
    }
    this.#checkInterleaving('change_cipher_spec');
    const reason = 'TLS 1.3 sends it only to please middleboxes; it changes nothing.';
    channel.note({ kind: 'ignored', what: 'ChangeCipherSpec', reason });
    return 'goes on';
  }

  // RFC 9846 5.1: handshake messages MUST NOT be interleaved with other record types.
  #checkInterleaving(type: string): void {
    if (!this.receiver.insideMessage) return;
    throw new TlsFault('interleaved-record', `A record of ${type} came in the middle of a handshake message.`);
  }

  #takeAlert(content: Bytes, epoch: Epoch, { note }: Channel): Outcome {
    // RFC 9846 5.4: an Alert record with zero-length content ends the connection with unexpected_message.
    if (content.length === 0) {
      throw new TlsFault('empty-alert-fragment', 'An alert record without content came; that is not allowed.');
    }
    const decoded = decode(alert, content);
    if (!decoded.ok) {
      const sentence = `An alert of ${content.length} bytes came; an alert has two.`;
      throw new TlsFault('malformed-alert', sentence, { field: decoded.field, bytes: content });
    }
    const { description: code } = decoded.value;
    const level = decoded.value.level === WARNING ? 'warning' : 'fatal';
    const name = alertDescriptions.name(code);
    const description = name === undefined || name === 'GREASE' ? 'unknown' : name;
    note({ kind: 'alert', direction: 'received', level, code, description, epoch });
    if (description === 'close_notify') return 'close_notify';
    if (level === 'warning' && this.handshake.mayBe('1.2')) return this.#passWarning(description, note);
    // RFC 9846 6.1 and 6.2: user_canceled only announces a close_notify; every other alert ends the connection, whatever its level.
    if (description !== 'user_canceled') return 'alert';
    note({ kind: 'ignored', what: 'user_canceled', reason: 'A close_notify follows it.' });
    return 'goes on';
  }

  // RFC 5246 7.2.2: a warning doesn't end the connection.
  #passWarning(description: string, note: Channel['note']): Outcome {
    this.#warnings++;
    if (this.#warnings > MAX_WARNINGS) {
      throw new TlsFault('too-many-warnings', `More than ${MAX_WARNINGS} warnings came.`);
    }
    note({
      kind: 'ignored',
      what: description,
      reason: 'It is a warning: in TLS 1.2 the connection goes on after it.',
    });
    return 'goes on';
  }

  #takeHandshake(content: Bytes, epoch: Epoch, channel: Channel): Outcome {
    if (content.length === 0) {
      throw new TlsFault('empty-handshake-fragment', 'A handshake record without content came; that is not allowed.');
    }
    this.#checkChangeCipherSpec(content);
    for (;;) {
      const ordinal = this.receiver.messages;
      const message = this.receiver.nextMessage();
      if (!message) return 'goes on';
      this.handshake.hear(message, { ordinal, epoch }, channel);
    }
  }

  // RFC 5246 7.4.9: a Finished must not come before ChangeCipherSpec. It comes protected and makes no sense in the clear, so that this
  // side would refuse a senseless length, or wait for more in vain; and a nonce of zeros reads like two HelloRequests.
  #checkChangeCipherSpec(content: Bytes): void {
    const { awaitsChangeCipherSpec, stateName } = this.handshake;
    if (!awaitsChangeCipherSpec || this.receiver.holdsWhole) return;
    const sentence = `A handshake record came, but this side is in ${stateName} and waits for ChangeCipherSpec.`;
    throw new TlsFault('unexpected-message', sentence, { bytes: content });
  }

  #takeData(content: Bytes, channel: Channel): Outcome {
    this.#checkInterleaving('application_data');
    const { connected, stateName } = this.handshake;
    if (!connected) {
      throw new TlsFault('unexpected-record', `Application data came in ${stateName}, before the handshake was done.`);
    }
    this.#emptyRecords = content.length === 0 ? this.#emptyRecords + 1 : 0;
    if (this.#emptyRecords > MAX_EMPTY) {
      throw new TlsFault('too-many-empty-records', `More than ${MAX_EMPTY} empty records came in a row.`);
    }
    channel.note({ kind: 'data', direction: 'received', bytes: content });
    return 'goes on';
  }
}
