// Where a lab stands, and how that is called beside the scale of time.

import type { Timeline } from '../../lab/index.ts';
import type { LensName } from '../../store/index.ts';
import { stepLabel } from '../../story/index.ts';
import { words } from '../../words/ui/index.ts';

export interface Standing {
  readonly timeline: Timeline;
  /** The number of the step that the playhead is in or has just finished; 0 at the overview. */
  readonly number: number;
  readonly lens: LensName;
}

/** `CertificateRequest`, or what of it is seen on the wire, where the picture shows that; or words for the run as a whole. */
export function labelOf({ timeline, number, lens }: Standing): string {
  const step = timeline.steps[number - 1];
  return step ? stepLabel(timeline, step, lens) : words.playbar.whole;
}
