// Plays a scenario: two endpoints and a wire, in memory, to the end. It decides the order in which things are written down, nothing
// else. It must not know single mischiefs, nor look into what the endpoints say.

import { type Memo, memo } from '../crypto/index.ts';
import { type Cast, circumstancesOf, honestCast } from './cast.ts';
import { checkPlayable, entryNamed, expectationOf, lacks, parts, partsAtHand, supply } from './catalogue/index.ts';
import { Conversation } from './conversation.ts';
import { honestOf, isHonest } from './honest.ts';
import type { Own } from './own/own.ts';
import type { Scenario } from './scenario.ts';
import { ghostsOf, stepsOf } from './steps.ts';
import type { Timeline } from './timeline.ts';

/** As many as somebody goes to and fro between, with all that may come next (see `neighbours`). */
const MOST = 24;
const timelines = memo<Timeline>(MOST);
/** What is remembered of runs with what somebody brought, goes when that goes. */
const ownTimelines = new WeakMap<Own, Memo<Timeline>>();

/**
 * What happens in a scenario. The same object for the same scenario and the same object `own`, as long as it is remembered.
 * @param own certificates that somebody brought, in place of the demo’s
 * @throws Unplayable for a clock or a name that can't be, for choices that don't go together, for mischief that the
 * catalogue can't play, and for what is not at hand
 */
export function run(scenario: Scenario, own?: Own): Timeline {
  return timelinesWith(own)(JSON.stringify(scenario), () => play(scenario, own));
}

function timelinesWith(own: Own | undefined): Memo<Timeline> {
  if (!own) return timelines;
  const known = ownTimelines.get(own) ?? memo(MOST);
  ownTimelines.set(own, known);
  return known;
}

/** The same, at once if everything is at hand, and otherwise when it has been fetched. */
export function runSupplied(scenario: Scenario, own?: Own): Timeline | Promise<Timeline> {
  return lacks(scenario, own) ? supply(scenario, own).then(() => run(scenario, own)) : run(scenario, own);
}

/** Plays a scenario afresh, without looking whether it was played before; see `run`. @param changed see `castOf` */
export function play(scenario: Scenario, own?: Own, changed?: (cast: Cast) => Cast): Timeline {
  const cast = castOf(scenario, own, changed);
  const { moments, ends } = Conversation.of(cast).toTheEnd();
  const steps = (cast.gather ?? stepsOf)(moments);
  const honest = honestOf(scenario, (each) => run(each));
  const ghosts = isHonest(scenario) && !own ? [] : ghostsOf(steps, honest.steps);
  return { scenario, circumstances: circumstancesOf(cast, measuredIn(scenario)), moments, steps, ghosts, ends, honest };
}

/** What goes wrong, by its name in the table of what real peers do, if it is one thing and was measured. */
function measuredIn(scenario: Scenario): string | undefined {
  const [only, ...more] = scenario.mischief;
  const entry = only && more.length === 0 ? entryNamed(only.id) : undefined;
  if (!only || entry?.measured === undefined) return undefined;
  // Measured was with fresh key shares; with static RSA another side may notice something else.
  const expected = (each: Scenario) => JSON.stringify(expectationOf(entry, each, only));
  return expected(scenario) === expected({ ...scenario, keyExchange: 'ephemeral' }) ? entry.measured : undefined;
}

/**
 * Both sides and the wire, with everything worked in that goes wrong.
 * @param changed what somebody makes of the honest cast before that
 * @throws RangeError as `run` does
 */
export function castOf(scenario: Scenario, own?: Own, changed?: (cast: Cast) => Cast): Cast {
  if (lacks(scenario, own))
    throw new RangeError('This scenario needs parts of the laboratory that have not been fetched.');
  checkPlayable(scenario);
  const plain = honestCast(scenario, partsAtHand());
  const usual = changed?.(plain) ?? plain;
  const honest = scenario.first === 'client' ? parts.take('mischief').eager(usual) : usual;
  return scenario.mischief.reduce(
    (cast: Cast, mischief) => entryNamed(mischief.id)?.apply(cast, mischief) ?? cast,
    own ? parts.take('own').ownCast(honest, own) : honest,
  );
}
