// The manners of other programs that either side of a run can take on.

import { curl } from './curl.ts';
import { gnutls } from './gnutls.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import type { Manner } from './manner.ts';
import { nginx } from './nginx.ts';
import { node, node26 } from './node.ts';
import { openssl } from './openssl.ts';
import { python, python312 } from './python.ts';

export type { Manner } from './manner.ts';

/** All of them, by the names that somebody asks for them by. */
export const manners = {
  openssl,
  nginx,
  curl,
  python,
  python312,
  node,
  node26,
  go,
  gnutls,
  java,
} as const satisfies Readonly<Record<string, Manner>>;
export type MannerName = keyof typeof manners;
