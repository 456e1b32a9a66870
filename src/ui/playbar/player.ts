// Playing: a loop over animation frames that asks the store to seek. Stepping and scrubbing go the same way without a loop.
// It must not know what is played.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { LabStore, Mover } from '../../store/index.ts';
import { soon } from '../frames/soon.ts';
import { prefersStillness } from '../media.ts';
import { neighbour, playheadAt, type Speed } from './pace.ts';

export interface Player {
  readonly playing: boolean;
  readonly speed: Speed;
  /** Plays, from the start when the run is over; or pauses. */
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

/** The player of a lab. It pauses by itself at the end and when somebody else moves the cursor. */
export function usePlayer(store: LabStore): Player {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  const pause = useCallback(() => setPlaying(false), []);
  useEffect(() => (playing ? play(store, speed, pause) : undefined), [store, playing, speed, pause]);
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
      toggle() {
        const { cursor, timeline } = store.getState();
        if (!playing && cursor >= timeline.steps.length) store.getState().seek(0, 'jump');
        setPlaying(!playing);
      },
    };
  }, [store, playing, speed, pause]);
}

/**
 * Starts the loop; the returned function ends it. A frame only says what time it is: drawing in it, too, would hold it up, so the playhead
 * moves in a task after it.
 */
function play(store: LabStore, speed: Speed, done: () => void): () => void {
  const start = store.getState().cursor;
  const still = prefersStillness();
  let began: number | undefined;
  let expected = start;
  let ended = false;
  const advance = soon((now: number) => {
    const { cursor, timeline, seek } = store.getState();
    if (ended) return;
    if (cursor !== expected) return done();
    began ??= now;
    seek(playheadAt(start, now - began, speed, still), still ? 'jump' : 'play');
    expected = store.getState().cursor;
    if (expected >= timeline.steps.length) return done();
    frame = requestAnimationFrame(advance);
  });
  let frame = requestAnimationFrame(advance);
  return () => {
    ended = true;
    cancelAnimationFrame(frame);
  };
}
