// What becomes of a step on its way and at its receiver, read off the timeline. It must not know words but those that tell it.

import type { Carriage } from '../../lab/index.ts';
import { sentenceOf } from '../../words/causes/index.ts';
import { fates as words } from '../../words/explain/index.ts';
import { accountOf, allOf, firstOf, type InsightOf, type Told } from '../account.ts';
import { arrowOf } from '../arrows.ts';
import { harmBefore } from '../refusals/harm.ts';
import { plain, rich } from '../rich.ts';
import type { Chapter } from './chapter.ts';
import { type Episode, sees } from './sources.ts';

/** What the receiver of a step told while it dealt with it, whenever the picture shows that. */
export function reception({ timeline, step, to }: Episode): readonly Told[] {
  const own = new Set(step.moments);
  return accountOf(timeline).filter(({ who, at }) => who === to && own.has(at));
}

/** Whether the receiver refuses what a step says. */
export function isRefused(episode: Episode): boolean {
  return firstOf(reception(episode), 'fault') !== undefined;
}

/** What the receiver of a proof finds; undefined where it does not look, or where we may not know. */
export function findingOf(episode: Episode, what: 'signature' | 'finished'): boolean | undefined {
  if (!sees(episode, episode.to)) return undefined;
  return allOf(reception(episode), 'check').find((check) => check.what === what)?.ok;
}

/** Whether somebody on the wire had a hand in a step’s own records. */
function harmIn({ timeline, step }: Episode): string | undefined {
  return arrowOf(timeline, step, false).interference;
}

/** A chapter with what happens to its message on the way, and what its receiver makes of it, where that is not as usual. */
export function withFate(episode: Episode, chapter: Chapter): Chapter {
  const harm = episode.lens === 'everything' ? harmIn(episode) : undefined;
  const text = sees(episode, episode.to) ? fateOf(episode, harm) : undefined;
  const { prose } = chapter;
  const lead = harm ? [words.onItsWay(plain(harm), episode.from), ...prose.lead] : prose.lead;
  return {
    ...chapter,
    prose: { ...prose, lead },
    ...(text !== undefined && { otherSide: { title: words.title(episode.to), text: rich(text) } }),
  };
}

function fateOf(episode: Episode, harm: string | undefined): string | undefined {
  const { timeline, step, to } = episode;
  const account = accountOf(timeline).filter(({ who }) => who === to);
  const left = account.find(({ insight, step: at }) => insight.kind === 'closed' && at < step.number);
  if (left) return words.left(left.step, (left.insight as InsightOf<'closed'>).how === 'transport');
  // What a side has done wrong comes out when the other one says so; what was done on the wire is told at once.
  const meddled = harmBefore(episode) !== undefined;
  const refusal = reception(episode).find(({ insight }) => insight.kind === 'fault');
  if (refusal) {
    if (!meddled) return undefined;
    return words.refused(plain(sentenceOf(refusal.insight as InsightOf<'fault'>)), refusal.step, step.number);
  }
  if (step.heard === undefined) return meddled ? unheard(episode, account) : undefined;
  return harm === undefined ? undefined : words.unnoticed(noticedIn(episode));
}

/** Why a message that its receiver was there for is never heard. */
function unheard({ timeline, step, to }: Episode, account: readonly Told[]): string {
  const lost = step.moments.some((at) => {
    const moment = timeline.moments[at];
    return moment !== undefined && 'carriage' in moment && isLost(moment.carriage);
  });
  if (lost) return words.lost;
  const fault = account.find(({ insight }) => insight.kind === 'fault');
  const stopped = fault && timeline.steps.find(({ moments }) => moments.includes(fault.at));
  return stopped && stopped.number <= step.number ? words.stopped(stopped.number, stopped.name) : words.never(to);
}

function isLost({ fate }: Carriage): boolean {
  return fate === 'dropped';
}

/** The step in which somebody finds fault after this one. */
function noticedIn({ timeline, step }: Episode): number | undefined {
  return accountOf(timeline).find(({ insight, step: at }) => insight.kind === 'fault' && at > step.number)?.step;
}
