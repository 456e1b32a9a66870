// The picture of the run beside, at the right of the lab's own. It must not know how anything is drawn.

import { useLayoutEffect, useRef } from 'react';
import { compareWords as text } from '../../words/compare/index.ts';
import { useLabStore } from '../context.ts';
import { presentBoth } from './both.ts';
import { useBeside, useComparison } from './session.ts';

/** The picture, where something is beside. */
export function SecondStage() {
  const store = useLabStore();
  const second = useBeside((beside) => beside.second);
  const comparison = useComparison();
  const room = useRef<HTMLElement>(null);
  const heads = useRef<SVGSVGElement>(null);
  const lines = useRef<SVGSVGElement>(null);
  const rows = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const own = room.current?.parentElement?.querySelector<HTMLElement>(':scope > .stage:not(.beside)');
    if (!own || !second || !comparison || !room.current || !heads.current || !lines.current || !rows.current)
      return undefined;
    const surface = { room: room.current, heads: heads.current, lines: lines.current, rows: rows.current };
    return presentBoth(store, second.timeline, comparison, { own, beside: surface });
  }, [store, second, comparison]);
  if (!second) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="stage beside" ref={room} tabIndex={0} aria-label={text.picture('B')}>
      <div className="picture" role="img" aria-label={text.picture('B')}>
        <svg className="picture-heads" ref={heads} aria-hidden="true" />
        <div className="picture-body">
          <svg className="picture-lines" ref={lines} aria-hidden="true" />
          <svg ref={rows} aria-hidden="true" />
        </div>
      </div>
    </section>
  );
}
