// Where the eye belongs in a run: where it fails, and where a page opens that was told no step. Pure. It must not know why something fails.

import { remembered } from './time.ts';
import type { Timeline } from './timeline.ts';

/** Whether some side refused. */
export function failed(timeline: Timeline): boolean {
  return faultMoment(timeline) !== undefined;
}

/**
 * The step that carries the news of the first fault, that is, the first alert after it, or else the step in which the fault was found;
 * without a fault the last step.
 */
export const landing: (timeline: Timeline) => number = remembered((timeline) => {
  const { steps } = timeline;
  const fault = faultMoment(timeline);
  if (fault === undefined) return steps.length;
  const alert = steps.find(({ kind, moments }) => kind === 'alert' && moments.some((at) => at >= fault));
  return (alert ?? steps.find(({ moments }) => moments.includes(fault)))?.number ?? steps.length;
});

/** Whether both sides end as those of an honest run do: each has said goodbye, and heard it. */
export function endsWell({ ends }: Pick<Timeline, 'ends'>): boolean {
  return ends.client.state === 'closed' && ends.server.state === 'closed';
}

/** The step at which a run opens when nobody says where: 0, its overview, if it ends well, and else where it fails. */
export function opensAt(timeline: Timeline): number {
  return endsWell(timeline) ? 0 : landing(timeline);
}

function faultMoment(timeline: Timeline): number | undefined {
  return timeline.moments.find((moment) => 'insight' in moment && moment.insight.kind === 'fault')?.at;
}
