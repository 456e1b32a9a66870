// Which step the panes tell of: the one under the playhead, once somebody could read about it.
// It must not know what is told.

import { useSyncExternalStore } from 'react';
import { type Lab, type LabStore, stepNumber } from '../../store/index.ts';
import { useLabStore } from '../context.ts';

/** A step that the playhead crosses faster than this, in ms, is not told of: nobody could read it, and telling would hold up the picture. */
const patience = 200;

/**
 * The number of the step to tell of; the component renders again when it changes. At once where the playhead comes to rest, as after a
 * key or a click, or where another run is shown; while it moves, once it has been in the step for a moment.
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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leave: (() => void) | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    if (told === reached) return;
    told = reached;
    for (const changed of listeners) changed();
  };
  const look = (lab: Lab, before: Lab): void => {
    const step = stepNumber(lab);
    const stays = Number.isInteger(lab.cursor) || lab.timeline !== before.timeline;
    if (step === reached && !stays) return;
    reached = step;
    clearTimeout(timer);
    if (stays) tell();
    else timer = setTimeout(tell, patience);
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
        clearTimeout(timer);
        leave?.();
      };
    },
  };
}
