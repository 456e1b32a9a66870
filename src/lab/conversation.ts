// Two endpoints that talk until nobody has anything left to say. The floor goes back and forth; what one says is carried and heard at
// once, what the other answers waits until the speaker has finished. It must not know what the moments mean for the picture.

import type { Bytes } from '../bytes/index.ts';
import { Endpoint, type Insight, type Role, type Turn, type TurnItem } from '../tls/index.ts';
import type { Cast } from './cast.ts';
import { type Line, nextLine } from './script.ts';
import type { Carriage, Ending, Moment } from './timeline.ts';
import type { Tap } from './wire.ts';

/** Far more calls of endpoints than any scenario needs. */
const MOST_TURNS = 2000;

/** Something an endpoint did that is not yet written down, and the carriage that set it off. */
interface Pending {
  readonly item: TurnItem;
  readonly cause?: number;
}

/** One end of the conversation. */
interface Side {
  readonly role: Role;
  readonly endpoint: Endpoint;
  /** Records that were written down as sealed, but wait for the floor. */
  readonly outbox: Pending[];
  /** What the endpoint did and nobody has seen yet, in its order. */
  readonly pending: Pending[];
  /** Every insight so far, seen or not: what the script goes by. */
  readonly insights: Insight[];
  readonly lines: Line[];
  /** Ordinal of the next record that is carried. */
  carried: number;
}

export class Conversation {
  readonly #sides: Readonly<Record<Role, Side>>;
  readonly #tap: Tap;
  readonly #moments: Moment[] = [];
  #records = 0;
  #turns = 0;

  constructor({ client, server, envs, tap }: Cast) {
    this.#sides = {
      client: side(Endpoint.client(client, envs.client)),
      server: side(Endpoint.server(server, envs.server)),
    };
    this.#tap = tap;
  }

  /**
   * Everything that happens.
   * @throws Error when it doesn't end, which is a bug
   */
  toTheEnd(): { readonly moments: readonly Moment[]; readonly ends: Readonly<Record<Role, Ending>> } {
    const { client, server } = this.#sides;
    this.#take(server, server.endpoint.start());
    this.#speak(server);
    this.#take(client, client.endpoint.start());
    while (hasMore(client) || hasMore(server)) {
      this.#speak(client);
      this.#speak(server);
    }
    return { moments: this.#moments, ends: { client: endingOf(client), server: endingOf(server) } };
  }

  /** Gives one side the floor: all that it has done is written down and carried. */
  #speak(side: Side): void {
    for (let next = nextOf(side); next; next = nextOf(side)) this.#perform(side, next);
  }

  #perform(side: Side, { item, cause }: Pending): void {
    if (item.kind === 'insight') this.#write(side, item.insight, cause);
    else if (item.kind === 'wire') this.#carry(side, item.bytes);
    else this.#end(side);
  }

  #write({ role: who }: Side, insight: Insight, cause: number | undefined): void {
    this.#moments.push({ at: this.#moments.length, who, insight, ...(cause !== undefined && { cause }) });
  }

  #carry(speaker: Side, bytes: Bytes): void {
    const carriage: Carriage = {
      from: speaker.role,
      record: this.#records,
      ordinal: speaker.carried++,
      bytes,
      fate: 'delivered',
    };
    for (const passed of this.#tap(carriage)) {
      const record = this.#records++;
      this.#moments.push({ at: this.#moments.length, who: 'network', carriage: { ...passed, record } });
      if (passed.fate === 'dropped') continue;
      // While it is on its way, its sender goes on.
      this.#think(speaker);
      const listener = this.#other(passed.from);
      this.#take(listener, listener.endpoint.receive(passed.bytes), record);
      this.#listen(listener, speaker);
    }
  }

  /** Writes down what a side did, up to where it speaks. */
  #think(side: Side): void {
    for (let [next] = side.pending; next && !isSpeech(next.item); [next] = side.pending) {
      side.pending.shift();
      this.#perform(side, next);
    }
  }

  /** The transport of one direction is closed, after everything that went before. */
  #end(speaker: Side): void {
    const listener = this.#other(speaker.role);
    this.#take(listener, listener.endpoint.end());
    this.#listen(listener, speaker);
  }

  /**
   * Writes down what the listener makes of what came. It waits with its answer until it has the floor. But in the middle of the other's
   * flight it must go on listening, so whatever it says there is written down as said, and only the record waits.
   */
  #listen(listener: Side, speaker: Side): void {
    const goesOn = [...speaker.outbox, ...speaker.pending].some(({ item }) => item.kind === 'wire');
    if (!goesOn || !listener.endpoint.status.open) {
      this.#think(listener);
      return;
    }
    for (let next = listener.pending.shift(); next; next = listener.pending.shift()) {
      if (next.item.kind === 'insight') this.#perform(listener, next);
      else listener.outbox.push(next);
    }
  }

  /** Takes note of a turn, and of what the script has that side do next. */
  #take(side: Side, turn: Turn, cause?: number): void {
    if (++this.#turns > MOST_TURNS)
      throw new Error(`The conversation goes on after ${MOST_TURNS} turns: this is a bug in the laboratory.`);
    side.pending.push(...turn.map((item) => ({ item, ...(cause !== undefined && { cause }) })));
    side.insights.push(...turn.flatMap((item) => (item.kind === 'insight' ? [item.insight] : [])));
    const line = nextLine(side.role, side.lines, side.endpoint.status, side.insights);
    if (!line) return;
    side.lines.push(line);
    this.#take(side, line.kind === 'close' ? side.endpoint.close() : side.endpoint.send(line.data));
  }

  #other(role: Role): Side {
    return this.#sides[role === 'client' ? 'server' : 'client'];
  }
}

function side(endpoint: Endpoint): Side {
  return { role: endpoint.role, endpoint, outbox: [], pending: [], insights: [], lines: [], carried: 0 };
}

function hasMore({ outbox, pending }: Side): boolean {
  return outbox.length > 0 || pending.length > 0;
}

function nextOf({ outbox, pending }: Side): Pending | undefined {
  return outbox.shift() ?? pending.shift();
}

/** Whether a side raises its voice here. */
function isSpeech(item: TurnItem): boolean {
  if (item.kind !== 'insight') return true;
  const { insight } = item;
  if (insight.kind === 'alert' || insight.kind === 'data') return insight.direction === 'sent';
  return insight.kind === 'said' || insight.kind === 'sealed';
}

function endingOf({ endpoint, insights }: Side): Ending {
  const { facts } = endpoint.status;
  return { state: stateOf(endpoint, insights), ...(facts && { facts }) };
}

function stateOf({ status }: Endpoint, insights: readonly Insight[]): Ending['state'] {
  const closings = insights.flatMap((insight) => (insight.kind === 'closed' ? [insight.how] : []));
  if (closings.some((how) => how !== 'close_notify')) return 'failed';
  if (closings.length > 0 && !status.canSend) return 'closed';
  return status.facts ? 'connected' : 'waiting';
}
