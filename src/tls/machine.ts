// A machine is a table: state × accepted message → a small function that returns the next state. Whatever the table does
// not accept is refused here, and the picture's "waiting for …" reads the same table.

import { TlsFault } from './fault.ts';
import type { Heard, Outbox } from './outbox.ts';
import { handshakeTypes } from './wire/iana.ts';
import type { Dialect, Spoken } from './wire/message.ts';

/** What every state has: its name in the RFC's words, and what is spoken in it. */
export interface State {
  readonly name: string;
  readonly dialect: Dialect;
}

/** A handler: takes the state and a message that the state accepts, returns the next state. Refuses by throwing a TlsFault. */
type Handler<S, H, C, Next> = (state: S, heard: H, out: Outbox<C>) => Next;

/**
 * For each state by its name, the messages it accepts; null for one that it passes over. TLS 1.2's ChangeCipherSpec is no
 * handshake message, but states wait for it like for one.
 */
export type Machine<S extends State, C, Next, D extends Dialect> = {
  readonly [K in S['name']]: {
    readonly [N in Spoken<D>]?: Handler<Extract<S, { readonly name: K }>, Heard<N, D>, C, Next> | null;
  } & { readonly ChangeCipherSpec?: Handler<Extract<S, { readonly name: K }>, null, C, Next> };
};

/** Machines of one role, by dialect: what `Machine` ties together by types is looked up by name here. */
export type Machines<S, C> = Readonly<Partial<Record<Dialect, Table<S, C>>>>;
type Row<S, C> = Readonly<Record<string, Handler<never, never, C, S> | null | undefined>>;
type Table<S, C> = Readonly<Record<string, Row<S, C>>>;

/** The messages that a state waits for, in the table's order. */
export function waitsFor<S extends State, C>(machines: Machines<S, C>, state: S): readonly string[] {
  const row = rowOf(machines, state);
  return Object.keys(row).filter((name) => row[name]);
}

/**
 * Refuses a message that the state doesn't accept.
 * @param type what its header says, of a handshake message
 * @throws TlsFault unexpected-message
 */
export function expect<S extends State, C>(machines: Machines<S, C>, state: S, name: string, type = 0): void {
  if (rowOf(machines, state)[name] !== undefined) return;
  const awaited = waitsFor(machines, state);
  const nameless = name === 'Unknown' && { type: handshakeTypes.called(type) };
  const values = { what: 'message', message: name, state: state.name, waitsFor: awaited, ...nameless } as const;
  throw new TlsFault('unexpected-message', values);
}

/** Whether the state passes over a message. */
export function passesOver<S extends State, C>(machines: Machines<S, C>, state: S, name: string): boolean {
  return rowOf(machines, state)[name] === null;
}

/** The next state after a message that the state accepts; `heard` is null for a ChangeCipherSpec. */
export function advance<S extends State, C>(
  machines: Machines<S, C>,
  state: S,
  name: string,
  heard: object | null,
  out: Outbox<C>,
): S {
  // `Machine` ties each state to its own handlers; TypeScript can't follow that through a look-up by name.
  const handler = rowOf(machines, state)[name] as Handler<S, object | null, C, S> | null | undefined;
  if (handler === null) {
    out.note({ kind: 'ignored', what: name, reason: { what: 'handshake under way' } });
    return state;
  }
  if (!handler) throw new RangeError(`no handler for ${name} in ${state.name}`);
  return handler(state, heard, out);
}

function rowOf<S extends State, C>(machines: Machines<S, C>, state: S): Row<S, C> {
  return machines[state.dialect]?.[state.name] ?? {};
}
