// The rows of the picture for the keyboard: one stop of the Tab key, arrows from row to row, Enter to read about one. A pill and a key that
// is installed are rows like a message. It shows nothing to the eye but the frame that says who has the keys; the picture marks the row.

import { type KeyboardEvent, memo, useDeferredValue, useId, useMemo } from 'react';
import type { Model, Row } from '../../diagram/index.ts';
import { toModel } from '../../story/index.ts';
import { rowWords } from '../../words/ui/index.ts';
import { useLab } from '../context.ts';
import { useSpace } from '../space.ts';
import './row-list.css';

/** The list of rows, which follows the steps, and whose arrows pick. @param name what it is called, where there is more than one */
export function RowList({ name = rowWords.list }: { readonly name?: string }) {
  const { rows, actors } = useRows();
  const current = useCurrent();
  const select = useLab((lab) => lab.select);
  const open = useOpening();
  const prefix = useId();
  const at = rows.findIndex(({ id }) => id === current);
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = by && rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next) select(next.id, next.kind === 'message' && next.ghost ? undefined : next.step);
    else if (event.key === 'Enter') open();
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="row-list"
      role="listbox"
      // Right and left are steps here, too.
      data-keys="vertical"
      tabIndex={0}
      aria-label={name}
      aria-activedescendant={at < 0 ? undefined : `${prefix}${at}`}
      onKeyDown={move}
    >
      <Rows rows={rows} actors={actors} at={at} prefix={prefix} />
    </div>
  );
}

/** The rows as the picture has them. */
function useRows(): Pick<Model, 'rows' | 'actors'> {
  const timeline = useDeferredValue(useLab((lab) => lab.timeline));
  const { captions, lens, unit } = useLab((lab) => lab.view);
  return useMemo(() => toModel(timeline, 0, { captions, lens, unit }), [timeline, captions, lens, unit]);
}

/** The id of the row that was picked, or else of the one where the reader stands. */
function useCurrent(): string | undefined {
  const timeline = useLab((lab) => lab.timeline);
  const settled = useLab((lab) => lab.settled);
  const row = useLab((lab) => lab.selection.row);
  const { captions, lens, unit } = useLab((lab) => lab.view);
  return row ?? toModel(timeline, settled, { captions, lens, unit }).current;
}

/** Brings what is told of the row before the reader. */
function useOpening(): () => void {
  const space = useSpace();
  const arrange = useLab((lab) => lab.arrange);
  const setOpen = useLab((lab) => lab.setOpen);
  return () => {
    arrange({ tab: 'explain' });
    if (space !== 'desk') setOpen({ inspector: true });
  };
}

interface RowsProps extends Pick<Model, 'rows' | 'actors'> {
  readonly at: number;
  readonly prefix: string;
}

/** Keys are handled by the list, which holds the focus. */
const Rows = memo(function Rows({ rows, actors, at, prefix }: RowsProps) {
  return rows.map((row, index) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus
    <div key={row.id} role="option" id={`${prefix}${index}`} aria-selected={index === at}>
      {spoken(row, actors)}
    </div>
  ));
});

function spoken(row: Row, actors: Model['actors']): string {
  const { title } = actors[row.kind === 'message' ? row.from : row.at];
  if (row.kind === 'message') return rowWords.row(title, row.title, row.ghost ? rowWords.ghost : row.caption);
  return rowWords.row(title, row.text, row.kind === 'work' ? rowWords.outcomes[row.outcome] : undefined);
}
