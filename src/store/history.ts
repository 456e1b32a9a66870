// What was chosen one after the other, so that it can be taken back and made again. Pure; nothing here plays anything.

import type { Scenario } from '../lab/index.ts';

/** One choice. */
export interface Entry {
  /** What the reader chose by themselves … */
  readonly own: Scenario;
  /** … and what is played for it: the same, or what somebody made of it because something that goes wrong needs it. */
  readonly played: Scenario;
  /** At which step the reader left it; absent while it is the last one. */
  readonly step?: number;
  /** Whether it is played with certificates that somebody brought. */
  readonly brought?: boolean | undefined;
}

export interface History {
  /** What came before, the latest last; not more than a hundred. */
  readonly past: readonly Entry[];
  readonly now: Entry;
  /** What was taken back, the latest first. */
  readonly future: readonly Entry[];
  /** How many choices were made before this one, forgotten ones among them: its place in a longer history, such as a browser’s. */
  readonly at: number;
}

/** So many choices can be taken back. */
const remembered = 100;

/** A history that begins with a scenario as its reader's own. @param at its place in a longer one */
export function begin(scenario: Scenario, at = 0): History {
  return { past: [], now: entryOf(scenario), future: [], at };
}

/** A scenario that is the reader’s own as it is played. */
export function entryOf(scenario: Scenario): Entry {
  return { own: scenario, played: scenario };
}

/**
 * Another choice, after which nothing can be made again. One that plays the same handshake takes the place of the one before.
 * @param step where the reader stands
 */
export function push({ past, now, future, at }: History, entry: Entry, step?: number): History {
  if (same(now, entry)) return { past, now: entry, future, at };
  return { past: [...past, left(now, step)].slice(-remembered), now: entry, future: [], at: at + 1 };
}

/** The history before its last choice, or undefined when there is none before. @param step where the reader stands */
export function undo({ past, now, future, at }: History, step?: number): History | undefined {
  const before = past.at(-1);
  return before && { past: past.slice(0, -1), now: before, future: [left(now, step), ...future], at: at - 1 };
}

/** The history after the choice that was taken back last, or undefined when there is none. @param step where the reader stands */
export function redo({ past, now, future, at }: History, step?: number): History | undefined {
  const [next, ...later] = future;
  return next && { past: [...past, left(now, step)], now: next, future: later, at: at + 1 };
}

function left(entry: Entry, step: number | undefined): Entry {
  return step === undefined ? entry : { ...entry, step };
}

/** Whether two choices are the same handshake. */
function same(a: Entry, b: Entry): boolean {
  return a.brought === b.brought && JSON.stringify(a.played) === JSON.stringify(b.played);
}
