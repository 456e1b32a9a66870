// The store of one mounted lab: a factory, so that two labs on one page don't share anything.
// It must not know React, pictures, prose, addresses or timers; how a scenario is played comes in from outside.

import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  agreeing,
  defaultScenario,
  landing,
  misbehaving,
  opensAt,
  type Scenario,
  type Timeline,
  Unplayable,
} from '../lab/index.ts';
import { MissingPart } from '../shelf/index.ts';
import { begin, type Entry, entryOf, type History, push, redo, undo } from './history.ts';
import { chosenHistory, excerptOf, firstOf, sameMessage, stepNumber } from './selectors.ts';
import type { Lab, LabActions, Landing, Notice, Play, Selection, Setup, View } from './state.ts';

export type LabStore = StoreApi<Lab>;

export interface Start {
  readonly scenario?: Scenario;
  /** Where the cursor stands at first; left out: where the run opens by itself. */
  readonly step?: number;
  /** The place of what is chosen first in a longer history. */
  readonly at?: number;
  readonly view?: Partial<View>;
  /** What stands beside it. */
  readonly beside?: { readonly scenario: Scenario };
  readonly notice?: Notice;
}

const nothingSelected: Selection = { row: null, hovered: null, layer: null, field: null };

/** How a newcomer looks at a run. */
export const usualView: View = {
  lens: 'everything',
  unit: 'messages',
  captions: true,
  tab: 'explain',
  depth: 'paragraph',
};

/** What a link doesn't say of how its exhibit is set up is as usual. How to look besides stays as the reader has it. */
export const noSetup = {
  theme: undefined,
  show: undefined,
  lock: undefined,
  from: undefined,
  to: undefined,
  auto: undefined,
  loop: undefined,
  fit: undefined,
  lesson: undefined,
  present: undefined,
  proxy: undefined,
  passage: undefined,
  predict: undefined,
} satisfies Required<Setup>;

/** Goes where an exhibit is, and looks at it as it says. @param at as for `load` */
export function visit(store: LabStore, { scenario, step, view, beside }: Start, at?: number): void {
  const { arrange, load, putBeside } = store.getState();
  // First how to look: it says between which steps the playhead stays.
  if (view) arrange(view);
  if (scenario) load(scenario, step, at);
  putBeside(beside?.scenario ?? null);
}

/**
 * A new store in which the starting scenario has been played.
 * @param play the laboratory's `runSupplied`; the starting scenario must be one that it plays at once
 */
export function createLab(play: Play, start: Start = {}): LabStore {
  const scenario = start.scenario ?? defaultScenario;
  const view = { ...usualView, ...start.view };
  const timeline = play(scenario);
  if (timeline instanceof Promise) throw new RangeError('the starting scenario needs something that is not at hand');
  return createStore<Lab>()((set, get) => ({
    ...played(scenario, { timeline, view }, at(start.step)(timeline)),
    history: begin(scenario, start.at),
    awaited: null,
    brought: null,
    view,
    open: {
      scenario: view.lesson !== undefined,
      inspector: false,
      keys: false,
      embed: false,
      own: false,
      beside: start.beside !== undefined,
      brought: false,
    },
    beside: start.beside?.scenario ?? null,
    notice: start.notice ?? null,
    play,
    ...choosing(play, set, get),
    ...moving(set, get),
    ...looking(set, get),
  }));
}

type Write = LabStore['setState'];
type Read = LabStore['getState'];

/** Finds the place in a new run; undefined for where that opens by itself. */
type Placing = (timeline: Timeline) => (Landing & { readonly stayed?: boolean }) | undefined;

const opening: Placing = () => undefined;

/** What changes the scenario, and so the run. */
function choosing(play: Play, set: Write, get: Read) {
  const show = showing(play, set, get);
  const chosen = (): Entry => chosenHistory(get()).now;
  const choose = (next: Entry, placing = opening, near?: Notice['near']): void =>
    show(push(chosenHistory(get()), next, stepNumber(get())), placing, near);
  // Where the reader stands when it is played: they may go on while something is fetched.
  const staying: Placing = (after) => {
    const { timeline, cursor } = get();
    const step = stepNumber({ cursor });
    // What tells of the run as a whole is no message.
    return step === 0 ? undefined : { step: sameMessage(timeline, step, after), stayed: true };
  };
  const change: Lab['change'] = (patch, place, brought = chosen().brought) => {
    const before = chosen();
    const next: Entry = { brought, own: agreeing(before.own, patch), played: agreeing(before.played, patch) };
    if (place === undefined) choose(next, staying);
    else if (place === 'opening') choose(next);
    else choose(next, () => place, 'inspector');
  };
  const travel: Lab['travel'] = (by) => {
    const way = by < 0 ? undo : redo;
    let there = way(chosenHistory(get()), stepNumber(get()));
    for (let left = Math.abs(by) - 1; there && left > 0; left--) there = way(there);
    if (there) show(there, at(there.now.step));
    return there !== undefined;
  };
  return {
    change,
    misbehave: (id, on) => change({ mischief: misbehaving(chosen().played.mischief, id, on) }),
    stage(make) {
      const { own, brought } = chosen();
      choose({ own, played: make(own), brought });
    },
    load(next, step, place) {
      if (place === undefined) choose(entryOf(next), at(step));
      else show(begin(next, place), at(step));
    },
    travel,
    undo: () => void travel(-1),
    redo: () => void travel(1),
    reset: () => choose(entryOf(defaultScenario)),
  } satisfies Partial<LabActions>;
}

/** Plays what is now in a history, at once or when it can be. */
function showing(play: Play, set: Write, get: Read) {
  /** @param near where the choice was made @param told what stays to be read while something is fetched */
  const show = (
    history: History,
    placing: Placing,
    near: Notice['near'] = 'scenario',
    told: Notice | null = null,
  ): void => {
    const { played: scenario, brought } = history.now;
    const shown = (timeline: Timeline) => {
      const place = placing(timeline);
      const elsewhere = place?.stayed && place.step !== landing(timeline);
      return {
        ...played(scenario, { timeline, view: get().view }, place),
        history,
        awaited: null,
        notice: elsewhere ? ({ near, kind: 'replayed' } as const) : null,
      };
    };
    const again = (): void => show(history, placing, near, get().notice);
    const fail = (error: unknown): void => set({ awaited: null, notice: { near, ...hindrance(error, again) } });
    let result: ReturnType<Play>;
    try {
      result = play(scenario, (brought && get().brought) || undefined);
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
function hindrance(error: unknown, again: () => void) {
  if (error instanceof MissingPart) return { kind: 'missing', what: 'choice', again } as const;
  if (error instanceof Unplayable) return { kind: 'unplayable', why: error.hurdle } as const;
  return { kind: 'unplayable', why: error instanceof Error ? error.message : '' } as const;
}

/** What moves the playhead by itself. */
function moving(set: Write, get: Read) {
  const seek: Lab['seek'] = (to, by) => {
    const { cursor: before, settle, selection } = get();
    const cursor = within(get(), to);
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
      const there = step === undefined ? {} : jumped(within(get(), step));
      set({ ...there, selection: { ...nothingSelected, row } });
    },
    hover(row) {
      if (row !== get().selection.hovered) set({ selection: { ...get().selection, hovered: row } });
    },
    openLayer: (layer) => set({ selection: { ...get().selection, layer, field: null } }),
    openField: (field) => set({ selection: { ...get().selection, field } }),
    arrange(change) {
      const { view, selection, open } = get();
      // What was picked may not be among what other eyes see.
      const others = change.lens !== undefined || change.unit !== undefined;
      const seen = others ? { ...selection, row: null, hovered: null } : selection;
      set({
        view: { ...view, ...change },
        selection: seen,
        ...(change.lesson && { open: { ...open, scenario: true } }),
      });
    },
    putBeside: (beside) => set({ beside, open: { ...get().open, beside: beside !== null || get().open.beside } }),
    setOpen: (change) => set({ open: { ...get().open, ...change } }),
    tell: (notice) => set({ notice }),
  } satisfies Partial<LabActions>;
}

function at(step: number | undefined): Placing {
  return step === undefined ? opening : () => ({ step });
}

function played(scenario: Scenario, lab: Pick<Lab, 'timeline' | 'view'>, place?: Landing) {
  const { timeline } = lab;
  const cursor = within(lab, place?.step ?? (lab.view.predict ? 1 : opensAt(timeline)));
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

/** The nearest place inside the run, or the excerpt of it. What isn't a number counts as the beginning. */
function within(lab: Pick<Lab, 'timeline' | 'view'>, cursor: number): number {
  const { first, last } = excerptOf(lab);
  return Math.min(last, Math.max(first, cursor || 0));
}
