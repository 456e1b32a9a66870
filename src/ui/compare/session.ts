// The store of what stands beside the surrounding lab's run, what comes of it, and the lab that shows it. They live as long as the lab does.

import { useStore } from 'zustand';
import type { Timeline } from '../../lab/index.ts';
import { type Beside, type BesideStore, createBeside, createCompanion } from '../../store/beside/index.ts';
import type { LabStore } from '../../store/index.ts';
import { besideCursor, type Comparison, compared, rowAtStep, stepAtRow } from '../../story/compare/index.ts';
import { letters, type Names, versions } from '../../words/compare/index.ts';
import { useLab, useLabStore } from '../context.ts';

interface Session {
  readonly beside: BesideStore;
  /** The lab of the run beside. */
  readonly companion: LabStore;
}

const sessions = new WeakMap<LabStore, Session>();

function sessionOf(lab: LabStore): Session {
  const known = sessions.get(lab);
  if (known) return known;
  const beside = createBeside(lab);
  const rowsBeside = (timeline: Timeline) => comparisonOf(lab.getState().timeline, timeline).rows;
  const companion = createCompanion(lab, beside, {
    cursorOf: ({ timeline }, cursor) => besideCursor(rowsBeside(timeline), cursor),
    seenAt({ timeline }, step) {
      const rows = rowsBeside(timeline);
      return stepAtRow(rows, rowAtStep(rows, 'b', step));
    },
  });
  const session = { beside, companion };
  sessions.set(lab, session);
  return session;
}

/** The store of what is beside a lab. */
export function besideOf(lab: LabStore): BesideStore {
  return sessionOf(lab).beside;
}

/** The lab of the run that is beside a lab’s. */
export function companionOf(lab: LabStore): LabStore {
  return sessionOf(lab).companion;
}

/** A slice of what is beside the surrounding lab. */
export function useBeside<Slice>(select: (beside: Beside) => Slice): Slice {
  return useStore(besideOf(useLabStore()), select);
}

/** Two runs, compared, and what they are called. */
export type Named = Comparison & { readonly names: Names };

const comparisons = new WeakMap<Timeline, WeakMap<Timeline, Named>>();

/** The same object for the same two runs. */
export function comparisonOf(a: Timeline, b: Timeline): Named {
  const ofFirst = comparisons.get(a) ?? new WeakMap<Timeline, Named>();
  comparisons.set(a, ofFirst);
  const known = ofFirst.get(b);
  if (known) return known;
  const numbers = { a: a.circumstances.version, b: b.circumstances.version };
  const named = { ...compared(a, b), names: numbers.a === numbers.b ? letters : versions(numbers) };
  ofFirst.set(b, named);
  return named;
}

/** Both runs, compared; undefined as long as there is one. */
export function useComparison(): Named | undefined {
  const a = useLab((lab) => lab.timeline);
  const b = useBeside(({ second }) => second?.timeline);
  return b && comparisonOf(a, b);
}

/** The row that both stand at, and whether either run has nothing there; undefined at the overview, and as long as there is one run. */
export function useRow(): number | undefined {
  const comparison = useComparison();
  const settled = useLab((lab) => lab.settled);
  const picked = useBeside((beside) => beside.picked);
  if (!comparison || (settled === 0 && picked === null)) return undefined;
  const row = picked === null ? rowAtStep(comparison.rows, 'a', settled) : rowAtStep(comparison.rows, 'b', picked);
  return row < 0 ? undefined : row;
}
