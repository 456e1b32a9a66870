// Of what comes later the audience sees nothing, so that it can guess. It must not know how anything is drawn.

import { useLayoutEffect } from 'react';
import { type Lab, stepNumber } from '../../store/index.ts';
import { useLabStore } from '../context.ts';
import { bendPicture, modelOf } from '../stage/picture.ts';

/** Has the surrounding lab’s picture end where the playhead is, in columns that leave room for large type. */
export function useHorizon(): void {
  const lab = useLabStore();
  useLayoutEffect(() => {
    bendPicture(lab, (_, now) => presented(now));
    return () => bendPicture(lab);
  }, [lab]);
}

/** What of a lab’s picture an audience sees. What colours mean stands beside it. */
export function presented(lab: Lab) {
  const { legend: _, ...model } = modelOf(lab, stepNumber(lab));
  return { ...model, compact: true };
}
