// Marks for whoever measures the page: when the first picture was on screen, and how long a change of the scenario takes to a new one.
// It must not know what is drawn.

import type { Play } from '../../store/index.ts';
import { afterPaint } from './paint.ts';

const switched = 'countersign:switch';

let begun: number | undefined;
let pictured = false;

/** Plays as it is told to, and notes when: that is when a reader has chosen something else. */
export function timed(play: Play): Play {
  return (...played) => {
    begun = performance.now();
    return play(...played);
  };
}

/** Called when a picture of a new run has been drawn; the marks are set once the browser has put it on the screen. */
export function markPicture(): void {
  const start = begun;
  begun = undefined;
  const first = !pictured;
  pictured = true;
  if (!first && start === undefined) return;
  afterPaint(() => {
    if (first) performance.mark('countersign:picture');
    if (first || start === undefined) return;
    // The browser keeps every measure as long as the page stands open: the latest will do.
    performance.clearMeasures(switched);
    performance.measure(switched, { start, end: performance.now() });
  });
}
