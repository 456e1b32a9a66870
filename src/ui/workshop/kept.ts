// The lesson that somebody makes, as it is kept on this device while they do, with what it was before its last great change. It must not know
// what a lesson is made of.

import { useState } from 'react';
import { type Draft, draftIn, draftText, emptyDraft } from '../../lesson/draft/index.ts';
import { keep, recalled } from '../lesson/kept.ts';

const name = 'draft';

/** What was kept, or nothing yet. */
export function keptDraft(): Draft {
  return draftIn(recalled(name)) ?? emptyDraft;
}

/** Its text, for whoever shows it. */
export function keptText(): string {
  return draftText(keptDraft());
}

export interface Desk {
  readonly draft: Draft;
  /** Whether what is written outlasts the page. */
  readonly lasts: boolean;
  /** What an undo would bring back. */
  readonly before: Draft | undefined;
  readonly write: (draft: Draft) => void;
  /** Puts another one in its place, which can be undone. */
  readonly replace: (draft: Draft) => void;
  readonly undo: () => void;
}

export function useDraft(): Desk {
  const [draft, set] = useState(keptDraft);
  const [lasts, setLasts] = useState(true);
  const [before, setBefore] = useState<Draft>();
  const write = (next: Draft): void => {
    set(next);
    setLasts(keep(name, JSON.stringify(next)));
  };
  return {
    draft,
    lasts,
    before,
    write,
    replace(next) {
      setBefore(draft);
      write(next);
    },
    undo() {
      if (before) write(before);
      setBefore(undefined);
    },
  };
}
