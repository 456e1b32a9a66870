// The picture of the run beside, at the right of the lab's own. It must not know how anything is drawn.

import { useEffect, useLayoutEffect, useRef } from 'react';
import { compareWords as text } from '../../words/compare/index.ts';
import { LabContext, useLabStore } from '../context.ts';
import { RowList } from '../inspector/RowList.tsx';
import { StepList } from '../inspector/StepList.tsx';
import { useSpace } from '../space.ts';
import { presentBoth } from './levelling.ts';
import { Readout } from './Readout.tsx';
import { besideOf, companionOf, useBeside, useComparison } from './session.ts';
import { watchSwipes } from './swipe.ts';

/** The picture, where something is beside. */
export function SecondStage() {
  const store = useLabStore();
  const companion = companionOf(store);
  const second = useBeside((beside) => beside.second);
  const comparison = useComparison();
  const space = useSpace();
  const room = useRef<HTMLElement>(null);
  const heads = useRef<SVGSVGElement>(null);
  const lines = useRef<SVGSVGElement>(null);
  const rows = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const own = room.current?.parentElement?.querySelector<HTMLElement>(':scope > .stage:not(.beside)');
    if (!own || !second || !comparison || !room.current || !heads.current || !lines.current || !rows.current)
      return undefined;
    const surface = { room: room.current, heads: heads.current, lines: lines.current, rows: rows.current };
    return presentBoth({ a: store, b: companion }, comparison, { own, beside: surface });
  }, [store, companion, second, comparison]);
  useEffect(() => {
    const place = room.current?.parentElement;
    if (!second || !place || space !== 'phone') return undefined;
    return watchSwipes(place, (to) =>
      besideOf(store)
        .getState()
        .show(to === 'left' ? 'b' : 'a'),
    );
  }, [store, second, space]);
  if (!second) return null;
  return (
    <section className="stage beside" ref={room} tabIndex={-1} aria-label={text.picture('B')}>
      <Readout />
      <LabContext value={companion}>
        <RowList name={text.rows('B')} />
        <StepList name={text.steps('B')} before={text.said('B')} />
      </LabContext>
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
