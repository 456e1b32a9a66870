// Plays what the reader may choose next while nothing else happens, so that it is there when they do. It must not know what is chosen how.

import { lacks, neighbours, run } from '../../lab/index.ts';
import { type LabStore, landing } from '../../store/index.ts';
import { toModel } from '../../story/index.ts';
import { atRest } from '../../ui/index.ts';
import { idle } from './idle.ts';

/** Nobody touches anything for so long before, in ms. */
const pause = 250;

/** Plays what is one choice away from what is shown, one run in each idle moment, and none where it would take longer than that. */
export function playAhead(store: LabStore): void {
  let round = 0;
  let longest = 0;
  const play = async (): Promise<void> => {
    const own = round;
    // What was slow once is tried again.
    longest /= 2;
    const { scenario, view, brought } = store.getState();
    // Runs with what the reader brought are played when they are wanted: they may take longer.
    if (brought) return;
    for (const next of neighbours(scenario)) {
      const left = await idle();
      if (own !== round || longest > left) return;
      if (lacks(next)) continue;
      const begun = performance.now();
      const timeline = run(next);
      toModel(timeline, landing(timeline), view);
      longest = Math.max(longest, performance.now() - begun);
    }
  };
  const rest = atRest(pause, () => void play());
  const wait = (): void => {
    round++;
    rest.moved();
  };
  store.subscribe((lab, before) => lab.timeline !== before.timeline && wait());
  for (const touch of ['pointerdown', 'keydown']) window.addEventListener(touch, wait, { passive: true });
  wait();
}
