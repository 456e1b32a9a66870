// Signs at what is not alike in a pane where another run stands beside this one. Without another run there are none. It must not know how
// anything is compared.

import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Timeline } from '../../lab/index.ts';
import type { Lab, LabStore, LensName } from '../../store/index.ts';
import type { CertificatesView } from '../../story/certificates/index.ts';
import type { FieldMarks, Marks } from '../../story/compare/index.ts';
import type { Narration } from '../../story/explain/index.ts';
import type { Layer } from '../../story/fields/index.ts';
import type { KeyTree } from '../../story/keys/index.ts';
import type { LaddersView } from '../../story/ladders/index.ts';
import { useLabStore } from '../context.ts';

/** What finds what is not alike, pane by pane. */
export interface Finders {
  narration(one: Narration, other: Narration): Marks;
  keys(one: KeyTree, other: KeyTree): Marks;
  certificates(one: CertificatesView, other: CertificatesView): Marks;
  ladders(one: LaddersView, other: LaddersView): Marks;
  fields(one: Layer, other: Layer): FieldMarks;
}

/** The run on the other side, and how it is told from this one. */
export interface Counterpart {
  /** What shows it. */
  readonly lab: LabStore;
  readonly find: Finders;
  /** For each mark its sign, and what that says to those who hear it. */
  readonly signs: Readonly<Record<'other' | 'only', { readonly sign: string; readonly text: string }>>;
}

export const CounterpartContext = createContext<Counterpart | null>(null);

const MarksContext = createContext<Marks>(new Map());

/** Gives the marks to all that is drawn inside. */
export const WithSigns = MarksContext.Provider;

const none: Marks = new Map();

/** What a pane shows of a run at a place; undefined where it can’t be had yet. */
type Show<Shown> = (timeline: Timeline, place: number, lens: LensName) => Shown | undefined;

/** What a pane would show of the other run; undefined without one. @param place where in a run the pane looks */
export function useOther<Shown>(place: (lab: Lab) => number, show: Show<Shown>): Shown | undefined {
  const own = useLabStore();
  const counterpart = useContext(CounterpartContext);
  const lab = counterpart?.lab ?? own;
  const timeline = useStore(lab, (now) => now.timeline);
  const at = useStore(lab, place);
  const lens = useStore(lab, ({ view }) => view.lens);
  return useMemo(() => (counterpart ? show(timeline, at, lens) : undefined), [counterpart, show, timeline, at, lens]);
}

/** The marks of what a pane shows beside what it would show of the other run. */
export function useMarksOf<Shown>(
  shown: Shown,
  other: Shown | undefined,
  finder: (find: Finders) => (one: Shown, other: Shown) => Marks,
): Marks {
  const counterpart = useContext(CounterpartContext);
  return useMemo(
    () => (counterpart && other !== undefined ? finder(counterpart.find)(shown, other) : none),
    [counterpart, shown, other, finder],
  );
}

/** Where nothing differs. */
export const allAlike: FieldMarks = { marks: none, stretches: [] };
const settledAt = ({ settled }: Lab): number => settled;

/** What differs between a layer of this run’s step and the layer of the same name in the other’s. @param layersOf those of a step */
export function useDifferingFields(layer: Layer | undefined, layersOf: Show<readonly Layer[]>): FieldMarks {
  const counterpart = useContext(CounterpartContext);
  const others = useOther(settledAt, layersOf);
  return useMemo(() => {
    const other = others?.find(({ id }) => id === layer?.id);
    return counterpart && layer && other ? counterpart.find.fields(layer, other) : allAlike;
  }, [counterpart, layer, others]);
}

/** What a sign says to those who hear it; undefined without another run. */
export function useSignText(mark: 'other' | 'only'): string | undefined {
  return useContext(CounterpartContext)?.signs[mark].text;
}

/** The sign at something that is drawn; nothing where it is the same on both sides. */
export function UnlikeSign({ of }: { readonly of: object }) {
  const mark = useContext(MarksContext).get(of);
  const counterpart = useContext(CounterpartContext);
  if (!mark || !counterpart) return null;
  const { sign, text } = counterpart.signs[mark];
  return (
    <>
      <span className={`differs differs-${mark}`} aria-hidden="true">
        {sign}
      </span>
      <span className="visually-hidden">{text} </span>
    </>
  );
}
