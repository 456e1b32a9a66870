// How a state handler speaks: through an outbox, never to the wire. No behaviour.

import type { Bytes, Field } from '../bytes/index.ts';
import type { Env } from '../crypto/index.ts';
import type { Direction, Insight } from './insight.ts';
import type { TrafficKeys } from './record/protect.ts';
import type { Body, Message, MessageName } from './wire/message.ts';

/** What a handler may do besides returning the next state. `C` is the side's configuration. */
export interface Outbox<C> {
  readonly config: C;
  readonly env: Env;
  /** Says a message. @returns what was really said, for the transcript: none or several messages when mischief had a hand in it */
  send(message: Message): readonly Bytes[];
  /** Sends the ChangeCipherSpec of middlebox compatibility mode (RFC 9846 appendix E.4). */
  sendChangeCipherSpec(): void;
  /** Switches one direction to new keys. @throws TlsFault when half a message is buffered */
  install(direction: Direction, keys: TrafficKeys): void;
  /** The keys of one direction; undefined while it is in the clear. */
  keys(direction: Direction): TrafficKeys | undefined;
  note(insight: Insight): void;
}

/** A message that came in, decoded. */
export interface Heard<N extends MessageName = MessageName> {
  readonly name: N;
  readonly body: Body<N>;
  /** Header included: what the transcript absorbs. */
  readonly bytes: Bytes;
  readonly field: Field;
}
