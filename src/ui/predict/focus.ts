// Where the keyboard goes when one thing takes the place of another here. It must not know what they are.

import { useSuccessor } from '../parts/focus.ts';

/** A ref for what may vanish with the focus: the whole place holds it until what comes takes it. */
export function useHandedOn(): ReturnType<typeof useSuccessor> {
  return useSuccessor('.predict');
}

/** A ref for what comes: its first control gets the focus if the place holds it, so that the reader hasn’t moved on. */
export function receive(arrived: HTMLElement | null): void {
  if (arrived && arrived.closest('.predict') === document.activeElement)
    firstIn(arrived)?.focus({ preventScroll: true });
}

/** The first control that can be used. */
export function firstIn(place: HTMLElement): HTMLElement | null {
  return place.querySelector<HTMLElement>('input[type="radio"]:enabled, button:enabled');
}
