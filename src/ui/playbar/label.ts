// How the current step is called beside the scale of time.

import { currentStep, type LabState } from '../../store/index.ts';
import { stepLabel } from '../../story/index.ts';
import { words } from '../words.ts';

/** `CertificateRequest`, or what of it is seen on the wire, where the picture shows that; or a word for the time before the first step. */
export function labelOf(state: Pick<LabState, 'cursor' | 'timeline' | 'view'>): string {
  const step = currentStep(state);
  return step ? stepLabel(state.timeline, step, state.view.lens) : words.playbar.start;
}
