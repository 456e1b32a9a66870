// The keys of the whole lab. A control that was reached by keyboard keeps those of its role; after a click or a tap the steps win.
// It must not know what the keys do to the picture.

import { type RefObject, useEffect } from 'react';
import { type LabStore, phases } from '../store/index.ts';
import { isOpenList, pointed, watchModality } from './modality.ts';
import { heldOrPressed, type Player } from './playbar/player.ts';
import { togglePresent } from './presenting.ts';

/** Listens while focus is inside the lab or nowhere in particular. @param characters whether keys that write something do something, too */
export function useShortcuts(
  root: RefObject<HTMLElement | null>,
  store: LabStore,
  player: Player,
  characters: boolean,
): void {
  useEffect(watchModality, []);
  useEffect(() => {
    let took = '';
    const take = (event: KeyboardEvent): void => {
      took = '';
      if (event.altKey || !belongs(event.target, root.current)) return;
      const control = event.target instanceof Element ? event.target : document.body;
      const acts =
        event.ctrlKey || event.metaKey
          ? !writes(control) && takesBack(event, store)
          : (characters || !isCharacter(event.key)) && !keepsKey(control, event.key) && act(event, store, player);
      if (!acts && !(pointed() && turnsSwitch(control, event.key))) return;
      took = event.key;
      event.preventDefault();
      event.stopPropagation();
    };
    // There are browsers in which a button is pressed when the space bar goes up.
    const release = (event: KeyboardEvent): void => {
      if (event.key === ' ' && took === ' ') event.preventDefault();
    };
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && belongs(event.target, root.current))
        closeDrawer(root.current, store);
    };
    // Before the controls, which would act on what they don't keep.
    window.addEventListener('keydown', take, true);
    window.addEventListener('keyup', release, true);
    window.addEventListener('keydown', leave);
    return () => {
      window.removeEventListener('keydown', take, true);
      window.removeEventListener('keyup', release, true);
      window.removeEventListener('keydown', leave);
    };
  }, [root, store, player, characters]);
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
  const { arrange, enter, open, setOpen, timeline, view } = store.getState();
  const phase = phases[Number(key) - 1];
  const step = steps[key];
  if (key === ' ') player.toggle();
  else if (step) player.step(step, heldOrPressed(event));
  else if (key === 'Home') player.seek(0, 'jump');
  else if (key === 'End') player.seek(timeline.steps.length, 'jump');
  else if (key === '?') setOpen({ keys: true });
  else if (key.toLowerCase() === 'c') setOpen({ beside: !open.beside });
  else if (key.toLowerCase() === 'p') togglePresent(store);
  else if (key.toLowerCase() === 'd') arrange({ depth: view.depth === 'details' ? 'paragraph' : 'details' });
  else if (phase) {
    player.pause();
    enter(phase);
  } else return false;
  return true;
}

/** The page keys are those of a clicker in front of an audience. */
const steps: Readonly<Record<string, -1 | 1>> = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };

function takesBack({ key, shiftKey }: KeyboardEvent, store: LabStore): boolean {
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) store.getState().redo();
  else if (letter === 'z') store.getState().undo();
  else return false;
  return true;
}

/** Whether what has the focus is in the lab, or nothing in particular has it. */
export function belongs(target: EventTarget | null, root: HTMLElement | null): boolean {
  return target === document.body || (target instanceof Node && root !== null && root.contains(target));
}

/** Whether a key writes a letter, a digit or a sign (WCAG 2.2, 2.1.4). */
function isCharacter(key: string): boolean {
  return key.length === 1 && key !== ' ';
}

const writing = 'textarea, input:not([type="range"], [type="radio"], [type="checkbox"]), [contenteditable]';
const moving =
  '[role="tree"], [role="tab"], [role="grid"], [role="listbox"]:not([data-keys]), [role="menu"], [data-keys="own"]';

function writes(control: Element): boolean {
  return control.closest(writing) !== null || isOpenList(control);
}

/** Whether a control acts on a key by itself. */
export function keepsKey(control: Element, key: string): boolean {
  if (key.startsWith('Page')) return isOpenList(control);
  // On a phone and in a hall the panes lie over the picture: the steps can be taken from there, too.
  if (control.closest('dialog:not(.sheet-bottom)') && key !== '?') return true;
  if (writes(control)) return true;
  if (pointed()) return false;
  if (isCharacter(key)) return control.matches('select');
  if (key === ' ') return control.closest(`button, a, summary, select, input:not([type="range"]), ${moving}`) !== null;
  return control.closest(`select, input[type="radio"], ${moving}`) !== null;
}

/** Whether a key would make another choice where the reader only wants to go on. */
function turnsSwitch(control: Element, key: string): boolean {
  return (key === 'ArrowUp' || key === 'ArrowDown') && control.matches('input[type="radio"]');
}
