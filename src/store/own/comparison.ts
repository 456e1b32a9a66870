// What other programs would make of it, one run at a time, as long as somebody wants to know. It must not know how that is told.

import { type Answer, asking, type Difference } from '../../lab/own/index.ts';
import type { Keeper } from './trials.ts';

export class Comparison {
  readonly #keeper: Pick<Keeper, 'state' | 'tell' | 'played'>;
  #asked: { readonly from: Answer; readonly runs: ReturnType<typeof asking> } | null = null;

  constructor(keeper: Pick<Keeper, 'state' | 'tell' | 'played'>) {
    this.#keeper = keeper;
  }

  /** One more run, beside what came of an answer. @returns whether there are more */
  next(answer: Answer): boolean {
    const { state, tell } = this.#keeper;
    const now = this.#asked?.from === answer ? this.#asked : this.#begun(answer);
    if (!now || state().answer !== answer) return false;
    const { value, done } = now.runs.next();
    if (!done) tell({ compared: value });
    else this.#end(value);
    return !done;
  }

  #begun(answer: Answer) {
    const situation = this.#keeper.played();
    this.#asked = situation && { from: answer, runs: asking(answer, situation.scenario, situation.own) };
    return this.#asked;
  }

  #end(differences: readonly Difference[] | null): void {
    this.#asked = null;
    this.#keeper.tell({ compared: null, differences });
  }

  /** Ends it; nothing is told of the runs so far, since those that are left might say otherwise. */
  stop(): void {
    if (this.#asked) this.#end(null);
  }
}
