// What is wrong with a link, by name and with its values: src/words tells it. Data only. Texts that somebody else wrote are cut to a
// bearable length.

import type { Conflict, Hurdle, Oddity } from '../hurdle.ts';

/** What can stand as the value of an extra. */
export type Possible =
  | { readonly what: 'one of'; readonly values: readonly string[] }
  | { readonly what: 'on or off' | 'nothing' | 'number' | 'lesson' | 'names' | 'link' };

/** An extra that a page leaves out: it doesn't understand it, or doesn't act on it. */
export interface Strange {
  readonly text: string;
  /** What could stand there, where its name is known and acted on. */
  readonly instead?: { readonly name: string; readonly can: Possible };
}

/** An extra that can't be read, though it says which handshake is shown, or where. */
export type Unread =
  | { readonly what: 'unread mischief' | 'unread clock' | 'unread step'; readonly text: string }
  | { readonly what: 'unread seed' }
  /** The clock or the host. */
  | { readonly what: 'oddity'; readonly hurdle: Oddity }
  | { readonly what: 'unread demand'; readonly name: string; readonly text: string; readonly can: Possible };

/** Why a link can't be followed, or a part of it. */
export type LinkFlaw =
  | Unread
  /** Of its letters: as it stands, or once all that must be is escaped. */
  | { readonly what: 'too long' | 'too long escaped'; readonly length: number; readonly most: number }
  | { readonly what: 'another form'; readonly text: string }
  | { readonly what: 'newer format'; readonly format: number; readonly newest: number }
  | { readonly what: 'no such format'; readonly format: number }
  | { readonly what: 'unknown choice' | 'second choice'; readonly word: string }
  | { readonly what: 'second extra'; readonly name: string }
  | { readonly what: 'second mischief'; readonly text: string }
  | { readonly what: 'conflict'; readonly hurdle: Conflict }
  | { readonly what: 'hurdle'; readonly hurdle: Hurdle }
  | { readonly what: 'step beyond the last'; readonly step: number; readonly last: number }
  /** Nothing is wrong with it, but its handshake breaks the laboratory. */
  | { readonly what: 'broken handshake' };
