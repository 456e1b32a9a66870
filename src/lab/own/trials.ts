// "Try it": changes to somebody's own certificates, each run like everything else, and of these only what ends well. It must not know how a
// run is played: whoever asks hands in what answers.

import { oddityOf } from '../world.ts';
import type { Answer } from './answer.ts';
import { type Change, changed, type Situation } from './change.ts';
import type { Materials } from './materials.ts';
import { proposalsFor } from './proposals.ts';

/** What was changed, one after the other, and what came of it: it works. */
export interface Trial extends Situation {
  readonly changes: readonly Change[];
  readonly answer: Answer;
}

/** So many runs are made in search of what helps. */
const RUNS = 40;
/** So many changes may be needed together. */
const TOGETHER = 3;

interface Tried extends Trial {
  readonly depth: number;
}

/**
 * Everything that makes it work with as few changes as it takes, the likeliest first. Empty where nothing that lies there helps.
 * @param answer what came of the situation as it is
 * @param spare what lies there and has no role; of a side that does not start, its files as well
 * @param answerTo plays a situation
 */
export function trialsOf(
  situation: Situation,
  answer: Answer,
  spare: Materials,
  answerTo: (situation: Situation) => Answer,
): readonly Trial[] {
  return [...searching(situation, answer, spare, answerTo)].filter((each) => each !== undefined);
}

/** The same, one run at a time, so that nobody has to wait for all of them: undefined after each that does not help. */
export function* searching(
  situation: Situation,
  answer: Answer,
  spare: Materials,
  answerTo: (situation: Situation) => Answer,
): Generator<Trial | undefined> {
  const open: Tried[] = [{ ...situation, answer, changes: [], depth: 0 }];
  let [left, enough] = [RUNS, TOGETHER];
  for (let at = open.shift(); at && at.depth < enough; at = open.shift()) {
    for (const change of proposalsFor(at, at.answer, spare)) {
      const next = changed(at, change);
      if (oddityOf(next.scenario)) continue;
      if (left-- <= 0) return;
      const found = { ...next, changes: [...at.changes, change], answer: answerTo(next), depth: at.depth + 1 };
      if (found.answer.outcome === 'works') {
        enough = found.depth;
        const { depth: _, ...trial } = found;
        yield trial;
        continue;
      }
      // What fails in the same way has not brought it on.
      if (failureOf(found.answer) !== failureOf(at.answer)) open.push(found);
      yield undefined;
    }
  }
}

/** Where and why it ends. */
function failureOf({ why, outcome, refusedBy, who }: Answer): string {
  const cause = why.what === 'refused' ? causeOf(why.fault) : why.what === 'obstacle' ? why.obstacle.what : why.what;
  return `${outcome} ${refusedBy} ${who} ${cause}`;
}

function causeOf(fault: Extract<Answer['why'], { readonly what: 'refused' }>['fault']): string {
  const check = 'check' in fault.values ? fault.values.check : undefined;
  return check ? `${check.detail} ${check.index} ${check.subject}` : fault.cause;
}
