// What presenting adds to a lab: what the audience sees besides, and what the other window is to this one. Plain data. It must not know windows,
// messages or clocks.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Timeline } from '../../lab/index.ts';
import type { SpeakerNotes } from '../../words/notes/index.ts';

/** What is known of the other window: none was wanted, the browser did not allow one, one is awaited, it answers, or it has fallen silent. */
type Partner = 'none' | 'refused' | 'awaited' | 'there' | 'silent';

interface ShowState {
  /** Whether the screen is black. */
  readonly black: boolean;
  /** Whether the sentence stands below the picture; null: wherever there is more room. */
  readonly below: boolean | null;
  /** Whether notes are shown where there is one window. */
  readonly notes: boolean;
  /** When presenting began, in milliseconds since the Unix epoch. */
  readonly began: number;
  readonly partner: Partner;
  /** The notes of whoever has put this run into a lesson, where they have some for a step; null: those that go with its steps. */
  readonly notesOf: ((timeline: Timeline, step: number) => SpeakerNotes | undefined) | null;
}

interface ShowActions {
  set(change: Partial<ShowState>): void;
}

export type Show = ShowState & ShowActions;
export type ShowStore = StoreApi<Show>;

/** A store of how something is presented. @param began when that began, in milliseconds since the Unix epoch */
export function createShow(began: number): ShowStore {
  return createStore<Show>()((set) => ({
    black: false,
    below: null,
    notes: false,
    began,
    partner: 'none',
    notesOf: null,
    set,
  }));
}
