// The store of one mounted lab: a factory, so that two labs on one page don't share anything.
// It must not know React, pictures, prose, addresses or timers; how a scenario is played comes in from outside.

import { createStore, type StoreApi } from 'zustand/vanilla';
import { agreeing, defaultScenario, misbehaving, type Scenario, type Timeline, Unplayable } from '../lab/index.ts';
import { MissingPart } from '../shelf/index.ts';
import { begin, type Entry, entryOf, type History, push, redo, undo } from './history.ts';
import { chosenHistory, firstOf, landing, stepNumber } from './selectors.ts';
import type { Lab, LabActions, Landing, Notice, Selection, View } from './state.ts';

export type LabStore = StoreApi<Lab>;

/** Plays a scenario, with the same result each time: at once, or when what it needs has been fetched. Its errors are sentences. */
export type Play = (scenario: Scenario) => Timeline | Promise<Timeline>;

export interface Start {
  readonly scenario?: Scenario;
  /** Where the cursor stands at first; left out: where the run ends or fails. */
  readonly step?: number;
  readonly view?: Partial<View>;
  readonly notice?: Notice;
}

const nothingSelected: Selection = { row: null, hovered: null, layer: null, field: null };

/** How a newcomer looks at a run. */
export const usualView: View = {
  lens: 'everything',
  unit: 'messages',
  captions: true,
  tab: 'explain',
  depth: 'details',
};

/**
 * A new store in which the starting scenario has been played.
 * @param play the laboratory's `runSupplied`; the starting scenario must be one that it plays at once
 */
export function createLab(play: Play, start: Start = {}): LabStore {
  const scenario = start.scenario ?? defaultScenario;
  const timeline = play(scenario);
  if (timeline instanceof Promise) throw new RangeError('the starting scenario needs something that is not at hand');
  return createStore<Lab>()((set, get) => ({
    ...played(scenario, timeline, placeAt(start.step)),
    history: begin(scenario),
    awaited: null,
    view: { ...usualView, ...start.view },
    open: { scenario: false, inspector: false, keys: false },
    notice: start.notice ?? null,
    ...choosing(play, set, get),
    ...moving(set, get),
    ...looking(set, get),
  }));
}

type Write = LabStore['setState'];
type Read = LabStore['getState'];

/** What changes the scenario, and so the run. */
function choosing(play: Play, set: Write, get: Read) {
  const show = showing(play, set, get);
  const chosen = (): Entry => chosenHistory(get()).now;
  const choose = (next: Entry, place?: Landing): void => show(push(chosenHistory(get()), next), place);
  const go = (there: History | undefined): void => there && show(there);
  const change = (patch: Partial<Scenario>, place?: Landing): void => {
    const { own, played } = chosen();
    choose({ own: agreeing(own, patch), played: agreeing(played, patch) }, place);
  };
  return {
    change,
    misbehave: (id, on) => change({ mischief: misbehaving(chosen().played.mischief, id, on) }),
    stage(make) {
      const { own } = chosen();
      choose({ own, played: make(own) });
    },
    load: (next, step) => choose(entryOf(next), placeAt(step)),
    undo: () => go(undo(chosenHistory(get()))),
    redo: () => go(redo(chosenHistory(get()))),
    reset: () => choose(entryOf(defaultScenario)),
  } satisfies Partial<LabActions>;
}

/** Plays what is now in a history, at once or when it can be. */
function showing(play: Play, set: Write, get: Read) {
  /** @param told what stays to be read while something is fetched */
  const show = (history: History, place?: Landing, told: Notice | null = null): void => {
    const { played: scenario } = history.now;
    const shown = (timeline: Timeline) => ({
      ...played(scenario, timeline, place),
      history,
      awaited: null,
      notice: null,
    });
    const again = (): void => show(history, place, get().notice);
    const fail = (error: unknown): void => set({ awaited: null, notice: hindrance(error, again) });
    let result: ReturnType<Play>;
    try {
      result = play(scenario);
    } catch (error) {
      fail(error);
      return;
    }
    // What was told is about the scenario before.
    if (!(result instanceof Promise)) {
      set(shown(result));
      return;
    }
    set({ awaited: history, notice: told });
    const stillWanted = () => get().awaited === history;
    result.then(
      (timeline) => stillWanted() && set(shown(timeline)),
      (error) => stillWanted() && fail(error),
    );
  };
  return show;
}

/** Why something can't be played: a part of the page is missing, or the laboratory says so. */
function hindrance(error: unknown, again: () => void): Notice {
  if (error instanceof MissingPart) return { kind: 'missing', what: 'choice', again };
  if (error instanceof Unplayable) return { kind: 'unplayable', why: error.hurdle };
  return { kind: 'unplayable', why: error instanceof Error ? error.message : '' };
}

/** What moves the playhead by itself. */
function moving(set: Write, get: Read) {
  const seek: Lab['seek'] = (to, by) => {
    const { timeline, cursor: before, settle, selection } = get();
    const cursor = within(timeline, to);
    const there = by === 'jump' ? jumped(cursor) : { cursor, by };
    if (cursor !== before) set({ ...there, selection: { ...nothingSelected, hovered: selection.hovered } });
    else if (by === 'jump') settle();
  };
  return {
    seek,
    settle() {
      const settled = stepNumber(get());
      if (settled !== get().settled) set({ settled });
    },
    enter(phase) {
      const first = firstOf(get().timeline, phase);
      if (first !== undefined) seek(first, 'jump');
    },
  } satisfies Partial<LabActions>;
}

/** What picks, opens and tells. */
function looking(set: Write, get: Read) {
  return {
    select(row, step) {
      const there = step === undefined ? {} : jumped(within(get().timeline, step));
      set({ ...there, selection: { ...nothingSelected, row } });
    },
    hover(row) {
      if (row !== get().selection.hovered) set({ selection: { ...get().selection, hovered: row } });
    },
    openLayer: (layer) => set({ selection: { ...get().selection, layer, field: null } }),
    openField: (field) => set({ selection: { ...get().selection, field } }),
    arrange(change) {
      const { view, selection } = get();
      // What was picked may not be among what other eyes see.
      const others = change.lens !== undefined || change.unit !== undefined;
      const seen = others ? { ...selection, row: null, hovered: null } : selection;
      set({ view: { ...view, ...change }, selection: seen });
    },
    setOpen: (change) => set({ open: { ...get().open, ...change } }),
    tell: (notice) => set({ notice }),
  } satisfies Partial<LabActions>;
}

function placeAt(step: number | undefined): Landing | undefined {
  return step === undefined ? undefined : { step };
}

function played(scenario: Scenario, timeline: Timeline, place?: Landing) {
  const cursor = within(timeline, place?.step ?? landing(timeline));
  return {
    scenario,
    timeline,
    ...jumped(cursor),
    selection: { ...nothingSelected, layer: place?.layer ?? null },
  };
}

/** Where the playhead is sent it has settled. */
function jumped(cursor: number) {
  return { cursor, by: 'jump', settled: stepNumber({ cursor }) } as const;
}

/** The nearest place inside the run. What isn't a number counts as the beginning. */
function within(timeline: Timeline, cursor: number): number {
  if (Number.isNaN(cursor)) return 0;
  return Math.min(timeline.steps.length, Math.max(0, cursor));
}
