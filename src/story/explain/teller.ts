// Who tells a step, or a row of the picture that is told by itself: a name. It must not know where the tellers come from, nor what they say.

import type { Row } from '../../diagram/index.ts';
import { stepAt, type Timeline } from '../../lab/index.ts';
import type { Told } from '../account.ts';
import { versionOf } from '../account.ts';
import { alertIn } from '../reading.ts';
import type { Chapter } from './chapter.ts';
import type { Narration } from './narration.ts';
import { failingStep } from './overview.ts';
import { rowNamed } from './rows.ts';
import { type Episode, episodeOf, strayAlert } from './sources.ts';

/**
 * What is told apart from the rest: messages of TLS 1.3, steps of TLS 1.2, failures; of rows, a check that failed, and whatever else a side
 * does by itself.
 */
export type TellerName = 'message' | 'message12' | 'refusal' | 'failedCheck' | 'local';

/** Tells a step, or one of its rows. */
export type Teller = (episode: Episode, row?: Row) => Chapter | Narration;

/**
 * Whose words are needed at `cursor` (in steps; 0: the run as a whole); undefined where `narrate` has them by itself.
 * @param row what is told instead, if it is something that a side does by itself
 */
export function tellerOf(timeline: Timeline, cursor: number, row: string | null = null): TellerName | undefined {
  const local = rowNamed(timeline, row);
  if (local) return local.kind === 'work' && local.outcome === 'failed' ? 'failedCheck' : 'local';
  const step = stepAt(timeline, cursor);
  if (step) return tellerOfStep(episodeOf(timeline, step));
  const failing = failingStep(timeline);
  return failing && refuses(episodeOf(timeline, failing)) ? 'refusal' : undefined;
}

function tellerOfStep(episode: Episode): TellerName | undefined {
  if (refuses(episode)) return 'refusal';
  const { kind } = episode.step;
  if (kind === 'alert') return undefined;
  if (versionOf(episode.timeline) === '1.2') return 'message12';
  return kind === 'data' ? undefined : 'message';
}

/** Whether a step shows a failure: a refusal, an alert, be it out of the blue, or an end without a word. */
function refuses(episode: Episode): boolean {
  const tells = ({ insight }: Told) =>
    insight.kind === 'fault' || (insight.kind === 'closed' && insight.how === 'transport');
  const alert = alertIn(episode.timeline, episode.step);
  const warns = alert !== undefined && alert.description !== 'close_notify';
  return warns || episode.told.some(tells) || strayAlert(episode) !== undefined;
}
