// Which step the panes tell of: the one under the playhead, once somebody could read about it.
// It must not know what is told.

import { useSyncExternalStore } from 'react';
import { type Lab, type LabStore, stepNumber } from '../../store/index.ts';
import { useLabStore } from '../context.ts';
import { alarm } from '../frames/alarm.ts';
import { wasSent } from '../playbar/pace.ts';

/**
 * In ms: how long the playhead has to stand still before the step is told of, and the longest that it is waited for. Nobody reads about a
 * step that is only crossed, and telling would hold up the picture.
 */
const rest = 120;
const longest = 600;

/**
 * The number of the step to tell of; the component renders again when it changes. At once where the playhead was sent
 * there, as by a key or a click, or where another run is shown; otherwise once it stands still, or has been in the step for a while.
 */
export function useStepToTell(): number {
  const { subscribe, step } = followerOf(useLabStore());
  return useSyncExternalStore(subscribe, step);
}

/** Says which step to tell of, and when it is another one. */
export interface Follower {
  readonly subscribe: (changed: () => void) => () => void;
  readonly step: () => number;
}

const followers = new WeakMap<LabStore, Follower>();

/** The follower of a lab's playhead: one for all panes, so that they change together. It listens to the lab while somebody listens to it. */
export function followerOf(store: LabStore): Follower {
  const known = followers.get(store) ?? follow(store);
  followers.set(store, known);
  return known;
}

function follow(store: LabStore): Follower {
  const listeners = new Set<() => void>();
  let told = stepNumber(store.getState());
  let reached = told;
  let entered = 0;
  let moved = Number.NEGATIVE_INFINITY;
  let leave: (() => void) | undefined;
  const tell = (): void => {
    waiting.stop();
    if (told === reached) return;
    told = reached;
    for (const changed of listeners) changed();
  };
  const waiting = alarm(() => Math.min(moved + rest, entered + longest), tell);
  const look = (lab: Lab, before: Lab): void => {
    const rerun = lab.timeline !== before.timeline;
    if (lab.cursor === before.cursor && !rerun) return;
    const now = performance.now();
    const sent = Number.isInteger(lab.cursor) && wasSent(before.cursor, lab.cursor, now - moved);
    const step = stepNumber(lab);
    if (step !== reached) entered = now;
    reached = step;
    moved = now;
    if (rerun || sent) tell();
    else if (told !== reached) waiting.set();
  };
  return {
    step: () => (listeners.size === 0 ? stepNumber(store.getState()) : told),
    subscribe(changed) {
      if (listeners.size === 0) {
        told = reached = stepNumber(store.getState());
        leave = store.subscribe(look);
      }
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
        if (listeners.size > 0) return;
        waiting.stop();
        leave?.();
      };
    },
  };
}
