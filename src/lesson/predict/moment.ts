// What can be read off a run about the step that comes next: who hears it, what that side makes of it, where both stand before. It must not know
// questions.

import type { Step, Timeline } from '../../lab/index.ts';
import { accountOf, type InsightOf, peerOf, standingOf } from '../../story/index.ts';
import { acceptedIn, visitsOf } from '../../story/ladders/index.ts';
import type { Insight, Role } from '../../tls/index.ts';
import type { Saying } from '../../words/predict/index.ts';

export const roles: readonly Role[] = ['client', 'server'];

/** A step as a choice calls it. */
export function sayingOf({ kind, name, from }: Pick<Step, 'kind' | 'name' | 'from'>): Saying {
  if (kind === 'change_cipher_spec') return { from, name: 'ChangeCipherSpec' };
  if (kind !== 'alert') return { from, name };
  return { from, name: name.endsWith(farewell) ? farewell : 'alert' };
}

const farewell = 'close_notify';

/** Whether a step is an alert that tells of a fault, or pretends to. */
export function warns({ kind, name }: Step): boolean {
  return kind === 'alert' && !name.endsWith(farewell);
}

/** What the hearer of a step says about itself on account of it, wherever the picture shows that. */
export function heardIn({ moments }: Timeline, step: Step): readonly Insight[] {
  const hearer = peerOf(step.from);
  return step.moments.flatMap((at) => {
    const moment = moments[at];
    return moment?.who === hearer ? [moment.insight] : [];
  });
}

/** The first fault of a run: who found it, and the step in which it came. */
export function firstFault(
  timeline: Timeline,
):
  | { readonly who: Role; readonly fault: InsightOf<'fault'>; readonly step: number; readonly shown: number }
  | undefined {
  const told = accountOf(timeline).find(({ insight }) => insight.kind === 'fault');
  if (told?.insight.kind !== 'fault') return undefined;
  const home = timeline.steps.find(({ moments }) => moments.includes(told.at));
  return { who: told.who, fault: told.insight, step: home?.number ?? told.step, shown: told.step };
}

/** The state in which a side is at a cursor, and what it takes there. */
export function stateAt(
  timeline: Timeline,
  who: Role,
  cursor: number,
): { readonly name: string; readonly takes: readonly string[] } {
  const visit = visitsOf(timeline, who, cursor).at(-1);
  if (!visit) return { name: 'START', takes: [] };
  const version = visit.version ?? timeline.circumstances.version;
  return { name: visit.name, takes: acceptedIn({ version, accepts: visit.accepts }) };
}

/** Whether the head of a side says at a cursor that it waits for something. */
export function waitsAt(timeline: Timeline, who: Role, cursor: number): boolean {
  const { facts, closed, busy } = standingOf(timeline, who, cursor);
  return !facts && !closed && busy === undefined && stateAt(timeline, who, cursor).takes.length > 0;
}

/** Whether a side is connected at a cursor, be it that it has been refused since. */
export function connectedAt(timeline: Timeline, who: Role, cursor: number): boolean {
  const { facts, state } = standingOf(timeline, who, cursor);
  return facts !== undefined || state?.name === 'CONNECTED';
}
