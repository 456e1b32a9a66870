// Two endpoints that talk until nobody has anything left to say. The floor goes back and forth; what one says is carried and heard at
// once, what the other answers waits until the speaker has finished. It must not know what the moments mean for the picture.

import { type Bytes, EMPTY } from '../bytes/index.ts';
import type { Env } from '../crypto/index.ts';
import { type ClientConfig, Endpoint, type Role, type ServerConfig, type Turn } from '../tls/index.ts';
import type { Script } from './script.ts';
import { copyOf, endingOf, hasMore, isSpeech, nextOf, type Pending, type Side, sideOf } from './side.ts';
import type { Carriage, Ending, Happened, Moment } from './timeline.ts';
import { CUT, type Tap } from './wire.ts';

/** Far more calls of endpoints than any scenario needs. */
const MOST_TURNS = 2000;

/** Everything that happened, and how it ended. */
export interface Course {
  readonly moments: readonly Moment[];
  readonly ends: Readonly<Record<Role, Ending>>;
}

/** What a conversation starts from. Made anew for each: scripts, taps and bends may remember what they saw. */
export interface Beginning {
  readonly client: ClientConfig;
  readonly server: ServerConfig;
  readonly envs: Readonly<Record<Role, Env>>;
  readonly script: Script;
  readonly tap: Tap;
  /** How the two take turns; absent: each hears at once what comes. */
  readonly kind?: typeof Conversation;
}

/** What two endpoints say to each other, to be taken to the end, from record to record, or apart. */
export class Conversation {
  protected readonly sides: Readonly<Record<Role, Side>>;
  readonly #script: Script;
  readonly #tap: Tap;
  readonly #moments: Moment[];
  #floor: Role;
  #records = 0;
  #turns = 0;
  #cut = false;

  protected constructor(sides: Readonly<Record<Role, Side>>, script: Script, tap: Tap, moments: Moment[], floor: Role) {
    this.sides = sides;
    this.#script = script;
    this.#tap = tap;
    this.#moments = moments;
    this.#floor = floor;
  }

  /** Both sides are ready; nothing is on the wire yet. */
  static of({ client, server, envs, script, tap, kind = Conversation }: Beginning): Conversation {
    const sides = {
      client: sideOf(Endpoint.client(client, envs.client)),
      server: sideOf(Endpoint.server(server, envs.server)),
    };
    const begun = new kind(sides, script, tap, [], 'server');
    begun.take(sides.server, sides.server.endpoint.start());
    while (begun.#advance('server'));
    begun.take(sides.client, sides.client.endpoint.start());
    begun.#floor = 'client';
    return begun;
  }

  /**
   * An independent copy at this very point, on another wire. What bends, seals and taps remember is not copied: the conversation so
   * far must have been an honest one.
   */
  fork(tap: Tap): Conversation {
    const sides = { client: copyOf(this.sides.client), server: copyOf(this.sides.server) };
    const copy = new (this.constructor as typeof Conversation)(
      sides,
      this.#script,
      tap,
      [...this.#moments],
      this.#floor,
    );
    copy.#records = this.#records;
    copy.#turns = this.#turns;
    copy.#cut = this.#cut;
    return copy;
  }

  /** What has happened so far. */
  get moments(): readonly Moment[] {
    return this.#moments;
  }

  /** Writes down something that happened. */
  protected write(happened: Happened): void {
    this.#moments.push({ at: this.#moments.length, ...happened });
  }

  /** Keying material that each side exports, if it is connected: equal exactly when both hold the same keys. */
  exported(): Readonly<Record<Role, Bytes | undefined>> {
    const of = ({ endpoint }: Side) => endpoint.status.facts && endpoint.export('EXPORTER-countersign', EMPTY, 32);
    return { client: of(this.sides.client), server: of(this.sides.server) };
  }

  /**
   * Everything that happens.
   * @throws Error when it doesn't end, which is a bug
   */
  toTheEnd(): Course {
    while (this.step());
    const { client, server } = this.sides;
    return { moments: this.#moments, ends: { client: endingOf(client), server: endingOf(server) } };
  }

  /** Goes on until a record is about to be put on the wire. @returns that record; undefined when there are no more */
  toNextRecord(): Carriage | undefined {
    for (;;) {
      const side = this.sides[this.#floor];
      const next = side.outbox[0] ?? side.pending[0];
      if (next?.item.kind === 'wire') return this.#carriage(side, next.item.bytes);
      if (!this.step()) return undefined;
    }
  }

  /** Puts the record that `toNextRecord` found on the wire. */
  carryNext(): void {
    this.step();
  }

  /** One thing that the side with the floor has done is written down and carried. Whether there was anything left to do. */
  protected step(): boolean {
    if (this.#advance(this.#floor)) return true;
    this.#floor = this.#other(this.#floor).role;
    return hasMore(this.sides.client) || hasMore(this.sides.server);
  }

  #advance(role: Role): boolean {
    const side = this.sides[role];
    const next = nextOf(side);
    if (next) this.#perform(side, next);
    return next !== undefined;
  }

  #perform(side: Side, { item, ...cause }: Pending): void {
    if (item.kind === 'insight') this.write({ who: side.role, insight: item.insight, ...cause });
    else if (item.kind === 'wire') this.#carry(side, item.bytes);
    else this.end(side);
  }

  #carriage({ role: from, carried: ordinal }: Side, bytes: Bytes): Carriage {
    return { from, record: this.#records, ordinal, bytes, fate: 'delivered' };
  }

  #carry(speaker: Side, bytes: Bytes): void {
    const carriage = this.#carriage(speaker, bytes);
    speaker.carried++;
    for (const passed of this.#tap(carriage)) {
      if (passed === CUT) this.#cutOff(speaker);
      else this.#deliver(speaker, this.#cut ? { ...passed, fate: 'dropped' } : passed);
    }
  }

  #deliver(speaker: Side, passed: Carriage): void {
    const record = this.#records++;
    this.write({ who: 'network', carriage: { ...passed, record } });
    if (passed.fate === 'dropped') return;
    // While it is on its way, its sender goes on.
    this.#think(speaker);
    this.hand(this.#other(passed.from), passed.bytes, record);
  }

  /** Hands a side what has come for it. */
  protected hand(listener: Side, bytes: Bytes, record: number): void {
    this.take(listener, listener.endpoint.receive(bytes), record);
    this.#listen(listener, this.#other(listener.role));
  }

  /** Somebody cuts the connection while `speaker` has the floor: both sides see it end. */
  #cutOff(speaker: Side): void {
    if (this.#cut) return;
    this.#cut = true;
    this.write({ who: 'network', cut: speaker.role });
    for (const side of [this.#other(speaker.role), speaker]) {
      this.take(side, side.endpoint.end());
      this.#think(side);
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
  protected end(speaker: Side): void {
    if (this.#cut) return;
    const listener = this.#other(speaker.role);
    this.take(listener, listener.endpoint.end());
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
  protected take(side: Side, turn: Turn, cause?: number): void {
    if (++this.#turns > MOST_TURNS)
      throw new Error(`The conversation goes on after ${MOST_TURNS} turns: this is a bug in the laboratory.`);
    side.pending.push(...turn.map((item) => ({ item, ...(cause !== undefined && { cause }) })));
    side.insights.push(...turn.flatMap((item) => (item.kind === 'insight' ? [item.insight] : [])));
    const line = this.#script(side.role, side.lines, side.endpoint.status, side.insights);
    if (!line) return;
    side.lines.push(line);
    if (line.kind === 'send') this.take(side, side.endpoint.send(line.data));
    else if (line.kind === 'close') this.take(side, side.endpoint.close());
    else side.pending.push({ item: { kind: 'end' } });
  }

  #other(role: Role): Side {
    return this.sides[role === 'client' ? 'server' : 'client'];
  }
}
