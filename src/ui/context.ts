// How components reach the store of the lab they are mounted in. Each lab provides its own.
// It must not know what anybody reads from it.

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Lab, LabStore } from '../store/index.ts';

export const LabContext = createContext<LabStore | null>(null);

/** The store of the surrounding lab. */
export function useLabStore(): LabStore {
  const store = useContext(LabContext);
  if (!store) throw new Error('This component must be mounted inside a <LabView>, which provides the store.');
  return store;
}

/** A slice of the surrounding lab's state; the component renders again only when the slice changes. */
export function useLab<Slice>(select: (lab: Lab) => Slice): Slice {
  return useStore(useLabStore(), select);
}
