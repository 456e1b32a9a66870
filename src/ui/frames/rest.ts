// When what moves has come to rest. It must not know what moves.

import type { LabStore } from '../../store/index.ts';

export interface Rest {
  /** It moves: to be said at every frame of a movement, if need be, for that costs nothing. */
  moved(): void;
  /** As if it had never moved. */
  stop(): void;
}

/** @param pause what moves has come to rest when it has not moved for so long, in ms */
export function atRest(pause: number, then: () => void): Rest {
  let due = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const left = due - performance.now();
    timer = left < 1 ? undefined : setTimeout(look, left);
    if (timer === undefined) then();
  };
  return {
    moved() {
      due = performance.now() + pause;
      timer ??= setTimeout(look, pause);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** Nobody reads about a step that is only crossed, and telling it would hold up the picture: so long the playhead stands still before, in ms. */
const pause = 120;

/**
 * Has a lab settle where its playhead comes to rest, after it played or while a hand holds it.
 * @returns ends it
 */
export function settleAtRest(store: LabStore): () => void {
  const rest = atRest(pause, () => store.getState().settle());
  const leave = store.subscribe((lab, before) => {
    if (lab.cursor !== before.cursor && lab.by !== 'jump') rest.moved();
  });
  return () => {
    leave();
    rest.stop();
  };
}
