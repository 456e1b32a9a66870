// What each record carried: the carriage, the record as its sender sealed it, and the steps whose messages are in it. It must not know
// what becomes of a record afterwards.

import type { Role, SeenRecord } from '../../tls/index.ts';
import type { Carriage, Step, Timeline } from '../timeline.ts';

export interface Loaded {
  readonly carriage: Carriage;
  /** As its sender sealed it; absent for what its sender never said. */
  readonly sealed?: SeenRecord;
  /** The steps whose messages are in it, or, if there are none, the one into which it falls. */
  readonly steps: readonly Step[];
}

/** All records of a run, in the order in which they were carried, those that were dropped among them. */
export function loads(timeline: Timeline): readonly Loaded[] {
  const sealed = sealedIn(timeline);
  return timeline.moments.flatMap((moment): Loaded[] => {
    if (!('carriage' in moment)) return [];
    const { carriage } = moment;
    const { from, ordinal } = carriage;
    const record = ordinal === undefined ? undefined : sealed[from].get(ordinal);
    const within = record ? stepsIn(timeline, from, record) : [];
    const home = timeline.steps.find(({ moments }) => moments.includes(moment.at));
    return [{ carriage, ...(record && { sealed: record }), steps: within.length > 0 || !home ? within : [home] }];
  });
}

function sealedIn({ moments }: Timeline): Readonly<Record<Role, ReadonlyMap<number, SeenRecord>>> {
  const sealed = { client: new Map<number, SeenRecord>(), server: new Map<number, SeenRecord>() };
  for (const moment of moments)
    if (moment.who !== 'network' && moment.insight.kind === 'sealed')
      sealed[moment.who].set(moment.insight.record.ordinal, moment.insight.record);
  return sealed;
}

/** The steps of the handshake messages in a record. */
function stepsIn({ steps, moments }: Timeline, from: Role, { parts }: SeenRecord): readonly Step[] {
  const inside = new Set(parts.map(({ message }) => message));
  return steps.filter((step) => {
    const moment = moments[step.said];
    if (step.from !== from || !moment || moment.who === 'network' || moment.insight.kind !== 'said') return false;
    return inside.has(moment.insight.message.ordinal);
  });
}
