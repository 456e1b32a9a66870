// The centre: React owns the SVG's shell and its name, the picture owns what is inside the group.
// It must not know how anything is drawn.

import { useLayoutEffect, useRef } from 'react';
import { useLabStore } from './context.ts';
import { present } from './picture.ts';
import { words } from './words.ts';
import './stage.css';

export function Stage() {
  const store = useLabStore();
  const room = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const group = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    if (!room.current || !svg.current || !group.current) return undefined;
    return present(store, { room: room.current, svg: svg.current, group: group.current });
  }, [store]);
  return (
    // Where the picture is higher than its room it scrolls, and what scrolls must take the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="stage" ref={room} tabIndex={0} aria-label={words.stage.title}>
      <svg ref={svg} role="img" aria-label={words.stage.picture}>
        <g ref={group} />
      </svg>
    </section>
  );
}
