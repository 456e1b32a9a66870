// Tells what no check explains: an alert out of the blue, a forged one, an end without a word.
// Its words come from words/explain/failures.ts.

import type { Timeline } from '../../lab/index.ts';
import type { Role } from '../../tls/index.ts';
import { failures as words } from '../../words/explain/index.ts';
import { tlsReference } from '../../words/references.ts';
import { allOf, firstOf, peerOf, versionOf } from '../account.ts';
import type { Narration, Reference } from '../explain/narration.ts';
import { awaited, type Episode, judgements, strayAlert } from '../explain/sources.ts';
import { rich } from '../rich.ts';
import { type Alert, errorAlerts, logsOf } from './alert.ts';
import { brokenWrite } from './broken.ts';

/** The end, or the warning, that a step shows. @param alert the step's own, if it is one */
export function endingOf(episode: Episode, alert: Alert | undefined): Narration | undefined {
  if (alert && alert.description !== 'close_notify') return bareNarration(episode, alert);
  return forgedNarration(episode) ?? brokenWrite(episode) ?? cutNarration(episode);
}

function bareNarration({ from, to, timeline }: Episode, alert: Alert): Narration {
  const version = versionOf(timeline);
  const goesOn = version === '1.2' && alert.level === 'warning';
  const { title, gist, lead } = words.bareAlert(from, alert.description, alert.code, goesOn);
  return {
    title,
    gist: rich(gist),
    lead: lead.map(rich),
    checks: [],
    facts: [],
    references: [tlsReference(errorAlerts[version])],
    ...logsOf(alert, to, version),
  };
}

/** An alert that one side got and the other never sent. */
function forgedNarration(episode: Episode): Narration | undefined {
  const stray = strayAlert(episode);
  if (!stray) return undefined;
  const { who, alert } = stray;
  const { title, gist, lead } = words.forgedAlert(
    who,
    peerOf(who),
    alert.description,
    alert.code,
    alert.epoch === 'cleartext',
  );
  return {
    title,
    gist: rich(gist),
    lead: lead.map(rich),
    checks: [],
    facts: [],
    references: [tlsReference(errorAlerts[versionOf(episode.timeline)])],
    ...logsOf(alert, who, versionOf(episode.timeline)),
  };
}

/** An end that nobody has announced. */
function cutNarration({ told, timeline, step }: Episode): Narration | undefined {
  const witnesses = roles.flatMap((who) => {
    const saw = told.some(
      (each) => each.who === who && each.insight.kind === 'closed' && each.insight.how === 'transport',
    );
    return saw ? [{ who, ...standingBefore(timeline, who, step.number) }] : [];
  });
  if (witnesses.length === 0) return undefined;
  const { title, gist, lead } = words.cut({ by: cutterOf(timeline, witnesses), witnesses });
  const [first, second] = witnesses.map((witness) => ({
    title: words.sightTitle(witness.who),
    text: rich(words.cutSight(witness)),
  }));
  return {
    title,
    gist: rich(gist),
    lead: lead.map(rich),
    checks: [],
    facts: [],
    ...(first && { found: first }),
    ...(second && { otherSide: second }),
    references: [closing(timeline)],
  };
}

/** The same as one side sees it, which saw the connection end. */
export function cutSeenBy(episode: Episode, who: Role): Narration {
  const { timeline, step } = episode;
  const broken = brokenWrite(episode);
  if (broken) return broken;
  const { title, gist, lead } = words.cutSeen({ who, ...standingBefore(timeline, who, step.number) });
  return { title, gist: rich(gist), lead: lead.map(rich), checks: [], facts: [], references: [closing(timeline)] };
}

function closing(timeline: Timeline): Reference {
  return tlsReference(versionOf(timeline) === '1.2' ? 'closureAlerts12' : 'closureAlerts');
}

const roles = ['client', 'server'] as const;

/** Whose doing it was: somebody's on the wire, or that of a side which had left, perhaps because of a forged alert. */
function cutterOf(timeline: Timeline, witnesses: readonly { readonly who: Role }[]): words.Cut['by'] {
  const [witness] = witnesses;
  if (!witness || witnesses.length > 1 || timeline.moments.some((moment) => 'cut' in moment)) return 'wire';
  const other = peerOf(witness.who);
  const all = judgements(timeline, other, Infinity);
  const forged = allOf(all, 'closed').at(0)?.how === 'alert' ? allOf(all, 'alert').at(-1) : undefined;
  return { side: other, ...(forged && { forged: { name: forged.description, open: forged.epoch === 'cleartext' } }) };
}

/** Whether a side was connected by a step, and what else it was waiting for. */
function standingBefore(
  timeline: Timeline,
  who: Role,
  step: number,
): { connected: boolean; waitsFor: readonly string[] } {
  const told = judgements(timeline, who, step);
  const connected = firstOf(told, 'connected') !== undefined;
  return { connected, waitsFor: awaited(timeline, allOf(told, 'state').at(-1)) };
}
