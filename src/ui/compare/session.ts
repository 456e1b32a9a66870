// The store of what stands beside the surrounding lab's run, and what comes of it. It lives as long as the lab does.

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type Beside, type BesideStore, createBeside } from '../../store/beside/index.ts';
import type { LabStore } from '../../store/index.ts';
import { type Comparison, compared } from '../../story/compare/index.ts';
import { letters, type Names, versions } from '../../words/compare/index.ts';
import { useLab, useLabStore } from '../context.ts';

const sessions = new WeakMap<LabStore, BesideStore>();

/** The store of what is beside a lab. */
export function besideOf(lab: LabStore): BesideStore {
  const known = sessions.get(lab) ?? createBeside(lab);
  sessions.set(lab, known);
  return known;
}

/** A slice of what is beside the surrounding lab. */
export function useBeside<Slice>(select: (beside: Beside) => Slice): Slice {
  return useStore(besideOf(useLabStore()), select);
}

/** Both runs, compared, and what they are called; undefined as long as there is one. */
export function useComparison(): (Comparison & { readonly names: Names }) | undefined {
  const a = useLab((lab) => lab.timeline);
  const b = useBeside(({ second }) => second?.timeline);
  return useMemo(() => {
    if (!b) return undefined;
    const numbers = { a: a.circumstances.version, b: b.circumstances.version };
    return { ...compared(a, b), names: numbers.a === numbers.b ? letters : versions(numbers) };
  }, [a, b]);
}
