// Whether questions are to stand in what is handed out of a lab: said where it is printed from, remembered as long as the lab is there.
// It must not know what is asked.

import { useState } from 'react';
import { shelf } from '../../shelf/index.ts';
import type { LabStore } from '../../store/index.ts';
import { useLab, useLabStore } from '../context.ts';
import type { Posed, Tellers } from './posed.ts';

const parts = shelf({ posing: () => import('./posing/index.ts').then(({ posing }) => posing()) });

const wanted = new WeakMap<LabStore, boolean>();

/** Whether questions are wanted, and what says so; when they are, what makes them is fetched, so that it is here when somebody prints. */
export function useWanted(): readonly [boolean, (want: boolean) => void] {
  const lab = useLabStore();
  const [wants, setWants] = useState(wanted.get(lab) ?? false);
  return [
    wants,
    (want) => {
      wanted.set(lab, want);
      setWants(want);
      if (want) fetchPosing();
    },
  ];
}

/** The questions of the lab’s run; undefined where none are wanted, null as long as what makes them is not here, or who explains the answers. */
export function usePosed(tellers: Tellers): Posed | null | undefined {
  const lab = useLabStore();
  const timeline = useLab((state) => state.timeline);
  if (!wanted.get(lab)) return undefined;
  if (parts.has('posing')) return parts.take('posing')(timeline, tellers);
  fetchPosing();
  return null;
}

/** If it can’t be had, the paper says so. */
function fetchPosing(): void {
  parts.need('posing').catch(() => undefined);
}
