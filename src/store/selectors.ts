// What can be read off a timeline and a cursor without prose: the current step, where phases begin, where to land.
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

export { phases } from '../lab/index.ts';

/** The number of the step that the cursor is in or has just finished; 0 before anything. */
export function stepNumber(state: Pick<LabState, 'cursor'>): number {
  return stepNumberAt(state.cursor);
}

/** That step, or undefined before anything. */
export function currentStep(state: Pick<LabState, 'cursor' | 'timeline'>): Step | undefined {
  return stepAt(state.timeline, state.cursor);
}

/** The number of the first step of a phase, if this run reached it. */
export function firstOf(timeline: Timeline, phase: Phase): number | undefined {
  return timeline.steps.find((step) => step.phase === phase)?.number;
}

/** A phase as the playbar marks it: from `start` to `end` in steps. */
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
    else found.push({ phase, start: number - 1, end: number });
  }
  return found;
});

/**
 * Where the eye belongs after a run: the step that carries the news of the first fault, that is, the first alert after it, or else
 * the step in which the fault was found; without a fault the last step.
 */
export const landing: (timeline: Timeline) => number = remembered((timeline) => {
  const { steps } = timeline;
  const fault = faultMoment(timeline);
  if (fault === undefined) return steps.length;
  const alert = steps.find(({ kind, moments }) => kind === 'alert' && moments.some((at) => at >= fault));
  return (alert ?? steps.find(({ moments }) => moments.includes(fault)))?.number ?? steps.length;
});

/** Whether some side refused. */
export function failed(timeline: Timeline): boolean {
  return faultMoment(timeline) !== undefined;
}

function faultMoment(timeline: Timeline): number | undefined {
  return timeline.moments.find((moment) => 'insight' in moment && moment.insight.kind === 'fault')?.at;
}

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
