// Puts what somebody chose on the stage, or takes it off, and gives back what it needed. It must not know how it is done.

import { type Clue, sceneOf } from '../../lab/diagnose/index.ts';
import { type Entry, entryNamed, hasSwitch, type Scenario, staged } from '../../lab/index.ts';
import type { LabStore } from '../../store/index.ts';
import { chosenScenario } from '../../store/index.ts';

/** What words led to; a clue, where they are a line of a log. */
interface Found {
  readonly entry: Entry;
  readonly version?: Scenario['version'];
  readonly clue?: Clue;
}

/** Plays what words led to: for a line of a log what shows it, in the version in which it fits. */
export function play(store: LabStore, { entry, version, clue }: Found): void {
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
