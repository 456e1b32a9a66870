// Playing: a loop over animation frames that asks the store to seek. Stepping and scrubbing go the same way without a loop.
// It must not know what is played.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Timeline } from '../../lab/index.ts';
import { excerptOf, failed, type LabStore, landing, type Mover } from '../../store/index.ts';
import { soon } from '../frames/soon.ts';
import { prefersStillness } from '../media.ts';
import { neighbour, playheadAt, type Speed, stayFor } from './pace.ts';

export interface Player {
  readonly playing: boolean;
  readonly speed: Speed;
  /** Plays, from the first message when the run is over; or pauses. */
  toggle(): void;
  /** Goes one step on or back, and pauses. */
  step(direction: -1 | 1, by: Mover): void;
  /** Goes to a place, and pauses. */
  seek(cursor: number, by: Mover): void;
  pause(): void;
  setSpeed(speed: Speed): void;
}

/** What moves the playhead when a key does: a jump, or, held down, a hand. */
export function heldOrPressed({ repeat }: { readonly repeat: boolean }): Mover {
  return repeat ? 'hand' : 'jump';
}

/** How many words there are to read about a step; 0 as long as nobody can tell. */
export type Length = (timeline: Timeline, step: number) => number;

/** The player of a lab. It pauses by itself at a failure, at the end, and when somebody else moves the cursor. */
export function usePlayer(store: LabStore, length: Length): Player {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const pause = useCallback(() => setPlaying(false), []);
  useEffect(() => (playing ? play(store, speed, length, pause) : undefined), [store, playing, speed, length, pause]);
  return useMemo(() => {
    const seek = (cursor: number, by: Mover): void => {
      pause();
      store.getState().seek(cursor, by);
    };
    return {
      playing,
      speed,
      setSpeed,
      pause,
      seek,
      step: (direction, by) => seek(neighbour(store.getState().cursor, direction), by),
      toggle: () => setPlaying(!playing),
    };
  }, [store, playing, speed, pause]);
}

/**
 * Starts the loop; the returned function ends it. A frame only says what time it is: drawing in it, too, would hold it up, so the playhead
 * moves in a task after it.
 */
function play(store: LabStore, speed: Speed, length: Length, done: () => void): () => void {
  const { cursor: stood, timeline: run } = store.getState();
  const { first, last } = excerptOf(store.getState());
  const start = stood < last ? stood : first;
  const stop = failed(run) && start < landing(run) ? Math.min(last, landing(run)) : last;
  const stay = onceEach((step) => stayFor(length(run, step)));
  const still = prefersStillness();
  let began: number | undefined;
  let expected = stood;
  let ended = false;
  const advance = soon((now: number) => {
    const { cursor, seek } = store.getState();
    if (ended) return;
    if (cursor !== expected) return done();
    began ??= now;
    seek(Math.min(stop, playheadAt(start, now - began, speed, still, stay)), still ? 'jump' : 'play');
    expected = store.getState().cursor;
    if (expected >= stop) return done();
    frame = requestAnimationFrame(advance);
  });
  let frame = requestAnimationFrame(advance);
  return () => {
    ended = true;
    cancelAnimationFrame(frame);
  };
}

/** What was answered once is answered so again. */
function onceEach(answer: (step: number) => number): (step: number) => number {
  const known = new Map<number, number>();
  return (step) => {
    const given = known.get(step) ?? answer(step);
    known.set(step, given);
    return given;
  };
}
