// "Try it": looks for what would help, makes such a change in the reader's place, and takes it back. What is found holds keys, and is let go with
// whatever else is secret. It must not know how the reader's choices become a run.

import type { Scenario } from '../../lab/index.ts';
import type { Answer, Materials, Own } from '../../lab/own/index.ts';
import { type Found, search, spareIn } from './search.ts';
import type { Offer, OwnState, Put } from './state.ts';
import type { Choices } from './trying.ts';

/** What a run with some choices would be. */
export interface Plan {
  readonly put: readonly Put[];
  readonly materials: Materials;
  readonly own: Own;
  /** The name that the client looks for. */
  readonly name: string;
}

/** Whoever keeps the reader's choices, and plays with them. */
export interface Keeper {
  readonly state: () => OwnState;
  readonly tell: (change: Partial<Pick<OwnState, 'offers' | 'tried' | 'compared' | 'differences'>>) => void;
  /** What is played; null where it is not with what the reader brought. */
  readonly played: () => { readonly scenario: Scenario; readonly own: Own } | null;
  readonly choices: () => Choices;
  readonly planned: (choices: Choices) => Plan;
  readonly choose: (choices: Choices) => void;
}

export class Trials {
  readonly #keeper: Keeper;
  #search: { readonly from: Answer; readonly runs: Generator<Found | undefined>; readonly found: Found[] } | null =
    null;
  /** What was chosen before something was tried, and for it. */
  #tried: { readonly before: Choices; readonly after: Choices } | null = null;

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** One more run after an answer. @returns whether there may be more */
  seek(answer: Answer): boolean {
    const { state, tell } = this.#keeper;
    const now = this.#search?.from === answer ? this.#search : this.#begun(answer);
    if (!now || state().answer !== answer) return false;
    const { value, done } = now.runs.next();
    if (value) {
      now.found.push(value);
      tell({ offers: now.found.map(({ offer }) => offer) });
    }
    return !done;
  }

  #begun(answer: Answer) {
    const { played, choices: chosen, planned, tell } = this.#keeper;
    const situation = played();
    if (!situation) return null;
    const choices = chosen();
    const { put, materials } = planned(choices);
    const situationOf = (other: Choices) => {
      const { own, name } = planned(other);
      return { scenario: { ...situation.scenario, ...other.scenario, name }, own };
    };
    const runs = search({ situation, answer, spare: spareIn(materials, put), put, choices, situationOf });
    tell({ offers: [] });
    this.#search = { from: answer, runs, found: [] };
    return this.#search;
  }

  /** Makes the change of an offer that was found. */
  try(wanted: Offer): void {
    const found = this.#search?.found.find(({ offer }) => offer === wanted);
    if (!found) return;
    const { choices, choose, tell } = this.#keeper;
    this.#tried = { before: choices(), after: found.choices };
    tell({ tried: wanted });
    choose(found.choices);
  }

  takeBack(): void {
    if (!this.#tried) return;
    const { before, after } = this.#tried;
    const { scenario: now } = this.#keeper.choices();
    // What was set by hand since stays.
    const at = now.at === after.scenario.at ? before.scenario.at : now.at;
    const { clientAuthentication } =
      now.clientAuthentication === after.scenario.clientAuthentication ? before.scenario : now;
    this.stay();
    this.#keeper.choose({ ...before, scenario: { at, clientAuthentication } });
  }

  /** What was tried stays: the reader has chosen something else since, which would go with it. */
  stay(): void {
    this.#tried = null;
    if (this.#keeper.state().tried) this.#keeper.tell({ tried: null });
  }

  /** Ends the search, and lets go of what it has found. */
  end(): void {
    this.#search = null;
  }

  /** What the scenario was before something was tried. */
  get before(): Choices['scenario'] | undefined {
    return this.#tried?.before.scenario;
  }
}
