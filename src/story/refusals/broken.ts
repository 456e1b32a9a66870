// Tells a write that breaks: one side has refused and closed, the other writes on before it reads, and its transport has been reset.
// Its words come from words/explain/writes.ts.

import type { Timeline } from '../../lab/index.ts';
import { failures, newsOf, writes as words } from '../../words/explain/index.ts';
import { tlsReference } from '../../words/references.ts';
import { accountOf, firstOf, versionOf } from '../account.ts';
import type { Aside, Narration } from '../explain/narration.ts';
import type { Episode } from '../explain/sources.ts';
import { alertIn } from '../reading.ts';
import { rich } from '../rich.ts';
import { brokenLogs, errorAlerts } from './alert.ts';

/** What a step that is said to a transport which was reset has to tell; undefined for any other. */
export function brokenWrite(episode: Episode): Narration | undefined {
  const { timeline, step, from: who, to: by, lens } = episode;
  if (step.wreck !== 'neverSent') return undefined;
  const broken = {
    who,
    by,
    alert: lens === 'everything' ? unreadAlert(timeline) : undefined,
    afterwards: firstOf(accountOf(timeline), 'connected', by) !== undefined,
  };
  return {
    title: words.title(who),
    gist: rich(words.gist(broken)),
    lead: words.lead(broken).map(rich),
    checks: [],
    facts: [],
    otherSide: {
      title: failures.sightTitle(who),
      text: rich(words.sight(broken)),
      ...(lens === 'everything' && waysFrom(episode, { fate: 'reset', since: 1 })),
    },
    ...brokenLogs(who),
    remedy: { title: words.remedyTitle, text: rich(words.remedy(who, by)) },
    references: [tlsReference(errorAlerts[versionOf(timeline)])],
  };
}

/** The number of the step in which a write breaks; 0: none does. */
export function brokenStep(timeline: Timeline): number {
  return timeline.steps.find((step) => step.wreck === 'neverSent')?.number ?? 0;
}

/** How an alert got lost that nobody has read. */
export function lostTo({ step }: Episode): 'reset' | 'lost' {
  return step.wreck === 'neverRead' ? 'reset' : 'lost';
}

/** How the same refusal looks where somebody else is first, or in the version in which that makes no difference. */
export function waysFrom(
  { timeline, to }: Episode,
  { fate, since }: Pick<failures.Sight, 'fate' | 'since'>,
): Pick<Aside, 'ways'> {
  if (versionOf(timeline) !== '1.3') return {};
  const { serverFirst, tls12, clientFirst } = words.ways;
  if (fate === 'reset')
    return {
      ways: [
        { label: serverFirst, change: { first: 'server' } },
        { label: tls12, change: { version: '1.2' } },
      ],
    };
  return fate === 'read' && since !== undefined && to === 'client'
    ? { ways: [{ label: clientFirst, change: { first: 'client' } }] }
    : {};
}

function unreadAlert(timeline: Timeline) {
  for (const step of timeline.steps) {
    const alert = step.wreck === 'neverRead' ? alertIn(timeline, step) : undefined;
    if (!alert) continue;
    const { description: name, code: number } = alert;
    return { name, number, step: step.number, news: newsOf(name) };
  }
  return undefined;
}
