// A machine is a table: state × accepted message → a small function that returns the next state. Whatever the table does
// not accept is refused here, and the picture's "waiting for …" reads the same table.

import { TlsFault } from './fault.ts';
import type { Heard, Outbox } from './outbox.ts';
import type { MessageName } from './wire/message.ts';

/** A handler: takes the state and a message that the state accepts, returns the next state. Refuses by throwing a TlsFault. */
export type Handler<S, Next, N extends MessageName, C> = (state: S, heard: Heard<N>, out: Outbox<C>) => Next;

/** For each state by its name, the messages it accepts. */
export type Machine<S extends { readonly name: string }, C> = {
  readonly [K in S['name']]: { readonly [N in MessageName]?: Handler<Extract<S, { readonly name: K }>, S, N, C> };
};

/** The messages that a state waits for, in the table's order. */
export function waitsFor<S extends { readonly name: string }, C>(
  machine: Machine<S, C>,
  state: S,
): readonly MessageName[] {
  return Object.keys(machine[state.name as S['name']]) as MessageName[];
}

/**
 * Refuses a message that the state doesn't accept.
 * @throws TlsFault unexpected-message
 */
export function expect<S extends { readonly name: string }, C>(machine: Machine<S, C>, state: S, name: string): void {
  const awaited = waitsFor(machine, state);
  if ((awaited as readonly string[]).includes(name)) return;
  const instead = awaited.length > 0 ? `waits for ${awaited.join(' or ')}` : 'waits for no handshake message';
  throw new TlsFault('unexpected-message', `${article(name)} came, but this side is in ${state.name} and ${instead}.`);
}

/** The next state after a message that the state accepts. */
export function advance<S extends { readonly name: string }, C>(
  machine: Machine<S, C>,
  state: S,
  heard: Heard,
  out: Outbox<C>,
): S {
  // The table ties each state to its own handlers; TypeScript can't follow that through a look-up by name.
  const row = machine[state.name as S['name']] as Readonly<Record<string, Handler<S, S, MessageName, C> | undefined>>;
  const handler = row[heard.name];
  if (!handler) throw new RangeError(`no handler for ${heard.name} in ${state.name}`);
  return handler(state, heard, out);
}

function article(name: string): string {
  if (name === 'Unknown') return 'A message of an unknown type';
  return `${/^[AEIOU]/.test(name) ? 'An' : 'A'} ${name}`;
}
