// Plays by itself, and over and over, where whoever made the exhibit wants that: only while it is in sight, and never for a reader who wants
// things to keep still. It must not know what is played.

import { type RefObject, useEffect, useRef, useState } from 'react';
import { excerptOf, failed, type LabStore, landing } from '../../store/index.ts';
import { useLab, useLabStore } from '../context.ts';
import { prefersStillness } from '../media.ts';
import type { Player } from '../playbar/player.ts';

/** How long the last picture stands before it begins again, and then the first one before it moves, in ms. */
const pause = 4000;
const rest = 2000;

export interface AutoplayProps {
  readonly player: Player;
  readonly root: RefObject<HTMLElement | null>;
}

/** Nothing to be seen. */
export function Autoplay({ player, root }: AutoplayProps) {
  const store = useLabStore();
  const { auto, loop } = useLab((lab) => lab.view);
  const sight = useInSight(root);
  const latest = useRef(player);
  latest.current = player;
  const begun = useRef(false);
  const interrupted = useRef(false);
  useEffect(() => {
    const { playing, toggle } = latest.current;
    if (!sight && playing) {
      interrupted.current = true;
      toggle();
    } else if (sight && !playing && (interrupted.current || (auto && !begun.current && !prefersStillness()))) {
      begun.current = true;
      interrupted.current = false;
      toggle();
    }
  }, [sight, auto]);
  const before = useRef(false);
  useEffect(() => {
    const stopped = before.current && !player.playing;
    before.current = player.playing;
    if (!stopped || !loop || interrupted.current || !ended(store)) return undefined;
    let timer = setTimeout(() => {
      if (!ended(store)) return;
      const { first } = excerptOf(store.getState());
      latest.current.seek(first, 'jump');
      timer = setTimeout(() => store.getState().cursor === first && latest.current.toggle(), rest);
    }, pause);
    return () => clearTimeout(timer);
  }, [player.playing, loop, store]);
  return null;
}

/** Whether the playhead stands where playing ends by itself. */
function ended(store: LabStore): boolean {
  const { cursor, by, timeline } = store.getState();
  const { last } = excerptOf(store.getState());
  return by !== 'hand' && (cursor === last || (failed(timeline) && cursor === landing(timeline)));
}

/** Whether at least half of it can be seen, as far as the browser tells. */
function useInSight(root: RefObject<HTMLElement | null>): boolean {
  const [sight, setSight] = useState(false);
  useEffect(() => {
    const watched = root.current;
    if (!watched) return undefined;
    const observer = new IntersectionObserver(
      (entries) => setSight(entries.some(({ intersectionRatio }) => intersectionRatio >= 0.5)),
      { threshold: [0, 0.5] },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [root]);
  return sight;
}
