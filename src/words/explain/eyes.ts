// Prose for whoever looks through a lens: how much of what is explained they could know.
// Texts are in the notation of `rich`; values come in, words go out. English, ready for other languages.

import type { Role } from '../../tls/index.ts';
import { listed } from '../grammar.ts';

/** A record as it is seen on the wire. */
export interface SeenOnWire {
  readonly type: string;
  /** `record 3, 47 bytes`. */
  readonly size: string;
}

export const eyes = {
  /** @param sealed whether some of them can't be read without keys */
  wire: (records: readonly SeenOnWire[], sealed: boolean) => {
    const seen = listed(records.map(({ type, size }) => `**${type}** (${size})`));
    return sealed
      ? `On the wire this is ${seen}. What is inside, only those who hold the keys can tell: an eavesdropper does not know what you read here.`
      : `On the wire this is ${seen}. No key protects it: an eavesdropper can read every byte.`;
  },
  wireNothing: 'On the wire there is nothing new to see: this travels in a record that was shown before.',
  speaks: (who: Role, peer: Role) =>
    `The ${who} sends this. What the ${peer} makes of it, the ${who} does not see; it can only wait for an answer.`,
  hears: (who: Role, peer: Role) =>
    `The ${who} reads this as it comes. What the ${peer} did before it was sent, the ${who} does not see.`,
  misses: (who: Role) => `The ${who} never gets to read this. What you read here, it does not know.`,
};
