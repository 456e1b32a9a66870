// The store of how the surrounding lab is presented. It lives as long as the lab does.

import { useStore } from 'zustand';
import type { LabStore } from '../../store/index.ts';
import { createShow, type Show, type ShowStore } from '../../store/present/index.ts';
import { useLabStore } from '../context.ts';

const sessions = new WeakMap<LabStore, ShowStore>();

/** The store of how a lab is presented. */
export function showOf(lab: LabStore): ShowStore {
  const known = sessions.get(lab) ?? createShow(Date.now());
  sessions.set(lab, known);
  return known;
}

/** The same of the surrounding lab. */
export function useShowStore(): ShowStore {
  return showOf(useLabStore());
}

/** A slice of how the surrounding lab is presented. */
export function useShow<Slice>(select: (show: Show) => Slice): Slice {
  return useStore(useShowStore(), select);
}
