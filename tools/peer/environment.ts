// Real randomness and the real time, for endpoints that talk over real sockets.

import { randomBytes } from 'node:crypto';
import type { Env } from '../../src/crypto/index.ts';

/** An environment as of now; to be made anew for each connection. */
export function realEnv(): Env {
  const env: Env = {
    now: Date.now(),
    random: (n) => new Uint8Array(randomBytes(n)),
    // Nothing repeats here, so every copy is as good as the original.
    fork: () => env,
  };
  return env;
}
