// Shows what the other window shows. What is newer wins; what takes time to be played is left where something newer has come meanwhile. It must
// not know messages' ways.

import { fromLink, toLink } from '../../../lab/index.ts';
import { MissingPart } from '../../../shelf/index.ts';
import { type Lab, type LabStore, ownInUse } from '../../../store/index.ts';
import type { ShowStore } from '../../../store/present/index.ts';
import { fetchTitles } from '../../../words/titles.ts';
import type { Played, State } from './message.ts';

export interface Follower {
  /** What this window shows. */
  state(): State;
  /** Shows that. @returns whether this window could */
  show(state: State): Promise<boolean>;
  /** The run that only this window can play, by its number, as it can be sent. */
  played(): { readonly run: number; readonly timeline: Played } | undefined;
  /** Keeps a run that the other window has played. */
  keep(run: number, timeline: Played): void;
  /** The number of the run that was kept. */
  kept(): number | null;
}

/** Follows into a lab, and into how it is presented. */
export function followInto(lab: LabStore, show: ShowStore): Follower {
  let given: { readonly run: number; readonly timeline: Played } | undefined;
  let wanted: State | undefined;
  const replay = async (state: State): Promise<boolean> => {
    if (state.run !== null) {
      if (state.run === runOf(lab.getState(), given)) return true;
      if (state.run !== given?.run) return false;
      await fetchTitles();
      if (state !== wanted) return false;
      draw(lab, given.timeline);
      return true;
    }
    if (runOf(lab.getState(), given) === null && linkOf(lab.getState()) === state.link) return true;
    const place = await fromLink(state.link);
    if (!place.ok || state !== wanted) return false;
    lab.getState().load(place.scenario, Math.ceil(state.cursor));
    await played(lab);
    return state === wanted;
  };
  return {
    state: () => stateOf(lab.getState(), show, runOf(lab.getState(), given)),
    async show(state) {
      wanted = state;
      const { below, black, began, part } = state;
      show.getState().set({ below, black, began, part });
      look(lab, state);
      try {
        if (!(await replay(state))) return false;
      } catch (error) {
        if (error instanceof MissingPart) return false;
        throw error;
      }
      const { seek, select } = lab.getState();
      seek(state.cursor, Number.isInteger(state.cursor) ? 'jump' : 'play');
      if (state.row !== lab.getState().selection.row) select(state.row);
      // A jump ends the black: what the other window says of it holds.
      show.getState().set({ black });
      return true;
    },
    played() {
      const { timeline } = lab.getState();
      const run = runOf(lab.getState(), given);
      if (run === null || !ownInUse(lab.getState())) return undefined;
      const { honest: _, ...sent } = timeline;
      return { run, timeline: sent };
    },
    keep: (run, timeline) => {
      given = { run, timeline };
    },
    kept: () => given?.run ?? null,
  };
}

function stateOf(lab: Lab, show: ShowStore, run: number | null): State {
  const { cursor, selection, view } = lab;
  const { black, below, began, part } = show.getState();
  const looks = { lens: view.lens, unit: view.unit, captions: view.captions, theme: themeOf(lab) };
  const lesson = view.lesson ?? null;
  return { link: linkOf(lab), run, cursor, row: selection.row, looks, lesson, part, black, below, began };
}

/** What the address asks for, or else what the page wears. */
function themeOf({ view: { theme } }: Lab): State['looks']['theme'] {
  if (theme && theme !== 'system') return theme;
  return (document.documentElement.dataset.theme as State['looks']['theme'] | undefined) ?? 'light';
}

function linkOf({ scenario }: Lab): string {
  return toLink({ scenario });
}

const runs = new WeakMap<object, number>();
/** So that two pages that were loaded one after the other don't give one number twice. */
let next = Date.now();

/** The number of a run that no link leads to; null where one does. */
function runOf(lab: Lab, given: { readonly run: number; readonly timeline: Played } | undefined): number | null {
  const { timeline } = lab;
  if (timeline === given?.timeline) return given.run;
  if (!ownInUse(lab)) return null;
  const known = runs.get(timeline) ?? next++;
  runs.set(timeline, known);
  return known;
}

function look(lab: LabStore, { looks, lesson }: Pick<State, 'looks' | 'lesson'>): void {
  const { view, arrange, setOpen } = lab.getState();
  const { lens, unit, captions, theme } = looks;
  if (lens !== view.lens || unit !== view.unit || captions !== view.captions) arrange({ lens, unit, captions });
  if (theme !== themeOf(lab.getState())) arrange({ theme });
  if (lesson === (view.lesson ?? null)) return;
  arrange({ lesson: lesson ?? undefined });
  // It stands beside the picture, not over it.
  setOpen({ scenario: false });
}

/** Puts a run into the lab that was played elsewhere. */
function draw(lab: LabStore, timeline: Played): void {
  const { scenario, selection } = lab.getState();
  lab.setState({
    timeline,
    scenario: timeline.scenario ?? scenario,
    selection: { ...selection, row: null, layer: null, field: null },
  });
}

/** When what was chosen is shown, or can't be. */
function played(lab: LabStore): Promise<void> {
  return new Promise((done) => {
    if (!lab.getState().awaited) {
      done();
      return;
    }
    const leave = lab.subscribe(({ awaited }) => {
      if (awaited) return;
      leave();
      done();
    });
  });
}
