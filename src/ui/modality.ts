// What put the focus where it is: the keyboard, or a pointer. A control that a pointer has pressed leaves the keys to the lab and wears no
// frame. It must not know which keys those are.

/** It stands on the root of the document, so that styles know it as well. */
const attribute = 'data-pointed';

/** What was pressed last, as long as nothing has been chosen in it. */
let pressed: EventTarget | null = null;

/** Follows the modality while somebody wants to know it. @returns ends it */
export function watchModality(): () => void {
  const root = document.documentElement;
  const press = ({ target }: Event): void => {
    pressed = target;
    root.toggleAttribute(attribute, true);
  };
  const tab = ({ key }: KeyboardEvent): void => {
    if (key === 'Tab') root.toggleAttribute(attribute, false);
  };
  const choose = (): void => {
    pressed = null;
  };
  window.addEventListener('pointerdown', press, true);
  window.addEventListener('keydown', tab, true);
  window.addEventListener('change', choose, true);
  return () => {
    window.removeEventListener('pointerdown', press, true);
    window.removeEventListener('keydown', tab, true);
    window.removeEventListener('change', choose, true);
  };
}

/** Whether the focus stands where a pointer put it, or where it went from there by itself. */
export function pointed(): boolean {
  return document.documentElement.hasAttribute(attribute);
}

/** Whether a control is a list that lies open. Browsers that can't tell are believed to keep one open in which nothing was chosen yet. */
export function isOpenList(control: Element): boolean {
  if (!control.matches('select')) return false;
  return CSS.supports('selector(:open)') ? control.matches(':open') : pressed === control;
}
