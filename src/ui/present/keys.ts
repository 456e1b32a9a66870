// The keys of somebody who presents, many of them with a clicker: those that step belong to the whole lab. It must not know what black is.

import { type RefObject, useEffect } from 'react';
import type { LabStore } from '../../store/index.ts';
import type { ShowStore } from '../../store/present/index.ts';
import { useLabStore } from '../context.ts';
import { belongs, keepsKey } from '../shortcuts.ts';
import { leave } from './leave.ts';
import { useShowStore } from './session.ts';
import { type Place, placeOf } from './windows/index.ts';

/** Clickers send one or the other. */
const black: readonly string[] = ['b', '.'];
/** What ends the black besides, as it does what it does. */
const stepping: readonly string[] = ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', 'Home', 'End', ' '];

/**
 * Listens while somebody presents, and ends that when they leave the whole screen. The audience’s window has nothing to go back to.
 * @param characters whether keys that write something do something, too
 */
export function useKeys(root: RefObject<HTMLElement | null>, characters: boolean, role: Place['role'] | null): void {
  const lab = useLabStore();
  const show = useShowStore();
  useEffect(() => {
    const take = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (event.altKey || event.ctrlKey || event.metaKey || !belongs(target, root.current)) return;
      if (key === 'F5' && role !== 'audience') leave(lab);
      else if (!act(key, target, show, characters)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // After whatever lies on top.
    const stop = (event: KeyboardEvent): void => {
      const taken = role === 'audience' || event.defaultPrevented || root.current?.querySelector('dialog[open]');
      if (event.key === 'Escape' && !taken && belongs(event.target, root.current)) leave(lab);
    };
    window.addEventListener('keydown', take, true);
    window.addEventListener('keydown', stop);
    const ends = [role === 'audience' ? () => undefined : leavesWith(lab), stepsEndBlack(lab, show)];
    return () => {
      window.removeEventListener('keydown', take, true);
      window.removeEventListener('keydown', stop);
      for (const end of ends) end();
    };
  }, [root, lab, show, characters, role]);
}

/** @returns whether the key is used up */
function act(key: string, target: EventTarget | null, show: ShowStore, characters: boolean): boolean {
  const now = show.getState();
  const letter = key.toLowerCase();
  const control = target instanceof Element ? target : document.body;
  if (keepsKey(control, key)) return false;
  if (characters && black.includes(letter)) now.set({ black: !now.black });
  else if (characters && letter === 'n') now.set({ notes: !now.notes });
  else {
    if (stepping.includes(key)) now.set({ black: false });
    return false;
  }
  return true;
}

function stepsEndBlack(lab: LabStore, show: ShowStore): () => void {
  return lab.subscribe(({ cursor, timeline }, before) => {
    if ((cursor !== before.cursor || timeline !== before.timeline) && show.getState().black)
      show.getState().set({ black: false });
  });
}

/** Whoever leaves the whole screen is done, and whoever is done leaves the whole screen. */
function leavesWith(lab: LabStore): () => void {
  const changed = (): void => {
    // A browser that opens a second window leaves the whole screen for it.
    if (!document.fullscreenElement && !placeOf(window.name)) leave(lab);
  };
  document.addEventListener('fullscreenchange', changed);
  return () => {
    document.removeEventListener('fullscreenchange', changed);
    if (document.fullscreenElement && !lab.getState().view.present) void document.exitFullscreen();
  };
}
