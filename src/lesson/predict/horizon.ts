// A run as far as somebody may see it: what comes after a step is not there. Whoever draws or tells it can’t give away what they haven’t got.
// It must not know questions.

import type { Ending, Happened, Moment, Step, Timeline } from '../../lab/index.ts';
import { accountOf } from '../../story/index.ts';

/**
 * The run up to the end of a step: of what both sides and the wire did, only what belongs to these steps.
 * @param last the number of the last step that may be seen
 */
export function upTo(timeline: Timeline, last: number): Timeline {
  if (last >= timeline.steps.length) return timeline;
  const told = new Map(accountOf(timeline).map(({ at, step }) => [at, step]));
  const within = timeline.steps.slice(0, last);
  const seen = new Set(within.flatMap(({ moments }) => moments));
  const kept = timeline.moments.filter(({ at }) => (told.has(at) ? (told.get(at) ?? 0) <= last : seen.has(at)));
  const places = new Map(kept.map(({ at }, place) => [at, place]));
  const placed = (at: number | undefined): number | undefined => (at === undefined ? undefined : places.get(at));
  const { scenario, circumstances } = timeline;
  return {
    ...(scenario && { scenario }),
    circumstances,
    moments: kept.map((moment, at): Moment => ({ ...(moment satisfies Happened), at })),
    steps: within.map((step): Step => {
      const { heard: _, ...rest } = step;
      const heard = placed(step.heard);
      return {
        ...rest,
        moments: step.moments.flatMap((at) => placed(at) ?? []),
        said: placed(step.said) ?? 0,
        ...(heard !== undefined && { heard }),
      };
    }),
    ghosts: [],
    ends: { client: open, server: open },
  };
}

/** How it ends is not known yet. */
const open: Ending = { state: 'waiting' };
