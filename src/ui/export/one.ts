// Which of two runs goes into a file that has room for one. It must not know how files are made.

import { useEffect, useState, useSyncExternalStore } from 'react';
import { shelf } from '../../shelf/index.ts';
import { type LabStore, ownInUse } from '../../store/index.ts';
import type { Side } from '../../words/compare/index.ts';
import { useLab, useLabStore } from '../context.ts';

export const beside = shelf({ compare: () => import('../compare/index.ts') });

/** The lab whose run it is. */
export interface One {
  readonly lab: LabStore;
  /** Which of two it is; undefined where there is one. */
  readonly side: Side | undefined;
}

/** One of both, by choice. @returns also whether either run is played with what the reader brought */
export function useOne(): One & { readonly own: boolean; readonly choose: (side: Side) => void } {
  const store = useLabStore();
  const comparing = useLab((lab) => lab.open.beside);
  const ownAlone = useLab(ownInUse);
  const [side, choose] = useState<Side>('a');
  const [here, arrive] = useState(beside.has('compare'));
  useEffect(() => {
    // Where it can't be had, whatever needs it says so.
    if (comparing)
      beside.need('compare').then(
        () => arrive(true),
        () => undefined,
      );
  }, [comparing]);
  const part = comparing && here ? beside.take('compare') : undefined;
  const watched = part ? part.besideOf(store) : undefined;
  const second = useSyncExternalStore(
    watched ? watched.subscribe : store.subscribe,
    () => watched?.getState().second ?? null,
  );
  if (!part || !second) return { lab: store, side: undefined, own: ownAlone, choose };
  const lab = side === 'a' ? store : part.companionOf(store);
  return { lab, side, own: ownAlone || second.brought, choose };
}
