// The search for what would help, one run at a time: each proposal is made in the reader's own choices and played once more, so that what is
// offered is what comes of it. It must not know who asks, nor when.

import { run } from '../../lab/index.ts';
import {
  type Answer,
  answerOf,
  type Materials,
  owns,
  type Situation,
  searching,
  unstartedWith,
} from '../../lab/own/index.ts';
import type { Certificate } from '../../pki/index.ts';
import type { Offer, Put } from './state.ts';
import { type Choices, changeShown, chosenAfter } from './trying.ts';

/** Something to try, and what has to be chosen for it. It holds no more than the reader's choices. */
export interface Found {
  readonly offer: Offer;
  readonly choices: Choices;
}

interface Start {
  readonly situation: Situation;
  readonly answer: Answer;
  readonly spare: Materials;
  readonly put: readonly Put[];
  readonly choices: Choices;
  /** What a run would begin with after other choices. */
  readonly situationOf: (choices: Choices) => Situation;
}

/** Plays what could help, a run at each step; yields what does. */
export function* search({ situation, answer, spare, put, choices, situationOf }: Start): Generator<Found | undefined> {
  const known = new Set<string>();
  for (const trial of searching(situation, answer, spare, answerTo)) {
    yield undefined;
    const next = trial && chosenAfter(choices, trial.changes, put);
    if (!next) continue;
    const same = JSON.stringify([[...next.moved], next.called, next.wishes, next.scenario]);
    if (known.has(same)) continue;
    known.add(same);
    const works = answerTo(situationOf(next)).outcome === 'works';
    yield works ? { offer: { changes: trial.changes.map(changeShown) }, choices: next } : undefined;
  }
}

function answerTo({ scenario, own }: Situation): Answer {
  return unstartedWith(own) ?? answerOf(run(scenario, own), own);
}

/** What may be of use: what has no role, whatever has a key, and all keys. */
export function spareIn({ certificates, keys, lists }: Materials, put: readonly Put[]): Materials {
  const idle = new Set(put.flatMap(({ thing, place }) => (place === 'nowhere' ? [thing] : [])));
  const held = (certificate: Certificate) => keys.some(({ thing }) => owns(thing, certificate));
  return {
    certificates: certificates.filter(({ thing }) => idle.has(thing) || held(thing)),
    keys,
    lists: lists.filter(({ thing }) => idle.has(thing)),
  };
}
