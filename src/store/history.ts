// What was chosen one after the other, so that it can be taken back and made again. Pure; nothing here plays anything.

import type { Scenario } from '../lab/index.ts';

/** One choice. */
export interface Entry {
  /** What the reader chose by themselves … */
  readonly own: Scenario;
  /** … and what is played for it: the same, or what somebody made of it because something that goes wrong needs it. */
  readonly played: Scenario;
}

export interface History {
  /** What came before, the latest last; not more than a hundred. */
  readonly past: readonly Entry[];
  readonly now: Entry;
  /** What was taken back, the latest first. */
  readonly future: readonly Entry[];
}

/** So many choices can be taken back. */
const remembered = 100;

/** A history that begins with a scenario as its reader's own. */
export function begin(scenario: Scenario): History {
  return { past: [], now: entryOf(scenario), future: [] };
}

/** A scenario that is the reader’s own as it is played. */
export function entryOf(scenario: Scenario): Entry {
  return { own: scenario, played: scenario };
}

/** Another choice, after which nothing can be made again. One that plays the same handshake takes the place of the one before. */
export function push({ past, now, future }: History, entry: Entry): History {
  if (same(now.played, entry.played)) return { past, now: entry, future };
  return { past: [...past, now].slice(-remembered), now: entry, future: [] };
}

/** The history before its last choice, or undefined when there is none before. */
export function undo({ past, now, future }: History): History | undefined {
  const before = past.at(-1);
  return before && { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

/** The history after the choice that was taken back last, or undefined when there is none. */
export function redo({ past, now, future }: History): History | undefined {
  const [next, ...later] = future;
  return next && { past: [...past, now], now: next, future: later };
}

/** Whether two scenarios are the same handshake. */
function same(a: Scenario, b: Scenario): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
