// What can be read off a timeline and a cursor without prose: the current step, where phases begin.
// Pure; what costs more than a look is remembered per timeline. It must not know the store or the screen.

import {
  type Phase,
  phases,
  remembered,
  type Scenario,
  type Step,
  stepAt,
  stepNumberAt,
  type Timeline,
  toldUpTo,
} from '../lab/index.ts';
import type { History } from './history.ts';
import type { LabState } from './state.ts';

/** The history with what the reader has chosen last, whether it is played already or will be as soon as it can. */
export function chosenHistory({ history, awaited }: Pick<LabState, 'history' | 'awaited'>): History {
  return awaited ?? history;
}

/** The scenario that the reader has chosen last. */
export function chosenScenario(state: Pick<LabState, 'history' | 'awaited'>): Scenario {
  return chosenHistory(state).now.played;
}

/** What the reader has chosen by themselves, without what something that goes wrong needs besides. */
export function ownScenario(state: Pick<LabState, 'history' | 'awaited'>): Scenario {
  return chosenHistory(state).now.own;
}

/** Whether what is played is played with certificates that the reader brought. */
export function ownInUse({ history }: Pick<LabState, 'history'>): boolean {
  return history.now.brought === true;
}

export { failed, landing, phases } from '../lab/index.ts';

/** The number of the step that the cursor is in or has just finished; 0 at the overview. */
export function stepNumber(state: Pick<LabState, 'cursor'>): number {
  return stepNumberAt(state.cursor);
}

/** The steps between which the playhead stays: all of them, or those of an excerpt. */
export function excerptOf({ timeline, view }: Pick<LabState, 'timeline' | 'view'>): {
  readonly first: number;
  readonly last: number;
} {
  const last = Math.min(view.to ?? Number.POSITIVE_INFINITY, timeline.steps.length);
  return { first: Math.min(view.from ?? Number(view.predict ?? 0), last), last };
}

/** Up to which step panes tell that show what has come to be: that in which the playhead has settled; at the overview, the last one. */
export function settledUpTo({ timeline, settled }: Pick<LabState, 'timeline' | 'settled'>): number {
  return toldUpTo(timeline, settled);
}

/** That step, or undefined at the overview. */
export function currentStep(state: Pick<LabState, 'cursor' | 'timeline'>): Step | undefined {
  return stepAt(state.timeline, state.cursor);
}

/** The number of the first step of a phase, if this run reached it. */
export function firstOf(timeline: Timeline, phase: Phase): number | undefined {
  return timeline.steps.find((step) => step.phase === phase)?.number;
}

/** A phase as the playbar marks it: the numbers of its first and its last step. */
export interface Chapter {
  readonly phase: Phase;
  readonly start: number;
  readonly end: number;
}

/**
 * The phases that this run reached, in order. What belongs to an earlier phase than the one before, such as an alert about it, counts
 * where it happens. The same array for the same timeline.
 */
export const chapters: (timeline: Timeline) => readonly Chapter[] = remembered((timeline) => {
  const found: Chapter[] = [];
  for (const { phase, number } of timeline.steps) {
    const last = found.at(-1);
    if (last && phases.indexOf(phase) <= phases.indexOf(last.phase)) found[found.length - 1] = { ...last, end: number };
    else found.push({ phase, start: number, end: number });
  }
  return found;
});

/**
 * The number of the step in another run that is the same message: of the same kind, name and sender, and the same one in order among its
 * like. Where the other run hasn't got it, the nearest before it that it has; 0 without any.
 */
export function sameMessage({ steps }: Timeline, step: number, other: Timeline): number {
  const names = namesOf(other);
  const known = namesOf({ steps }).slice(0, step);
  for (const name of known.reverse()) {
    const there = names.indexOf(name);
    if (there >= 0) return there + 1;
  }
  return 0;
}

/** What each step is called, so that none is called like another. */
function namesOf({ steps }: Pick<Timeline, 'steps'>): string[] {
  const counts = new Map<string, number>();
  return steps.map(({ kind, name, from }) => {
    const like = `${kind} ${name} ${from}`;
    const count = (counts.get(like) ?? 0) + 1;
    counts.set(like, count);
    return `${like} ${count}`;
  });
}
