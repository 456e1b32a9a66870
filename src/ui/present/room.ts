// How much room there is, and what it is used for: how large everything is, and where the sentence stands. It must not know what is shown.

import { type RefObject, useLayoutEffect, useReducer } from 'react';
import { hall, useMedia } from '../media.ts';
import { useShow } from './session.ts';
import type { Place } from './windows/index.ts';

/** What is laid out for this many px is shown as large as it fits: on the usual projector, 1.6 times. */
const laid = { width: 800, height: 450 };
const least = 1.6;

/** Where there is less width than this for each px of height, the sentence stands below. */
const wide = 1.2;

/** Tells the styles of the lab's root where the sentence stands, and how much larger everything is. */
export function useRoom(root: RefObject<HTMLElement | null>, role: Place['role'] | null): void {
  const large = useMedia(hall);
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const below = useBelow();
  useLayoutEffect(() => {
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, []);
  useLayoutEffect(() => {
    const lab = root.current;
    if (!lab) return;
    const fits = Math.min(innerWidth / laid.width, innerHeight / laid.height);
    const place = below ? 'below' : 'beside';
    lab.dataset.present = role === 'console' ? role : place;
    lab.toggleAttribute('data-audience', role === 'audience');
    lab.style.setProperty('--larger', String(large && role !== 'console' ? Math.max(least, fits) : 1));
  });
  useLayoutEffect(() => {
    const lab = root.current;
    return () => {
      delete lab?.dataset.present;
      delete lab?.dataset.audience;
      lab?.style.removeProperty('--larger');
    };
  }, [root]);
}

/** Whether the sentence stands below the picture. */
export function useBelow(): boolean {
  const chosen = useShow((show) => show.below);
  const large = useMedia(hall);
  const tall = useMedia(`(max-aspect-ratio: ${wide})`);
  return chosen ?? (tall || !large);
}
