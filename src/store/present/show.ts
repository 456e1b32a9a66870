// What presenting adds to a lab: what the audience sees besides, and what the other window is to this one. Plain data. It must not know windows,
// messages or clocks.

import { createStore, type StoreApi } from 'zustand/vanilla';

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
  /** The part of a lesson that is shown, and whether its question has been answered by now; null: none. */
  readonly part: { readonly at: number; readonly over: boolean } | null;
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
    part: null,
    set,
  }));
}
