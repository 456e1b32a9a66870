// The only door through which randomness and time come in. Nothing below this layer's users may ask
// the machine for either: the same environment gives the same handshake on every machine.

import { type Bytes, concat, fromText, fromUint } from '../bytes/index.ts';
import { sha256 } from './hash.ts';

/** Randomness and time, as the engine gets them. */
export interface Env {
  /** `n` fresh bytes. */
  random(n: number): Bytes;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** An independent copy that continues the same sequence of random bytes. */
  fork(): Env;
}

/**
 * A deterministic environment: its bytes are SHA-256 in counter mode, keyed with the hash of the seed text.
 * Every call starts a new block, so what one call asks for does not shift what the next one gets within a block.
 * @param now milliseconds since the Unix epoch; stays as it is
 */
export function seededEnv(seed: string, now: number): Env {
  return counterEnv(sha256.digest(fromText(seed)), 0, now);
}

function counterEnv(key: Bytes, start: number, now: number): Env {
  let counter = start;
  return {
    now,
    random(n) {
      const blocks: Bytes[] = [];
      for (let length = 0; length < n; length += sha256.length) {
        blocks.push(sha256.digest(key, fromUint(counter++, 8)));
      }
      return concat(...blocks).slice(0, n);
    },
    fork: () => counterEnv(key, counter, now),
  };
}
