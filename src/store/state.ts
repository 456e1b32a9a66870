// What one mounted lab remembers, as plain data. Everything that can be computed from it is computed, not kept.
// It must not know pictures, prose, the screen or timers.

import type { Phase, Scenario, Timeline } from '../lab/index.ts';

export type Tab = 'explain' | 'bytes' | 'keys' | 'certificates' | 'state';
/** Through whose eyes the run is looked at, and what the arrows stand for. */
export type LensName = 'everything' | 'client' | 'server' | 'wire';
export type UnitName = 'messages' | 'records';
/** How much is said about a step. */
export type Depth = 'sentence' | 'paragraph' | 'details';

/** What the reader is looking at, by ids only. */
export interface Selection {
  /** The row of the picture that was picked, or null when only the cursor counts. */
  readonly row: string | null;
  /** The row under the pointer. */
  readonly hovered: string | null;
  /** The layer of bytes that is open, or null for the one that says most. */
  readonly layer: string | null;
  /** The field picked in that layer: its place among its siblings at each depth, joined by '/', or null. */
  readonly field: string | null;
}

/** Which panes stand open. On a wide screen the scenario and the inspector are always there. */
export interface Panes {
  readonly tab: Tab;
  readonly inspector: boolean;
  readonly scenario: boolean;
  readonly keys: boolean;
  /** Whether each arrow wears its plain line. */
  readonly captions: boolean;
  readonly lens: LensName;
  readonly unit: UnitName;
  readonly depth: Depth;
  /** One sentence about something that went wrong outside the handshake, such as a broken link. */
  readonly notice: string | null;
}

export interface LabState {
  /** What is played and shown. */
  readonly scenario: Scenario;
  /** What will be played as soon as something that it needs has been fetched, or null. */
  readonly awaited: Scenario | null;
  readonly timeline: Timeline;
  /** What was played before, the latest last; and what was taken back, the latest first. */
  readonly past: readonly Scenario[];
  readonly future: readonly Scenario[];
  /** The playhead in steps: 0 before anything, 3 after step 3, 2.4 while step 3 is 40 % on its way. */
  readonly cursor: number;
  readonly selection: Selection;
  readonly panes: Panes;
}

/** Where to look in a run: a step, and a layer of its bytes. */
export interface Landing {
  readonly step: number;
  readonly layer?: string;
}

export interface LabActions {
  /** Changes the scenario and plays it again; without a place the cursor goes to where the new run ends or fails. */
  change(patch: Partial<Scenario>, place?: Landing): void;
  /** Puts something that goes wrong into the scenario, or takes it out, and plays it again. */
  misbehave(id: string, on: boolean): void;
  /**
   * Plays what somebody makes of the reader's own choices. What was made of them before, because something that goes wrong needed it,
   * is taken back first.
   */
  stage(make: (own: Scenario) => Scenario): void;
  /** Replaces the scenario, as a link does. Without a step the cursor goes to where the run ends or fails. */
  load(scenario: Scenario, step?: number): void;
  /** Goes back to the scenario before the last change, or forward again. Do nothing when there is none. */
  undo(): void;
  redo(): void;
  /** The scenario that a newcomer sees first. */
  reset(): void;
  /** Moves the playhead; it stays within the run. */
  seek(cursor: number): void;
  /** Goes to the first step of a phase. Does nothing when this run never reached it. */
  enter(phase: Phase): void;
  /** Picks a row of the picture and goes to its step, where it has one; null lets go. */
  select(row: string | null, step?: number): void;
  hover(row: string | null): void;
  openLayer(layer: string): void;
  openField(field: string | null): void;
  arrange(panes: Partial<Panes>): void;
}

export type Lab = LabState & LabActions;
