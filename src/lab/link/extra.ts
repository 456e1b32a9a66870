// What is declared of an extra, one thing that a link can say behind `?`. Types only.

import type { Demands, Exhibit, ExhibitView, Single } from '../exhibit.ts';
import type { Scenario } from '../scenario.ts';
import type { Possible, Unread } from './flaw.ts';
import type { Write } from './link.ts';

/** What an extra adds to an exhibit: to one of its parts, or to itself. */
export interface Said {
  readonly scenario?: Partial<Scenario>;
  readonly view?: ExhibitView;
  readonly demands?: Demands;
  readonly itself?: Omit<Exhibit, 'scenario' | 'view' | 'demands'>;
  /** What of its text can't be read; the rest holds. */
  readonly flaws?: readonly Unread[];
}

/** Reads a link inside a link, which has none inside: undefined when it can’t be followed. Rejects when what it needs can’t be fetched. */
export type ReadSecond = (hash: string) => Promise<Single | undefined>;

/** One thing that a link can say behind `?`. */
export interface Extra {
  readonly write: Write<Exhibit>;
  /** What a text says; undefined when it can’t be read. */
  read(text: string, second: ReadSecond): Said | undefined | Promise<Said | undefined>;
  /** What is wrong with a link in which it has a text that can’t be read, where another handshake is shown without it. */
  essential?(text: string): Unread;
  /** What can stand there, of an extra that can be left out. */
  readonly can?: Possible;
  /** Whether its name alone says all. */
  readonly bare?: boolean;
}
