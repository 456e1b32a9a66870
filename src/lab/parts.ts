// What only some scenarios need, and a page may fetch later. Types only: it must not know who fetches it, nor when.

import type { Tls12 } from '../tls/index.ts';
import type { Tongue } from './script.ts';

/** What a cast needs for some scenarios only. */
export interface Parts {
  /** What TLS 1.2 is spoken with. */
  readonly tls12: Tls12;
  readonly http2: Tongue;
}
