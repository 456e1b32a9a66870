// What to do about a refusal: what to look at first, and what to change on which side. No behaviour.

import type { Role } from '../../tls/index.ts';

/** Who refuses, and who is refused. */
export interface Sides {
  readonly by: Role;
  readonly of: Role;
}

export interface Remedy {
  /** What to check, as it goes on after a colon. */
  readonly check: (sides: Sides) => string;
  /** What to change: sentences, each of which begins with the side. */
  readonly change: (sides: Sides) => string;
}

/** Whose CAs a server keeps a list of. */
export const serving = (by: Role): string => (by === 'server' ? ' for clients' : '');
