// What goes on paper of the questions about a run: types, for whoever makes them and whoever sets them.

import type { Timeline } from '../../lab/index.ts';
import type { Shelf } from '../../shelf/index.ts';
import type { Teller, TellerName } from '../../story/explain/index.ts';
import type { Rich } from '../../story/index.ts';

/** Who tells the steps. */
export type Tellers = Shelf<Readonly<Record<TellerName, Teller>>>;

/** One question as it goes on paper. */
export interface Asked {
  /** Where it stands in the run. */
  readonly where: Rich;
  readonly question: Rich;
  readonly choices: readonly Rich[];
  /** The place of the right one among the choices. */
  readonly answer: number;
  /** Why it is the right one. */
  readonly why: readonly Rich[];
}

export interface Posed {
  readonly asked: readonly Asked[];
  /** The run as far as whoever is asked may know it. */
  readonly before: Timeline;
}
