// Guards the choices that whoever made an exhibit has locked: not their controls, but the actions that all controls come to. A link, and the page
// around a frame, are by whoever made it: what they load is not guarded. It must not know the screen, nor what is said.

import { agreeing, defaultScenario, hasSwitch, misbehaving, type Scenario } from '../../lab/index.ts';
import type { Entry } from '../history.ts';
import { chosenHistory } from '../selectors.ts';
import type { Lab } from '../state.ts';
import type { LabStore } from '../store.ts';

/** Which of these locks a change goes against; undefined: none. */
function touched(lock: readonly string[], before: Scenario, after: Scenario): string | undefined {
  const changed = (part: (scenario: Scenario) => unknown): boolean =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after));
  return lock.find((name) => {
    switch (name) {
      case 'scenario':
        return changed((scenario) => scenario);
      case 'client-authentication':
        return changed(({ clientAuthentication }) => clientAuthentication);
      case 'errors':
        return changed(({ mischief }) => mischief.filter(({ id }) => !hasSwitch(id)));
      case 'handshake':
        return changed(({ clientAuthentication: _, mischief: __, ...rest }) => rest);
      default:
        return changed(({ mischief }) => mischief.some(({ id }) => id === name));
    }
  });
}

/**
 * Has the actions that change what is played refuse what goes against a lock of the view.
 * @param refused called when one did @returns takes the guard away
 */
export function guardChoices(store: LabStore, refused: () => void): () => void {
  const { change, misbehave, stage, reset } = store.getState();
  const chosen = (): Entry => chosenHistory(store.getState()).now;
  /** Goes on where nothing locked would change. */
  const unless = (after: (now: Entry) => Scenario, go: () => void): void => {
    const { lock = [] } = store.getState().view;
    const now = chosen();
    if (touched(lock, now.played, after(now)) === undefined) go();
    else refused();
  };
  const guarded: Pick<Lab, 'change' | 'misbehave' | 'stage' | 'reset'> = {
    change: (patch, place, brought) => {
      const others = brought !== undefined && brought !== chosen().brought;
      if (others && store.getState().view.lock?.includes('scenario')) refused();
      else
        unless(
          ({ played }) => agreeing(played, patch),
          () => change(patch, place, brought),
        );
    },
    misbehave: (id, on) =>
      unless(
        ({ played }) => ({ ...played, mischief: misbehaving(played.mischief, id, on) }),
        () => misbehave(id, on),
      ),
    stage: (make) =>
      unless(
        ({ own }) => make(own),
        () => stage(make),
      ),
    reset: () => unless(() => defaultScenario, reset),
  };
  store.setState(guarded);
  return () => store.setState({ change, misbehave, stage, reset });
}
