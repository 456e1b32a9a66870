// The timeline retold in steps: for everything that an endpoint said about itself, the step in which the picture shows it.
// Pure; remembered per timeline. It must not know words or rows.

import { finishedAt, type Moment, remembered, type Step, stepNumberAt, type Timeline } from '../lab/index.ts';
import type { Insight, Role, Version } from '../tls/index.ts';

/** Something an endpoint said about itself, and the step that shows it; 0: before everything. */
export interface Told {
  readonly at: number;
  readonly who: Role;
  readonly insight: Insight;
  readonly step: number;
}

/** An insight of one kind. */
export type InsightOf<K extends Insight['kind']> = Extract<Insight, { readonly kind: K }>;

/**
 * What both sides told, in time order. A step shows what both sides did about its message. From a refusal on it is different: what
 * refuses is shown with the alert that it leads to, after everything the other side had said and believed by then.
 */
export const accountOf: (timeline: Timeline) => readonly Told[] = remembered((timeline) => {
  const home = homes(timeline);
  const floor: Record<Role, number> = { client: 0, server: 0 };
  return timeline.moments.flatMap((moment): Told[] => {
    if (!isTold(moment)) return [];
    const { at, who, insight } = moment;
    const latest = latestSaid(timeline, at);
    if (floor[who] === 0 && refuses(insight, timeline.ends[who]))
      floor[who] = alertAfter(timeline, who, at)?.number ?? latest;
    const base = beforeAll(timeline, moment) ? 0 : (home.get(at) ?? latest);
    return [{ at, who, insight, step: Math.max(base, floor[who], switchingAt(timeline, moment)) }];
  });
});

/** The version that is spoken: the one that was agreed on, or else the one that was wanted. */
export const versionOf: (timeline: Timeline) => Version = remembered((timeline) => {
  for (const moment of timeline.moments) {
    if (isTold(moment) && moment.insight.kind === 'state' && moment.insight.version) return moment.insight.version;
  }
  return timeline.circumstances.version;
});

/** Whether this happened by the time the playhead stands at `cursor`. What a sender does before it speaks opens the step. */
export function happened(timeline: Timeline, { at, who, step }: Told, cursor: number): boolean {
  if (step <= finishedAt(cursor)) return true;
  if (step > stepNumberAt(cursor)) return false;
  const current = timeline.steps[step - 1];
  return current !== undefined && current.from === who && at <= current.said;
}

/** What one side told up to the cursor. */
export function toldBy(timeline: Timeline, who: Role, cursor: number): readonly Told[] {
  return accountOf(timeline).filter((told) => told.who === who && happened(timeline, told, cursor));
}

/** What both sides told in one step. */
export function toldIn(timeline: Timeline, step: Step): readonly Told[] {
  return accountOf(timeline).filter((told) => told.step === step.number);
}

/** The first insight of a kind among those told. */
export function firstOf<K extends Insight['kind']>(
  told: readonly Told[],
  kind: K,
  who?: Role,
): InsightOf<K> | undefined {
  const found = told.find((each) => each.insight.kind === kind && (who === undefined || each.who === who));
  return found?.insight as InsightOf<K> | undefined;
}

/** All insights of a kind among those told. */
export function allOf<K extends Insight['kind']>(told: readonly Told[], kind: K): readonly InsightOf<K>[] {
  return told.flatMap(({ insight }) => (insight.kind === kind ? [insight as InsightOf<K>] : []));
}

/** The other one of the two. */
export function peerOf(who: Role): Role {
  return who === 'client' ? 'server' : 'client';
}

/** A moment of one side, not of the wire. */
type Own = Extract<Moment, { readonly who: Role }>;

function isTold(moment: Moment): moment is Own {
  return moment.who !== 'network';
}

/** In TLS 1.2 a side writes with new keys from its ChangeCipherSpec on: that is where the picture shows them. */
function switchingAt(timeline: Timeline, { at, who, insight }: Own): number {
  if (insight.kind !== 'keys' || insight.direction !== 'write' || versionOf(timeline) !== '1.2') return 0;
  return timeline.steps.filter(({ from, said }) => from === who && said <= at).at(-1)?.number ?? 0;
}

/** Whether this was so before the first word was said, by the side that does not say it. */
function beforeAll({ steps: [first] }: Timeline, { at, who }: Moment): boolean {
  return first !== undefined && at < first.said && who !== first.from;
}

function refuses(insight: Insight, { facts }: Timeline['ends'][Role]): boolean {
  // Some connect all the same with whoever they have found not to be proven.
  if (insight.kind === 'verdict') return !insight.verdict.ok && !facts;
  // Without the extended master secret a client goes on (RFC 7627 section 5.2).
  const lenient = insight.kind === 'check' && insight.what === 'extended master secret';
  return insight.kind === 'fault' || (insight.kind === 'check' && !insight.ok && !lenient);
}

function homes({ steps }: Timeline): ReadonlyMap<number, number> {
  const home = new Map<number, number>();
  for (const step of steps) {
    for (const at of step.moments) if (!home.has(at)) home.set(at, step.number);
  }
  return home;
}

/** The number of the last step that was said by a moment; 0: none was. */
export function latestSaid({ steps }: Timeline, at: number): number {
  return steps.filter((step) => step.said <= at).at(-1)?.number ?? 0;
}

function alertAfter({ steps }: Timeline, who: Role, at: number): Step | undefined {
  return steps.find((step) => step.kind === 'alert' && step.from === who && step.said >= at);
}
