// Where both runs stand, in rows, in the place of the steps of one. It must not know the playbar.

import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { stepLabel } from '../../story/index.ts';
import { compareWords as text } from '../../words/compare/index.ts';
import { words } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useBeside, useComparison, useRow } from './session.ts';

/** Stands where the playbar says where one is, as long as two runs are compared. */
export function Readout() {
  const place = useRef<HTMLSpanElement>(null);
  const [bar, setBar] = useState<Element | null>(null);
  useLayoutEffect(() => setBar(place.current?.closest('.lab')?.querySelector('.playbar-where') ?? null), []);
  return (
    <>
      <span ref={place} hidden />
      {bar && createPortal(<Where />, bar)}
    </>
  );
}

function Where() {
  const comparison = useComparison();
  const row = useRow();
  const first = useLab((lab) => lab.timeline);
  const second = useBeside((beside) => beside.second?.timeline);
  const lens = useLab((lab) => lab.view.lens);
  if (!comparison || !second) return null;
  const { a, b } = comparison.rows[row ?? -1] ?? {};
  const label = a ? stepLabel(first, a, lens) : b && stepLabel(second, b, lens);
  return (
    <p className="playbar-place compare-place">
      <strong>{text.rowOf(row === undefined ? 0 : row + 1, comparison.rows.length)}</strong>{' '}
      <span>· {label ?? words.playbar.whole}</span>
    </p>
  );
}
