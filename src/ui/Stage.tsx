// The centre: React owns the picture's shell and its name, the picture owns what is inside the two drawings.
// It must not know how anything is drawn.

import { useLayoutEffect, useRef } from 'react';
import { useLabStore } from './context.ts';
import { present } from './picture.ts';
import { words } from './words.ts';
import './stage.css';

export function Stage() {
  const store = useLabStore();
  const room = useRef<HTMLDivElement>(null);
  const heads = useRef<SVGSVGElement>(null);
  const body = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    if (!room.current || !heads.current || !body.current) return undefined;
    return present(store, { room: room.current, heads: heads.current, body: body.current });
  }, [store]);
  return (
    // Where the picture is higher than its room it scrolls, and what scrolls must take the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="stage" ref={room} tabIndex={0} aria-label={words.stage.title}>
      <div className="picture" role="img" aria-label={words.stage.picture}>
        <svg className="picture-heads" ref={heads} aria-hidden="true" />
        <svg ref={body} aria-hidden="true" />
      </div>
    </section>
  );
}
