// Tells a check that failed, as the side that refuses lives it. Its words come from words/locals/.

import type { Row } from '../../diagram/index.ts';
import type { Timeline } from '../../lab/index.ts';
import { isFailed } from '../../pki/index.ts';
import { alertDescriptions, type Role } from '../../tls/index.ts';
import { factNames, checks as words } from '../../words/locals/index.ts';
import { accountOf, allOf, type Told } from '../account.ts';
import type { Fact, Narration } from '../explain/narration.ts';
import { pillsLike } from '../explain/rows.ts';
import { awaited, type Episode } from '../explain/sources.ts';
import { present } from '../messages/facts.ts';
import { commonName } from '../reading.ts';
import { plain, rich } from '../rich.ts';
import { refusalOf } from './refusal.ts';

/** The failure behind a pill. @throws RangeError when there is none */
export function failedCheckOf(episode: Episode, row?: Row): Narration {
  if (row?.kind !== 'work') throw new RangeError('there is no pill to tell');
  const by: Role = row.at === 'left' ? 'client' : 'server';
  const faults = accountOf(episode.timeline).filter(({ who, insight }) => who === by && insight.kind === 'fault');
  const fault = faults[pillsLike(episode.timeline, row).indexOf(row)];
  if (!fault) throw new RangeError('there is no check that failed');
  return failedNarration(episode.timeline, by, fault, refusalOf(episode, by));
}

/** A refusal as the side that refuses lives it: without what becomes of the alert, which is told with the alert. */
function failedNarration(timeline: Timeline, by: Role, { at, insight }: Told, refusal: Narration): Narration {
  const before = accountOf(timeline).filter((told) => told.who === by && told.at < at);
  const state = allOf(before, 'state').at(-1);
  const verdict = allOf(before, 'verdict').find((each) => !each.verdict.ok)?.verdict;
  const alert = (insight.kind === 'fault' && insight.alert) || undefined;
  const [leaf] = verdict?.path ?? [];
  const prose = words.refused({
    by,
    state: state && { name: state.name, waitsFor: awaited(timeline, state) },
    checks: verdict && {
      of: leaf ? plain(commonName(leaf.subject.text)) : undefined,
      failed: verdict.checks.filter(isFailed).length,
      count: verdict.checks.length,
    },
  });
  const { otherSide: _, logs: __, conduct: ___, ...own } = refusal;
  return {
    ...own,
    gist: rich(prose.gist),
    why: rich(prose.why),
    breaksWithout: rich(prose.breaksWithout),
    facts: stateFacts(state?.name, alert && `${alert} (${alertDescriptions.codes[alert]})`),
  };
}

function stateFacts(state: string | undefined, alert: string | undefined): readonly Fact[] {
  return present([
    [factNames.state, state],
    [factNames.leadsTo, alert],
  ]);
}
