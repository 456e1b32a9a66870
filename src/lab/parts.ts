// What only some scenarios need, and a page may fetch later. Types only: it must not know who fetches it, nor when.

import type { Tls12, Version } from '../tls/index.ts';
import type { Expectation } from './catalogue/expectation.ts';
import type { Conversation } from './conversation.ts';
import type { Script, Tongue } from './script.ts';

/** What a cast needs for some scenarios only. */
export interface Parts {
  /** What TLS 1.2 is spoken with. */
  readonly tls12: Tls12;
  readonly http2: Tongue;
  readonly eager: Eager;
}

/** What becomes of a conversation whose client writes its request to the end before it reads. */
export interface Eager {
  readonly kind: typeof Conversation;
  script(usual: Script): Script;
  /** What must come of a mischief, where that with another client is known. */
  expected(usual: Expectation, version: Version): Expectation;
}
