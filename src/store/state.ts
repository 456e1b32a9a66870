// What one mounted lab remembers, as plain data. Everything that can be computed from it is computed, not kept.
// It must not know pictures, prose, the screen or timers.

import type { ExhibitView, Hurdle, Phase, Scenario, Timeline } from '../lab/index.ts';
import type { Own } from '../lab/own/index.ts';
import type { History } from './history.ts';

export type { Depth, LensName, Tab, UnitName } from '../lab/index.ts';

/** Plays a scenario, with the same result each time: at once, or when what it needs has been fetched. Its errors are sentences. */
export type Play = (scenario: Scenario, own?: Own) => Timeline | Promise<Timeline>;

/** What moves the playhead: playing, a hand that drags it or holds a key down, or a jump to a place, as by a click or a link. */
export type Mover = 'play' | 'hand' | 'jump';

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

/** How the reader looks at a run: what could be shown to somebody else just so. */
export type View = Required<Pick<ExhibitView, 'lens' | 'unit' | 'captions' | 'tab' | 'depth'>> & Setup;

/** What only who has made an exhibit says of how it is looked at. */
export type Setup = Pick<
  ExhibitView,
  | 'theme'
  | 'show'
  | 'lock'
  | 'from'
  | 'to'
  | 'auto'
  | 'loop'
  | 'fit'
  | 'present'
  | 'proxy'
  | 'passage'
  | 'predict'
  | 'lesson'
>;

/** What happens to lie open over the picture. On a wide screen the scenario and the inspector are always there. */
export interface Open {
  readonly scenario: boolean;
  readonly inspector: boolean;
  /** The list of keys. */
  readonly keys: boolean;
  /** What makes a frame for another page. */
  readonly embed: boolean;
  /** What somebody brought, in the place of the scenario. */
  readonly own: boolean;
  /** Another run beside this one, or what leads to one. */
  readonly beside: boolean;
  /** The bytes of what somebody brought, in the place of a step’s. */
  readonly brought: boolean;
}

/**
 * What the reader is told beside the handshake: that another one is played now, why a scenario can't be played, that a part could not be had which a
 * choice or a link needs, and what tries again; or a sentence such as about a broken link.
 */
export type Notice = {
  /** Where what caused it stands. */
  readonly near: 'header' | 'scenario' | 'inspector';
} & (
  | { readonly kind: 'unplayable'; readonly why: Hurdle | string }
  | { readonly kind: 'missing'; readonly what: 'choice' | 'link'; readonly again: () => void }
  | { readonly kind: 'sentence'; readonly text: string }
  /** The reader has stayed at a message, and the new run ends elsewhere. */
  | { readonly kind: 'replayed' }
);

export interface LabState {
  /** What is played and shown. */
  readonly scenario: Scenario;
  readonly timeline: Timeline;
  /** How the reader came to what is played. */
  readonly history: History;
  /** The history that will be when something that its scenario needs has been fetched, or null. If it can't be had, nothing has happened. */
  readonly awaited: History | null;
  /** Certificates that the reader brought: in memory and nowhere else. Whether they are in use, the history says. */
  readonly brought: Own | null;
  /** The playhead in steps: 0 at the overview, 3 after step 3, 2.4 while step 3 is 40 % on its way. */
  readonly cursor: number;
  /** What moved it there. */
  readonly by: Mover;
  /** The number of the step in which it has settled: what is told is about that one. A jump settles by itself. */
  readonly settled: number;
  readonly selection: Selection;
  readonly view: View;
  readonly open: Open;
  /** What stands beside what is shown, or is to stand there; null: nothing. */
  readonly beside: Scenario | null;
  readonly notice: Notice | null;
}

/** Where to look in a run: a step, and a layer of its bytes. */
export interface Landing {
  readonly step: number;
  readonly layer?: string;
}

export interface LabActions {
  /**
   * Changes the scenario and plays it again. Without a place the reader stays at the same message, or at the nearest before it that the new
   * run has; from where nothing is current, or with `opening`, the cursor goes to where the new run opens by itself.
   * @param brought whether it is played with what the reader brought; left out: as the one before
   */
  change(patch: Partial<Scenario>, place?: Landing | 'opening', brought?: boolean): void;
  /** Puts something that goes wrong into the scenario, or takes it out, and plays it again. */
  misbehave(id: string, on: boolean): void;
  /**
   * Plays what somebody makes of the reader's own choices. What was made of them before, because something that goes wrong needed it,
   * is taken back first.
   */
  stage(make: (own: Scenario) => Scenario): void;
  /**
   * Replaces the scenario, as a link does. Without a step the cursor goes to where the run opens by itself: to its overview,
   * or to where it fails.
   * @param at its place in a longer history, of which nothing else is known
   */
  load(scenario: Scenario, step?: number, at?: number): void;
  /** Goes so many choices back or forward, to where the reader left them. @returns whether there are so many */
  travel(by: number): boolean;
  /** Goes back to the scenario before the last change, or forward again. Do nothing when there is none. */
  undo(): void;
  redo(): void;
  /** The scenario that a newcomer sees first. */
  reset(): void;
  /** Plays a scenario for whoever shows it beside this one: nothing of the lab changes. */
  play: Play;
  /** Moves the playhead; it stays within the run. */
  seek(cursor: number, by: Mover): void;
  /** Says that the playhead has come to rest where it stands. */
  settle(): void;
  /** Goes to the first step of a phase. Does nothing when this run never reached it. */
  enter(phase: Phase): void;
  /** Picks a row of the picture and goes to its step, where it has one; null lets go. */
  select(row: string | null, step?: number): void;
  hover(row: string | null): void;
  openLayer(layer: string): void;
  openField(field: string | null): void;
  /** Looks in another way. Other eyes see other rows: they let go of what was picked. */
  arrange(view: Partial<View>): void;
  /** Says what is to stand beside what is shown, and opens the place for it. */
  putBeside(beside: Scenario | null): void;
  /** Opens or closes what lies over the picture. */
  setOpen(open: Partial<Open>): void;
  /** Tells the reader something, instead of what was told before; null takes it away. Another scenario does so, too. */
  tell(notice: Notice | null): void;
}

export type Lab = LabState & LabActions;
