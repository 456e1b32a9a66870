// Has every step of a run told, by whoever tells it. It must not know where it is written.

import type { LensName, Timeline } from '../../lab/index.ts';
import { narrate, tellerOf } from '../../story/explain/index.ts';
import type { ToldStep } from '../../story/export/index.ts';
import { tellers } from '../inspector/explain/tellers.ts';

/** All steps of a run, each with its explanation. @throws MissingPart when somebody who tells can't be had */
export async function tellAll(timeline: Timeline, lens: LensName = 'everything'): Promise<readonly ToldStep[]> {
  const named = timeline.steps.map(({ number }) => ({ number, name: tellerOf(timeline, number, null, lens) }));
  await tellers.need(...named.flatMap(({ name }) => name ?? []));
  return named.map(({ number, name }) => ({
    number,
    narration: narrate(timeline, number, name && tellers.take(name), null, lens),
  }));
}
