// Bytes in hexadecimal and as text, eight to a row. Pointing at one points at its field, and the other way round.
// It must not know what the bytes mean.

import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Bytes } from '../../../bytes/index.ts';
import { byteWords } from '../../../words/ui/index.ts';
import { useViewport } from './viewport.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Props {
  readonly bytes: Bytes;
  readonly picked: Range | undefined;
  readonly hovered: Range | undefined;
  /** The byte that arrow keys move. */
  readonly at: number;
  /** The byte that the wire changed. */
  readonly altered: number | undefined;
  /** What is not alike where another run stands beside this one. */
  readonly differing: readonly Range[];
  /** What the byte at `at` belongs to, in words. */
  readonly meaning: string;
  readonly onPick: (offset: number) => void;
  readonly onHover: (offset: number | undefined) => void;
}

const perRow = 8;
const rowHeight = 21;

export function HexDump({ bytes, picked, hovered, at, altered, differing, meaning, onPick, onHover }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const rows = Math.ceil(bytes.length / perRow);
  const { from, to, show } = useViewport(box, rows, rowHeight);
  const first = hovered?.start ?? at;
  useEffect(() => show(Math.floor(first / perRow)), [show, first]);
  const move = (event: KeyboardEvent): void => {
    const target = moved(event.key, at, bytes.length);
    if (target === undefined) return;
    event.preventDefault();
    onPick(target);
  };
  return (
    <div
      ref={box}
      className="hex"
      role="slider"
      data-keys="own"
      tabIndex={0}
      aria-label={byteWords.hex}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, bytes.length - 1)}
      aria-valuenow={at}
      aria-valuetext={byteWords.byte(at, bytes[at] ?? 0, meaning)}
      onKeyDown={move}
      onPointerOver={(event) => onHover(offsetOf(event))}
      onPointerLeave={() => onHover(undefined)}
      onClick={(event) => {
        const offset = offsetOf(event);
        if (offset !== undefined) onPick(offset);
      }}
    >
      <div className="hex-all" style={{ height: rows * rowHeight }}>
        {Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).map((row) => (
          <Row
            key={row}
            row={row}
            bytes={bytes}
            picked={picked}
            hovered={hovered}
            at={at}
            altered={altered}
            differing={differing}
          />
        ))}
      </div>
    </div>
  );
}

type Marks = Pick<Props, 'picked' | 'hovered' | 'at' | 'altered' | 'differing'>;

function Row({ row, bytes, ...marks }: Pick<Props, 'bytes'> & Marks & { readonly row: number }) {
  const start = row * perRow;
  const cells = Array.from(bytes.subarray(start, start + perRow), (byte, index) => ({ byte, offset: start + index }));
  return (
    <div className="hex-row" style={{ top: row * rowHeight }}>
      <span className="hex-offset">{start.toString(16).padStart(4, '0')}</span>
      <span className="hex-bytes">
        {cells.map(({ byte, offset }) => (
          <span key={offset} data-at={offset} className={look(offset, marks)}>
            {byte.toString(16).padStart(2, '0')}
          </span>
        ))}
      </span>
      <span className="hex-text">
        {cells.map(({ byte, offset }) => (
          <span key={offset} data-at={offset} className={look(offset, marks)}>
            {byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'}
          </span>
        ))}
      </span>
    </div>
  );
}

function look(offset: number, { picked, hovered, at, altered, differing }: Marks): string | undefined {
  const names = [
    inside(offset, picked) && 'picked',
    inside(offset, hovered) && 'hovered',
    offset === at && 'at',
    offset === altered && 'altered',
    differing.some((range) => inside(offset, range)) && 'unlike',
  ].filter((name) => name !== false);
  return names.length === 0 ? undefined : names.join(' ');
}

function inside(offset: number, range: Range | undefined): boolean {
  return range !== undefined && offset >= range.start && offset < range.end;
}

function moved(key: string, at: number, length: number): number | undefined {
  const by: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -perRow,
    ArrowDown: perRow,
    PageUp: -8 * perRow,
    PageDown: 8 * perRow,
    Home: -length,
    End: length,
  };
  const step = by[key];
  return step === undefined ? undefined : Math.max(0, Math.min(length - 1, at + step));
}

function offsetOf(event: Pick<PointerEvent, 'target'>): number | undefined {
  const cell = event.target instanceof Element ? event.target.closest('[data-at]') : null;
  return cell === null ? undefined : Number(cell.getAttribute('data-at'));
}
