// The store of what was brought to the surrounding lab. It lives as long as the lab does, and holds nothing after everything is forgotten.

import { useStore } from 'zustand';
import { manners } from '../../lab/manners/index.ts';
import type { LabStore } from '../../store/index.ts';
import { createOwn, type OwnLab, type OwnStore } from '../../store/own/index.ts';
import { useLabStore } from '../context.ts';
import { openFile } from './opening.ts';
import { type Dropped, readDropped } from './reading.ts';

const sessions = new WeakMap<LabStore, OwnStore>();

function sessionOf(lab: LabStore): OwnStore {
  const known = sessions.get(lab) ?? createOwn(lab, { open: openFile, now: Date.now, manners });
  sessions.set(lab, known);
  return known;
}

/** A slice of what was brought. */
export function useOwn<Slice>(select: (own: OwnLab) => Slice): Slice {
  return useStore(sessionOf(useLabStore()), select);
}

/** Takes files and folders that were dropped or chosen, and opens the pane that shows them. */
export async function receive(lab: LabStore, dropped: readonly Dropped[]): Promise<void> {
  lab.getState().setOpen({ own: true, scenario: true });
  const { files, news } = await readDropped(dropped);
  const own = sessionOf(lab).getState();
  own.add(files);
  if (news) own.tell(news);
}
