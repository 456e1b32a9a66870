// Moments gathered into steps: one arrow of the picture each, with everything that both sides did about it. It reads what endpoints
// said; it must not know how a run is made.

import { equal } from '../bytes/index.ts';
import { handshakeTypes, type Insight, type Part, type Role, type SeenMessage, type SeenRecord } from '../tls/index.ts';
import { phaseOf } from './phase.ts';
import type { Carriage, Moment, Step } from './timeline.ts';

type Draft = { -readonly [K in keyof Omit<Step, 'moments'>]: Step[K] } & { readonly moments: number[] };
type Own = Extract<Moment, { readonly insight: Insight }>;

/** A record as its sender sealed it, and the step that it is drawn with. */
interface Sealed {
  readonly draft: Draft;
  readonly parts: readonly Part[];
}

/** What is known of one side while its moments go by. */
interface Track {
  /** The step that this side's own work belongs to now. */
  current?: Draft;
  /** The carriage that it works on. */
  cause?: number;
  /** Moments that belong to the step which comes next. */
  readonly waiting: number[];
  /** The steps of its handshake messages, and its records, by their ordinals. */
  readonly said: Map<number, Draft>;
  readonly sealed: Map<number, Sealed>;
  /** The peer's messages by the ordinals that this side gave them. */
  readonly heard: Map<number, Draft>;
}

/**
 * The steps of a run, in the order in which they travel: an answer that waits for the other to finish comes after it. Every moment belongs to exactly one step, if there is any:
 * - a record, its way and its opening belong to the first message in it;
 * - what a side does goes with the message that it heard or said last; but picking a certificate or a scheme goes with the
 *   message that it is picked for;
 * - what comes of a record that neither side has sent goes with the step that it fell into;
 * - what one side sent as data and the other heard as a message is a message.
 */
export function stepsOf(moments: readonly Moment[]): readonly Step[] {
  const gathering = new Gathering(moments);
  for (const moment of moments) {
    if (moment.who === 'network') gathering.onWire(moment);
    else gathering.ofSide(moment);
  }
  return gathering.steps();
}

/**
 * What would have followed: the steps of an honest run after the last one that both runs have in common.
 * @param honest the same scenario's steps without mischief
 */
export function ghostsOf(steps: readonly Step[], honest: readonly Step[]): readonly Step[] {
  let common = 0;
  for (const { from, name } of steps) {
    const at = honest.findIndex((other, index) => index >= common && other.from === from && other.name === name);
    if (at >= 0) common = at + 1;
  }
  return honest.slice(common);
}

class Gathering {
  readonly #moments: readonly Moment[];
  readonly #drafts: Draft[] = [];
  readonly #tracks: Readonly<Record<Role, Track>> = { client: track(), server: track() };
  readonly #carried = new Map<number, Sealed>();
  /** When a step's first record was put on the wire. */
  readonly #left = new Map<Draft, number>();
  /** The step that got the latest moment: home of what nobody else claims. */
  #latest: Draft | undefined;

  constructor(moments: readonly Moment[]) {
    this.#moments = moments;
  }

  steps(): readonly Step[] {
    const drafts = this.#inOrder();
    const [first] = drafts;
    if (first) for (const { waiting } of Object.values(this.#tracks)) first.moments.push(...waiting);
    return drafts.map((draft, index) => ({
      ...draft,
      number: index + 1,
      moments: [...draft.moments].sort((a, b) => a - b),
    }));
  }

  /** As they travel; those of one side stay in the order in which it said them, whatever the wire does to them. */
  #inOrder(): readonly Draft[] {
    const places = new Map<Draft, number>();
    const next = { client: Infinity, server: Infinity };
    for (const draft of [...this.#drafts].reverse()) {
      next[draft.from] = Math.min(next[draft.from], this.#left.get(draft) ?? draft.said);
      places.set(draft, next[draft.from]);
    }
    return [...this.#drafts].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  }

  onWire(moment: Exclude<Moment, Own>): void {
    const sealed = 'carriage' in moment ? this.#sealedAs(moment.carriage) : undefined;
    this.#latest = sealed?.draft ?? this.#latest;
    // What neither side has sent goes with the step that it fell into.
    const carried = sealed ?? (this.#latest && { draft: this.#latest, parts: [] });
    if ('carriage' in moment && carried) this.#carried.set(moment.carriage.record, carried);
    if (sealed) this.#leaves(sealed, moment.at);
    if (this.#latest) this.#latest.moments.push(moment.at);
    else this.#tracks.client.waiting.push(moment.at);
  }

  #leaves({ draft, parts }: Sealed, at: number): void {
    const { said } = this.#tracks[draft.from];
    for (const each of [draft, ...parts.map(({ message }) => said.get(message))])
      if (each && !this.#left.has(each)) this.#left.set(each, at);
  }

  /** The record that its sender sealed; for an injected copy, the one with the same bytes would be a guess, so it has none. */
  #sealedAs({ from, ordinal }: Carriage): Sealed | undefined {
    return ordinal === undefined ? undefined : this.#tracks[from].sealed.get(ordinal);
  }

  ofSide(moment: Own): void {
    const { who, insight, at, cause } = moment;
    const own = this.#tracks[who];
    if (cause !== undefined && cause !== own.cause) {
      own.cause = cause;
      this.#turnTo(own, this.#carried.get(cause)?.draft ?? own.current ?? this.#latest);
    }
    if (insight.kind === 'sealed') {
      this.#give(this.#onSealed(who, insight.record, at), at);
      return;
    }
    this.#turnTo(own, this.#opens(insight, moment));
    if (insight.kind === 'closed' && insight.how === 'transport') this.#turnTo(own, this.#drafts.at(-1));
    if (insight.kind === 'opened') this.#onOpened(own, insight.record);
    if (insight.kind === 'heard') {
      this.#turnTo(own, this.#saidAs(own, insight.message) ?? own.current);
      this.#unmask(own.current, insight.message);
    }
    if (own.current && hears(insight, own.current, who)) own.current.heard = at;
    if (own.current && !this.#prepares(moment)) this.#give(own.current, at);
    else own.waiting.push(at);
  }

  #give(draft: Draft, at: number): void {
    draft.moments.push(at);
    this.#latest = draft;
  }

  #turnTo(track: Track, draft: Draft | undefined): void {
    if (!draft) return;
    track.current = draft;
    draft.moments.push(...track.waiting.splice(0));
  }

  /** The step that begins with this insight, if one does. */
  #opens(insight: Insight, { who, at }: Own): Draft | undefined {
    if (insight.kind === 'said') {
      const draft = this.#draft('message', insight.message.name, who, at);
      this.#tracks[who].said.set(insight.message.ordinal, draft);
      return draft;
    }
    if (insight.kind === 'alert' && insight.direction === 'sent')
      return this.#draft('alert', `alert ${insight.description}`, who, at);
    if (insight.kind === 'data' && insight.direction === 'sent')
      return this.#draft('data', 'application data', who, at);
    return undefined;
  }

  #draft(kind: Step['kind'], name: string, from: Role, said: number): Draft {
    const phase = phaseOf(kind, name, from, this.#tracks[from].current?.phase);
    const draft: Draft = { number: this.#drafts.length + 1, kind, name, from, phase, moments: [], said };
    this.#drafts.push(draft);
    return draft;
  }

  /** A record goes with its first message; alerts and data with what was just begun; a ChangeCipherSpec is a step of its own. */
  #onSealed(who: Role, { type, parts, ordinal }: SeenRecord, at: number): Draft {
    const own = this.#tracks[who];
    const [part] = parts;
    const ccs = type === 'change_cipher_spec';
    const draft =
      (part && own.said.get(part.message)) ??
      (ccs ? undefined : own.current) ??
      this.#draft('change_cipher_spec', 'change_cipher_spec', who, at);
    own.sealed.set(ordinal, { draft, parts });
    return draft;
  }

  /** Both sides count messages, and may count differently once records were lost: the record they stand in tells which is which. */
  #onOpened(own: Track, { parts }: SeenRecord): void {
    const said = this.#saidIn(own.cause);
    if (said.length !== parts.length) return;
    for (const [index, { message }] of parts.entries()) {
      const draft = said[index];
      if (draft) own.heard.set(message, draft);
    }
  }

  /** What the sender takes for data may have gone by as a message. */
  #unmask(draft: Draft | undefined, { name, bytes }: SeenMessage): void {
    const begun = draft && this.#moments[draft.said];
    if (!begun || begun.who === 'network' || begun.insight.kind !== 'data' || !equal(begun.insight.bytes, bytes))
      return;
    draft.kind = 'message';
    draft.name = name === 'Unknown' ? (handshakeTypes.name(bytes[0] ?? 0) ?? name) : name;
  }

  /** The step in which a message was said; where its record lost some on the way, the one of the same name. */
  #saidAs(own: Track, { ordinal, name }: SeenMessage): Draft | undefined {
    const namesake = (draft: Draft | undefined) => draft?.name === name && draft.heard === undefined;
    return own.heard.get(ordinal) ?? this.#saidIn(own.cause).find(namesake);
  }

  /** The steps of the messages in a record, as its sender sealed it. */
  #saidIn(record: number | undefined): readonly (Draft | undefined)[] {
    const sealed = record === undefined ? undefined : this.#carried.get(record);
    return sealed?.parts.map(({ message }) => this.#tracks[sealed.draft.from].said.get(message)) ?? [];
  }

  /** Whether a choice is made for the message that this side says next, and for nothing else. */
  #prepares({ who, at, insight }: Own): boolean {
    if (insight.kind !== 'chose') return false;
    const next = this.#moments.find((moment): moment is Own => moment.at > at && moment.who === who);
    if (next?.insight.kind !== 'said') return false;
    const { name } = next.insight.message;
    if (insight.what === 'scheme') return name === 'CertificateVerify';
    return (insight.what === 'certificate' || insight.what === 'no certificate') && name === 'Certificate';
  }
}

function track(): Track {
  return { waiting: [], said: new Map(), sealed: new Map(), heard: new Map() };
}

/** Whether with this insight the other side has heard what the step says. */
function hears(insight: Insight, { kind, from }: Draft, who: Role): boolean {
  if (from === who) return false;
  if (insight.kind === 'heard') return kind === 'message';
  if (insight.kind === 'opened') return kind === 'change_cipher_spec';
  if (insight.kind === 'alert' || insight.kind === 'data')
    return kind === insight.kind && insight.direction === 'received';
  return false;
}
