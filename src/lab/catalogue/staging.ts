// Puts an entry of the catalogue on the stage: a scenario in which it is the only thing that goes wrong, and in which it can be seen.
// It must not know the page.

import { agreeing } from '../choices.ts';
import { defaultScenario, type Mischief, type Scenario } from '../scenario.ts';
import { isInTime, scenarioPki, usualWorld } from '../world.ts';
import type { Entry, Expectation } from './entry.ts';

/** What must come of an entry in a scenario; undefined where it can't happen, or where its parameters decide. */
export function expectationOf(entry: Entry, scenario: Scenario, mischief: Mischief): Expectation | undefined {
  return entry.expect[scenario.version]?.(scenario, mischief);
}

/** Changes that may be needed to see an entry, the smallest first. */
const changes: readonly Partial<Scenario>[] = [
  {},
  { clientAuthentication: 'required' },
  { clientAuthentication: 'off' },
  { keyExchange: 'ephemeral' },
  { keyExchange: 'ephemeral', clientAuthentication: 'required' },
  { compatibility: true },
  { alpn: 'http/1.1' },
];

/**
 * The scenario, changed as little as possible, with this entry as its only mischief: in a version in which it can happen, and with
 * the choices with which somebody notices it, if there are such.
 * @param wished the version that somebody asked for
 */
export function staged(entry: Entry, scenario: Scenario, at?: number, wished?: Scenario['version']): Scenario {
  const version = [wished, scenario.version, '1.3', '1.2'].find(
    (each): each is Scenario['version'] => each !== undefined && entry.expect[each as '1.3'] !== undefined,
  );
  const mischief: Mischief = { id: entry.id, ...(at !== undefined && { at }) };
  const base = agreeing({ ...undisturbed(entry, scenario), mischief: [] }, { version: version ?? scenario.version });
  const candidates = changes.map((change) => agreeing(base, change)).filter((each) => each.version === base.version);
  const telling = candidates.find((each) => expectationOf(entry, each, mischief)?.noticed !== false);
  return { ...(telling ?? base), mischief: [mischief] };
}

/** What `staged` changes in a scenario besides what goes wrong: each choice that gives way, as it is then. */
export function demandsOf(entry: Entry, scenario: Scenario, wished?: Scenario['version']): Partial<Scenario> {
  const { mischief: _, ...next } = staged(entry, scenario, undefined, wished);
  const changed = Object.entries(next).filter(([name, value]) => scenario[name as keyof Scenario] !== value);
  return Object.fromEntries(changed);
}

/** The scenario in a world in which nobody is refused for a name or a date before the entry can be seen. */
function undisturbed({ anyDay }: Entry, scenario: Scenario): Scenario {
  // All kinds of keys are certified for the same days; those of the usual kind are at hand before anybody has fetched another.
  const keepsClock = anyDay || isInTime(scenarioPki(defaultScenario.keys), scenario.at);
  return { ...scenario, ...usualWorld, ...(keepsClock && { at: scenario.at }) };
}
