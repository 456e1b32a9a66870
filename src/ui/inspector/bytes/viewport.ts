// Which rows of a long list can be seen: only those are put into the document, so that 16 KB stay fluent.
// It must not know what a row shows.

import { type RefObject, useCallback, useEffect, useState } from 'react';

export interface Viewport {
  /** First row to draw, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Scrolls as little as needed to make a row visible. */
  show(row: number): void;
}

const spare = 6;

/** Follows the scrolling of an element whose rows are all `height` px high. */
export function useViewport(element: RefObject<HTMLElement | null>, rows: number, height: number): Viewport {
  const [seen, setSeen] = useState({ top: 0, size: 60 });
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const look = (): void => {
      const top = Math.floor(target.scrollTop / height);
      const size = Math.ceil(target.clientHeight / height) + 1;
      setSeen((before) => (before.top === top && before.size === size ? before : { top, size }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(target);
    target.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      target.removeEventListener('scroll', look);
    };
  }, [element, height]);
  const show = useCallback(
    (row: number) => {
      const target = element.current;
      if (!target) return;
      const top = row * height;
      if (top < target.scrollTop) target.scrollTop = top;
      else if (top + height > target.scrollTop + target.clientHeight)
        target.scrollTop = top + height - target.clientHeight;
    },
    [element, height],
  );
  return { from: Math.max(0, seen.top - spare), to: Math.min(rows, seen.top + seen.size + spare), show };
}
