// What is done before the first paint, by a script of its own that the paint waits for: the theme is put on, a picture that the address
// does not mean is left out, and what the reader does before the page can answer is kept until it can.
// It must not know the lab, links or React: every byte of it holds up the first paint.

import { applyPane, applyTheme, paneMemory, themeIn, themeMemory } from './remembered.ts';

/** The addresses that mean what is drawn ahead, after the `#`: written in by the build. */
declare const drawnAhead: readonly string[];

const root = document.documentElement;

applyTheme(themeIn(location.hash) ?? themeMemory.recall());
applyPane(paneMemory.recall());
if (!drawnAhead.includes(location.hash)) root.dataset.elsewhere = '';
const done: (KeyboardEvent | MouseEvent)[] = [];
const keep = (event: KeyboardEvent | MouseEvent): unknown => done.push(event);
window.addEventListener('keydown', keep);
window.addEventListener('click', keep);
window.addEventListener('countersign:answers', () => {
  window.removeEventListener('keydown', keep);
  window.removeEventListener('click', keep);
  done.forEach(again);
});

/** Does once more what the reader did: a key where the page listens, a click on the control that stands there now. */
function again(event: KeyboardEvent | MouseEvent): void {
  if (event instanceof KeyboardEvent) document.body.dispatchEvent(new KeyboardEvent(event.type, event));
  else document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('button, label')?.click();
}
