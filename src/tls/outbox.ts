// How a state handler speaks: through an outbox, never to the wire.

import type { Bytes, Field } from '../bytes/index.ts';
import type { Env } from '../crypto/index.ts';
import type { Insight } from './insight.ts';
import type { Note } from './keys/secret.ts';
import type { TrafficKeys } from './record/traffic.ts';
import type { Direction } from './terms.ts';
import type { AlertName } from './wire/iana.ts';
import type { Body, Dialect, Message, Spoken } from './wire/message.ts';

/** What a handler may do besides returning the next state. `C` is the side's configuration. */
export interface Outbox<C> {
  readonly config: C;
  readonly env: Env;
  /** Says a message. @returns what was really said, for the transcript: none or several messages when mischief had a hand in it */
  send(message: Message): readonly Bytes[];
  /** Sends ChangeCipherSpec: a step of TLS 1.2, a nod to middleboxes in TLS 1.3 (RFC 9846 appendix E.4). Once at most. */
  sendChangeCipherSpec(): void;
  /** Sends an alert that doesn't end the connection. */
  warn(description: AlertName): void;
  /** Switches one direction to new keys. @throws TlsFault when half a message is buffered */
  install(direction: Direction, keys: TrafficKeys): void;
  /** Whether records may come that don't open, because the peer has announced early data (RFC 9846 section 4.3.10). */
  expectEarlyData(expected: boolean): void;
  /** The keys of one direction; undefined while it is in the clear. */
  keys(direction: Direction): TrafficKeys | undefined;
  note(insight: Insight): void;
}

/** A message that came in, decoded, in its dialect. */
export type Heard<N extends Spoken<D>, D extends Dialect = '1.3'> = Decoded<N, Body<N, D>>;

interface Decoded<N, B> {
  readonly name: N;
  readonly body: B;
  /** Header included: what the transcript absorbs. */
  readonly bytes: Bytes;
  readonly field: Field;
}

/** Notes what a key schedule derives. */
export function noteSecret<C>(out: Outbox<C>): Note {
  return (secret) => out.note({ kind: 'secret', secret });
}
