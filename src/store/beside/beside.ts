// The run beside the one that a lab shows: a factory, like that of the lab, loaded by whoever compares. It must not know how runs are
// matched, nor the screen.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Hurdle, type Scenario, type Timeline, Unplayable } from '../../lab/index.ts';
import { MissingPart } from '../../shelf/index.ts';
import type { Side } from '../../words/compare/index.ts';
import { chosenHistory } from '../selectors.ts';
import type { Lab } from '../state.ts';
import type { LabStore } from '../store.ts';

/** What is played beside: a scenario, perhaps with what the reader brought. */
export interface Second {
  readonly scenario: Scenario;
  readonly brought: boolean;
  readonly timeline: Timeline;
}

/** Why nothing else is beside now: a part is missing, or it can’t be played. */
export type Hindrance =
  | { readonly kind: 'missing'; readonly again: () => void }
  | { readonly kind: 'unplayable'; readonly why: Hurdle | string };

interface BesideState {
  readonly second: Second | null;
  /** The step of it that the reader has picked, where it isn’t the one beside the lab’s; null: none. */
  readonly picked: number | null;
  /** Which of both is to be seen where there is room for one. */
  readonly front: Side;
  readonly hindrance: Hindrance | null;
}

interface BesideActions {
  /** Puts a scenario beside the run that is shown. Where it can’t be played, what stood there stays. @param brought with what the reader brought */
  put(scenario: Scenario, brought?: boolean): void;
  /** Puts beside it what somebody makes of the reader’s own choices; played with what they brought where the run that is shown is. */
  stage(make: (own: Scenario) => Scenario): void;
  /** Exchanges both runs. */
  swap(): void;
  /** Goes on with the run beside, alone. */
  goOn(): void;
  /** Takes the run beside away. */
  drop(): void;
  /** Goes to a step of the run beside. @param cursor where the lab’s own playhead stands then */
  pick(step: number, cursor: number): void;
  /** Brings one of both to the front. */
  show(front: Side): void;
}

export type Beside = BesideState & BesideActions;
export type BesideStore = StoreApi<Beside>;

/**
 * A store of what is beside a lab’s run. It follows what the lab says is to stand
 * there; when the lab forgets what was brought, a run that was played with it goes.
 */
export function createBeside(lab: LabStore): BesideStore {
  const store = createStore<Beside>()((set, get) => {
    /** What was asked for last: only that counts, in whichever order answers come. */
    let wanted: object | undefined;
    const put: Beside['put'] = (scenario, brought = false) => {
      const own = (brought && lab.getState().brought) || undefined;
      const asked = {};
      wanted = asked;
      // A run with what has been forgotten since is nobody’s to see.
      const stillWanted = () => wanted === asked && (!own || lab.getState().brought === own);
      const fail = (error: unknown): void => set({ hindrance: hindranceOf(error, () => put(scenario, brought)) });
      const shown = (timeline: Timeline): void => {
        set({ second: { scenario, brought, timeline }, picked: null, hindrance: null });
        // What was brought is in no link. What stands in one the lab knows.
        const linked = brought ? null : scenario;
        if (lab.getState().beside !== linked) lab.getState().putBeside(linked);
      };
      try {
        const timeline = lab.getState().play(scenario, own);
        if (timeline instanceof Promise)
          timeline.then(
            (played) => stillWanted() && shown(played),
            (error) => stillWanted() && fail(error),
          );
        else shown(timeline);
      } catch (error) {
        fail(error);
      }
    };
    const first = () => {
      const { played, brought = false } = lab.getState().history.now;
      return { scenario: played, brought };
    };
    const goOn = (): void => {
      const { second } = get();
      if (second) lab.getState().change(second.scenario, undefined, second.brought);
    };
    return {
      second: null,
      picked: null,
      front: 'a',
      hindrance: null,
      put,
      stage(make) {
        const { own, brought } = chosenHistory(lab.getState()).now;
        put(make(own), brought);
      },
      swap() {
        const { scenario, brought } = first();
        goOn();
        put(scenario, brought);
      },
      goOn() {
        goOn();
        get().drop();
      },
      drop() {
        wanted = undefined;
        set({ second: null, picked: null, hindrance: null });
        lab.getState().putBeside(null);
      },
      pick(step, cursor) {
        lab.getState().seek(cursor, 'jump');
        set({ picked: step });
      },
      show: (front) => set({ front }),
    };
  });
  const follow = ({ beside }: Pick<Lab, 'beside'>): void => {
    const { second, put, drop } = store.getState();
    if (beside && beside !== second?.scenario) put(beside);
    else if (!beside && second && !second.brought) drop();
  };
  follow(lab.getState());
  lab.subscribe((now, before) => {
    const moved = now.cursor !== before.cursor || now.timeline !== before.timeline;
    if (moved && store.getState().picked !== null) store.setState({ picked: null });
    if (now.beside !== before.beside) follow(now);
    if (before.brought && !now.brought && store.getState().second?.brought) store.getState().drop();
  });
  return store;
}

function hindranceOf(error: unknown, again: () => void): Hindrance {
  if (error instanceof MissingPart) return { kind: 'missing', again };
  if (error instanceof Unplayable) return { kind: 'unplayable', why: error.hurdle };
  return { kind: 'unplayable', why: error instanceof Error ? error.message : '' };
}
