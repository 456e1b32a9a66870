// The store of one mounted lab: a factory, so that two labs on one page don't share anything.
// It must not know React, pictures, prose, addresses or timers; how a scenario is played comes in from outside.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { agreeing, defaultScenario, type Mischief, type Scenario, type Timeline } from '../lab/index.ts';
import { firstOf, landing } from './selectors.ts';
import type { Lab, Landing, Panes, Selection } from './state.ts';

export type LabStore = StoreApi<Lab>;

/** Plays a scenario, with the same result each time: at once, or when what it needs has been fetched. Its errors are sentences. */
export type Play = (scenario: Scenario) => Timeline | Promise<Timeline>;

export interface Start {
  readonly scenario?: Scenario;
  /** Where the cursor stands at first; left out: where the run ends or fails. */
  readonly step?: number;
  readonly panes?: Partial<Panes>;
}

const nothingSelected: Selection = { row: null, hovered: null, layer: null, field: null };

const calmPanes: Panes = {
  tab: 'explain',
  inspector: false,
  scenario: false,
  keys: false,
  captions: true,
  lens: 'everything',
  unit: 'messages',
  depth: 'details',
  notice: null,
};

/** What the reader is told when a scenario can't be played, or what it needs can't be fetched. The laboratory says why, in a sentence. */
const unplayable = (error: unknown): string =>
  `This can’t be played, so nothing has changed. ${error instanceof Error ? error.message : ''}`;

/**
 * A new store in which the starting scenario has been played.
 * @param play the laboratory's `runSupplied`; the starting scenario must be one that it plays at once
 */
export function createLab(play: Play, start: Start = {}): LabStore {
  const scenario = start.scenario ?? defaultScenario;
  const timeline = play(scenario);
  if (timeline instanceof Promise) throw new RangeError('the starting scenario needs something that is not at hand');
  return createStore<Lab>()((set, get) => {
    const show = (next: Scenario, history: History, place?: Landing): void => {
      const fail = (error: unknown): void =>
        set({ awaited: null, panes: { ...get().panes, notice: unplayable(error) } });
      let result: ReturnType<Play>;
      try {
        result = play(next);
      } catch (error) {
        fail(error);
        return;
      }
      // What it said is about the scenario before.
      if (get().panes.notice !== null) set({ panes: { ...get().panes, notice: null } });
      if (!(result instanceof Promise)) {
        set({ ...played(next, result, place), ...history, awaited: null });
        return;
      }
      set({ ...history, awaited: next });
      const stillWanted = () => get().awaited === next;
      result.then(
        (timeline) => stillWanted() && set({ ...played(next, timeline, place), awaited: null }),
        (error) => stillWanted() && fail(error),
      );
    };
    /** What the reader has chosen, whether it is played already or not. */
    const chosen = (): Scenario => get().awaited ?? get().scenario;
    /** The readers' own choices, of scenarios in which others were made for them. By the scenario, so that undo and redo need not care. */
    const owned = new WeakMap<Scenario, Scenario>();
    const own = (): Scenario => owned.get(chosen()) ?? chosen();
    /** Plays another scenario, and remembers the one before it. */
    const replay = (next: Scenario, place?: Landing): void => {
      const { past, future } = get();
      const before = chosen();
      const history = same(before, next)
        ? { past, future }
        : { past: [...past, before].slice(-remembered), future: [] };
      show(next, history, place);
    };
    const change = (patch: Partial<Scenario>, place?: Landing): void => {
      const next = agreeing(chosen(), patch);
      owned.set(next, agreeing(own(), patch));
      replay(next, place);
    };
    return {
      ...played(scenario, timeline, start.step === undefined ? undefined : { step: start.step }),
      awaited: null,
      past: [],
      future: [],
      panes: { ...calmPanes, ...start.panes },
      change,
      misbehave: (id, on) => change({ mischief: misbehaving(chosen().mischief, id, on) }),
      stage(make) {
        const next = make(own());
        owned.set(next, own());
        replay(next);
      },
      load: (next, step) => replay(next, step === undefined ? undefined : { step }),
      undo() {
        const { past, future } = get();
        const last = past.at(-1);
        if (last) show(last, { past: past.slice(0, -1), future: [chosen(), ...future] });
      },
      redo() {
        const { past, future } = get();
        const [next, ...later] = future;
        if (next) show(next, { past: [...past, chosen()], future: later });
      },
      reset: () => replay(defaultScenario),
      seek(to) {
        const cursor = within(get().timeline, to);
        if (cursor !== get().cursor)
          set({ cursor, selection: { ...nothingSelected, hovered: get().selection.hovered } });
      },
      enter(phase) {
        const first = firstOf(get().timeline, phase);
        if (first !== undefined) get().seek(first);
      },
      select(row, step) {
        const { timeline, cursor } = get();
        set({ selection: { ...nothingSelected, row }, cursor: step === undefined ? cursor : within(timeline, step) });
      },
      hover(row) {
        if (row !== get().selection.hovered) set({ selection: { ...get().selection, hovered: row } });
      },
      openLayer: (layer) => set({ selection: { ...get().selection, layer, field: null } }),
      openField: (field) => set({ selection: { ...get().selection, field } }),
      arrange(change) {
        const { panes, selection } = get();
        // Other eyes see other rows: what was picked may not be among them.
        const others = change.lens !== undefined || change.unit !== undefined;
        const seen = others ? { ...selection, row: null, hovered: null } : selection;
        set({ panes: { ...panes, ...change }, selection: seen });
      },
    };
  });
}

type History = Pick<Lab, 'past' | 'future'>;

/** So many changes can be taken back. */
const remembered = 100;

/** Whether two scenarios are the same handshake. */
function same(a: Scenario, b: Scenario): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function played(scenario: Scenario, timeline: Timeline, place?: Landing) {
  const cursor = within(timeline, place?.step ?? landing(timeline));
  return { scenario, timeline, cursor, selection: { ...nothingSelected, layer: place?.layer ?? null } };
}

function misbehaving(mischief: readonly Mischief[], id: string, on: boolean): readonly Mischief[] {
  const others = mischief.filter((one) => one.id !== id);
  return on ? [...others, { id }] : others;
}

/** The nearest place inside the run. What isn't a number counts as the beginning. */
function within(timeline: Timeline, cursor: number): number {
  if (Number.isNaN(cursor)) return 0;
  return Math.min(timeline.steps.length, Math.max(0, cursor));
}
