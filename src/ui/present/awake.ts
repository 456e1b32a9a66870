// What is around the picture comes when the pointer moves or the Tab key goes there, and leaves after a rest. It must not know what that is.

import { type RefObject, useEffect } from 'react';
import { atRest } from '../frames/rest.ts';

/** How long nothing moves until only the picture is left, in ms. */
const pause = 2500;

/** What somebody is using does not go away: a dialog, a menu, a control that the keyboard or the pointer has reached. */
const used = 'dialog[open], .view-choices, :is(.header, .playbar, .present-tools):is(:hover, :has(:focus-visible))';

/** Marks the root of the lab as awake. */
export function useAwake(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const lab = root.current;
    if (!lab) return undefined;
    const rest = atRest(pause, () => {
      if (lab.querySelector(used)) rest.moved();
      else delete lab.dataset.awake;
    });
    const wake = (): void => {
      lab.dataset.awake = '';
      rest.moved();
    };
    // A picture that is drawn anew under a pointer that keeps still makes some browsers say that it moved.
    const move = ({ movementX, movementY }: PointerEvent): void => {
      if (movementX !== 0 || movementY !== 0) wake();
    };
    const tab = ({ key }: KeyboardEvent): void => {
      if (key === 'Tab') wake();
    };
    lab.addEventListener('pointermove', move);
    lab.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', tab, true);
    return () => {
      rest.stop();
      delete lab.dataset.awake;
      lab.removeEventListener('pointermove', move);
      lab.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', tab, true);
    };
  }, [root]);
}
