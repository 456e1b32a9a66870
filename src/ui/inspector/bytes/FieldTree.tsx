// The named fields of a layer as a tree that folds (WAI-ARIA tree view). The picked line is the one that keys move.
// It must not know what a field means.

import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { type Bytes, type Field, toHex } from '../../../bytes/index.ts';
import { flawClause } from '../../../words/causes/index.ts';
import { byteWords } from '../../../words/ui/index.ts';
import { fieldValue } from '../../../words/values.ts';
import { UnlikeSign } from '../differing.tsx';
import type { Line } from './outline.ts';
import { useViewport } from './viewport.ts';

interface Props {
  readonly label: string;
  readonly bytes: Bytes;
  readonly lines: readonly Line[];
  readonly picked: string;
  readonly hovered: string | undefined;
  readonly onPick: (id: string) => void;
  readonly onHover: (id: string | undefined) => void;
  readonly onFold: (id: string, folded: boolean) => void;
}

const rowHeight = 25;

export function FieldTree({ label, bytes, lines, picked, hovered, onPick, onHover, onFold }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const { from, to, show } = useViewport(box, lines.length, rowHeight);
  const index = Math.max(
    0,
    lines.findIndex(({ id }) => id === picked),
  );
  const pointed = hovered === undefined ? index : lines.findIndex(({ id }) => id === hovered);
  useEffect(() => {
    if (pointed >= 0) show(pointed);
  }, [show, pointed]);
  const act = (event: KeyboardEvent): void => {
    const move = moved(event.key, lines, index);
    if (!move) return;
    event.preventDefault();
    if (move.fold !== undefined) onFold(move.id, move.fold);
    else onPick(move.id);
  };
  return (
    <div
      ref={box}
      className="tree"
      role="tree"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`${prefix}${picked}`}
      onKeyDown={act}
      onPointerLeave={() => onHover(undefined)}
    >
      <div className="tree-all" role="none" style={{ height: lines.length * rowHeight }}>
        {lines.slice(from, to).map((line, offset) => (
          <Item
            key={line.id}
            id={`${prefix}${line.id}`}
            line={line}
            top={(from + offset) * rowHeight}
            value={valueText(line.field, bytes)}
            picked={line.id === picked}
            hovered={line.id === hovered}
            onPick={onPick}
            onHover={onHover}
            onFold={onFold}
          />
        ))}
      </div>
    </div>
  );
}

interface ItemProps extends Pick<Props, 'onPick' | 'onHover' | 'onFold'> {
  readonly id: string;
  readonly line: Line;
  readonly top: number;
  readonly value: string;
  readonly picked: boolean;
  readonly hovered: boolean;
}

/** One line. Keys are handled by the tree, which holds the focus. */
function Item({ id, line, top, value, picked, hovered, onPick, onHover, onFold }: ItemProps) {
  const { field, level, place, siblings, open } = line;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles keys
    // biome-ignore lint/a11y/useFocusableInteractive: the tree holds the focus
    <div
      id={id}
      role="treeitem"
      className={[hovered && 'hovered', field.flaw !== undefined && 'flawed'].filter(Boolean).join(' ')}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={picked}
      aria-expanded={open}
      style={{ top, paddingLeft: 8 + (level - 1) * 13 }}
      onClick={() => onPick(line.id)}
      onDoubleClick={() => open !== undefined && onFold(line.id, open)}
      onPointerOver={() => onHover(line.id)}
    >
      <Twist line={line} onFold={onFold} />
      <UnlikeSign of={field} />
      <b>{field.name}</b> <span className="tree-value">{value}</span>
    </div>
  );
}

function Twist({ line, onFold }: { readonly line: Line } & Pick<Props, 'onFold'>) {
  const { open, id } = line;
  if (open === undefined) return <i className="twist" />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way for the pointer; keys fold through the tree
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <i
      className={open ? 'twist open' : 'twist shut'}
      onClick={(event) => {
        event.stopPropagation();
        onFold(id, open);
      }}
    />
  );
}

function valueText({ text, flaw, start, end, children }: Field, bytes: Bytes): string {
  if (flaw !== undefined) return flawClause(flaw);
  if (text !== undefined) return fieldValue(text);
  if (children.length > 0) return byteWords.size(end - start);
  const shown = bytes.subarray(start, Math.min(end, start + 6));
  return end === start ? byteWords.empty : toHex(shown, ' ') + (end - start > 6 ? ' …' : '');
}

type Move = { readonly id: string; readonly fold?: boolean };

function moved(key: string, lines: readonly Line[], index: number): Move | undefined {
  const line = lines[index];
  if (!line) return undefined;
  const at = (place: number): Move | undefined => {
    const id = lines[place]?.id;
    return id === undefined ? undefined : { id };
  };
  switch (key) {
    case 'ArrowDown':
      return at(index + 1);
    case 'ArrowUp':
      return at(index - 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(lines.length - 1);
    case 'ArrowRight':
      if (line.open === undefined) return undefined;
      return line.open ? at(index + 1) : { id: line.id, fold: false };
    case 'ArrowLeft':
      if (line.open) return { id: line.id, fold: true };
      return line.level > 1 ? { id: line.id.slice(0, line.id.lastIndexOf('/')) } : undefined;
    default:
      return undefined;
  }
}
