// Prose for whoever looks through a lens: how much of what is explained they could know.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { counted, listed } from '../grammar.ts';

/** A record as it is seen on the wire. */
export interface SeenOnWire {
  readonly type: string;
  /** `record 3, 47 bytes`. */
  readonly size: string;
}

export const eyes = {
  /** @param sealed whether some of them can't be read without keys @param alike whether those all have the same type, whatever is in them */
  wire: (records: readonly SeenOnWire[], sealed: boolean, alike: boolean) => {
    const seen = listed(records.map(({ type, size }) => `**${type}** (${size})`));
    return sealed
      ? `On the wire this is ${seen}. What is inside, only those who hold the keys can tell: an eavesdropper knows its length, when it came, and from whom.${alike ? ' In TLS 1.3 every sealed record calls itself `application_data`: the handshake’s and alerts as well.' : ''}`
      : `On the wire this is ${seen}. No key protects it: an eavesdropper can read every byte.`;
  },
  wireNothing: 'On the wire there is nothing new to see: this travels in a record that was shown before.',
  speaks: (who: Role, peer: Role) =>
    `The ${who} sends this. What the ${peer} makes of it, the ${who} does not see; it can only wait for an answer.`,
  hears: (who: Role, peer: Role) =>
    `The ${who} reads this as it comes. What the ${peer} did before it was sent, the ${who} does not see.`,
  misses: (who: Role) => `The ${who} never gets to read this.`,
};

/** What somebody makes of a record without its keys. */
export const sealed = (from: Role, count: number) => ({
  title: `The ${from} sends what nobody else can read`,
  gist: `From the ${from} ${count === 1 ? 'comes a sealed record' : `come ${counted(count, 'sealed record')}`}: the outside is all that there is to see.`,
  lead: [
    'Who listens can count records, measure them and time them, and may guess from that: a long one early on may hold certificates, two short ones at the end may be goodbyes. But to guess is all it comes to.',
  ],
});

export const nothing = {
  title: 'Nothing new on the wire',
  gist: 'This travels in a record that went by before, so there is nothing new to see.',
};

/** An alert that no key protects. @param news what it says */
export const openAlert = (from: Role, to: Role, alert: string, news: string) => ({
  title: `The ${from} sends ${alert}, for everybody to read`,
  gist: `The ${from} sends !!${alert}!! in the clear.`,
  lead: [`It says to the ${to}: ${news}. What led to it, the alert does not say.`],
});

/** An alert as the side sees it that gets it. */
export const gets = (who: Role, alert: string) => ({
  title: `The ${who} gets ${alert}`,
  gist: `The ${who} gets the alert !!${alert}!!, and learns no more than its name says.`,
});

/** A step that does not reach a side, or reaches it as something that it can’t use. */
export const unheard = (who: Role) => ({
  title: `Of this the ${who} learns nothing`,
  gist: `What is said here never reaches the ${who} as a message.`,
});
export const unusable = (who: Role) => ({
  title: `The ${who} gets something that it refuses`,
  gist: `What comes here makes the ${who} stop.`,
});
