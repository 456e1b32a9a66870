// Keys that the page around a frame is waiting for: those of a clicker when there is no step left to go to, so that a slide show goes on.
// It must not know what becomes of them.

import { excerptOf, type LabStore } from '../../store/index.ts';
import { send } from './message.ts';

/** Hands them over; to be called before anything else listens to keys. Only a frame that has the focus hears any. */
export function handOverKeys(store: LabStore): void {
  const hear = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || event.defaultPrevented) return;
    const { cursor } = store.getState();
    const { first, last } = excerptOf(store.getState());
    // Where a question waits, there is more to come.
    const asked = document.querySelector('.predict-ask') !== null;
    const done = (key === 'PageDown' && cursor >= last && !asked) || (key === 'PageUp' && cursor <= first);
    if (done) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (done || key === 'Escape') send({ type: 'key', key });
  };
  window.addEventListener('keydown', hear, true);
}
