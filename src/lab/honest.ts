// How a scenario goes when nothing goes wrong. Nothing is played before somebody looks. It must not know how a scenario is played, nor what
// goes wrong in others.

import type { Role, Version } from '../tls/index.ts';
import { agreeing } from './choices.ts';
import type { Scenario } from './scenario.ts';
import { type Station, stationsOf } from './states.ts';
import type { Honest, Timeline, Ways } from './timeline.ts';
import { unusualIn, usualWorld } from './world.ts';

/** Whether nothing can go wrong in a scenario: no mischief, and the clock and the name that the certificates are for. */
export function isHonest(scenario: Scenario): boolean {
  return scenario.mischief.length === 0 && Object.keys(unusualIn(scenario)).length === 0;
}

/** @param play the laboratory; asked only when somebody looks, and once for each answer */
export function honestOf(scenario: Scenario, play: (scenario: Scenario) => Timeline): Honest {
  const calm: Scenario = { ...scenario, ...usualWorld, mischief: [] };
  const calmly = once(() => play(calm));
  const ways = (changes: Partial<Scenario>): Ways => {
    const inVersion = (version: Version) => once(() => statesIn(play(agreeing(calm, { ...changes, version }))));
    const [older, newer] = [inVersion('1.2'), inVersion('1.3')];
    return {
      get '1.2'() {
        return older();
      },
      get '1.3'() {
        return newer();
      },
    };
  };
  return {
    get steps() {
      return calmly().steps;
    },
    get moments() {
      return calmly().moments;
    },
    states: ways({}),
    statesIfAsked: ways({ clientAuthentication: 'required' }),
  };
}

function statesIn({ moments }: Timeline): Readonly<Record<Role, readonly Station[]>> {
  const of = (who: Role) => stationsOf(moments.flatMap((moment) => (moment.who === who ? [moment.insight] : [])));
  return { client: of('client'), server: of('server') };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
