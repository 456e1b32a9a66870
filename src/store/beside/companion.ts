// The lab of the run beside another’s: what shows a lab shows that run with it, at the place where the first one’s playhead stands. It is looked
// at in the same way, and whoever moves in it moves both. It must not know how runs are matched, nor the screen.

import { createStore } from 'zustand/vanilla';
import { agreeing } from '../../lab/index.ts';
import { begin, type History } from '../history.ts';
import { stepNumber } from '../selectors.ts';
import type { Lab, Selection } from '../state.ts';
import type { LabStore } from '../store.ts';
import type { BesideStore, Second } from './beside.ts';

/** How two runs go together. */
export interface Course {
  /** Where the run beside stands when the lab’s playhead does. */
  cursorOf(second: Second, cursor: number): number;
  /** Where the lab’s playhead has to stand so that a step of the run beside can be seen. */
  seenAt(second: Second, step: number): number;
}

const nothing: Selection = { row: null, hovered: null, layer: null, field: null };

/** The lab of what is beside; as long as nothing is, it shows the first one’s run. */
export function createCompanion(lab: LabStore, beside: BesideStore, course: Course): LabStore {
  const store = createStore<Lab>()((set, get) => {
    const patch = (change: Partial<Selection>): void => set({ selection: { ...get().selection, ...change } });
    const go = (step: number): void => {
      const { second, pick } = beside.getState();
      if (second) pick(step, course.seenAt(second, step));
    };
    return {
      ...lab.getState(),
      ...mirrored(lab, beside, course),
      seek: (cursor) => go(Math.ceil(cursor)),
      select(row, step) {
        if (step !== undefined) go(step);
        patch({ row });
      },
      hover: (hovered) => patch({ hovered }),
      openLayer: (layer) => lab.getState().openLayer(layer),
      openField: (field) => patch({ field }),
      change(changes) {
        const { second, put } = beside.getState();
        if (second) put(agreeing(second.scenario, changes), second.brought);
      },
    };
  });
  const follow = (): void => {
    const before = store.getState();
    const now = mirrored(lab, beside, course);
    const elsewhere = now.settled !== before.settled || now.timeline !== before.timeline;
    const { layer } = lab.getState().selection;
    const selection = elsewhere ? { ...nothing, layer } : { ...before.selection, layer };
    store.setState({ ...now, selection: same(selection, before.selection) ? before.selection : selection });
  };
  lab.subscribe(follow);
  beside.subscribe(follow);
  return store;
}

function mirrored(lab: LabStore, beside: BesideStore, course: Course) {
  const { view, open, by, cursor, settled, scenario, timeline, history, brought } = lab.getState();
  const { second, picked } = beside.getState();
  if (!second) return { view, open, by, cursor, settled, scenario, timeline, history, brought };
  const there = picked ?? course.cursorOf(second, cursor);
  return {
    view,
    open,
    by,
    cursor: there,
    settled: picked ?? stepNumber({ cursor: course.cursorOf(second, settled) }),
    scenario: second.scenario,
    timeline: second.timeline,
    brought,
    history: historyOf(second),
  };
}

const histories = new WeakMap<Second, History>();

/** What was chosen beside: the same object as long as nothing else is. */
function historyOf(second: Second): History {
  const known = histories.get(second);
  if (known) return known;
  const { now, ...rest } = begin(second.scenario);
  const history = { ...rest, now: { ...now, brought: second.brought } };
  histories.set(second, history);
  return history;
}

function same(a: Selection, b: Selection): boolean {
  return a.row === b.row && a.hovered === b.hovered && a.layer === b.layer && a.field === b.field;
}
