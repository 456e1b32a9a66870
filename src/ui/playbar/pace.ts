// How time becomes a place of the playhead: each step is a movement and then a rest to read in.
// Pure arithmetic. It must not know clocks, the store or the screen.

import { finishedAt, stepNumberAt } from '../../lab/index.ts';

/** How long a message travels, and how long a step stays at least when it has arrived, in ms at normal speed. */
export const travel = 480;
export const leastStay = 2000;

/** How fast somebody reads who also looks at a picture, in words a minute. */
const readingSpeed = 200;

export const speeds = [0.5, 1, 2] as const;
export type Speed = (typeof speeds)[number];

/** How long a step stays for so many words to be read, in ms at normal speed. */
export function stayFor(words: number): number {
  return Math.max(leastStay, (words * 60_000) / readingSpeed);
}

/**
 * Where the playhead stands after a while of playing.
 * @param start where it stood, in steps
 * @param elapsed ms since then
 * @param still steps happen at once, without a movement
 * @param stay how long a step stays, in ms at normal speed: the same each time it is asked; asked only when the step has arrived
 */
export function playheadAt(
  start: number,
  elapsed: number,
  speed: Speed,
  still: boolean,
  stay: (step: number) => number,
): number {
  let over = Math.floor(start);
  let time = elapsed * speed + (start - over) * travel;
  while (time >= travel) {
    const whole = travel + stay(over + 1);
    if (time < whole) return over + 1;
    time -= whole;
    over += 1;
  }
  const part = time / travel;
  return over + (still ? Math.ceil(part) : part);
}

/** The place one step before or after: a step that is under way counts as not yet finished. */
export function neighbour(cursor: number, direction: -1 | 1): number {
  return direction === 1 ? finishedAt(cursor) + 1 : stepNumberAt(cursor) - 1;
}
