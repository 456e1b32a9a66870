// What other programs would make of the same certificates: the same question again, with another program on one side. It must not know how
// that is told.

import { type Manner, type MannerName, manners } from '../manners/index.ts';
import { run } from '../run.ts';
import type { Scenario } from '../scenario.ts';
import { type Answer, answerOf, failedCheckOf, unstarted } from './answer.ts';
import { weaknessIn } from './manner-start.ts';
import type { Own } from './own.ts';

/** How it would end with some programs on one side, where that is another end. */
export interface Difference {
  readonly side: 'client' | 'server';
  readonly programs: readonly Manner[];
  readonly answer: Answer;
}

/** Those that are asked, the newest where there are several of one. */
const asked: readonly MannerName[] = ['openssl', 'node26', 'go', 'gnutls', 'java', 'python', 'curl', 'nginx'];

/**
 * Programs with which it would end otherwise. Nothing where a key is missing or a side’s files can’t be used: there every program is stuck.
 * @param answer what came of it
 * @throws RangeError for what a run throws
 */
export function differencesFrom(answer: Answer, scenario: Scenario, own: Own): readonly Difference[] {
  const runs = asking(answer, scenario, own);
  for (;;) {
    const { value, done } = runs.next();
    if (done) return value;
  }
}

/** How many of how many runs are done. */
export interface Asked {
  readonly done: number;
  readonly total: number;
}

/** The same, one run at a time, so that nobody has to wait for all of them. @returns programs with which it would end otherwise */
export function* asking(answer: Answer, scenario: Scenario, own: Own): Generator<Asked, readonly Difference[]> {
  if (answer.outcome === 'does not start') return [];
  const sides = (['server', 'client'] as const).map((side) => {
    const others = asked.map((name) => manners[name]).filter((each) => each !== own[side].manner);
    return { side, able: others.filter(({ plays }) => (plays as readonly string[]).includes(side)) };
  });
  const total = sides.reduce((sum, { able }) => sum + able.length, 0);
  const differences: Difference[] = [];
  let done = 0;
  for (const { side, able } of sides) {
    const found: Found[] = [];
    for (const manner of able) {
      const theirs = answerWith(manner, side, scenario, own);
      if (theirs.outcome !== answer.outcome) found.push({ manner, answer: theirs });
      done++;
      yield { done, total };
    }
    differences.push(...grouped(found).map((group) => ({ side, ...group })));
  }
  return differences;
}

function answerWith(manner: Manner, side: 'client' | 'server', scenario: Scenario, own: Own): Answer {
  const asIf: Own = { ...own, [side]: { ...own[side], manner } };
  const obstacle = weaknessIn(asIf[side], manner, side);
  return obstacle ? unstarted(side, obstacle) : answerOf(run(scenario, asIf), asIf);
}

interface Found {
  readonly manner: Manner;
  readonly answer: Answer;
}

/** Programs that do the same for the same reason. */
function grouped(found: readonly Found[]): readonly Omit<Difference, 'side'>[] {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const { outcome, refusedBy, why } = each.answer;
    const key = [outcome, refusedBy, failedCheckOf(each.answer)?.detail ?? why.what].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ programs: group.map(({ manner }) => manner), answer: first.answer }] : [];
  });
}
