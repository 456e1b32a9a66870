// The keys of the whole lab. Controls that use a key themselves keep it.
// It must not know what the keys do to the picture.

import { type RefObject, useEffect } from 'react';
import { type LabStore, phases } from '../store/index.ts';
import { heldOrPressed, type Player } from './playbar/player.ts';

/** Listens while focus is inside the lab or nowhere in particular. */
export function useShortcuts(root: RefObject<HTMLElement | null>, store: LabStore, player: Player): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || !belongs(event.target, root.current)) return;
      if (event.key === 'Escape') closeDrawer(root.current, store);
      if (event.ctrlKey || event.metaKey) {
        if (takesBack(event, store)) event.preventDefault();
        return;
      }
      if (keepsKey(event.target, event.key)) return;
      if (act(event, store, player)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [root, store, player]);
}

/** A drawer is no dialog, so that nothing closes it by itself. What had the focus in it hands that to the button that opens it. */
function closeDrawer(root: HTMLElement | null, store: LabStore): void {
  if (!store.getState().open.inspector || root?.querySelector('dialog[open]')) return;
  const inside = root?.querySelector('.lab-inspector')?.contains(document.activeElement);
  store.getState().setOpen({ inspector: false });
  if (inside) root?.querySelector<HTMLElement>('[data-opens="inspector"]')?.focus();
}

/** Does what a key stands for; false when it stands for nothing. */
function act(event: KeyboardEvent, store: LabStore, player: Player): boolean {
  const { key } = event;
  const { arrange, enter, setOpen, timeline, view } = store.getState();
  const phase = phases[Number(key) - 1];
  if (key === ' ') player.toggle();
  else if (key === 'ArrowRight') player.step(1, heldOrPressed(event));
  else if (key === 'ArrowLeft') player.step(-1, heldOrPressed(event));
  else if (key === 'Home') player.seek(0, 'jump');
  else if (key === 'End') player.seek(timeline.steps.length, 'jump');
  else if (key === '?') setOpen({ keys: true });
  else if (key.toLowerCase() === 'd') arrange({ depth: view.depth === 'details' ? 'paragraph' : 'details' });
  else if (phase) {
    player.pause();
    enter(phase);
  } else return false;
  return true;
}

/** Undo and redo, where the reader isn't writing. */
function takesBack({ key, shiftKey, target }: KeyboardEvent, store: LabStore): boolean {
  if (target instanceof Element && target.closest(typing)) return false;
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) store.getState().redo();
  else if (letter === 'z') store.getState().undo();
  else return false;
  return true;
}

function belongs(target: EventTarget | null, root: HTMLElement | null): boolean {
  return target === document.body || (target instanceof Node && root !== null && root.contains(target));
}

const typing = 'input:not([type="range"]), textarea, select, [contenteditable]';
const moving = '[role="tree"], [role="tab"], [role="grid"], [role="listbox"], [data-keys="own"]';

function keepsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  // On a phone and in a hall the panes lie over the picture: the steps can be taken from there, too.
  if (target.closest('dialog:not(.sheet-bottom)') && key !== '?') return true;
  if (key === ' ') return target.closest(`button, a, summary, ${typing}, ${moving}`) !== null;
  if (key.length > 1) return target.closest(`${typing}, ${moving}`) !== null;
  return target.closest('textarea, select, [contenteditable], input[type="text"]') !== null;
}
