// Who tells a step, or a row of the picture that is told by itself: a name. It must not know where the tellers come from, nor what they say.

import type { Row } from '../../diagram/index.ts';
import { stepAt, type Timeline } from '../../lab/index.ts';
import type { Told } from '../account.ts';
import { versionOf } from '../account.ts';
import type { Lens } from '../lenses.ts';
import { alertIn } from '../reading.ts';
import type { Chapter } from './chapter.ts';
import type { Narration } from './narration.ts';
import { failingStep } from './overview.ts';
import { rowNamed } from './rows.ts';
import { type Episode, episodeOf, isMisdirected, strayAlert } from './sources.ts';

/**
 * What is told apart from the rest: messages of TLS 1.3, steps of TLS 1.2, failures; of rows, a check that failed, and whatever else a side
 * does by itself; and everything through the eyes of one who does not know all of it.
 */
export type TellerName = 'message' | 'message12' | 'refusal' | 'failedCheck' | 'local' | 'onlooker';

/** Tells a step, or one of its rows. */
export type Teller = (episode: Episode, row?: Row) => Chapter | Narration;

/**
 * Whose words are needed at `cursor` (in steps; 0: the run as a whole); undefined where `narrate` has them by itself.
 * @param row what is told instead, if it is something that a side does by itself
 * @param lens whose eyes it is told for
 */
export function tellerOf(
  timeline: Timeline,
  cursor: number,
  row: string | null = null,
  lens: Lens = 'everything',
): TellerName | undefined {
  const local = rowNamed(timeline, row);
  const step = stepAt(timeline, local?.step ?? cursor);
  if (!step) return tellerOfWhole(timeline);
  if (lens !== 'everything') return 'onlooker';
  return local ? tellerOfRow(local) : tellerOfStep(episodeOf(timeline, step));
}

function tellerOfWhole(timeline: Timeline): 'refusal' | undefined {
  const failing = failingStep(timeline);
  return failing && refuses(episodeOf(timeline, failing)) ? 'refusal' : undefined;
}

/** Who tells a row, for whoever sees everything. */
export function tellerOfRow(row: Row): 'failedCheck' | 'local' {
  return row.kind === 'work' && row.outcome === 'failed' ? 'failedCheck' : 'local';
}

/** Who tells a step, for whoever sees everything. */
export function tellerOfStep(episode: Episode): 'refusal' | 'message' | 'message12' | undefined {
  if (refuses(episode)) return 'refusal';
  const { kind } = episode.step;
  const plain = kind === 'alert' || (kind === 'data' && versionOf(episode.timeline) === '1.3');
  if (plain && goesWell(episode)) return undefined;
  return versionOf(episode.timeline) === '1.2' ? 'message12' : 'message';
}

/** Whether a step arrives as it was said, and is taken. */
function goesWell({ timeline, step, to }: Episode): boolean {
  const mishap = step.moments.some((at) => {
    const moment = timeline.moments[at];
    if (moment?.who === 'network') return 'carriage' in moment && moment.carriage.fate !== 'delivered';
    return moment?.who === to && moment.insight.kind === 'fault';
  });
  return step.heard !== undefined && !mishap;
}

/** Whether a step shows a failure: a refusal, be it a status of HTTP, an alert, be it out of the blue, or an end without a word. */
function refuses(episode: Episode): boolean {
  const tells = ({ insight }: Told) =>
    insight.kind === 'fault' || (insight.kind === 'closed' && insight.how === 'transport');
  const alert = alertIn(episode.timeline, episode.step);
  const warns = alert !== undefined && alert.description !== 'close_notify';
  return warns || episode.told.some(tells) || strayAlert(episode) !== undefined || isMisdirected(episode);
}
