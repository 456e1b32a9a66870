// Puts what somebody chose on the stage, or takes it off, and gives back what it needed. It must not know how it is done.

import { sceneOf } from '../../lab/diagnose/index.ts';
import { entryNamed, hasSwitch, staged } from '../../lab/index.ts';
import type { LabStore } from '../../store/index.ts';
import { chosenScenario } from '../../store/index.ts';
import type { Answer } from './answers.ts';

/** Plays what words led to: for a line of a log what shows it, in the version in which it fits. */
export function play(store: LabStore, { entry, version, clue }: Answer): void {
  store
    .getState()
    .stage((own) =>
      clue && version ? sceneOf({ entry, version, because: clue }, own) : staged(entry, own, undefined, version),
    );
}

/** Takes something that goes wrong off the stage; the reader's own choices come back, and what has a switch stays. */
export function switchOff(store: LabStore, id: string): void {
  const stays = ({ id: other }: { readonly id: string }) => other !== id && hasSwitch(other);
  store.getState().stage((own) => ({ ...own, mischief: own.mischief.filter(stays) }));
}

/** Plays an entry if it isn't played, and takes it off if it is. */
export function press(store: LabStore, id: string): void {
  const entry = entryNamed(id);
  if (chosenScenario(store.getState()).mischief.some((each) => each.id === id)) switchOff(store, id);
  else if (entry) play(store, { entry });
}
