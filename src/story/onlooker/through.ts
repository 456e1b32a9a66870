// Tells a step, or a row of the picture, with no more than one party knows of it: one of the two sides, or somebody who listens on the wire.
// Its words come from words/explain/eyes.ts, and from whoever tells it to those who know everything.

import type { Row } from '../../diagram/index.ts';
import type { Timeline } from '../../lab/index.ts';
import type { Role } from '../../tls/index.ts';
import { sentenceOf } from '../../words/causes/index.ts';
import { failures, newsOf, sights as words, writes } from '../../words/explain/index.ts';
import { tlsReference } from '../../words/references.ts';
import { allOf, firstOf, type InsightOf, versionOf } from '../account.ts';
import { narrationOf } from '../explain/chapter.ts';
import { reception } from '../explain/fate.ts';
import { travelled } from '../explain/narrate.ts';
import type { Narration } from '../explain/narration.ts';
import type { Episode } from '../explain/sources.ts';
import { tellerOfRow } from '../explain/teller.ts';
import { narrateRow } from '../locals/index.ts';
import { chapterOf13 } from '../messages/index.ts';
import { alertIn } from '../reading.ts';
import { seenOnWire } from '../record-rows.ts';
import { errorAlerts, logsOf } from '../refusals/alert.ts';
import { cutSeenBy, failedCheckOf, refusalOf, sightOf } from '../refusals/index.ts';
import { plain, type Rich, rich } from '../rich.ts';
import { chapterOf12 } from '../tls12/index.ts';
import { knownThrough } from './eyes.ts';

/** What there is to say of a step, or of a row, through the episode’s lens. */
export function tellThrough(episode: Episode, row?: Row): Narration {
  if (row)
    return tellerOfRow(row) === 'failedCheck' ? failedCheckOf(episode, row) : narrationOf(narrateRow(episode, row));
  const { lens } = episode;
  if (lens === 'wire') return onWire(episode);
  const told = lens === 'everything' ? messageOf(episode, episode.from) : forSide(episode, lens);
  return { ...told, lead: [...known(episode), ...told.lead] };
}

function known({ timeline, step, lens }: Episode): readonly Rich[] {
  const text = knownThrough(timeline, step.number, lens);
  return text ? [text] : [];
}

/** A step as its message tells it, whatever else comes to light in it. */
function messageOf(episode: Episode, who: Role): Narration {
  const alert = alertIn(episode.timeline, episode.step);
  if (alert && alert.description !== 'close_notify') return travelled(refusalOf(episode, who), episode);
  const chapter = versionOf(episode.timeline) === '1.2' ? chapterOf12(episode) : chapterOf13(episode);
  return travelled(narrationOf(chapter), episode);
}

function forSide(episode: Episode, who: Role): Narration {
  const { step, told } = episode;
  const own = told.filter((each) => each.who === who);
  if (firstOf(own, 'fault')) return travelled(refusalOf(episode, who), episode);
  const alert = allOf(own, 'alert').find(
    ({ direction, description }) => direction === 'received' && description !== 'close_notify',
  );
  if (alert) return travelled(alertTo(episode, who, alert), episode);
  if (firstOf(own, 'closed')?.how === 'transport') return cutSeenBy(episode, who);
  return step.from === who || step.heard !== undefined ? messageOf(episode, who) : missed(episode, who);
}

/** An alert as the side sees it that gets it. */
function alertTo(episode: Episode, who: Role, alert: InsightOf<'alert'>): Narration {
  const { title, gist } = words.gets(who, alert.description);
  return {
    ...bare(title, gist),
    lead: [rich(failures.sight(sightOf(episode, who, alert)))],
    references: [tlsReference(errorAlerts[versionOf(episode.timeline)])],
    ...logsOf(alert, who, versionOf(episode.timeline)),
  };
}

/** A step that does not come as a message to a side. */
function missed(episode: Episode, who: Role): Narration {
  const fault = firstOf(reception(episode), 'fault');
  const { title, gist } = fault ? words.unusable(who) : words.unheard(who);
  return { ...bare(title, gist), ...(fault && { lead: [rich(plain(sentenceOf(fault)))] }) };
}

/** Without keys there is the outside of records, and what travels in the clear. */
function onWire(episode: Episode): Narration {
  const { timeline, step, from, to } = episode;
  const rows = seenOnWire(timeline, step.number);
  const unsent = step.wreck === 'neverSent';
  const nothing = unsent ? writes.neverLeft(from) : words.nothing;
  if (rows.length === 0) return bare(nothing.title, nothing.gist);
  const alert = alertIn(timeline, step);
  if (rows.some(({ epoch }) => epoch !== 'cleartext')) {
    const { title, gist, lead } = words.sealed(from, rows.length);
    const reset = step.moments.some((at) => resetsAt(timeline, at)) ? [rich(writes.resetSeen(from))] : [];
    return { ...bare(title, gist), lead: [...known(episode), ...reset, ...lead.map(rich)] };
  }
  if (!alert || alert.description === 'close_notify') {
    const told = messageOf(episode, from);
    return { ...told, lead: [...known(episode), ...told.lead] };
  }
  const { title, gist, lead } = words.openAlert(from, to, alert.description, newsOf(alert.description));
  const told = { ...bare(title, gist), lead: [...known(episode), ...lead.map(rich)] };
  return travelled({ ...told, references: [tlsReference(errorAlerts[versionOf(timeline)])] }, episode);
}

function resetsAt({ moments }: Timeline, at: number): boolean {
  const moment = moments[at];
  return moment !== undefined && 'reset' in moment;
}

function bare(title: string, gist: string): Narration {
  return { title, gist: rich(gist), lead: [], checks: [], facts: [], references: [] };
}
