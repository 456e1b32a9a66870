// A pane of the inspector twice: as the lab's own run has it, and as the run beside. What is not alike has a sign. Where one has nothing at
// this place, the reason stands there. It must not know what is in the pane.

import { type ReactNode, useEffect, useMemo, useReducer } from 'react';
import { useStore } from 'zustand';
import type { LabStore, Tab } from '../../store/index.ts';
import {
  differingCertificates,
  differingFields,
  differingKeys,
  differingLadders,
  differingNarration,
  missingAtRow,
} from '../../story/compare/index.ts';
import { tellerOf } from '../../story/explain/index.ts';
import { missingWords, type Side, signs, compareWords as text } from '../../words/compare/index.ts';
import { LabContext, useLabStore } from '../context.ts';
import { type Counterpart, CounterpartContext } from '../inspector/differing.tsx';
import { tellers } from '../inspector/explain/tellers.ts';
import { useSpace } from '../space.ts';
import { Flip } from './Flip.tsx';
import { companionOf, useBeside, useComparison, useRow } from './session.ts';

const find: Counterpart['find'] = {
  narration: differingNarration,
  keys: differingKeys,
  certificates: differingCertificates,
  ladders: differingLadders,
  fields: differingFields,
};

const signWords = { other: { sign: signs.other, text: text.unlike }, only: { sign: signs.only, text: text.onlyHere } };

interface Props {
  readonly tab: Tab;
  readonly children: ReactNode;
}

/** The pane as it is, as long as there is one run. */
export function Both({ tab, children }: Props) {
  const second = useBeside((beside) => beside.second);
  const front = useBeside((beside) => beside.front);
  const space = useSpace();
  const own = useLabStore();
  const companion = companionOf(own);
  if (!second) return children;
  const half = (side: Side) => (
    <Half key={side} side={side} tab={tab} labs={{ a: own, b: companion }}>
      {children}
    </Half>
  );
  if (space === 'phone')
    return (
      <div className="both">
        <Flip />
        {half(front)}
      </div>
    );
  return (
    <div className="both">
      {half('a')}
      {half('b')}
    </div>
  );
}

/** The same as the run beside has it; nothing as long as there is one run. */
export function AsBeside({ children }: { readonly children: ReactNode }) {
  const second = useBeside((beside) => beside.second);
  const companion = companionOf(useLabStore());
  return second && <LabContext value={companion}>{children}</LabContext>;
}

interface HalfProps extends Props {
  readonly side: Side;
  readonly labs: Readonly<Record<Side, LabStore>>;
}

function Half({ side, tab, labs, children }: HalfProps) {
  const other = labs[side === 'a' ? 'b' : 'a'];
  const missing = useMissing();
  const told = useTeller(other);
  // Of a step that only one has, there is nothing beside it.
  const alone = (tab === 'explain' || tab === 'bytes') && missing !== undefined;
  const counterpart = useMemo(
    () => (alone || !told ? null : { lab: other, find, signs: signWords }),
    [alone, told, other],
  );
  const comparison = useComparison();
  const letter = side.toUpperCase();
  const version = labs[side].getState().timeline.circumstances.version;
  return (
    <section className="both-half" aria-label={text.half(letter)}>
      <p className="both-head">
        <strong>{letter}</strong> {comparison && text.version(version)}
      </p>
      {alone && missing.side === side ? (
        <p className="both-missing">{text.nothingHere(missing.words)}</p>
      ) : (
        <LabContext value={labs[side]}>
          <CounterpartContext value={counterpart}>{children}</CounterpartContext>
        </LabContext>
      )}
    </section>
  );
}

/** Which side has nothing in the row at which both stand, and why. */
function useMissing(): { readonly side: Side; readonly words: string } | undefined {
  const own = useLabStore();
  const second = useBeside((beside) => beside.second);
  const comparison = useComparison();
  const row = useRow();
  if (!second || !comparison || row === undefined) return undefined;
  const found = missingAtRow({ a: own.getState().timeline, b: second.timeline }, comparison.rows, row);
  return found && { side: found.side, words: missingWords(found.missing) };
}

/** Whether whoever tells the other run’s step is here; it is fetched if not. */
function useTeller(lab: LabStore): boolean {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  const name = useStore(lab, ({ timeline, settled, view }) => tellerOf(timeline, settled, null, view.lens));
  const here = name === undefined || tellers.has(name);
  useEffect(() => {
    // Where it can’t be had, its own half says so.
    if (!here && name !== undefined) tellers.need(name).then(look, () => undefined);
  }, [here, name]);
  return here;
}
