// How time becomes a place of the playhead: each step is a movement and then a rest to read in.
// Pure arithmetic. It must not know clocks, the store or the screen.

import { finishedAt, stepNumberAt } from '../../lab/index.ts';

/** How long a message travels and how long a whole step lasts, in ms at normal speed. */
export const travel = 480;
export const beat = 1500;

export const speeds = [0.5, 1, 2] as const;
export type Speed = (typeof speeds)[number];

/**
 * Where the playhead stands after a while of playing.
 * @param start where it stood, in steps
 * @param elapsed ms since then
 * @param still steps happen at once, without a movement
 */
export function playheadAt(start: number, elapsed: number, speed: Speed, still: boolean): number {
  const begun = Math.floor(start);
  const time = elapsed * speed + (start - begun) * travel;
  const whole = Math.floor(time / beat);
  const part = Math.min(1, (time - whole * beat) / travel);
  return begun + whole + (still ? Math.ceil(part) : part);
}

/** The place one step before or after: a step that is under way counts as not yet finished. */
export function neighbour(cursor: number, direction: -1 | 1): number {
  return direction === 1 ? finishedAt(cursor) + 1 : stepNumberAt(cursor) - 1;
}
