// The lab as the words beside the picture read it: a task later, so that no frame has to draw the picture and write the words.
// It must not know who reads what.

import { useEffect, useState } from 'react';
import { type Lab, stepNumber } from '../../store/index.ts';
import { useLabStore } from '../context.ts';
import { soon } from './soon.ts';

/** What can be had late. Of the cursor it is the step: where in it the cursor stands is not followed. */
export type LateLab = Pick<Lab, 'timeline' | 'view' | 'cursor'>;

/** The surrounding lab's state, for what the reader takes in after the picture. */
export function useLateLab(): LateLab {
  const store = useLabStore();
  const [seen, see] = useState<LateLab>(store.getState);
  useEffect(() => {
    const look = (): void => see(store.getState());
    const later = soon(look);
    look();
    return store.subscribe((lab, before) => !alike(lab, before) && later());
  }, [store]);
  return seen;
}

function alike(a: LateLab, b: LateLab): boolean {
  return a.timeline === b.timeline && a.view === b.view && stepNumber(a) === stepNumber(b);
}
