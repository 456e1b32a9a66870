// A run as the packets of one TCP connection: what each receiver got, in the order in which it came. What was lost on the way is in no
// packet, but is known by the one after which it went. It must not know how a packet is written down.

import { type Bytes, EMPTY, toHex } from '../../bytes/index.ts';
import { sha256 } from '../../crypto/index.ts';
import type { Role } from '../../tls/index.ts';
import { randomOf } from '../../tls/wire/index.ts';
import type { Timeline } from '../timeline.ts';
import { type Loaded, loads } from './loads.ts';

/** RFC 9293 section 3.1, in their order on the wire. */
export type Flag = 'FIN' | 'SYN' | 'PSH' | 'ACK';

/** What a packet is there for. */
export type Occasion =
  | { readonly kind: 'open' | 'accept' | 'ready' | 'acknowledge' | 'close' }
  | { readonly kind: 'record'; readonly load: Loaded };

/** One TCP segment. */
export interface Packet {
  readonly from: Role;
  readonly flags: readonly Flag[];
  /** Both modulo 2³². */
  readonly sequence: number;
  readonly acknowledgement: number;
  readonly payload: Bytes;
  readonly occasion: Occasion;
  /** What was dropped on the wire after this packet and before the next. */
  readonly lost: readonly Loaded[];
}

/** A connection between two ports, with its packets in the order in which they were seen. */
export interface Connection {
  /** Of the client; the server’s is 443. */
  readonly port: number;
  readonly packets: readonly Packet[];
}

/** How much may be on its way unacknowledged, in bytes: what a header can say without RFC 7323. */
export const WINDOW = 0xffff;

/** The packets of a run, from the first SYN on. A side that never ended its half has no FIN. */
export function connectionOf(timeline: Timeline): Connection {
  // Where the numbers begin is chance to both; here it comes of the client’s, so that the same run has the same packets.
  const chance = sha256.digest(clientRandomOf(timeline));
  const talk = new Talk({ client: numberAt(chance, 0), server: numberAt(chance, 4) });
  talk.open();
  for (const load of loads(timeline)) {
    if (load.carriage.fate === 'dropped') talk.lose(load);
    else talk.say(load);
  }
  for (const role of closersOf(timeline)) talk.close(role);
  return { port: 0xc000 + (numberAt(chance, 8) & 0x3fff), packets: talk.packets };
}

function clientRandomOf({ moments }: Timeline): Bytes {
  for (const moment of moments)
    if (moment.who === 'client' && moment.insight.kind === 'said') return randomOf(moment.insight.message.bytes);
  return EMPTY;
}

function numberAt(bytes: Bytes, at: number): number {
  return Number.parseInt(toHex(bytes.subarray(at, at + 4)), 16);
}

/** The sides that ended their half, in the order in which they did. */
function closersOf({ moments }: Timeline): ReadonlySet<Role> {
  return new Set(
    moments.flatMap((moment) => (moment.who !== 'network' && moment.insight.kind === 'closed' ? [moment.who] : [])),
  );
}

type Draft = Omit<Packet, 'lost'> & { readonly lost: Loaded[] };

class Talk {
  readonly packets: Draft[] = [];
  /** The number of the next byte of each side, and up to where the other has acknowledged it. */
  readonly #next: Record<Role, number>;
  readonly #heard: Record<Role, number>;

  constructor(first: Readonly<Record<Role, number>>) {
    this.#next = { ...first };
    this.#heard = { ...first };
  }

  open(): void {
    this.#send('client', ['SYN'], { kind: 'open' });
    this.#send('server', ['SYN', 'ACK'], { kind: 'accept' });
    this.#send('client', ['ACK'], { kind: 'ready' });
  }

  say(load: Loaded): void {
    const { from, bytes } = load.carriage;
    if (past(this.#next[from], this.#heard[from]) + bytes.length > WINDOW)
      this.#send(other(from), ['ACK'], { kind: 'acknowledge' });
    this.#send(from, ['PSH', 'ACK'], { kind: 'record', load }, bytes);
  }

  lose(load: Loaded): void {
    this.packets.at(-1)?.lost.push(load);
  }

  close(role: Role): void {
    this.#send(role, ['FIN', 'ACK'], { kind: 'close' });
    this.#send(other(role), ['ACK'], { kind: 'acknowledge' });
  }

  #send(from: Role, flags: readonly Flag[], occasion: Occasion, payload: Bytes = EMPTY): void {
    const to = other(from);
    const acknowledges = flags.includes('ACK');
    const packet = { from, flags, occasion, payload, lost: [] };
    this.packets.push({
      ...packet,
      sequence: this.#next[from],
      acknowledgement: acknowledges ? this.#next[to] : 0,
    });
    if (acknowledges) this.#heard[to] = this.#next[to];
    // SYN and FIN count as one byte each: RFC 9293 section 3.4.
    const length = payload.length + (flags.includes('SYN') || flags.includes('FIN') ? 1 : 0);
    this.#next[from] = (this.#next[from] + length) % 2 ** 32;
  }
}

/** How far one number is past another, modulo 2³². */
function past(number: number, other: number): number {
  return (number - other + 2 ** 32) % 2 ** 32;
}

function other(role: Role): Role {
  return role === 'client' ? 'server' : 'client';
}
