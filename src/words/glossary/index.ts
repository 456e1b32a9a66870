// Words that a text may use before it has explained them, in two sentences each. Loaded late. English; one place, ready for other languages.

import { certificates } from './certificates.ts';
import { handshake } from './handshake.ts';
import type { Term } from './term.ts';

export type { Term } from './term.ts';

/** All of them, by the alphabet. */
export const terms: readonly Term[] = [...certificates, ...handshake].sort((a, b) =>
  a.name.localeCompare(b.name, 'en'),
);

export const glossaryWords = {
  list: 'Words',
} as const;
