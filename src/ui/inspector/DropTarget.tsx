// Takes files that are dropped anywhere on the page to those who open them, and has the header say that such are in use: it comes with the
// first late part, so that the page need not wait for it. It must not know what is done with them.

import { type RefObject, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { ownInUse } from '../../store/index.ts';
import { ownParts } from '../brought.ts';
import { useLab, useLabStore } from '../context.ts';
import { Late } from '../parts/Late.tsx';

/** Listens as long as it is mounted. */
export function DropTarget() {
  const store = useLabStore();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const root = place.current?.closest('.lab');
    const hover = (files: boolean): void => void root?.toggleAttribute('data-dropping', files);
    // While the hand is still on its way.
    const getReady = (): void =>
      void ownParts.need('own').then(
        () => ownParts.take('own').prepare(store),
        () => undefined,
      );
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      if (!root?.hasAttribute('data-dropping')) getReady();
      hover(event.type === 'dragover');
      if (event.type !== 'drop') return;
      // They can be asked for now, and no later.
      const items = [...event.dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
      const take = (): void => {
        ownParts.need('own').then(
          () => ownParts.take('own').receive(store, items),
          () => store.getState().tell({ near: 'header', kind: 'missing', what: 'choice', again: take }),
        );
      };
      take();
    };
    const leave = (event: DragEvent): void => {
      if (!event.relatedTarget) hover(false);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', over);
    window.addEventListener('dragleave', leave);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', over);
      window.removeEventListener('dragleave', leave);
    };
  }, [store]);
  return (
    <>
      <span ref={place} hidden />
      <OwnMark place={place} />
    </>
  );
}

/** The mark in the header. @param place somewhere in the same lab */
function OwnMark({ place }: { readonly place: RefObject<HTMLElement | null> }) {
  const own = useLab(ownInUse);
  const tools = place.current?.closest('.lab')?.querySelector('.header-tools');
  if (!own || !tools) return null;
  return createPortal(
    <Late of={ownParts} name="own">
      {(part) => <part.OwnMark />}
    </Late>,
    tools,
  );
}
