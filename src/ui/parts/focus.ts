// Where the keyboard goes when the control that holds it vanishes; left alone, the browser drops it onto the page as a whole.
// It must not know what any control does.

import { type RefCallback, useCallback } from 'react';

/**
 * A ref for a control that may vanish: if it holds the focus when it goes, the focus goes to what the selector finds in the same lab,
 * which must be there by then. A control that stays keeps the focus.
 */
export function useSuccessor(selector: string): RefCallback<HTMLElement> {
  // React takes a ref off before it takes the element out of the document; a new function would make it do so at every render.
  return useCallback(
    (control) => () => {
      if (control !== document.activeElement) return;
      control?.closest('.lab')?.querySelector<HTMLElement>(selector)?.focus();
    },
    [selector],
  );
}

/** A ref for what appears: its first control gets the focus if the `data-awaiting` around it still holds it, so the reader hasn’t moved on. */
export function takeFocus(arrived: HTMLElement | null): void {
  if (arrived?.closest('[data-awaiting]') === document.activeElement) arrived?.querySelector('button')?.focus();
}
