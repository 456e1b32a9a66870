// What put the focus where it is: the keyboard, or a pointer. A control that a pointer has pressed leaves the keys to the lab and wears no
// frame. It must not know which keys those are.

/** It stands on the root of the document, so that styles know it as well. */
const attribute = 'data-pointed';

/** Follows the modality while somebody wants to know it. @returns ends it */
export function watchModality(): () => void {
  const root = document.documentElement;
  const press = (): void => {
    root.toggleAttribute(attribute, true);
  };
  const tab = ({ key }: KeyboardEvent): void => {
    if (key === 'Tab') root.toggleAttribute(attribute, false);
  };
  window.addEventListener('pointerdown', press, true);
  window.addEventListener('keydown', tab, true);
  return () => {
    window.removeEventListener('pointerdown', press, true);
    window.removeEventListener('keydown', tab, true);
  };
}

/** Whether the focus stands where a pointer put it, or where it went from there by itself. */
export function pointed(): boolean {
  return document.documentElement.hasAttribute(attribute);
}

/** Whether a control is a list that lies open; where the browser can't tell, any list may. */
export function isOpenList(control: Element): boolean {
  return control.matches(CSS.supports('selector(:open)') ? 'select:open' : 'select');
}
