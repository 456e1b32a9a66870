// What came of a message in this run, as far as whoever looks may know it: whether a proof fits, whether there is a common secret.
// It must not know words.

import { equal } from '../../bytes/index.ts';
import type { ProofFit } from '../../words/explain/index.ts';
import { accountOf, allOf, firstOf, toldIn } from '../account.ts';
import { findingOf, reception } from '../explain/fate.ts';
import { type Episode, earlier, helloValues, sees } from '../explain/sources.ts';
import { harmBefore } from '../refusals/harm.ts';

/** Whether both sides come to the same secret; undefined where neither is told, or where we may not know. */
export function agreementOf(
  { timeline, lens }: Episode,
  name: 'shared_secret' | 'pre_master_secret',
): 'same' | 'other' | 'none' | undefined {
  if (lens !== 'everything') return undefined;
  const [client, server] = (['client', 'server'] as const).map((who) => {
    const own = accountOf(timeline).filter((told) => told.who === who);
    return allOf(own, 'secret').find(({ secret }) => secret.id === name)?.secret.value;
  });
  if (!client || !server) return 'none';
  return equal(client, server) ? 'same' : 'other';
}

/** What a ServerHello picks that its client had not offered. */
export function notOffered(
  { timeline, step }: Episode,
  picked: { readonly version: string; readonly suite: string; readonly group?: string },
): readonly string[] {
  const hello = earlier(timeline, step, 'ClientHello');
  if (!hello) return [];
  const { versions, suites, groups } = helloValues(hello);
  const lists = [
    [picked.version, versions],
    [picked.suite, suites],
    [picked.group, groups],
  ] as const;
  return lists.flatMap(([value, offered]) =>
    value === undefined || offered.length === 0 || offered.includes(value) ? [] : [value],
  );
}

/** What its receiver finds of a signature. */
export function fitsIn(episode: Episode): ProofFit {
  const found = findingOf(episode, 'signature');
  if (found === true) return 'fits';
  if (found === false) return meddled(episode) ? 'meddled' : 'wrong';
  if (!sees(episode, episode.to)) return 'open';
  const fault = firstOf(reception(episode), 'fault')?.cause;
  return fault === 'scheme-not-offered' || fault === 'scheme-does-not-fit-key' ? 'unwanted' : 'open';
}

/** Whether somebody on the wire has changed what a signature covers, which neither side can know. */
function meddled(episode: Episode): boolean {
  if (episode.lens !== 'everything') return false;
  const harm = harmBefore(episode);
  return harm !== undefined && harm.fate !== 'injected';
}

/** Whether the sender of a KeyUpdate takes new keys after it. */
export function renews({ timeline, step, from }: Episode): boolean {
  const later = timeline.steps.filter(({ number }) => number >= step.number);
  return later.some((each) =>
    allOf(
      toldIn(timeline, each).filter(({ who }) => who === from),
      'keys',
    ).some(({ direction, generation }) => direction === 'write' && generation > 0),
  );
}
