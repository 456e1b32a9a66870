// The store of what was brought to the surrounding lab. It lives as long as the lab does, and holds nothing after everything is forgotten.

import { useStore } from 'zustand';
import { manners } from '../../lab/manners/index.ts';
import type { LabStore } from '../../store/index.ts';
import { createOwn, type OwnLab, type OwnStore } from '../../store/own/index.ts';
import { useLabStore } from '../context.ts';
import { afterPaint } from '../frames/paint.ts';
import { createOpener, type Opener } from './opening.ts';
import { type Dropped, readDropped } from './reading.ts';

interface Session {
  readonly store: OwnStore;
  readonly opener: Opener;
}

const sessions = new WeakMap<LabStore, Session>();

function sessionOf(lab: LabStore): Session {
  const known = sessions.get(lab) ?? begun(lab);
  sessions.set(lab, known);
  return known;
}

function begun(lab: LabStore): Session {
  const opener = createOpener();
  const { open, close } = opener;
  return { opener, store: createOwn(lab, { open, close, afterwards: afterPaint, now: Date.now, manners }) };
}

/** A slice of what was brought. */
export function useOwn<Slice>(select: (own: OwnLab) => Slice): Slice {
  return useStore(sessionOf(useLabStore()).store, select);
}

/** Has a thread ready for the files that somebody is about to bring. */
export function prepare(lab: LabStore): void {
  sessionOf(lab).opener.prepare();
}

/** Takes files and folders that were dropped or chosen, and opens the pane that shows them. */
export async function receive(lab: LabStore, dropped: readonly Dropped[]): Promise<void> {
  prepare(lab);
  lab.getState().setOpen({ own: true, scenario: true });
  const { files, news } = await readDropped(dropped);
  const own = sessionOf(lab).store.getState();
  own.add(files);
  if (news) own.tell(news);
}
