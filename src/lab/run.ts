// Plays a scenario: two endpoints and a wire, in memory, to the end. It decides the order in which things are written down, nothing
// else. It must not know single mischiefs, nor look into what the endpoints say.

import { type Cast, honestCast } from './cast.ts';
import { entryNamed, flawOf } from './catalogue/index.ts';
import { Conversation } from './conversation.ts';
import type { Mischief, Scenario } from './scenario.ts';
import { ghostsOf, stepsOf } from './steps.ts';
import type { Timeline } from './timeline.ts';

const REMEMBERED = 8;
const memo = new Map<string, Timeline>();

/**
 * What happens in a scenario. The same object for the same scenario, as long as it is remembered.
 * @throws RangeError for mischief that the catalogue can't play
 */
export function run(scenario: Scenario): Timeline {
  const id = JSON.stringify(scenario);
  const known = memo.get(id);
  if (known) return known;
  const timeline = play(scenario);
  const [oldest] = memo.keys();
  if (memo.size >= REMEMBERED && oldest !== undefined) memo.delete(oldest);
  memo.set(id, timeline);
  return timeline;
}

/** Plays a scenario afresh, without looking whether it was played before; see `run`. */
export function play(scenario: Scenario): Timeline {
  const { moments, ends } = new Conversation(castOf(scenario)).toTheEnd();
  const steps = stepsOf(moments);
  const ghosts = scenario.mischief.length === 0 ? [] : ghostsOf(steps, run({ ...scenario, mischief: [] }).steps);
  return { scenario, moments, steps, ghosts, ends };
}

function castOf(scenario: Scenario): Cast {
  return scenario.mischief.reduce(spoiled, honestCast(scenario));
}

function spoiled(cast: Cast, mischief: Mischief): Cast {
  const flaw = flawOf(mischief);
  const entry = entryNamed(mischief.id);
  if (!entry || flaw !== undefined) throw new RangeError(flaw);
  return entry.apply(cast, mischief);
}
