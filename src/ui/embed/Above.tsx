// How many steps of the picture are above what can be seen of it, at its top. It must not know what they are.

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { pins, sceneIn } from '../../diagram/index.ts';
import type { Lab } from '../../store/index.ts';
import { embedWords as text } from '../../words/ui/index.ts';
import { useLabStore } from '../context.ts';
import { soon } from '../frames/soon.ts';
import { lookOf, modelOf } from '../stage/picture.ts';

/** Nothing where the picture begins with its first step. */
export function Above({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const store = useLabStore();
  const [above, setAbove] = useState(0);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const stage = root.current?.querySelector<HTMLElement>('.stage');
    if (!stage) return undefined;
    const count = soon<unknown>(() => setAbove(stepsAbove(stage, store.getState())));
    stage.addEventListener('scroll', count, { passive: true });
    const observer = new ResizeObserver(count);
    observer.observe(stage);
    return () => {
      stage.removeEventListener('scroll', count);
      observer.disconnect();
    };
  }, [root, store]);
  // Under the heads, or where there is no room for those, at the top.
  useLayoutEffect(() => {
    const place = line.current?.parentElement?.getBoundingClientRect().top;
    if (!line.current || place === undefined) return;
    const heads = root.current?.querySelector('.pinned .picture-heads')?.getBoundingClientRect().bottom;
    const top = heads ?? root.current?.querySelector('.stage')?.getBoundingClientRect().top ?? 0;
    line.current.style.top = `${top - place}px`;
  });
  if (above === 0) return null;
  return (
    <p className="embed-above" aria-hidden="true" ref={line}>
      {text.above(above)}
    </p>
  );
}

/** Of the messages of a run, those that have scrolled out of sight. */
function stepsAbove(stage: HTMLElement, lab: Lab): number {
  const { scrollTop, clientWidth, clientHeight } = stage;
  if (scrollTop <= 0) return 0;
  const model = modelOf(lab);
  const scene = sceneIn({ width: clientWidth, height: clientHeight }, model, lookOf(lab));
  const top = scrollTop + (pins(scene, clientHeight) ? scene.heads : 0);
  const messages = new Set(model.rows.flatMap((row) => (row.kind === 'message' && !row.ghost ? [row.id] : [])));
  return scene.areas.filter(({ row, y, height }) => messages.has(row) && y + height / 2 < top).length;
}
